"""A base moves whole between files and databases, or not at all."""

from pathlib import Path
from typing import Any

import pytest
from base_dumps import dump, rows_of
from conftest import NewPlace
from small_base import GREENWAY

from glossary.errors import BaseError
from glossary.services.bases import copying
from glossary.services.bases.copying import copy_base
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.editing import show_concept
from glossary.services.history.snapshots import take_snapshot
from glossary.services.history.undoing import undo
from glossary.services.lookup.requests import log_request
from glossary.store import copying as row_copying
from glossary.store.copying import BATCH_ROWS
from glossary.store.database import Base, open_base
from glossary.store.places import find_place
from glossary.store.rows import insert_rows

from ..records import identify_base


@pytest.fixture
def lived_in(mined: Base) -> Base:
    """A base in which something is of every kind."""
    add_term(mined, "渡口", NewRendering(text="ferry landing"), who="mei", why="tab\tnewline\nback\\slash")
    log_request(mined.place.address, "浮桥")
    take_snapshot(mined, who="mei", note="\\N is no NULL")
    return mined


@pytest.fixture(params=["to a file", "on the same engine"])
def target(request: pytest.FixtureRequest, new_place: NewPlace, tmp_path: Path) -> str:
    return str(tmp_path / "copy.db") if request.param == "to a file" else new_place("copy")


def test_the_copy_has_every_row(lived_in: Base, target: str) -> None:
    report = copy_base(lived_in, target)
    assert dump(target) == rows_of(lived_in)
    assert report.snapshot == identify_base(lived_in)


def test_a_copy_comes_back_as_it_went(lived_in: Base, new_place: NewPlace, tmp_path: Path) -> None:
    copy_base(lived_in, str(tmp_path / "there.db"))
    with open_base(str(tmp_path / "there.db"), write=False) as there:
        copy_base(there, new_place("back"))
    with open_base(str(tmp_path / "there.db"), write=False) as there:
        assert rows_of(there) == rows_of(lived_in)


def test_the_copy_has_the_revision_of_the_base(lived_in: Base, target: str) -> None:
    copy_base(lived_in, target)
    with open_base(target, write=False) as copy:
        assert copy.revision == lived_in.revision


def test_the_copy_is_worked_on_as_the_base_was(lived_in: Base, target: str) -> None:
    copy_base(lived_in, target)
    with open_base(target, write=True) as copy:
        assert undo(copy, who="mei").things
        add_term(copy, "绿道", NewRendering(text="linear park"), who="mei")
        assert "linear park" in [one.text for one in show_concept(copy, GREENWAY).renderings]


def test_the_base_stays_as_it_was(lived_in: Base, target: str) -> None:
    before = (rows_of(lived_in), lived_in.revision)
    copy_base(lived_in, target)
    assert (rows_of(lived_in), lived_in.revision) == before


def test_what_is_there_is_not_lost_unasked(base: Base, mined: Base, target: str) -> None:
    copy_base(base, target)
    with pytest.raises(BaseError, match=r"there is something already; name another place.*--force"):
        copy_base(mined, target)
    assert dump(target) == rows_of(base)


def test_where_asked_the_copy_takes_the_place_of_another_base(base: Base, mined: Base, target: str) -> None:
    copy_base(base, target)
    copy_base(mined, target, force=True)
    assert dump(target) == rows_of(mined)


def test_what_is_no_base_is_not_lost_even_where_asked(base: Base, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    with pytest.raises(BaseError, match="is no termbase"):
        copy_base(base, str(tmp_path / "letter.txt"), force=True)
    assert (tmp_path / "letter.txt").read_text() == "Dear reader"


@pytest.mark.parametrize("force", [False, True])
def test_a_base_is_not_copied_to_itself(base: Base, force: bool) -> None:
    with pytest.raises(BaseError, match="this is the base that is to be copied"):
        copy_base(base, base.place.address, force=force)


def test_an_empty_file_is_as_good_as_none(base: Base, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    copy_base(base, str(tmp_path / "empty.db"))
    assert dump(tmp_path / "empty.db") == rows_of(base)


def test_a_copy_that_fails_leaves_nothing(
    lived_in: Base, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stumble_at("context", monkeypatch)
    with pytest.raises(RuntimeError):
        copy_base(lived_in, target)
    assert find_place(target).is_missing()


def test_a_copy_that_fails_leaves_the_base_that_it_was_to_replace(
    base: Base, lived_in: Base, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_base(base, target)
    stumble_at("context", monkeypatch)
    with pytest.raises(RuntimeError):
        copy_base(lived_in, target, force=True)
    assert dump(target) == rows_of(base)


def stumble_at(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def insert(connection: Any, table: Any, rows: Any) -> None:
        if table.name == name:
            raise RuntimeError
        insert_rows(connection, table, rows)

    monkeypatch.setattr(row_copying, "insert_rows", insert)


def test_a_copy_that_came_out_otherwise_is_not_kept(
    base: Base, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = iter(["s1", "s2"])
    monkeypatch.setattr(copying, "identify", lambda _connection: next(ids))
    with pytest.raises(BaseError, match="came out otherwise and was not kept; please report"):
        copy_base(base, target)
    assert find_place(target).is_missing()


def test_a_table_is_never_in_memory_whole(mined: Base, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_copying, "BATCH_ROWS", 7)
    most: list[int] = []

    def insert(connection: Any, table: Any, rows: Any) -> None:
        most.append(len(rows))
        insert_rows(connection, table, rows)

    monkeypatch.setattr(row_copying, "insert_rows", insert)
    copy_base(mined, target)
    assert max(most) == 7 < BATCH_ROWS
    assert dump(target) == rows_of(mined)


def test_each_table_is_reported(base: Base, target: str) -> None:
    said: list[str] = []
    copy_base(base, target, progress=lambda stage, *_: said.append(stage))
    assert said[0] == "copying concept"
    assert said[-1] == "comparing"
