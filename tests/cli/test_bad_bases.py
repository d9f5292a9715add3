"""A base that cannot be used: every verb says why and what to do, and leaves the file as it was."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from articles import write_articles
from base_dumps import dump
from somebody_else import nobody

from glossary.services.bases import choosing
from glossary.services.bases.renewing import open_to_write
from glossary.store.database import open_base

from .conftest import Refused

if TYPE_CHECKING:
    from conftest import Command

NOBODY = 65_534
NEWER_SCHEMA = 99
READING = [
    ("lookup", "绿道"),
    ("stats",),
    ("candidates",),
    ("why", "绿道"),
    ("export", "csv"),
    ("documents", "list"),
]
WRITING = [("mine", "ARTICLE"), ("add", "竹桥", "bamboo bridge"), ("import", "TABLE"), ("reject", "绿道")]
EVERY_VERB = pytest.mark.parametrize("verb", READING + WRITING, ids=lambda verb: verb[0])
READING_VERBS = pytest.mark.parametrize("verb", READING, ids=lambda verb: verb[0])
WRITING_VERBS = pytest.mark.parametrize("verb", WRITING, ids=lambda verb: verb[0])


@pytest.fixture
def command(verb: tuple[str, ...], tmp_path: Path) -> list[str]:
    """The arguments of the verb, with files that are there and good."""
    table = tmp_path / "table.csv"
    table.write_text("zh,en\n竹桥,bamboo bridge\n", encoding="utf-8")
    (article,) = write_articles(tmp_path / "articles", "dyke.txt")
    return [{"ARTICLE": article, "TABLE": str(table)}.get(word, word) for word in verb]


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """The file has the same bytes afterwards, and its folder the same files."""
    before = path.read_bytes(), sorted(path.parent.iterdir())
    yield
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == before


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one's own, so that what a command leaves behind is seen."""
    (tmp_path / "bases").mkdir()
    return tmp_path / "bases"


# What is no base


@EVERY_VERB
def test_a_base_of_a_newer_schema_is_refused(refused: Refused, small_base: Path, command: list[str]) -> None:
    with closing(sqlite3.connect(small_base)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWER_SCHEMA}")
    with untouched(small_base):
        message = refused(*command, "--db", small_base)
    assert f"newer glossary (schema {NEWER_SCHEMA}" in message
    assert "update" in message


@EVERY_VERB
def test_a_file_that_is_no_database_is_refused(refused: Refused, folder: Path, command: list[str]) -> None:
    letter = folder / "letter.db"
    letter.write_text("Dear reader, " * 100)
    with untouched(letter):
        assert "this is no termbase; name one with --db" in refused(*command, "--db", letter)


@EVERY_VERB
def test_an_empty_file_is_refused(refused: Refused, folder: Path, command: list[str]) -> None:
    empty = folder / "empty.db"
    empty.touch()
    with untouched(empty):
        assert "the file is empty; delete it" in refused(*command, "--db", empty)


@EVERY_VERB
def test_a_folder_is_refused(refused: Refused, folder: Path, command: list[str]) -> None:
    assert "this is a folder; name the termbase in it" in refused(*command, "--db", folder)
    assert list(folder.iterdir()) == []


@EVERY_VERB
def test_a_database_of_another_program_is_refused(refused: Refused, folder: Path, command: list[str]) -> None:
    other = folder / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE bookmark (url)")
    with untouched(other):
        assert "belongs to another program" in refused(*command, "--db", other)


@EVERY_VERB
def test_half_a_base_is_refused(refused: Refused, small_base: Path, command: list[str]) -> None:
    os.truncate(small_base, small_base.stat().st_size // 2)
    with untouched(small_base):
        message = refused(*command, "--db", small_base)
    assert "the termbase is damaged; put a backup in its place" in message


@EVERY_VERB
def test_a_link_that_loops_is_refused(refused: Refused, folder: Path, command: list[str]) -> None:
    (folder / "loop.db").symlink_to("loop.db")
    assert str(folder / "loop.db") in refused(*command, "--db", folder / "loop.db")
    assert [path.name for path in folder.iterdir()] == ["loop.db"]


# What is missing


@READING_VERBS
def test_to_read_a_missing_base_is_refused_and_not_made(
    refused: Refused, folder: Path, command: list[str]
) -> None:
    message = refused(*command, "--db", folder / "absent.db")
    assert "there is no such termbase; name one with --db, or make one with `glossary build`" in message
    assert list(folder.iterdir()) == []


@READING_VERBS
def test_to_read_a_missing_base_of_the_environment_is_refused_and_not_made(
    refused: Refused, folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLOSSARY_DB", str(folder / "absent.db"))
    assert "there is no such termbase" in refused(*command)
    assert list(folder.iterdir()) == []


@WRITING_VERBS
def test_to_write_a_base_in_a_missing_folder_is_refused(
    refused: Refused, folder: Path, command: list[str]
) -> None:
    assert "there is no such folder; make it first" in refused(
        *command, "--db", folder / "absent" / "terms.db"
    )
    assert list(folder.iterdir()) == []


# What somebody else holds, or protects


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked base is said to be locked at once."""
    monkeypatch.setattr(choosing, "open_base", partial(open_base, busy_timeout_seconds=0))
    monkeypatch.setattr(choosing, "open_to_write", partial(open_to_write, busy_timeout_seconds=0))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("verb", WRITING[:3], ids=lambda verb: verb[0])
def test_while_another_program_writes_no_second_one_can(
    refused: Refused, kept_base: Path, command: list[str]
) -> None:
    with closing(sqlite3.connect(kept_base, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        message = refused(*command, "--db", kept_base)
    assert "another program is writing to this termbase; wait until it is done and try again" in message


@pytest.mark.usefixtures("impatient")
@EVERY_VERB
def test_a_base_that_another_program_holds_alone_is_refused(
    refused: Refused, kept_base: Path, command: list[str]
) -> None:
    with closing(sqlite3.connect(kept_base, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        message = refused(*command, "--db", kept_base)
    assert "another program is writing to this termbase" in message


@pytest.fixture
def protected(small_base: Path) -> Iterator[Path]:
    """A base in a folder that everybody may enter; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name, "terms.db")
        base.write_bytes(small_base.read_bytes())
        Path(name).chmod(0o755)
        base.chmod(0o444)
        yield base


def test_a_write_protected_file_is_refused_to_write(refused: Refused, protected: Path) -> None:
    before = dump(protected)
    with nobody():
        message = refused("add", "竹桥", "bamboo bridge", "--db", protected)
    assert f"{protected}: this file may not be written; change its permissions, or copy" in message
    assert dump(protected) == before


def test_a_write_protected_folder_is_refused_to_write(refused: Refused, protected: Path) -> None:
    protected.chmod(0o666)
    protected.parent.chmod(0o555)
    before = dump(protected)
    with nobody():
        message = refused("add", "竹桥", "bamboo bridge", "--db", protected)
    assert f"{protected.parent}: this folder may not be written; change its permissions" in message
    assert dump(protected) == before


def test_a_write_protected_base_is_read(glossary: "Command", protected: Path) -> None:
    protected.parent.chmod(0o555)
    as_owner = glossary("lookup", "绿道", "--db", protected)
    with nobody():
        assert glossary("lookup", "绿道", "--db", protected) == as_owner
    assert as_owner.code == 0
