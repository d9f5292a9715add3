"""A query that lists several terms is answered term by term, unless it is itself the name of one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_base import CHIEF, GREENWAY

from glossary.services.lookup.answers import look_up
from glossary.store.database import Base, open_base


@pytest.fixture
def base(small_base_file: Path) -> Iterator[Base]:
    with open_base(str(small_base_file), write=False) as opened:
        yield opened


def found(base: Base, query: str) -> list[tuple[str, list[str]]]:
    parts = look_up(base, query, fuzzy=False).parts
    return [(part.query, [hit.concept.id for hit in part.hits]) for part in parts]


def test_each_term_is_answered_in_the_order_asked(base: Base) -> None:
    assert found(base, "河湖长制、绿道") == [("河湖长制", [CHIEF]), ("绿道", [GREENWAY])]


def test_of_a_list_the_hits_are_those_of_all_terms(base: Base) -> None:
    answer = look_up(base, "河湖长制 绿道")
    assert answer.query == "河湖长制 绿道"
    assert [hit.concept.id for hit in answer.hits] == [CHIEF, GREENWAY]
    assert answer.in_vain == ()


def test_a_term_that_is_not_found_is_named(base: Base) -> None:
    answer = look_up(base, "上海；绿道")
    assert [(part.query, bool(part.hits)) for part in answer.parts] == [("上海", False), ("绿道", True)]
    assert answer.in_vain == ("上海",)


def test_chinese_and_english_may_be_listed_together(base: Base) -> None:
    assert found(base, "greenway, 河湖长制") == [("greenway", [GREENWAY]), ("河湖长制", [CHIEF])]


@pytest.mark.parametrize("query", ["绿、道", "河湖 长制", "绿道，"])
def test_what_names_a_term_is_no_list(base: Base, query: str) -> None:
    assert look_up(base, query).parts == ()


def test_a_slip_in_the_whole_is_less_than_a_term_in_a_part(base: Base) -> None:
    assert [hit.concept.id for hit in look_up(base, "绿道、制").parts[0].hits] == [GREENWAY]


def test_where_no_term_is_found_the_query_stays_whole(base: Base) -> None:
    answer = look_up(base, "上海、北京")
    assert (answer.parts, answer.in_vain) == ((), ("上海、北京",))


def test_of_a_phrase_that_is_no_term_the_terms_in_it_are_told(base: Base) -> None:
    answer = look_up(base, "沿河綠道与河湖长制改革")
    assert (answer.hits, [hit.concept.id for hit in answer.held]) == ((), [GREENWAY, CHIEF])
    assert answer.in_vain == ("沿河綠道与河湖长制改革",)


@pytest.mark.parametrize("query", ["绿道", "绿道、河湖长制", "greenways and other roads", "上海"])
def test_where_something_is_found_or_nothing_stands_in_it_no_more_is_told(base: Base, query: str) -> None:
    assert look_up(base, query).held == ()


def test_the_terms_of_a_list_share_the_hits_that_are_wanted(base: Base) -> None:
    assert len(look_up(base, "河、绿", limit=2).hits) == 2
    assert len(look_up(base, "河、绿、一", limit=1).parts) == 3
