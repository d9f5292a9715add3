"""Attaching a candidate to a concept that is there, and merging two."""

import pytest
from review_base import GRID, SHORT, VARIANT, WATER
from screens import words
from small_base import CHIEF, GREENWAY

from glossary.model import CandidateState, TermType
from glossary.services.concepts.editing import show_concept
from glossary.services.mining.candidates import find_candidate
from glossary.store.database import Base

from .conftest import LOOK, Sit


def types(base: Base, concept: str) -> dict[str, TermType]:
    return {term.text: term.term_type for term in show_concept(base, concept).terms}


def at(base: Base, term: str) -> str:
    return find_candidate(base, term).candidate.id


def test_v_attaches_as_a_variant_of_the_most_similar_concept(base: Base, sit: Sit) -> None:
    seen = sit("v", "enter", start=at(base, VARIANT))
    assert types(base, CHIEF)[VARIANT] is TermType.VARIANT
    assert "accepted 河湖长负责制 as variant of 河湖长制" in seen.text


@pytest.mark.slow
@pytest.mark.parametrize("query", ["河湖长", "hehuzhang", "river and lake", "hhzz"])
def test_s_finds_the_concept_by_chinese_pinyin_or_english(base: Base, sit: Sit, query: str) -> None:
    sit("s", words(query), "enter", start=at(base, SHORT))
    assert types(base, CHIEF)[SHORT] is TermType.SHORT_FORM
    assert find_candidate(base, SHORT).decision.concept == CHIEF


@pytest.mark.slow
def test_the_search_goes_along_with_every_key(base: Base, sit: Sit) -> None:
    (found,) = (seen := sit("v", words("grid"), LOOK, words("qx"), start=at(base, SHORT))).looks
    assert "grid (preferred)" in found.text
    assert "nothing found" in seen.text


@pytest.mark.slow
def test_a_word_that_is_only_half_typed_does_not_empty_the_list(base: Base, sit: Sit) -> None:
    assert "河湖长制" in sit("v", words("river and la"), start=at(base, SHORT)).text


@pytest.mark.slow
def test_looking_for_a_concept_is_no_request(base: Base, sit: Sit) -> None:
    from glossary.services.lookup.requests import list_requests

    sit("v", words("unheard of"), "escape")
    assert not list_requests(base)


@pytest.mark.slow
def test_arrows_choose_among_what_is_found(base: Base, sit: Sit) -> None:
    looks = sit("v", words("绿"), LOOK, "down", LOOK, "up", LOOK).looks
    first, second, third = (next(line for line in one.lines if line.startswith("  ›")) for one in looks)
    assert first != second
    assert first == third


def test_nothing_is_attached_where_the_window_is_left(base: Base, sit: Sit) -> None:
    sit("v", "escape")
    assert find_candidate(base, "网格员").state is CandidateState.NEW


@pytest.mark.slow
def test_m_merges_two_concepts_after_showing_both(base: Base, sit: Sit) -> None:
    keys = ("m", words("绿荫道"), "enter", words("绿道"), "enter")
    seen = sit(*keys, LOOK, "y")
    (asked,) = seen.looks
    assert "give up  绿荫道" in asked.text
    assert "keep     绿道" in asked.text
    assert show_concept(base, WATER).id == GREENWAY
    assert "merged cwateraa into 绿道" in seen.text


@pytest.mark.slow
def test_a_merge_can_be_left(base: Base, sit: Sit) -> None:
    sit("m", words("绿荫道"), "enter", words("绿道"), "enter", "n")
    assert show_concept(base, WATER).id == WATER


@pytest.mark.slow
def test_a_concept_is_not_merged_with_itself(base: Base, sit: Sit) -> None:
    seen = sit("m", words("grid"), "enter", words("grid"), "enter")
    assert "not done" in seen.text
    assert "one concept already" in seen.text
    assert show_concept(base, GRID).id == GRID
