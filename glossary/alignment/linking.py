"""Competitive linking (Melamed 2000): in each sentence the strongest pairs of unit and phrase link first.

A unit links with one phrase, a word with one unit. What was linked says how far a pair is to be believed, and
the links are made anew from that. A link grows over words that stand beside it and belong to its unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy

from glossary.alignment.association import LEAST_TOGETHER, Counted, Numbers, Scores, Spot, score_together
from glossary.alignment.sentences import Sentence
from glossary.alignment.words import Token

LONGEST_PHRASE_WORDS = 8
MOST_BETWEEN = 2
"""So many words that belong to no unit may stand inside: a fund *for* long-term *and other* care."""
LEAST_SHARE = 0.1
"""A word belongs to a unit only where so many of the unit's sentences have it: else it came by chance."""
Own = frozenset[tuple[int, int]]
"""The row of a unit in its sentence, and the place of a word that belongs to it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A Chinese unit and the English words that stand for it, in one sentence (by its number)."""

    unit: str
    sentence: int
    start: int
    end: int


def link_all(sentences: Sequence[Sentence], counted: Counted, *, rounds: int) -> list[Link]:
    """Return the links of all sentences after so many rounds; after the third hardly one changes."""
    association = score_together(counted)
    is_single = counted.of_unit[counted.together // max(1, len(counted.phrases))] == 1
    scores = numpy.where((counted.times >= LEAST_TOGETHER) | is_single, association, 0.0)
    own = [_find_own(counted, association, number) for number in range(len(sentences))]
    links: list[Link] = []
    for _ in range(rounds):
        made = numpy.zeros(len(scores), dtype=numpy.int64)
        links = []
        for number, sentence in enumerate(sentences):
            for row, place, start, end in _link_one(counted, scores, number, sentence.tokens, own[number]):
                made[place] += 1
                links.append(Link(sentence.units[row], number, start, end))
        scores = association * made / counted.times
    return links


def _find_own(counted: Counted, association: Scores, number: int) -> Own:
    """Return which words of a sentence belong to which of its units: to none do they belong more."""
    units = counted.unit_numbers[number]
    words = [spot for spot in counted.spots[number] if spot.end - spot.start == 1]
    if not len(units) or not words:
        return frozenset()
    places, is_counted = counted.places_of(units, _phrases_of(words))
    strength = numpy.where(is_counted, association[places], 0.0)
    least = numpy.maximum(LEAST_TOGETHER, LEAST_SHARE * counted.of_unit[units])[:, None]
    is_own = (strength >= strength.max(axis=0)) & (strength > 0) & (counted.times[places] >= least)
    rows, columns = numpy.nonzero(is_own)
    starts = (words[column].start for column in columns.tolist())
    return frozenset(zip(rows.tolist(), starts, strict=True))


def _phrases_of(spots: Sequence[Spot]) -> Numbers:
    return numpy.array([spot.phrase for spot in spots], dtype=numpy.int64)


def _link_one(
    counted: Counted, scores: Scores, number: int, tokens: Sequence[Token], own: Own
) -> Iterator[tuple[int, int, int, int]]:
    """Yield each link of a sentence: its unit's row, the place of the pair among those counted, its words."""
    spots = counted.spots[number]
    taken = [False] * len(tokens)
    linked: set[int] = set()
    for row, column, place in _best_first(counted, scores, number):
        spot = spots[column]
        if row in linked or any(taken[spot.start : spot.end]):
            continue
        linked.add(row)
        start, end = _grow(spot.start, spot.end, tokens, taken, row, own)
        taken[start:end] = [True] * (end - start)
        yield row, place, start, end


def _best_first(counted: Counted, scores: Scores, number: int) -> Iterator[tuple[int, int, int]]:
    """Yield the row of a unit, the column of a phrase and the place of their pair, for pairs with a score.

    The highest come first; of equal ones the longer phrase.
    """
    spots = counted.spots[number]
    places, is_counted = counted.places_of(counted.unit_numbers[number], _phrases_of(spots))
    here = numpy.where(is_counted, scores[places], 0.0) if places.size else numpy.zeros(places.shape)
    rows, columns = numpy.nonzero(here)
    lengths = numpy.array([spot.end - spot.start for spot in spots], dtype=numpy.int64)
    order = numpy.lexsort((-lengths[columns], -here[rows, columns]))
    rows, columns = rows[order], columns[order]
    return zip(rows.tolist(), columns.tolist(), places[rows, columns].tolist(), strict=True)


def _grow(
    start: int, end: int, tokens: Sequence[Token], taken: Sequence[bool], row: int, own: Own
) -> tuple[int, int]:
    """Return a span widened, on either side in turn, to the words near it that belong to the same unit."""
    while end - start < LONGEST_PHRASE_WORDS:
        before = _next_before(start, tokens, taken, row, own)
        after = _next_after(end, tokens, taken, row, own)
        if (before, after) == (start, end):
            break
        start, end = before, after
    return start, end


def _next_before(start: int, tokens: Sequence[Token], taken: Sequence[bool], row: int, own: Own) -> int:
    for at in range(start - 1, max(-1, start - 2 - MOST_BETWEEN), -1):
        if tokens[at + 1].breaks or taken[at]:
            break
        if (row, at) in own:
            return at
    return start


def _next_after(end: int, tokens: Sequence[Token], taken: Sequence[bool], row: int, own: Own) -> int:
    for at in range(end, min(len(tokens), end + 1 + MOST_BETWEEN)):
        if tokens[at].breaks or taken[at]:
            break
        if (row, at) in own:
            return at + 1
    return end
