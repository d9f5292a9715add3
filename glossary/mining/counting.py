"""Every string of words that occurs often enough, with all its occurrences.

Level by level: a string of n words can be frequent only if its first n-1 words are, and its last n-1. The
positions that are left fall fast, so that a level costs little more than one sort of what is left.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from glossary.mining.shards import CLOSED, OPENED, Flags
from glossary.mining.stream import Places, Stream

MAX_WORDS = 8
MAX_CHARS = 16
MIN_CHARS = 2
KEY_BITS = 63


@dataclass(frozen=True, slots=True)
class Level:
    """The frequent strings of one number of words.

    ``places`` are the numbers of the first tokens of all occurrences, those of one string together and
    ascending; string i has ``places[bounds[i]:bounds[i + 1]]``.
    """

    width: int
    places: Places
    bounds: Places

    @property
    def counts(self) -> Places:
        """How often each string occurs."""
        return numpy.diff(self.bounds)

    def take(self, chosen: NDArray[numpy.bool_]) -> "Level":
        """Return the level with the chosen strings only."""
        counts = self.counts
        bounds = numpy.concatenate([numpy.zeros(1, dtype=numpy.int64), numpy.cumsum(counts[chosen])])
        return Level(self.width, self.places[numpy.repeat(chosen, counts)], bounds)


def count_levels(
    stream: Stream, parts: NDArray[numpy.bool_], *, min_count: int, most: int = sys.maxsize
) -> Iterator[Level]:
    """Yield the strings of one word, two words … that occur ``min_count`` times.

    ``parts`` tells, a word, whether a string may hold it. A string that holds one mark of a pair of quotation
    marks but not the other (公安“天网|工程”) does not occur there. Strings of fewer than two or more than
    sixteen characters are left out, and of a large collection those that are rarer than as many as ``most``
    strings before them: what holds such a string is rarer still.
    """
    is_string = parts & (stream.lengths >= MIN_CHARS) & (stream.lengths <= MAX_CHARS)
    counts = stream.counts[is_string]
    min_count = max(min_count, _count_of(most, counts))
    is_frequent = parts & (stream.counts >= min_count)
    yield _place_words(stream, is_string & is_frequent)
    words = numpy.cumsum(is_frequent, dtype=numpy.int32) - numpy.int32(1)
    places = numpy.flatnonzero(is_frequent[stream.ids]).astype(numpy.int32)
    strings = words[stream.ids[places]]
    for width in range(2, MAX_WORDS + 1):
        places, strings = _lengthen(places, strings, words, stream, width)
        frequent = _group(width, strings, places, min_count)
        if not len(frequent.places):
            return
        level = _choose(frequent, stream, min_count)
        yield level
        counts = numpy.concatenate([counts, level.counts])
        min_count = max(min_count, _count_of(most, counts))
        places, strings = _number_again(frequent, min_count)


def _count_of(most: int, counts: Places) -> int:
    """Return how often the last of so many most frequent strings occurs; 0 where there are fewer."""
    return 0 if len(counts) < most else int(numpy.partition(counts, -most)[-most])


def _place_words(stream: Stream, chosen: NDArray[numpy.bool_]) -> Level:
    """Return the strings of one word, of which the counts are known."""
    places = numpy.flatnonzero(chosen[stream.ids]).astype(numpy.int32)
    _, places = _sort_together(stream.ids[places], places)
    return Level(1, places, numpy.cumsum([0, *stream.counts[chosen].tolist()], dtype=numpy.int64))


def _lengthen(
    places: Places, strings: Places, words: Places, stream: Stream, width: int
) -> tuple[Places, Places]:
    """Return where a string is followed by another that overlaps it but for a word, and a number for both."""
    goes_on = numpy.flatnonzero(places[1:] == places[:-1] + 1)
    last_words = words[stream.ids[places[goes_on] + width - 1]]
    return places[goes_on], strings[goes_on].astype(numpy.int64) * (int(words[-1]) + 1) + last_words


def _group(width: int, strings: Places, places: Places, min_count: int) -> Level:
    """Return the places of equal strings together, rare ones left out."""
    strings, places = _sort_together(strings, places)
    edges = numpy.flatnonzero(strings[1:] != strings[:-1]) + 1
    bounds = numpy.concatenate([[0], edges, [len(places)]])
    return Level(width, places, bounds).take(numpy.diff(bounds) >= min_count)


def _sort_together(first: Places, second: Places) -> tuple[Places, Places]:
    """Return two rows of numbers ordered by the first, then by the second.

    Both in one integer sort several times as fast.
    """
    bits = int(second.max(initial=0)).bit_length()
    if int(first.max(initial=0)).bit_length() + bits > KEY_BITS:
        order = numpy.lexsort((second, first))
        return first[order], second[order]
    keys = first.astype(numpy.int64)
    keys <<= bits
    keys |= second
    keys.sort()
    second = (keys & ((1 << bits) - 1)).astype(numpy.int32)
    keys >>= bits
    return keys, second


def _number_again(level: Level, min_count: int) -> tuple[Places, Places]:
    """Return the places of strings that are frequent enough, ascending, and the dense number of each."""
    left = level.take(level.counts >= min_count)
    numbers = numpy.repeat(numpy.arange(len(left.counts), dtype=numpy.int32), left.counts)
    places, numbers = _sort_together(left.places, numbers)
    return places.astype(numpy.int32), numbers


def _choose(level: Level, stream: Stream, min_count: int) -> Level:
    """Return the strings of a good length, without occurrences that cut a quotation."""
    lengths = measure_lengths(stream, level.places[level.bounds[:-1]], level.width)
    level = level.take((lengths >= MIN_CHARS) & (lengths <= MAX_CHARS))
    marked = numpy.flatnonzero(_hold_marks(stream, level.places, level.width))
    cuts = count_marks(stream, level.places[marked], level.width).cut_a_pair()
    if not cuts.any():
        return level
    whole = numpy.ones(len(level.places), dtype=bool)
    whole[marked[cuts]] = False
    kept = numpy.concatenate([[0], numpy.cumsum(whole)])[level.bounds]
    level = Level(level.width, level.places[whole], kept)
    return level.take(level.counts >= min_count)


def _hold_marks(stream: Stream, places: Places, width: int) -> Flags:
    """Return whether any of the ``width`` words that begin at each place has a quotation mark; few have."""
    held = numpy.zeros(len(places), dtype=numpy.uint8)
    for offset in range(width):
        held |= stream.marks[places + offset]
    return held


def measure_lengths(stream: Stream, places: Places, width: int) -> Places:
    """Return how many characters the string of so many words at each place has."""
    lengths = numpy.zeros(len(places), dtype=numpy.int64)
    for offset in range(width):
        lengths += stream.lengths[stream.ids[places + offset]]
    return lengths


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of one string at each of its places."""

    opens_at_start: NDArray[numpy.bool_]
    closes_at_end: NDArray[numpy.bool_]
    opened_inside: Places
    closed_inside: Places

    def cut_a_pair(self) -> NDArray[numpy.bool_]:
        """Whether the string holds one mark of a pair but not the other (公安“天网|工程”)."""
        opened = self.opened_inside + (self.opens_at_start & (self.closed_inside > self.opened_inside))
        closed = self.closed_inside + (self.closes_at_end & (self.opened_inside > self.closed_inside))
        cuts: NDArray[numpy.bool_] = (self.opened_inside != self.closed_inside) & (opened != closed)
        return cuts


def count_marks(stream: Stream, places: Places, width: int) -> Marks:
    """Return the quotation marks at and between the ``width`` words that begin at each place."""
    marks = numpy.stack([stream.marks[places + offset] for offset in range(width)])
    opened, closed = marks & OPENED > 0, marks & CLOSED > 0
    return Marks(opened[0], closed[-1], opened[1:].sum(axis=0), closed[:-1].sum(axis=0))
