"""Known terms in a running text: the longest at each place, the leftmost first, where each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

import numpy

from glossary.recognition.automaton import Automaton, Match, Rows, as_rows
from glossary.recognition.blocks import cut_blocks
from glossary.recognition.entries import exact_form
from glossary.recognition.quotes import with_both_quotes
from glossary.recognition.settling import Refuses, find_inside, settle
from glossary.recognition.spelling import Positions, Spelled, spell

LINE_END = "\n"


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
    numbers: Positions

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
    return _spans(_find_rows(text, spelled, automaton), spelled, text)


def find_nested(text: str, automaton: Automaton) -> Spans:
    """Return the longest known terms of a text and, after each, those inside it."""
    spelled = spell(text)
    outer = _find_rows(text, spelled, automaton)
    refuses = partial(_is_refused, text, spelled, automaton)
    inside: dict[str, list[Match]] = {}
    found: list[Match] = []
    for start, end, number in outer.tolist():
        term = spelled.text[start:end]
        if term not in inside:
            inside[term] = find_inside(term, automaton)
        inner = ((start + a, start + b, other) for a, b, other in inside[term])
        found += ((start, end, number), *(one for one in inner if not refuses(one)))
    return _spans(as_rows(found), spelled, text)


def _spans(rows: Rows, spelled: Spelled, text: str) -> Spans:
    starts, ends = spelled.original(rows[:, 0], rows[:, 1])
    holding = numpy.flatnonzero(ends - starts != rows[:, 1] - rows[:, 0])
    for at in holding.tolist():
        starts[at], ends[at] = with_both_quotes(text, int(starts[at]), int(ends[at]))
    return Spans(starts, ends, rows[:, 2])


def _find_rows(text: str, spelled: Spelled, automaton: Automaton) -> Rows:
    rows = automaton.main.find_rows(spelled.text)
    refuses = partial(_is_refused, text, spelled, automaton)
    wrong = _find_refused(rows, automaton, refuses)
    newer = (start for start, _, _ in automaton.newer.find(spelled.text))
    lines = _lines_around(spelled.text, chain(wrong, newer))
    return _settle_lines(rows, lines, spelled.text, automaton, refuses) if lines else rows


def _find_refused(rows: Rows, automaton: Automaton, refuses: Refuses) -> list[int]:
    """Return where matches start that do not count."""
    if not automaton.forms:
        return []
    doubtful = rows[automaton.is_doubtful[rows[:, 2]]].tolist()
    return [start for start, end, number in doubtful if refuses((start, end, number))]


def _is_refused(text: str, spelled: Spelled, automaton: Automaton, match: Match) -> bool:
    """Whether a match is of a term that only counts in other spellings, or of one that is no more."""
    start, end, number = match
    forms = automaton.forms.get(number)
    if forms is None:
        return False
    starts, ends = spelled.original(numpy.array([start]), numpy.array([end]))
    return exact_form(text[int(starts[0]) : int(ends[0])]) not in forms


def _lines_around(text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """Return the lines in which the places are, each once, in order."""
    lines: dict[int, int] = {}
    for place in places:
        end = text.find(LINE_END, place)
        lines[text.rfind(LINE_END, 0, place) + 1] = end if end >= 0 else len(text)
    return sorted(lines.items())


def _settle_lines(
    rows: Rows, lines: Iterable[tuple[int, int]], text: str, automaton: Automaton, refuses: Refuses
) -> Rows:
    """Return the rows with those of some lines settled anew."""
    pieces: list[Rows] = []
    done = 0
    for start, end in lines:
        first, behind = numpy.searchsorted(rows[:, 0], (start, end))
        settled = settle(text[start:end], automaton, partial(_refuses_behind, refuses, start))
        pieces += (rows[done:first], as_rows([(start + a, start + b, number) for a, b, number in settled]))
        done = behind
    return numpy.concatenate((*pieces, rows[done:]))


def _refuses_behind(refuses: Refuses, start: int, match: Match) -> bool:
    return refuses((start + match[0], start + match[1], match[2]))
