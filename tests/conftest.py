"""What every room's tests may ask for: an empty base, a small one, and the command itself."""

import gc
import io
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from engines import ENGINES
from hypothesis import settings

if TYPE_CHECKING:
    from postgresql_server import Server

    from glossary.model import Concept
    from glossary.store.database import Base

COLUMNS = 100
YOUNG_OBJECTS = 50_000

# On a busy machine an example that takes long is no fault of what it tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """Seven thousand collected tests stay until the end; to look for garbage among them takes long."""
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)


@pytest.fixture(scope="session", autouse=True)
def one_dialect() -> Iterator[None]:
    """Thousands of bases are opened: all engines share what one compiled of a statement.

    Each would have a dialect of its own, and compile every statement anew: a sixth of all processor time.
    """
    from sqlalchemy import Engine

    make_engine = Engine.__init__
    dialects: dict[str, Any] = {}
    compiled: dict[Any, Any] = {}

    def make_sharing(self: Engine, pool: Any, dialect: Any, *arguments: Any, **options: Any) -> None:
        make_engine(self, pool, dialects.setdefault(dialect.name, dialect), *arguments, **options)
        self.update_execution_options(compiled_cache=compiled)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "__init__", make_sharing)
        yield


@pytest.fixture(scope="session", autouse=True)
def unsynchronised_files() -> Iterator[None]:
    """No base of a test has to outlive a power cut: waiting for the disk would be a third of all time."""
    from sqlalchemy import Engine, event

    def set_off(connection: Any, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA synchronous = OFF")

    event.listen(Engine, "connect", set_off)
    yield
    event.remove(Engine, "connect", set_off)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Server]":
    """A PostgreSQL server; where there is none, the test is skipped, or fails if CI=true."""
    from postgresql_server import ABSENT, find_programs, running

    with tempfile.TemporaryDirectory() as name:
        # pytest's own folders are closed to other users, and the server is one where we are root.
        folder = Path(name)
        folder.chmod(0o755)
        programs = find_programs(folder)
        if programs is None:
            pytest.fail(ABSENT) if os.environ.get("CI") == "true" else pytest.skip(ABSENT)
        with running(programs, folder) as started:
            yield started


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The engine that a test runs on; a module whose tests are about files overrides it."""
    return str(request.param)


NewPlace = Callable[[str], str]


@pytest.fixture
def new_place(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> NewPlace:
    """A function that names a place where no base is yet: a file of this name, or a schema of its own."""
    if engine == "sqlite":
        return lambda name: str(tmp_path / f"{name}.db")
    running_server = request.getfixturevalue("server")
    return lambda name: str(running_server.new_schema())


KeptIn = Callable[[Path, str], str]


@pytest.fixture
def copied(engine: str, new_place: NewPlace, request: pytest.FixtureRequest) -> KeptIn:
    """A function that copies a base from a file to a place of this name, and returns where that is."""

    numbers = count(1)

    def copy(file: Path, name: str) -> str:
        if engine == "sqlite":
            return str(shutil.copyfile(file, new_place(name)))
        return str(request.getfixturevalue("server").copy_of(file, next(numbers)))

    return copy


@pytest.fixture(scope="session")
def empty_base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from glossary.store.database import create_base

    path = tmp_path_factory.mktemp("empty") / "terms.db"
    create_base(str(path)).close()
    return path


@pytest.fixture(scope="session")
def small_base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from small_base import CONCEPTS

    return write_base(tmp_path_factory.mktemp("small") / "terms.db", CONCEPTS)


@pytest.fixture(scope="session")
def many_terms_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from many_terms import MORE
    from small_base import CONCEPTS

    return write_base(tmp_path_factory.mktemp("many") / "terms.db", (*CONCEPTS, *MORE))


def write_base(path: Path, concepts: "Iterable[Concept]") -> Path:
    from glossary.lookup.keys import key_concept
    from glossary.store.concepts import insert_concepts
    from glossary.store.database import write_new_base

    with write_new_base(str(path)) as connection:
        insert_concepts(connection, map(key_concept, concepts))
    return path


@pytest.fixture(scope="session")
def many_terms(many_terms_file: Path) -> "Iterator[Base]":
    """An open base, to read, with the terms of small_base.py and many_terms.py."""
    from glossary.store.database import open_base

    with open_base(str(many_terms_file), write=False) as base:
        yield base


@pytest.fixture
def empty_base(empty_base_file: Path, tmp_path: Path) -> Path:
    """The path of a base of one's own without anything in it."""
    return Path(shutil.copyfile(empty_base_file, tmp_path / "empty.db"))


@pytest.fixture
def small_base(small_base_file: Path, tmp_path: Path) -> Path:
    """The path of a base of one's own with the five concepts of small_base.py."""
    return Path(shutil.copyfile(small_base_file, tmp_path / "small.db"))


@pytest.fixture(scope="session")
def mined_base_file(small_base_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from articles import write_articles

    from glossary.services.mining.paths import mine_paths
    from glossary.services.mining.settings import Settings
    from glossary.store.database import open_base

    folder = tmp_path_factory.mktemp("mined")
    path = Path(shutil.copyfile(small_base_file, folder / "terms.db"))
    with open_base(str(path), write=True) as base:
        mine_paths(base, write_articles(folder / "articles"), Settings(), who="tester")
    return path


@pytest.fixture
def mined_base(mined_base_file: Path, tmp_path: Path) -> Path:
    """The path of a base of one's own: the five concepts, and the four articles of articles.py mined."""
    return Path(shutil.copyfile(mined_base_file, tmp_path / "mined.db"))


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Ran]


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A function that runs ``glossary ARGUMENTS…`` in this process, in an empty folder of its own."""
    folder = tmp_path / "working-folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GLOSSARY_DB", raising=False)
    monkeypatch.setenv("GLOSSARY_USER", "tester")
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    return lambda *arguments: run_command(*map(str, arguments))


def run_command(*arguments: str) -> Ran:
    from glossary.cli.entry import main

    out, err = _stream(), _stream(errors="backslashreplace")
    with _arguments(arguments), redirect_stdout(out), redirect_stderr(err):
        code = main()
    return Ran(code, _text_of(out), _text_of(err))


@contextmanager
def _arguments(arguments: Sequence[str]) -> Iterator[None]:
    before, sys.argv = sys.argv, ["glossary", *arguments]
    try:
        yield
    finally:
        sys.argv = before


def _stream(errors: str = "strict") -> io.TextIOWrapper:
    """A stream with bytes below it, as the real stdout has; it refuses what a terminal would refuse."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors, newline="\n")


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    below = stream.buffer
    assert isinstance(below, io.BytesIO)
    return below.getvalue().decode("utf-8")
