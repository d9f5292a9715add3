"""A query that lists several terms is taken apart where somebody would take it apart."""

import pytest

from glossary.lookup.listing import split_query


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
