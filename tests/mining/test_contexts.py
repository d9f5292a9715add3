"""Contexts show where a string stands, how it is written there, and point into the text before repair."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.mining.contexts import (
    CONTEXT_WIDTH_CHARS,
    CONTEXTS_KEPT,
    LOW_TRUST_CHARS,
    SPELLINGS_LOOKED_AT,
    choose_contexts,
    count_homes,
    count_spellings,
    locate_all,
    make_context,
)
from glossary.mining.corpus import make_corpus
from glossary.mining.counted import gather
from glossary.mining.counting import count_levels
from glossary.mining.places import Occurrences, Place
from glossary.mining.sources import Source
from glossary.model import Context
from glossary.text.folding import folded_key

from .conftest import make_source, make_sources

# 海堤(dī)守护员(yuán)上报: four characters are dropped before the clean position 2, six more before 5.
READINGS_DROPPED = make_source("海堤守护员上报", cuts=((2, 4), (5, 10)), extracted="海堤(dī)守护员(yuán)上报")


def places_of(keyword: str, *sources: Source) -> list[Place]:
    """Everywhere that the clean texts hold ``keyword``."""
    return [
        Place(number, start, start + len(keyword))
        for number, source in enumerate(sources)
        for start in range(len(source.clean.text))
        if source.clean.text.startswith(keyword, start)
    ]


def context_of(keyword: str, source: Source) -> Context:
    (place,) = places_of(keyword, source)
    return make_context(place, source)


def located(text: str, key: str) -> str:
    """What stands where the only occurrence of ``key`` is located."""
    (place,) = locate(text)[key]
    return text[place.start : place.end]


def locate(*texts: str) -> dict[str, list[Place]]:
    """Where each string of the texts is located."""
    stream = make_corpus(make_sources(*texts)).stream
    counted = gather(count_levels(stream, stream.is_word, min_count=1), (), stream)
    return {string: list(places) for string, places in locate_all(counted, stream).items()}


@pytest.mark.parametrize(
    ("text", "key", "written"),
    [
        ("整治无证船舶。", "无证船舶", "无证船舶"),
        ("招聘专（兼）职人员。", "专兼职人员", "专（兼）职人员"),
        ("整治“三无”船舶。", "三无船舶", "“三无”船舶"),
        ("筑牢三道「防控圈」。", "三道防控圈", "三道「防控圈」"),
        ('整治"三无"船舶。', "三无船舶", '"三无"船舶'),
        ("巡查“海堤工程”建设", "海堤工程", "海堤工程"),
        ("整治“三无”船舶。", "三无", "三无"),
        ("使用社管ＡＰＰ。", "社管app", "社管ＡＰＰ"),
    ],
)
def test_an_occurrence_is_located_with_the_marks_inside_it_and_their_partners(
    text: str, key: str, written: str
) -> None:
    assert located(text, key) == written


def test_every_occurrence_is_located_in_its_own_document_in_order() -> None:
    assert locate("渔港，海堤渔港。", "海堤渔港")["渔港"] == [Place(0, 0, 2), Place(0, 5, 7), Place(1, 2, 4)]


def test_a_context_is_the_keyword_with_what_stands_on_both_sides() -> None:
    context = context_of("守护员", make_source("海堤守护员上报潮位。", name="d1"))
    assert context == Context(
        document="d1", start=2, end=5, left="海堤", keyword="守护员", right="上报潮位。", original="守护员"
    )


def test_a_context_stays_within_its_line() -> None:
    context = context_of("守护员", make_source("海堤巡查\n每天守护员上报\n渔港"))
    assert (context.left, context.right) == ("每天", "上报")


def test_a_context_is_forty_characters_wide_on_each_side() -> None:
    context = context_of("守护员", make_source("堤" * 100 + "守护员" + "港" * 100))
    assert (context.left, context.right) == ("堤" * CONTEXT_WIDTH_CHARS, "港" * CONTEXT_WIDTH_CHARS)
    assert CONTEXT_WIDTH_CHARS == 40


def test_offsets_point_into_the_text_before_repair() -> None:
    context = context_of("守护员", READINGS_DROPPED)
    assert (context.start, context.end, context.original) == (6, 9, "守护员")


def test_the_original_is_the_slice_as_it_stood_with_what_repair_dropped_from_it() -> None:
    context = context_of("海堤守护", READINGS_DROPPED)
    assert (context.keyword, context.original) == ("海堤守护", "海堤(dī)守护")


def test_what_was_dropped_at_the_edges_is_not_in_the_original() -> None:
    assert context_of("堤守护员", READINGS_DROPPED).original == "堤(dī)守护员"


def test_left_and_right_are_repaired() -> None:
    context = context_of("守护员", READINGS_DROPPED)
    assert (context.left, context.right) == ("海堤", "上报")


@pytest.mark.slow
@given(st.lists(st.sampled_from(["海", "堤(dī)", "守", "护(hù)"]), min_size=1, max_size=12), st.data())
def test_wherever_characters_were_dropped_the_original_begins_and_ends_as_the_keyword(
    written: list[str], data: st.DataObject
) -> None:
    cuts, dropped = [], 0
    for place, one in enumerate(written, start=1):
        dropped += len(one) - 1
        cuts += [(place, dropped)] if len(one) > 1 else []
    clean = "".join(one[0] for one in written)
    source = make_source(clean, cuts=tuple(cuts), extracted="".join(written))
    start = data.draw(st.integers(0, len(clean) - 1))
    end = data.draw(st.integers(start + 1, len(clean)))
    context = make_context(Place(0, start, end), source)
    assert context.original == source.document.text[context.start : context.end]
    assert (context.original[0], context.original[-1]) == (context.keyword[0], context.keyword[-1])
    assert [one for one in context.original if one in clean] == list(context.keyword)


@pytest.mark.parametrize(
    ("distance", "low_trust"), [(1, True), (LOW_TRUST_CHARS, True), (LOW_TRUST_CHARS + 1, False)]
)
def test_a_context_near_lost_characters_is_of_low_trust(distance: int, low_trust: bool) -> None:
    text = "堤" * 20 + "守护员" + "港" * 20
    before, after = (make_source(text, lost=(at,)) for at in (20 - distance, 22 + distance))
    assert context_of("守护员", before).low_trust is low_trust
    assert context_of("守护员", after).low_trust is low_trust


def choose(*sources: Source, limit: int = CONTEXTS_KEPT) -> list[tuple[str, int]]:
    """Document and start of the chosen contexts of 海堤."""
    places = places_of("海堤", *sources)
    return [(context.document, context.start) for context in choose_contexts(places, sources, limit=limit)]


def test_contexts_come_in_the_order_of_documents_and_places() -> None:
    assert choose(make_source("海堤，海堤", name="a"), make_source("海堤", name="b")) == [
        ("a", 0),
        ("a", 3),
        ("b", 0),
    ]


def test_one_context_of_each_cluster_comes_first() -> None:
    sources = [
        make_source("海堤，海堤", name="a", cluster=0),
        make_source("海堤", name="copy of a", cluster=0),
        make_source("海堤", name="b", cluster=1),
    ]
    assert [document for document, _ in choose(*sources)] == ["a", "b", "a", "copy of a"]


def test_trusted_contexts_come_before_those_of_low_trust() -> None:
    sources = [make_source("海堤", name="a", lost=(0,)), make_source("海堤", name="b", cluster=1)]
    assert [document for document, _ in choose(*sources)] == ["b", "a"]


def test_contexts_of_low_trust_do_not_use_up_the_turns_of_their_cluster() -> None:
    lost_then_sound = "海堤" * 5 + "，" * LOW_TRUST_CHARS + "海堤"
    sources = [
        make_source(lost_then_sound, name="a", cluster=0, lost=(0, 5, 9)),
        make_source("海堤" * 5, name="b", cluster=1),
    ]
    assert [document for document, _ in choose(*sources)][:2] == ["a", "b"]


def test_no_more_contexts_are_chosen_than_asked_for() -> None:
    source = make_source("海堤，" * 9)
    assert len(choose(source)) == CONTEXTS_KEPT
    assert len(choose(source, limit=2)) == 2


def test_the_same_place_is_shown_once() -> None:
    source = make_source("海堤")
    assert len(choose_contexts(places_of("海堤", source) * 2, [source])) == 1


def spellings(text: str, *written: str) -> list[str]:
    source = make_source(text)
    places = Occurrences.of(place for one in written for place in places_of(one, source))
    return count_spellings(folded_key(written[0]), places, lambda _: text)


def test_spellings_come_with_the_most_usual_first() -> None:
    assert spellings("社管app，社管APP，社管APP", "社管app", "社管APP") == ["社管APP", "社管app"]


def test_spellings_that_are_as_usual_come_in_one_order() -> None:
    assert spellings("社管app，社管APP", "社管app", "社管APP") == ["社管APP", "社管app"]


def test_the_two_scripts_are_one_spelling() -> None:
    assert spellings("渔港，漁港", "渔港", "漁港") == ["渔港"]


def test_a_pair_of_marks_belongs_to_the_spelling_and_half_a_pair_does_not() -> None:
    assert spellings("整治“三无”船舶", "“三无”船舶") == ["“三无”船舶"]
    assert spellings("整治“三无”船舶", "三无”船舶") == ["三无船舶"]


def test_what_is_written_as_its_key_needs_no_look_at_the_texts() -> None:
    def refuse(_: int) -> str:
        raise AssertionError

    assert count_spellings("渔港", Occurrences.of([Place(0, 0, 2), Place(1, 4, 6)]), refuse) == ["渔港"]


def test_of_very_many_places_with_other_spellings_the_first_are_looked_at() -> None:
    text = "社管app，" * SPELLINGS_LOOKED_AT + "社管APP，" * 99
    assert spellings(text, "社管app", "社管APP") == ["社管app"]


def test_documents_and_clusters_of_places_are_counted_once_each() -> None:
    places = Occurrences.of([Place(0, 0, 2), Place(0, 5, 7), Place(1, 0, 2), Place(2, 0, 2)])
    assert count_homes(places, numpy.array([0, 1, 1])) == (3, 2)
