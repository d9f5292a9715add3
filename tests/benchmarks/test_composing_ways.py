"""Leaving one out: a small base whose figures can be told by hand."""

import pytest

from benchmarks.composing.measuring import leave_out_each, measure, rank_of, recommended_pairs
from benchmarks.composing.ways import compose, gloss_words
from glossary.curation.learning import NO_HEADS
from glossary.curation.senses import Known
from glossary.model import Concept, Rendering, Status, Term


def concept(number: int, zh: str, *english: str, status: Status = Status.PREFERRED) -> Concept:
    renderings = tuple(Rendering(text=text, status=status) for text in english)
    return Concept(id=f"c{'abcdefg'[number] * 7}", terms=(Term(text=zh),), renderings=renderings)


CONCEPTS = [
    concept(0, "绿道", "greenway"),
    concept(1, "绿道平台", "greenway platform", "platform for greenways"),
    concept(2, "绿道中心", "house of greenways"),
    concept(3, "甪里", "Luli"),
    concept(4, "平台", "platform"),
    concept(5, "竹筏", "raft", status=Status.PROPOSED),
]


def test_every_term_with_a_recommended_rendering_is_tried_unless_the_word_list_has_it() -> None:
    assert [trial.term for trial in leave_out_each(CONCEPTS)] == ["绿道", "绿道平台", "绿道中心", "甪里"]


def test_what_is_left_out_is_not_known() -> None:
    (greenway, *_) = leave_out_each(CONCEPTS)
    assert greenway.parts.get("绿道") is None
    assert greenway.parts.get("平台") == [Known(text="platform", concept="ceeeeeee")]


def test_the_figures_are_shares_of_the_terms() -> None:
    figures = measure(leave_out_each(CONCEPTS), compose)
    assert (figures.terms, figures.first, figures.among_five, figures.nothing) == (4, 0.25, 0.25, 0.5)


def test_what_is_proposed_with_a_gap_counts_apart() -> None:
    figures = measure(leave_out_each(CONCEPTS), lambda *_: ["greenway …"])
    assert (figures.with_gap, figures.nothing, figures.first) == (1.0, 0.0, 0.0)


def test_case_articles_and_plurals_make_no_difference() -> None:
    assert rank_of(["the Greenway platforms"], ["green road", "greenway platform"]) == 2
    assert rank_of(["greenway"], []) == 0


def test_a_rendering_of_another_term_of_the_concept_is_not_wanted() -> None:
    both = Concept(
        id="caaaaaaa",
        terms=(Term(text="河湖长制"), Term(text="河长制")),
        renderings=(Rendering(text="full system"), Rendering(text="short system", serves="河长制")),
    )
    assert recommended_pairs(both) == [
        ("河湖长制", "full system"),
        ("河长制", "short system"),
        ("河长制", "full system"),
    ]


@pytest.mark.parametrize(
    ("term", "gloss"),
    [("绿道平台", "greenway platform"), ("绿道甪里平台", "greenway … platform"), ("绿道", "…")],
)
def test_the_gloss_takes_the_longest_known_word_from_the_left(term: str, gloss: str) -> None:
    parts = {"绿道": [Known(text="greenway", concept="caaaaaaa")]}
    expected = [] if gloss == "…" else [gloss]
    assert gloss_words(term, parts, NO_HEADS) == expected
