"""The shipped concepts, read once, as ``glossary build`` reads them."""

from pathlib import Path

import pytest

from glossary.formats.toml import FORMAT
from glossary.model import Concept

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    return PROJECT / "seeds" / "concepts"


@pytest.fixture(scope="session")
def concepts(seeds_folder: Path) -> tuple[Concept, ...]:
    return FORMAT.read_whole(seeds_folder).concepts
