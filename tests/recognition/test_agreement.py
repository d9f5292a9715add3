"""The automaton finds what trying every term at every place finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.recognition.automaton import Automaton, build_automaton
from glossary.recognition.entries import Entry
from glossary.recognition.finding import find_terms
from glossary.text.folding import folded_key
from tests.recognition.longest import find_longest

ALPHABET = "网格員员社管三aAbB1Ｂ '’“”「」-－、·  \u3000\n\u200bé\u0301。"
texts = st.text(ALPHABET, max_size=40)
terms = st.text(ALPHABET.replace("\n", ""), min_size=1, max_size=6).map(str.strip)
known_terms = st.lists(terms.filter(lambda term: any(map(str.isalnum, term))), max_size=8, unique=True)

Found = list[tuple[str, list[int]]]


def entries_of(known: list[str], exact: list[str]) -> list[Entry]:
    return [Entry(folded_key(term), term, term in exact) for term in known]


def found_by_automaton(text: str, automaton: Automaton) -> Found:
    return [(one.key, _letters(text, one.start, one.end)) for one in find_terms(text, automaton)]


def found_by_trying(text: str, known: list[str], exact: list[str]) -> Found:
    return [(key, _letters(text, start, end)) for start, end, key in find_longest(text, known, exact)]


def _letters(text: str, start: int, end: int) -> list[int]:
    """Return where the letters of a span stand: of the marks at its edges more or fewer may belong to it."""
    return [at for at in range(start, end) if text[at].isalnum()]


@st.composite
def texts_and_terms(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text that is made of known terms, whole and cut short, and what stands between them."""
    known = draw(known_terms)
    pieces = st.sampled_from([*known, *(term[1:] for term in known), *(term[:-1] for term in known), ""])
    text = "".join(draw(st.lists(st.one_of(pieces, texts.map(lambda one: one[:3])), max_size=12)))
    return text, known


@pytest.mark.slow
@settings(max_examples=2000)
@given(made=texts_and_terms(), exact=st.integers(0, 2))
def test_the_same_terms_are_found_as_by_trying_each(made: tuple[str, list[str]], exact: int) -> None:
    text, known = made
    automaton = build_automaton(entries_of(known, known[:exact]))

    assert found_by_automaton(text, automaton) == found_by_trying(text, known, known[:exact])


@pytest.mark.slow
@settings(max_examples=1000)
@given(made=texts_and_terms(), gone=st.sets(st.integers(0, 7)), exact=st.integers(0, 1))
def test_what_was_changed_since_is_found_as_if_all_were_built_anew(
    made: tuple[str, list[str]], gone: set[int], exact: int
) -> None:
    text, known = made
    half = len(known) // 2
    old = [term for number, term in enumerate(known) if number < half or number in gone]
    now = [term for number, term in enumerate(known) if number >= half or number not in gone]
    changed = {folded_key(term) for term in {*old} ^ {*now}}
    newer = [one for one in entries_of(now, now[:exact]) if one.key in changed]
    older = entries_of(old, now[:exact])

    overlaid = build_automaton(older).overlaid(newer, changed)

    anew = build_automaton(entries_of(now, now[:exact]))
    assert find_terms(text, overlaid, nested=True) == find_terms(text, anew, nested=True)


@pytest.mark.slow
@settings(max_examples=1000)
@given(made=texts_and_terms())
def test_nested_terms_are_all_that_stand_within_the_longest(made: tuple[str, list[str]]) -> None:
    text, known = made
    every = build_automaton(entries_of(known, []))
    outer = find_terms(text, every)

    nested = find_terms(text, every, nested=True)

    alone = [one for term in known for one in find_terms_alone(text, term)]
    inside = {one for one in alone if any(big.start <= one[0] and one[1] <= big.end for big in outer)}
    assert [one for one in nested if one in set(outer)] == outer
    assert {(one.start, one.end) for one in nested} >= inside
    assert nested == sorted(nested, key=lambda one: (one.start, -one.end))


def find_terms_alone(text: str, term: str) -> list[tuple[int, int]]:
    found = find_terms(text, build_automaton(entries_of([term], [])))
    return [(one.start, one.end) for one in found]
