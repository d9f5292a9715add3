"""Chinese terms beside the English recommended for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_base import CHIEF, GREENWAY

from glossary.model import Concept, Rendering, Status, Term, TermType
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base, Connection, open_base
from glossary.store.pairs import list_pairs, pairs_of


@pytest.fixture
def small(small_base: Path) -> Iterator[Base]:
    with open_base(str(small_base), write=True) as opened:
        yield opened


@pytest.fixture
def connection(small: Base) -> Iterator[Connection]:
    with small.writing() as opened:
        yield opened


def test_each_term_has_the_renderings_that_are_recommended_for_it(connection: Connection) -> None:
    assert [pair for pair in list_pairs(connection) if pair[2] in (GREENWAY, CHIEF)] == [
        ("河湖长制", "river and lake chief system", CHIEF),
        ("河长制", "river chief system", CHIEF),
        ("河长制", "river and lake chief system", CHIEF),
        ("绿道", "greenway", GREENWAY),
        ("綠色步道", "greenway", GREENWAY),
    ]


def test_pairs_come_as_a_stream(connection: Connection) -> None:
    pairs = list_pairs(connection)
    assert iter(pairs) is pairs
    assert next(pairs)[2] == CHIEF


def test_terms_are_found_by_their_folded_keys(connection: Connection) -> None:
    assert pairs_of(connection, ["绿色步道", "河湖长制", "竹桥"]) == {
        "绿色步道": [("绿色步道", "greenway", GREENWAY)],
        "河湖长制": [("河湖长制", "river and lake chief system", CHIEF)],
    }
    assert pairs_of(connection, []) == {}


def test_the_preferred_rendering_and_the_one_of_the_terms_own_kind_come_first(
    connection: Connection,
) -> None:
    from glossary.lookup.keys import key_concept

    concept = Concept(
        id="cchannel",
        terms=(Term(text="渠长负责制"), Term(text="渠长制", term_type=TermType.SHORT_FORM)),
        renderings=(
            Rendering(text="channel chiefs"),
            Rendering(text="channel chief system", status=Status.PREFERRED),
            Rendering(text="CCS", term_type=TermType.SHORT_FORM),
            Rendering(text="système", language="fr"),
            Rendering(text="canal chief system", language="en-GB"),
        ),
    )
    insert_concepts(connection, [key_concept(concept)])
    full, short = (pairs_of(connection, [key])[key] for key in ("渠长负责制", "渠长制"))
    assert [en for _, en, _ in full] == [
        "channel chief system",
        "channel chiefs",
        "canal chief system",
        "CCS",
    ]
    assert short[0][1] == "CCS"
