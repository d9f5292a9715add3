"""Strings of one to eight words are counted with all their occurrences, if there are enough of them."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.mining.counting import (
    MAX_CHARS,
    MAX_WORDS,
    MIN_CHARS,
    Occurrence,
    count_strings,
    cuts_quotation,
)

from .conftest import make_segment

WORDS = st.lists(st.sampled_from(["海堤", "渔港", "潮位", "员"]), min_size=1, max_size=12)


def count(*written: str, min_count: int = 2, marked: frozenset[str] = frozenset()) -> dict[str, int]:
    segments = list(map(make_segment, written))
    counted = count_strings(segments, min_count=min_count, marked=marked)
    return {string: len(occurrences) for string, occurrences in counted.items()}


def test_what_occurs_twice_is_counted_with_each_string_inside_it() -> None:
    assert count("海堤 巡查", "海堤 巡查", "海堤") == {"海堤": 3, "巡查": 2, "海堤巡查": 2}


def test_what_occurs_once_is_not_counted() -> None:
    assert count("海堤 巡查") == {}


def test_the_minimum_can_be_set() -> None:
    written = ["海堤 巡查", "海堤 巡查", "海堤"]
    assert count(*written, min_count=3) == {"海堤": 3}
    assert count("海堤 巡查", min_count=1) == {"海堤": 1, "巡查": 1, "海堤巡查": 1}


def test_occurrences_name_the_segment_and_the_words() -> None:
    segments = [make_segment("海堤 巡查"), make_segment("渔港 海堤 巡查")]
    assert count_strings(segments)["海堤巡查"] == [Occurrence(0, 0, 2), Occurrence(1, 1, 3)]


def test_a_string_does_not_reach_from_one_segment_into_the_next() -> None:
    assert "海堤渔港" not in count("海堤", "渔港", "海堤", "渔港")


def test_a_single_character_is_no_string_of_its_own_but_joins_others() -> None:
    assert count("巡堤 员", "巡堤 员") == {"巡堤": 2, "巡堤员": 2}


def test_a_string_has_at_most_eight_words() -> None:
    nine = "甲 乙 丙 丁 戊 己 庚 辛 壬"
    assert max(map(len, count(nine, nine))) == 8


def test_a_string_has_at_most_sixteen_characters() -> None:
    long = "海堤巡查 潮位上报 渔港管理 避风锚地 应急"
    counted = count(long, long)
    assert "海堤巡查潮位上报渔港管理避风锚地" in counted
    assert max(map(len, counted)) == 16


@settings(deadline=None)
@given(st.lists(WORDS, max_size=6), st.integers(1, 4))
def test_counting_level_by_level_loses_nothing(texts: list[list[str]], min_count: int) -> None:
    every = Counter(
        "".join(words[first : first + width])
        for words in texts
        for width in range(1, MAX_WORDS + 1)
        for first in range(len(words) - width + 1)
    )
    frequent = {
        string: times
        for string, times in every.items()
        if times >= min_count and MIN_CHARS <= len(string) <= MAX_CHARS
    }
    assert count(*map(" ".join, texts), min_count=min_count) == frequent


CUT_SPANS = [
    (0, 2, True),
    (1, 3, False),
    (0, 3, False),
    (2, 4, True),
    (1, 4, False),
    (0, 4, False),
    (3, 4, False),
]


@pytest.mark.parametrize(("first", "last", "cuts"), CUT_SPANS)
def test_a_string_that_holds_one_mark_of_a_pair_cuts_the_quotation(first: int, last: int, cuts: bool) -> None:
    segment = make_segment("公安 “天网 工程” 建设")
    assert cuts_quotation(segment, first, last) is cuts


def test_strings_that_cut_a_quotation_are_not_counted() -> None:
    counted = count(*["公安 “天网 工程” 建设"] * 2)
    assert {"天网工程", "公安天网工程", "天网工程建设", "公安天网工程建设"} <= counted.keys()
    assert not {"公安天网", "工程建设"} & counted.keys()


def test_occurrences_that_cut_a_quotation_do_not_help_to_reach_the_minimum() -> None:
    assert "公安天网" not in count("公安 “天网 工程”", "公安 天网")


def test_a_marked_string_is_counted_even_once() -> None:
    assert count("推广 智慧 海堤 工程", marked=frozenset({"智慧海堤工程"})) == {"智慧海堤工程": 1}


def test_a_marked_string_is_found_only_where_it_begins_and_ends_with_a_word() -> None:
    assert count("海堤 工程", "长堤 工程队", marked=frozenset({"堤工程"})) == {}


def test_a_marked_string_that_is_frequent_is_counted_once_an_occurrence() -> None:
    assert count("海堤", "海堤", marked=frozenset({"海堤"})) == {"海堤": 2}


def test_a_marked_string_that_is_nowhere_is_not_counted() -> None:
    assert count("海堤 巡查", marked=frozenset({"渔港"})) == {}


def test_nothing_comes_of_nothing() -> None:
    assert count_strings([], marked=frozenset({"海堤"})) == {}
