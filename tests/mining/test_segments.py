"""Texts are cut into segments at punctuation, but not at the marks that stand inside a term."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.mining.segments import Segment, Source, cut_segments
from glossary.model import CleanText, Span
from glossary.text.folding import fold

from .conftest import make_source

LINES = st.text(alphabet='海堤巡護员了。，、“”"「」()（）兼 Aａ１\n-', max_size=60)


def cut(text: str) -> list[Segment]:
    return cut_segments([make_source(text)])


def only(text: str) -> Segment:
    (segment,) = cut(text)
    return segment


def texts_of(text: str) -> list[str]:
    return [segment.text for segment in cut(text)]


@pytest.mark.parametrize("mark", "。，、；：！？《》()（）【】—·+/ \t\u3000\n")
def test_punctuation_space_or_a_new_line_ends_a_segment(mark: str) -> None:
    assert texts_of(f"海堤巡查{mark}潮位上报") == ["海堤巡查", "潮位上报"]


def test_a_segment_knows_the_characters_that_bound_it() -> None:
    first, second = cut("海堤巡查，潮位（上报")[:2]
    assert (first.before, first.after, second.before, second.after) == ("\n", ",", ",", "(")


def test_the_end_of_a_line_bounds_as_a_new_line() -> None:
    assert only("海堤巡查").after == "\n"


@pytest.mark.parametrize("term", ["“三无”船舶", "「三无」船舶", "‘三无’船舶", '"三无"船舶', "＂三无＂船舶"])
def test_quotation_marks_inside_a_term_are_left_out_and_remembered(term: str) -> None:
    segment = only(f"整治{term}")
    assert (segment.text, segment.opened, segment.closed) == ("整治三无船舶", {2}, {4})


def test_a_quotation_that_is_the_whole_segment_opens_at_its_start_and_closes_at_its_end() -> None:
    segment = only("“海堤巡查”")
    assert (segment.opened, segment.closed) == ({0}, {4})


def test_neighbouring_quotations_keep_a_place_each() -> None:
    segment = only("“海堤”“渔港”")
    assert (segment.opened, segment.closed) == ({0, 2}, {2, 4})


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    segment = only('整治"三无"船舶和"僵尸"船舶')
    assert (segment.opened, segment.closed) == ({2, 7}, {4, 9})


def test_a_straight_quotation_mark_closes_what_was_opened_before_a_comma() -> None:
    first, second = cut('做到"横向到边、纵向到底"才行')
    assert (first.opened, first.closed) == ({2}, frozenset())
    assert (second.opened, second.closed) == (frozenset(), {4})


def test_a_quotation_left_open_on_one_line_says_nothing_of_the_next() -> None:
    _, second = cut('海堤"巡查\n整治"三无"船舶')
    assert (second.opened, second.closed) == ({2}, {4})


@pytest.mark.parametrize("written", ["专(兼)职巡堤员", "专（兼）职巡堤员"])
def test_a_bracket_around_one_character_inside_a_term_is_left_out(written: str) -> None:
    segment = only(written)
    assert segment.text == "专兼职巡堤员"
    assert list(segment.positions) == [0, 2, 4, 5, 6, 7]


@pytest.mark.parametrize("written", ["巡堤(专职)员工", "巡堤(a)员工", "巡堤(兼) 员工", "(兼)巡堤"])
def test_any_other_bracket_is_a_boundary(written: str) -> None:
    assert len(cut(written)) > 1


def test_the_text_is_folded() -> None:
    assert only("社管ＡＰＰ與漁港").text == "社管app与渔港"


def test_positions_lead_back_to_the_clean_text() -> None:
    second = cut("海堤，“三无”船舶")[1]
    assert list(second.positions) == [4, 5, 7, 8]


def test_starts_say_where_each_word_begins_and_where_the_last_one_ends() -> None:
    segment = only("巡查渔港海堤")
    assert segment.words == ("巡查", "渔港", "海堤")
    assert segment.starts == (0, 2, 4, 6)


def test_only_kept_lines_are_cut() -> None:
    source = make_source("页眉\n海堤巡查\n版权所有")
    kept = CleanText(document="document", text=source.clean.text, kept=(Span(start=3, end=7),))
    assert [segment.text for segment in cut_segments([Source(source.document, kept, 0)])] == ["海堤巡查"]


def test_segments_name_the_source_that_they_come_from() -> None:
    segments = cut_segments([make_source("海堤"), make_source("，"), make_source("渔港。潮位")])
    assert [segment.source for segment in segments] == [0, 2, 2]


@pytest.mark.parametrize("text", ["", "\n\n", "，。“”", " \u3000 "])
def test_a_text_without_letters_or_digits_has_no_segments(text: str) -> None:
    assert cut(text) == []


@settings(deadline=None)
@given(LINES)
def test_every_letter_and_digit_stands_in_one_segment_at_its_place(text: str) -> None:
    folded = fold(text)
    found = {
        place: c for segment in cut(text) for place, c in zip(segment.positions, segment.text, strict=True)
    }
    inner = {place for place, c in enumerate(text) if c.isalnum()}
    assert found == {place: folded[place] for place in inner}


@settings(deadline=None)
@given(LINES)
def test_the_words_of_a_segment_are_its_text(text: str) -> None:
    for segment in cut(text):
        assert "".join(segment.words) == segment.text
        assert [segment.text[a:b] for a, b in pairwise(segment.starts)] == list(segment.words)
        assert len(segment.tags) == len(segment.words)
