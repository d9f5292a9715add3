"""States that can be cited: the same content has the same id, wherever and whenever."""

from pathlib import Path

from small_base import GREENWAY

from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.model import CandidateState
from glossary.services.bases.building import build_base
from glossary.services.exporting.files import export_to_path
from glossary.services.history.snapshots import list_snapshots, take_snapshot
from glossary.services.history.undoing import undo
from glossary.services.review.deciding import decide_candidate
from glossary.store.database import Base, open_base

from ..records import edit, identify_base


def test_an_id_is_s_and_ten_letters(base: Base) -> None:
    taken = take_snapshot(base, who="mei", note="for the June issue")
    assert taken.id[0] == "s"
    assert len(taken.id) == 11
    assert list_snapshots(base) == [taken]


def test_any_change_of_the_content_makes_another_id_and_taking_it_back_the_old_one(base: Base) -> None:
    before = identify_base(base)
    edit(base, GREENWAY, note="In parks.")
    assert identify_base(base) != before
    undo(base, who="mei")
    assert identify_base(base) == before


def test_a_decision_is_content_too(mined: Base) -> None:
    before = identify_base(mined)
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="mei")
    assert identify_base(mined) != before


def test_the_same_state_is_one_snapshot(base: Base) -> None:
    first = take_snapshot(base, who="mei")
    assert take_snapshot(base, who="li", note="again") == first


def test_the_base_as_text_builds_a_base_of_the_same_id(mined: Base, tmp_path: Path) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="mei", why="a fragment")
    edit(mined, GREENWAY, note="In parks.")
    export_to_path(mined, find_format("toml"), tmp_path / "text", options=ExportOptions())
    build_base(tmp_path / "text", str(tmp_path / "built.db"))
    with open_base(str(tmp_path / "built.db"), write=False) as built:
        assert identify_base(built) == identify_base(mined)
        export_to_path(built, find_format("toml"), tmp_path / "again", options=ExportOptions())
    files = {path.name: path.read_bytes() for path in (tmp_path / "text").iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()} == files


def test_whoever_takes_a_snapshot_of_a_state_that_was_written_down_by_itself_puts_a_name_to_it(
    base: Base, tmp_path: Path
) -> None:
    export_to_path(base, find_format("csv"), tmp_path / "terms.csv", options=ExportOptions(), who="li")
    (written,) = list_snapshots(base)
    taken = take_snapshot(base, who="mei", note="for June")
    assert (taken.id, list_snapshots(base)) == (written.id, [taken])
    assert (taken.who, taken.note) == ("mei", "for June")
