"""The bases of the tests, open to write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import KeptIn

from glossary.store.database import Base, open_base


@pytest.fixture
def base(small_base_file: Path, copied: KeptIn) -> Iterator[Base]:
    """The five concepts, open to write."""
    with open_base(copied(small_base_file, "small"), write=True, busy_timeout_seconds=0) as opened:
        yield opened


@pytest.fixture
def mined(mined_base_file: Path, copied: KeptIn) -> Iterator[Base]:
    """The five concepts and four mined articles, open to write."""
    with open_base(copied(mined_base_file, "mined"), write=True, busy_timeout_seconds=0) as opened:
        yield opened
