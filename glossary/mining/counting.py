"""Every string of words that occurs often enough, with all its occurrences."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.mining.heads import find_strings, group_by_head
from glossary.mining.segments import Segment

MAX_WORDS = 8
MAX_CHARS = 16
MIN_CHARS = 2


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words ``first`` up to and without ``last`` of one segment."""

    segment: int
    first: int
    last: int


def count_strings(
    segments: Sequence[Segment], *, min_count: int = 2, marked: frozenset[str] = frozenset()
) -> dict[str, list[Occurrence]]:
    """Return the strings of one to eight words that occur ``min_count`` times, and those in ``marked``.

    Level by level: a string of n words can be frequent only if both its strings of n-1 words are.
    """
    found: dict[str, list[Occurrence]] = {}
    live = {(number, first) for number, segment in enumerate(segments) for first in range(len(segment.words))}
    for width in range(1, MAX_WORDS + 1):
        places = [place for place in live if place[1] + width <= len(segments[place[0]].words)]
        counts = Counter(_string_at(segments, place, width) for place in places)
        frequent = [place for place in places if counts[_string_at(segments, place, width)] >= min_count]
        for string, occurrences in _group(segments, sorted(frequent), width).items():
            found.setdefault(string, []).extend(occurrences)
        kept = set(frequent)
        live = {(number, first) for number, first in kept if (number, first + 1) in kept}
    # Fewer may be left than were counted: an occurrence that cuts a quotation is none.
    found = {string: places for string, places in found.items() if len(places) >= min_count}
    found |= _find_marked(segments, marked - found.keys())
    return {string: places for string, places in found.items() if MIN_CHARS <= len(string) <= MAX_CHARS}


def _string_at(segments: Sequence[Segment], place: tuple[int, int], width: int) -> str:
    segment = segments[place[0]]
    return segment.text[segment.starts[place[1]] : segment.starts[place[1] + width]]


def _group(
    segments: Sequence[Segment], places: list[tuple[int, int]], width: int
) -> Mapping[str, list[Occurrence]]:
    grouped: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for number, first in places:
        if not cuts_quotation(segments[number], first, first + width):
            grouped[_string_at(segments, (number, first), width)].append(
                Occurrence(number, first, first + width)
            )
    return grouped


def cuts_quotation(segment: Segment, first: int, last: int) -> bool:
    """Whether a string holds one quotation mark of a pair but not the other (公安“天网|工程”)."""
    start, end = segment.starts[first], segment.starts[last]
    opened = sum(start < place < end for place in segment.opened)
    closed = sum(start < place < end for place in segment.closed)
    if opened == closed:
        return False
    opened += start in segment.opened and closed > opened
    closed += end in segment.closed and opened > closed
    return opened != closed


def _find_marked(segments: Sequence[Segment], strings: frozenset[str]) -> dict[str, list[Occurrence]]:
    """Return the occurrences of strings that an author marked, wherever they begin and end with a word."""
    found: defaultdict[str, list[Occurrence]] = defaultdict(list)
    heads = group_by_head(strings)
    for number, segment in enumerate(segments):
        for string, start in find_strings(segment.text, heads):
            end = start + len(string)
            if start in segment.starts and end in segment.starts:
                first, last = segment.starts.index(start), segment.starts.index(end)
                found[string].append(Occurrence(number, first, last))
    return found
