import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.store.database import Base, create_base, open_base


@pytest.fixture(scope="session")
def empty_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "empty.db"
    create_base(str(path)).close()
    return path


@pytest.fixture
def path(empty_base: Path, tmp_path: Path) -> Path:
    """A file that is an empty termbase."""
    return Path(shutil.copyfile(empty_base, tmp_path / "terms.db"))


@pytest.fixture
def location(engine: str, request: pytest.FixtureRequest) -> str:
    """Where an empty termbase is: in the file ``path``, or in a schema of its own on a server."""
    if engine == "sqlite":
        return str(request.getfixturevalue("path"))
    return str(request.getfixturevalue("copied")(request.getfixturevalue("empty_base"), "terms"))


@pytest.fixture
def base(location: str) -> Iterator[Base]:
    with open_base(location, write=True, busy_timeout_seconds=0) as opened:
        yield opened
