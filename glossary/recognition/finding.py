"""Known terms in a running text: the longest at each place, the leftmost first, where each stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy

from glossary.recognition.automaton import Automaton
from glossary.recognition.blocks import cut_blocks
from glossary.recognition.choosing import choose_inside, choose_leftmost
from glossary.recognition.entries import exact_form
from glossary.recognition.quotes import with_both_quotes
from glossary.recognition.search import Found
from glossary.recognition.spelling import Positions, Spelled, spell
from glossary.recognition.table import Numbers


class Occurrence(NamedTuple):
    """A known term in a text: ``start`` and ``end`` in code points, and the folded key of the term."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Spans:
    """Matches in a text: where each starts and ends, in code points, and the number of its pattern."""

    starts: Positions
    ends: Positions
    numbers: Numbers

    def __len__(self) -> int:
        return len(self.starts)


def find_terms(text: str, automaton: Automaton, *, nested: bool = False) -> list[Occurrence]:
    """Return the known terms of a text, leftmost first, at each place the longest; none reaches over a line.

    ``nested`` adds those inside others; they follow the one that they stand in, by start, the longest first.
    """
    find = find_nested if nested else find_spans
    found: list[Occurrence] = []
    for start, end in cut_blocks(text, stops=automaton.stops):
        spans = find(text[start:end], automaton)
        keys = map(automaton.keys.__getitem__, spans.numbers.tolist())
        places = (spans.starts + start).tolist(), (spans.ends + start).tolist()
        found += map(Occurrence._make, zip(*places, keys, strict=True))
    return found


def find_spans(text: str, automaton: Automaton) -> Spans:
    """Return the longest known terms of a text that fits in memory several times."""
    spelled = spell(text)
    lengths, numbers = _longest(_find_all(text, spelled, automaton), len(spelled.codes))
    starts = choose_leftmost(lengths)
    return _spans(text, spelled, starts, starts + lengths.take(starts), numbers.take(starts))


def find_nested(text: str, automaton: Automaton) -> Spans:
    """Return the longest known terms of a text and, after each, those inside it."""
    spelled = spell(text)
    every = [*_find_all(text, spelled, automaton)]
    lengths, _ = _longest(every, len(spelled.codes))
    outer = choose_leftmost(lengths)
    starts = numpy.concatenate([found.places for found in every])
    ends = numpy.concatenate([found.places + found.length for found in every])
    numbers = numpy.concatenate([found.terms for found in every])
    chosen = choose_inside(starts, ends, (outer, outer + lengths.take(outer)))
    return _spans(text, spelled, starts.take(chosen), ends.take(chosen), numbers.take(chosen))


def _longest(every: Iterable[Found], size: int) -> tuple[Numbers, Numbers]:
    """Return for each place of a text of that size the length of the longest match, or 0, and its number."""
    lengths = numpy.zeros(size, dtype=numpy.int32)
    numbers = numpy.zeros(size, dtype=numpy.int32)
    for found in every:
        longer = numpy.flatnonzero(lengths.take(found.places) < found.length)
        places = found.places.take(longer)
        lengths[places] = found.length
        numbers[places] = found.terms.take(longer)
    return lengths, numbers


def _spans(text: str, spelled: Spelled, starts: Positions, ends: Positions, numbers: Numbers) -> Spans:
    """Return matches in a spelled text as they stand in the text, with both marks of a pair or none."""
    lengths = ends - starts
    starts, ends = spelled.original(starts, ends)
    for at in numpy.flatnonzero(ends - starts != lengths).tolist():
        starts[at], ends[at] = with_both_quotes(text, int(starts[at]), int(ends[at]))
    return Spans(starts, ends, numbers)


def _find_all(text: str, spelled: Spelled, automaton: Automaton) -> Iterator[Found]:
    """Yield all that counts in a text, overlapping or not; of each layer the shorter terms first."""
    for search, first in automaton.searches:
        for found in search.walk(spelled.codes):
            numbered = found._replace(terms=found.terms + first) if first else found
            yield _without_refused(text, spelled, automaton, numbered) if automaton.forms else numbered


def _without_refused(text: str, spelled: Spelled, automaton: Automaton, found: Found) -> Found:
    """Return the matches without those of a term that only counts in other spellings, or that is no more."""
    doubtful = numpy.flatnonzero(automaton.is_doubtful.take(found.terms))
    if not len(doubtful):
        return found
    places = found.places.take(doubtful)
    starts, ends = spelled.original(places, places + found.length)
    spans = zip(starts.tolist(), ends.tolist(), found.terms.take(doubtful).tolist(), strict=True)
    refused = [exact_form(text[start:end]) not in automaton.forms[number] for start, end, number in spans]
    kept = numpy.delete(numpy.arange(len(found.places)), doubtful[refused])
    return Found(found.length, found.places.take(kept), found.terms.take(kept))
