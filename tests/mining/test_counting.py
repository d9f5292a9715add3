"""Strings of one to eight words are counted with all their occurrences, if there are enough of them."""

import sys
from collections import Counter

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.mining.counting import MAX_CHARS, MAX_WORDS, MIN_CHARS, count_levels, count_marks
from glossary.mining.stream import Stream

from .conftest import count, make_stream

WORDS = st.lists(st.sampled_from(["海堤", "渔港", "潮位", "员"]), min_size=1, max_size=12)


def times(*written: str, min_count: int = 2, rows: tuple[str, ...] = ()) -> dict[str, int]:
    counted = count(*written, min_count=min_count, rows=rows)
    return dict(zip(counted.strings, numpy.diff(counted.bounds).tolist(), strict=True))


def test_what_occurs_twice_is_counted_with_each_string_inside_it() -> None:
    assert times("海堤 巡查", "海堤 巡查", "海堤") == {"海堤": 3, "巡查": 2, "海堤巡查": 2}


def test_what_occurs_once_is_not_counted() -> None:
    assert times("海堤 巡查") == {}


def test_the_minimum_can_be_set() -> None:
    written = ["海堤 巡查", "海堤 巡查", "海堤"]
    assert times(*written, min_count=3) == {"海堤": 3}
    assert times("海堤 巡查", min_count=1) == {"海堤": 1, "巡查": 1, "海堤巡查": 1}


def test_occurrences_name_the_tokens_where_they_begin() -> None:
    counted = count("海堤 巡查", "渔港 海堤 巡查")
    number = counted.strings.index("海堤巡查")
    places = counted.places[counted.bounds[number] : counted.bounds[number + 1]]
    stream, _ = make_stream("海堤 巡查", "渔港 海堤 巡查")
    assert [stream.text_of(place, 2) for place in places.tolist()] == ["海堤巡查"] * 2


def test_a_string_that_is_cut_in_two_ways_is_one() -> None:
    assert times("大 数据", "大 数据", "大数据", "大数据", "大数据")["大数据"] == 5


def test_a_word_that_no_term_holds_parts_strings() -> None:
    stream, _ = make_stream(*["海堤 的 巡查"] * 2)
    parts = stream.is_word & numpy.array([word != "的" for word in stream.words])
    assert [len(level.counts) for level in count_levels(stream, parts, min_count=2)] == [2]


def test_a_string_does_not_reach_from_one_segment_into_the_next() -> None:
    assert "海堤渔港" not in times("海堤", "渔港", "海堤", "渔港")


def test_a_single_character_is_no_string_of_its_own_but_joins_others() -> None:
    assert times("巡堤 员", "巡堤 员") == {"巡堤": 2, "巡堤员": 2}


def test_a_string_has_at_most_eight_words() -> None:
    nine = "甲 乙 丙 丁 戊 己 庚 辛 壬"
    assert max(map(len, times(nine, nine))) == 8


def test_a_string_has_at_most_sixteen_characters() -> None:
    long = "海堤巡查 潮位上报 渔港管理 避风锚地 应急"
    counted = times(long, long)
    assert "海堤巡查潮位上报渔港管理避风锚地" in counted
    assert max(map(len, counted)) == 16


@pytest.mark.slow
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
    assert times(*map(" ".join, texts), min_count=min_count) == frequent


@given(st.lists(WORDS, max_size=6), st.integers(1, 6))
def test_of_many_strings_the_most_frequent_are_counted_all_the_same(
    texts: list[list[str]], most: int
) -> None:
    stream, _ = make_stream(*map(" ".join, texts))
    everything = _strings_of(stream, most=sys.maxsize)
    least = sorted(everything.values(), reverse=True)[most - 1] if len(everything) >= most else 0
    counted = _strings_of(stream, most=most)
    assert counted.items() <= everything.items()
    assert {string for string, times in everything.items() if times >= least} <= counted.keys()


def _strings_of(stream: Stream, *, most: int) -> dict[tuple[str, int], int]:
    return {
        (stream.text_of(first, level.width), level.width): times
        for level in count_levels(stream, stream.is_word, min_count=1, most=most)
        for first, times in zip(level.places[level.bounds[:-1]].tolist(), level.counts.tolist(), strict=True)
    }


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
    stream, _ = make_stream("公安 “天网 工程” 建设")
    place = numpy.array([2 + first])
    assert count_marks(stream, place, last - first).cut_a_pair().tolist() == [cuts]


def test_strings_that_cut_a_quotation_are_not_counted() -> None:
    counted = times(*["公安 “天网 工程” 建设"] * 2)
    assert {"天网工程", "公安天网工程", "天网工程建设", "公安天网工程建设"} <= counted.keys()
    assert not {"公安天网", "工程建设"} & counted.keys()


def test_occurrences_that_cut_a_quotation_do_not_help_to_reach_the_minimum() -> None:
    assert "公安天网" not in times("公安 “天网 工程”", "公安 天网")


def test_a_row_of_words_is_counted_even_once() -> None:
    assert times("推广 智慧 海堤 工程", rows=("智慧 海堤 工程",)) == {"智慧海堤工程": 1}


def test_a_row_that_is_frequent_is_counted_once_an_occurrence() -> None:
    assert times("海堤", "海堤", rows=("海堤",)) == {"海堤": 2}


def test_a_row_that_is_nowhere_is_not_counted() -> None:
    assert times("海堤 巡查", rows=("巡查 海堤",)) == {}


def test_rows_that_begin_alike_are_told_apart() -> None:
    found = times("海堤 巡查 员", "海堤 巡查 队", rows=("海堤 巡查 员", "海堤 巡查 队"), min_count=3)
    assert found == {"海堤巡查员": 1, "海堤巡查队": 1}


def test_nothing_comes_of_nothing() -> None:
    assert times() == {}
