"""A base that cannot be used says why, and what to do."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from somebody_else import nobody

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.connecting import connect
from glossary.store.database import Base, create_base, open_base
from glossary.store.version import SCHEMA_VERSION

from .samples import WORKER, a_concept, keyed

NOBODY = 65534
PAGE_BYTES = 4096
BOTH_WAYS = pytest.mark.parametrize("write", [False, True], ids=["to read", "to write"])


@pytest.fixture
def engine() -> str:
    """These are about files."""
    return "sqlite"


def refuse(path: Path, words: str, *, write: bool = False) -> None:
    with pytest.raises(BaseError, match=words) as caught:
        open_base(str(path), write=write, busy_timeout_seconds=0)
    assert str(path) in str(caught.value)


def set_pragma(path: Path, name: str, value: int) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA {name} = {value}")


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that users other than its owner can read; pytest's own cannot be entered by them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@BOTH_WAYS
def test_a_missing_file_is_named_with_the_way_to_make_one(tmp_path: Path, write: bool) -> None:
    refuse(tmp_path / "absent.db", "no such termbase.*glossary build", write=write)
    assert not list(tmp_path.iterdir())


def test_a_link_that_leads_nowhere_is_called_that(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to("gone.db")
    refuse(tmp_path / "link.db", "leads nowhere .gone.db.")


def test_a_link_that_loops_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop.db").symlink_to("loop.db")
    refuse(tmp_path / "loop.db", "leads nowhere|symbolic link")


@BOTH_WAYS
def test_a_folder_is_refused(tmp_path: Path, write: bool) -> None:
    refuse(tmp_path, "this is a folder", write=write)


def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    refuse(tmp_path / "pipe.db", "no regular file")


@BOTH_WAYS
def test_an_empty_file_is_refused(tmp_path: Path, write: bool) -> None:
    (tmp_path / "empty.db").touch()
    refuse(tmp_path / "empty.db", "the file is empty; delete it", write=write)


@BOTH_WAYS
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, write: bool) -> None:
    (tmp_path / "letter.db").write_text("Dear reader, " * 100)
    refuse(tmp_path / "letter.db", "this is no termbase; name one with --db", write=write)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE bookmark (url)")
    refuse(tmp_path / "other.db", "belongs to another program")


@BOTH_WAYS
def test_a_newer_base_is_refused_with_both_versions(path: Path, write: bool) -> None:
    set_pragma(path, "user_version", SCHEMA_VERSION + 1)
    words = rf"newer glossary \(schema {SCHEMA_VERSION + 1}; this one knows {SCHEMA_VERSION}\); update"
    refuse(path, words, write=write)


def test_an_older_base_is_not_opened_to_read(path: Path) -> None:
    set_pragma(path, "user_version", SCHEMA_VERSION - 1)
    refuse(path, "older glossary.*any command that writes")


def test_a_base_without_one_of_its_tables_is_called_damaged(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE evidence")
    refuse(path, "damaged .no table evidence.*backup")


def test_a_base_cut_in_half_is_called_damaged(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)
    refuse(path, "the termbase is damaged; put a backup in its place")


def test_damage_found_while_reading_is_explained_too(path: Path) -> None:
    spoil_first_page_of("concept", path)
    with (
        open_base(str(path), write=False) as base,
        pytest.raises(BaseError, match="damaged"),
        base.reading() as connection,
    ):
        count_concepts(connection)


def spoil_first_page_of(table: str, path: Path) -> None:
    query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(query, [table]).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(b"\xff" * PAGE_BYTES)


@BOTH_WAYS
def test_a_base_that_another_program_holds_alone_is_called_busy(path: Path, write: bool) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    refuse(path, "another program is writing.*try again", write=write)
    holder.close()


def test_a_second_writer_is_told_to_wait(base: Base, path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BaseError, match="another program is writing"), base.writing():
        pass
    holder.close()


def test_reading_goes_on_while_another_program_prepares_a_write(base: Base, path: Path) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with base.reading() as connection:
        assert count_concepts(connection) == 0
    holder.close()


def protect(path: Path, folder: Path, *, mode: int, folder_mode: int = 0o755) -> Path:
    protected = Path(shutil.copyfile(path, folder / "terms.db"))
    protected.chmod(mode)
    folder.chmod(folder_mode)
    return protected


def test_a_file_that_may_not_be_read_is_refused(public_folder: Path, path: Path) -> None:
    secret = protect(path, public_folder, mode=0o000)
    with nobody():
        refuse(secret, "may not be read; change its permissions")


def test_a_write_protected_file_is_refused_to_write(public_folder: Path, path: Path) -> None:
    protected = protect(path, public_folder, mode=0o444)
    with nobody():
        refuse(protected, "this file may not be written", write=True)


def test_a_write_protected_folder_is_refused_to_write(public_folder: Path, path: Path) -> None:
    protected = protect(path, public_folder, mode=0o666, folder_mode=0o555)
    with nobody(), pytest.raises(BaseError, match="this folder may not be written; change its permissions"):
        open_base(str(protected), write=True)


def test_a_base_in_a_write_protected_folder_can_be_read(public_folder: Path, path: Path) -> None:
    protected = protect(path, public_folder, mode=0o444, folder_mode=0o555)
    with nobody(), open_base(str(protected), write=False) as base, base.reading() as connection:
        assert count_concepts(connection) == 0


def test_no_base_is_made_in_a_write_protected_folder(public_folder: Path) -> None:
    with nobody(), pytest.raises(BaseError, match="this folder may not be written"):
        create_base(str(public_folder / "new.db"))


def test_a_base_opened_to_read_refuses_to_write(path: Path) -> None:
    base = open_base(str(path), write=False)
    with pytest.raises(BaseError, match="opened for reading alone"), base.writing():
        pass


def test_a_base_opened_to_read_is_protected_by_the_engine_as_well(path: Path) -> None:
    base = open_base(str(path), write=False)
    with pytest.raises(BaseError, match="may not be written"), base.reading() as connection:
        connection.exec_driver_sql("DELETE FROM meta")


@pytest.mark.parametrize("location", ["mysql://h/t", "postgresql+psycopg://host/terms", "file:///terms.db"])
def test_a_url_of_another_kind_is_refused_with_what_can_be_named(location: str) -> None:
    with pytest.raises(BaseError, match=r"a file or a PostgreSQL database.*postgresql://USER@HOST/DATABASE"):
        open_base(location, write=False)


@pytest.mark.parametrize("location", ["", "terms\0.db"])
def test_what_is_no_path_is_refused(location: str) -> None:
    with pytest.raises(BaseError, match="is no path"):
        open_base(location, write=False)


def test_a_name_that_the_system_refuses_is_explained(tmp_path: Path) -> None:
    refuse(tmp_path / ("x" * 300), "name another termbase")


@pytest.mark.parametrize("name", ["100% sure?.db", "a#b&c=d.db", "网格 base.db", "'; DROP.db"])
def test_a_base_may_have_any_name(tmp_path: Path, name: str) -> None:
    create_base(str(tmp_path / name)).close()
    with open_base(str(tmp_path / name), write=False) as base:
        assert base.revision == 0
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_base_may_have_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.db")
    create_base(str(tmp_path / name)).close()
    assert open_base(str(tmp_path / name), write=False).revision == 0


def test_no_base_is_made_over_a_file(path: Path) -> None:
    with pytest.raises(BaseError, match="there is a file already"):
        create_base(str(path))


def test_no_base_is_made_in_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="no such folder; make it first"):
        create_base(str(tmp_path / "absent" / "terms.db"))


def test_after_a_write_that_was_cut_short_a_reader_sees_the_base_as_before(
    tmp_path: Path, path: Path
) -> None:
    crashed = leave_a_journal(path, tmp_path / "crashed.db")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connect(crashed, mode="ro")
    with open_base(str(crashed), write=False) as base, base.reading() as connection:
        assert count_concepts(connection) == 1


def test_where_that_write_cannot_be_undone_the_reader_is_told_why(public_folder: Path, path: Path) -> None:
    crashed = leave_a_journal(path, public_folder / "terms.db")
    public_folder.chmod(0o555)
    with nobody():
        refuse(crashed, "a write was cut short and has to be undone first; make the file and its folder")


def leave_a_journal(path: Path, crashed: Path) -> Path:
    """Copy a base and its journal in the middle of a write, as a power cut would leave them."""
    with open_base(str(path), write=True) as base, base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM concept WHERE id = ?", [WORKER])
    writer.executemany(
        "INSERT INTO concept VALUES (?, '', '', ?)", [(f"c{n:07}", "x" * 999) for n in range(99)]
    )
    shutil.copyfile(path, crashed)
    shutil.copyfile(f"{path}-journal", f"{crashed}-journal")
    writer.close()
    return crashed
