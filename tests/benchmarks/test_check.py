"""The check of translations reaches its goal on both sets of its benchmark, kind by kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.check.__main__ import SETS, check_set
from benchmarks.check.sets import Place, read_concepts, read_segments
from glossary.lookup.keys import key_concept
from glossary.model import FindingKind
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base, create_base

GOAL = 0.97
LEAST_SEGMENTS = 400
LEAST_SHARE_OF_FAULTS = 0.39

pytestmark = pytest.mark.slow


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with create_base(str(tmp_path / "check.db")) as made:
        with made.writing() as connection:
            insert_concepts(connection, map(key_concept, read_concepts()))
        yield made


def of_kind(kind: FindingKind, places: set[Place]) -> set[Place]:
    return {place for place in places if place[2] == kind.value}


@pytest.mark.parametrize("name", SETS)
def test_precision_and_recall_by_kind(base: Base, name: str) -> None:
    segments = list(read_segments(name))
    expected = {place for segment in segments for place in segment.expected}
    found = set(check_set(base, segments))
    for kind in FindingKind:
        right = len(of_kind(kind, expected & found))
        assert right >= GOAL * len(of_kind(kind, expected)), kind
        assert right >= GOAL * len(of_kind(kind, found)), kind


def test_the_sets_are_as_large_and_as_faulty_as_they_say() -> None:
    segments = [segment for name in SETS for segment in read_segments(name)]
    faulty = [segment for segment in segments if segment.expected]
    assert len(segments) >= LEAST_SEGMENTS
    assert len(faulty) >= LEAST_SHARE_OF_FAULTS * len(segments)
