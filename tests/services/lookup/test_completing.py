"""While somebody types English, the last word is completed; what is typed whole is looked up as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.services.lookup.answers import look_up
from glossary.services.lookup.completing import look_up_typed
from glossary.store.database import Base, open_base


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest.fixture
def base(many_terms_file: Path) -> Iterator[Base]:
    with open_base(str(many_terms_file), write=False) as opened:
        yield opened


def found(base: Base, query: str) -> list[str]:
    return [hit.term.text for hit in look_up_typed(base, query, limit=5).hits]


@pytest.mark.parametrize(("typed", "whole"), [("greenw", "greenway"), ("Undocum", "undocumented")])
def test_a_word_that_is_not_typed_to_its_end_finds_what_it_may_become(
    base: Base, typed: str, whole: str
) -> None:
    assert found(base, typed)[0] == found(base, whole)[0]


def test_of_several_words_the_last_is_completed(base: Base) -> None:
    assert found(base, "grid wor")[0] == "网格员"
    assert "网格员队伍" in found(base, "grid wor")


def test_the_question_stays_the_one_that_was_asked(base: Base) -> None:
    assert look_up_typed(base, "greenw", limit=5).query == "greenw"


@pytest.mark.parametrize("query", ["greenway", "绿道", "网格", "ld", "grid worker"])
def test_what_is_found_as_it_is_typed_is_the_answer_of_a_lookup(base: Base, query: str) -> None:
    assert look_up_typed(base, query, limit=5) == look_up(base, query, limit=5)


@pytest.mark.parametrize("query", ["qqqqq", "上海", "grid qqqqq"])
def test_what_becomes_of_no_word_is_not_found(base: Base, query: str) -> None:
    assert found(base, query) == [hit.term.text for hit in look_up(base, query, limit=5).hits]
