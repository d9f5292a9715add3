"""What is true of a server alone; all else is tested on both engines, in the folder above."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary.store.database import Base, create_base, open_base

if TYPE_CHECKING:
    from postgresql_server import Server

HERE = Path(__file__).parent
WITHOUT_SERVER = ("test_addresses.py", "test_driver.py", "test_strangers.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == HERE and item.path.name not in WITHOUT_SERVER:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.postgresql)


@pytest.fixture
def nowhere(server: "Server") -> str:
    """The URL of a schema that is not there."""
    return server.new_schema()


@pytest.fixture
def place(nowhere: str) -> str:
    """The URL of an empty termbase."""
    create_base(nowhere).close()
    return nowhere


@pytest.fixture
def base(place: str) -> Iterator[Base]:
    with open_base(place, write=True, busy_timeout_seconds=0) as opened:
        yield opened


def schema_of(url: str) -> str:
    return url.partition("?schema=")[2]
