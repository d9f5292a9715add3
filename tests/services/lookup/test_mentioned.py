"""A query that no term answers may stand in the texts in which terms were found."""

from pathlib import Path

import pytest

from glossary.model import MatchKind
from glossary.services.lookup.answers import look_up
from glossary.store.database import open_base


@pytest.fixture
def engine() -> str:
    return "sqlite"


def test_the_terms_beside_it_are_shown(mined_base: Path) -> None:
    with open_base(str(mined_base), write=False) as base:
        known = look_up(base, "绿道").hits[0].contexts[0]
        beside = (known.left + known.right)[:4]
        hits = look_up(base, beside, limit=5).hits
    shown = [context for hit in hits if hit.match is MatchKind.CONTEXT for context in hit.contexts]
    assert hits
    assert all(beside in context.left + context.keyword + context.right for context in shown)
    assert {hit.match for hit in hits} <= {MatchKind.CONTEXT, MatchKind.FUZZY, MatchKind.SUBSTRING}


@pytest.mark.parametrize("query", ["%%", "__", "没有人这样说过"])
def test_what_stands_nowhere_is_not_found(mined_base: Path, query: str) -> None:
    with open_base(str(mined_base), write=False) as base:
        assert look_up(base, query).hits == ()
