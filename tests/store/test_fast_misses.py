"""What is no plain hit is left to the full command: the fast lookup gives None at once."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.model import Concept
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base, create_base
from glossary.store.fast import find_exact
from glossary.store.version import SCHEMA_VERSION

from .samples import a_concept, keyed

TOO_MUCH = {
    "sqlite3",
    "json",
    "re",
    "dataclasses",
    "enum",
    "pathlib",
    "typing",
    "sqlalchemy",
    "glossary.model",
}


@pytest.fixture
def engine() -> str:
    """These are about files."""
    return "sqlite"


def write(base: Base, *concepts: Concept) -> str:
    with base.writing() as connection:
        insert_concepts(connection, map(keyed, concepts))
    return base.location


MISSES = [
    "网格",
    "網格員",
    "",
    "网格员 ",
    "%",
    "_格员",
    "网格*",
    "\0",
    "\ud800",
    "' OR 1=1 --",
    "网" * 10_000,
]


@pytest.mark.parametrize("query", MISSES)
def test_a_miss_is_left_to_the_full_command(base: Base, query: str) -> None:
    assert find_exact(write(base, a_concept()), query) is None


@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_another_schema_is_left_to_the_full_command(base: Base, version: int) -> None:
    path = write(base, a_concept())
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    assert find_exact(path, "网格员") is None


def test_a_locked_base_is_left_to_the_full_command_at_once(base: Base) -> None:
    path = write(base, a_concept())
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert find_exact(path, "网格员") is None
    holder.close()


def test_while_another_program_prepares_a_write_the_base_is_read(base: Base) -> None:
    path = write(base, a_concept())
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert find_exact(path, "网格员") is not None
    holder.close()


@pytest.mark.parametrize("content", [b"", b"no database" * 999])
def test_a_file_that_is_no_base_is_left_to_the_full_command(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "terms.db").write_bytes(content)
    assert find_exact(str(tmp_path / "terms.db"), "网格员") is None


def test_what_is_no_file_is_left_to_the_full_command_and_not_made(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    for path in (tmp_path, tmp_path / "absent.db", tmp_path / "pipe.db", "postgresql://host/terms", "", "\0"):
        assert find_exact(str(path), "网格员") is None
    assert [found.name for found in tmp_path.iterdir()] == ["pipe.db"]


def test_a_damaged_base_is_left_to_the_full_command(base: Base) -> None:
    path = write(base, a_concept())
    os.truncate(path, Path(path).stat().st_size // 2)
    assert find_exact(path, "网格员") is None


@pytest.mark.parametrize("name", ["100%41 sure?.db", "a#b&c=d.db", "网格 base.db"])
def test_a_base_may_have_any_name(tmp_path: Path, name: str) -> None:
    with create_base(str(tmp_path / name)) as base:
        assert find_exact(write(base, a_concept()), "网格员") is not None


def test_a_path_may_be_relative(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(write(base, a_concept()))
    monkeypatch.chdir(path.parent)
    assert find_exact(path.name, "网格员") is not None


@pytest.mark.slow
def test_next_to_nothing_is_imported() -> None:
    script = (
        "import sys; before = set(sys.modules); import glossary.store.fast; "
        "print(*(set(sys.modules) - before))"
    )
    root = Path(sys.modules["glossary"].__path__[0]).parent
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert not TOO_MUCH & set(run.stdout.split())
