"""The base of the table of first hits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import write_base
from many_terms import MORE
from small_base import CONCEPTS

from glossary.store.database import Base, open_base

from .table_base import TRAPS


@pytest.fixture(scope="session")
def trap_base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("traps") / "terms.db", (*CONCEPTS, *MORE, *TRAPS))


@pytest.fixture(scope="session")
def trap_base(trap_base_file: Path) -> Iterator[Base]:
    """An open base with all the concepts of the table."""
    with open_base(str(trap_base_file), write=False) as base:
        yield base
