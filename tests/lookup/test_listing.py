"""A query that lists several terms is taken apart where somebody would take it apart."""

import pytest

from glossary.lookup.listing import held_spellings, longest_held, split_query
from glossary.model import LONGEST_PHRASE_CHARS


@pytest.mark.parametrize(
    "between", ["、", "，", ",", ", ", "；", "; ", "。", "/", "／", " | ", "\t", "\n", " ", "　"]
)
def test_what_separates_chinese_terms(between: str) -> None:
    assert split_query(f"绿道{between}河湖长制") == ("绿道", "河湖长制")


@pytest.mark.parametrize("between", ["、", ", ", "; ", "/", "\n"])
def test_english_terms_are_separated_by_more_than_a_blank(between: str) -> None:
    assert split_query(f"grid worker{between}greenway") == ("grid worker", "greenway")


@pytest.mark.parametrize(
    "query", ["绿道", "grid worker", "社管 App", "绿 OR 水", "lǜ dào", "“三无”船舶", "U.S.", "%_*", ""]
)
def test_a_single_term_is_no_list(query: str) -> None:
    assert split_query(query) == ()


def test_a_term_that_is_listed_twice_is_one() -> None:
    assert split_query("绿道、綠道、 绿道 ") == ("绿道",)


def test_what_holds_no_letter_is_no_term() -> None:
    assert split_query("、绿道、、……、") == ("绿道",)
    assert split_query("、。/") == ()


def test_what_a_phrase_may_hold_has_two_characters_and_one_is_chinese() -> None:
    assert held_spellings("绿道ab") == ["绿道", "绿道a", "绿道ab", "道a", "道ab"]


def test_a_whole_text_is_not_taken_apart() -> None:
    assert held_spellings("绿" * (LONGEST_PHRASE_CHARS + 1)) == []


def test_of_the_known_ones_the_leftmost_and_longest_count_each_once() -> None:
    known = {"河湖", "河湖长", "河湖长制", "长制改革", "绿道"}
    assert longest_held("绿道河湖长制改革绿道", known) == ["绿道", "河湖长制"]
