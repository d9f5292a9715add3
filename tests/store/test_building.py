"""A new base takes the place of the old one at once, and only when it is whole."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import create_base, open_base, write_new_base

from .samples import CENTRE, WORKER, a_concept, keyed
from .test_opening import leave_a_journal


def write(path: Path, *ids: str) -> None:
    with write_new_base(str(path)) as connection:
        for id in ids:
            insert_concepts(connection, [keyed(a_concept(id))])


def count(path: Path) -> int:
    with open_base(str(path), write=False) as base, base.reading() as connection:
        return count_concepts(connection)


def test_a_new_base_is_one_file(tmp_path: Path) -> None:
    write(tmp_path / "terms.db", WORKER)
    assert [found.name for found in tmp_path.iterdir()] == ["terms.db"]
    assert count(tmp_path / "terms.db") == 1


def test_a_new_base_keeps_no_log_beside_it_when_it_is_used(tmp_path: Path) -> None:
    write(tmp_path / "terms.db")
    with sqlite3.connect(tmp_path / "terms.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_old_base_is_there_until_the_new_one_is_whole(path: Path) -> None:
    with write_new_base(str(path)) as connection:
        insert_concepts(connection, [keyed(a_concept())])
        assert count(path) == 0
    assert count(path) == 1


def test_the_new_base_holds_nothing_of_the_old_one(path: Path) -> None:
    write(path, WORKER)
    write(path, CENTRE)
    assert count(path) == 1


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_base_and_no_draft(path: Path, error: type[BaseException]) -> None:
    before = path.read_bytes()
    with pytest.raises(error):
        write_and_stumble(path, error)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == ["terms.db"]


def write_and_stumble(path: Path, error: type[BaseException]) -> None:
    with write_new_base(str(path)) as connection:
        insert_concepts(connection, [keyed(a_concept())])
        raise error


def test_a_broken_rule_leaves_the_old_base_and_names_it(path: Path) -> None:
    with pytest.raises(BaseError, match=rf"{path}: the change breaks a rule"):
        write(path, WORKER, WORKER)
    assert count(path) == 0


def test_the_same_content_gives_the_same_file(tmp_path: Path) -> None:
    write(tmp_path / "a.db", WORKER, CENTRE)
    write(tmp_path / "b.db", WORKER, CENTRE)
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_a_reader_of_the_old_base_reads_on(path: Path) -> None:
    with open_base(str(path), write=False) as base, base.reading() as connection:
        assert count_concepts(connection) == 0
        write(path, WORKER)
        assert count_concepts(connection) == 0


def test_a_base_in_use_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.store.building.BUSY_TIMEOUT_SECONDS", 0)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BaseError, match="another program is writing"):
        write(path, WORKER)
    holder.close()
    assert count(path) == 0


def test_the_journal_of_a_write_that_was_cut_short_does_not_spoil_the_new_base(
    tmp_path: Path, path: Path
) -> None:
    crashed = leave_a_journal(path, tmp_path / "crashed.db")
    write(crashed, WORKER, CENTRE)
    assert count(crashed) == 2
    assert not crashed.with_name("crashed.db-journal").exists()


def test_an_empty_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "terms.db").touch()
    write(tmp_path / "terms.db", WORKER)
    assert count(tmp_path / "terms.db") == 1


def refuse_to_replace(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(BaseError, match=f"{path}: this is no termbase; delete it first, or name another"):
        write(path, WORKER)
    assert path.read_bytes() == before


def test_a_text_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader, " * 100)
    refuse_to_replace(tmp_path / "letter.txt")


def test_a_database_of_another_program_is_not_replaced(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE bookmark (url)")
    refuse_to_replace(tmp_path / "other.db")


def test_a_base_whose_head_is_damaged_is_not_replaced(path: Path) -> None:
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    refuse_to_replace(path)


def test_a_named_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BaseError, match="this is no termbase"):
        write(tmp_path / "pipe")


def make_while_another_makes_it(path: Path) -> None:
    with write_new_base(str(path), replace=False):
        write(path, WORKER)


def refuse_a_link(*_: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_of_two_that_make_the_same_base_the_first_one_stays(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="there is a file already"):
        make_while_another_makes_it(tmp_path / "terms.db")
    assert count(tmp_path / "terms.db") == 1
    assert [found.name for found in tmp_path.iterdir()] == ["terms.db"]


def test_the_first_one_stays_where_the_file_system_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", refuse_a_link)
    with pytest.raises(BaseError, match="there is a file already"):
        make_while_another_makes_it(tmp_path / "terms.db")
    assert count(tmp_path / "terms.db") == 1


def test_a_base_is_made_where_the_file_system_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", refuse_a_link)
    create_base(str(tmp_path / "terms.db")).close()
    assert count(tmp_path / "terms.db") == 0
    assert [found.name for found in tmp_path.iterdir()] == ["terms.db"]


def test_a_writer_does_not_write_into_a_base_that_was_replaced_while_it_waited(path: Path) -> None:
    with open_base(str(path), write=True) as base:
        # Before BEGIN IMMEDIATE is where a writer waits for its turn.
        event.listen(base._engine, "before_cursor_execute", lambda *_: write(path, WORKER), once=True)
        with pytest.raises(BaseError, match="was replaced meanwhile; nothing was done"), base.writing():
            pass
        with base.writing() as connection:
            assert count_concepts(connection) == 1


def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    (tmp_path / "link.db").symlink_to(path)
    write(tmp_path / "link.db", WORKER)
    assert (tmp_path / "link.db").is_symlink()
    assert count(path) == 1


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="this is a folder"):
        write(tmp_path)


def test_a_base_is_not_built_in_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="no such folder"):
        write(tmp_path / "absent" / "terms.db")


def test_others_may_read_a_new_base_as_the_system_allows(tmp_path: Path) -> None:
    write(tmp_path / "terms.db")
    plain = tmp_path / "plain"
    plain.touch()
    assert (tmp_path / "terms.db").stat().st_mode == plain.stat().st_mode
