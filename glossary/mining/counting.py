"""Every string of words that occurs often enough, with all its occurrences.

Level by level: a string of n words can be frequent only if its first n-1 words are, and its last n-1. The
positions that are left fall fast, so that a level costs little more than one sort of what is left.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from glossary.mining.shards import CLOSED, OPENED
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
        order, bounds = _group(strings, places, min_count)
        if not len(order):
            return
        level = _choose(Level(width, places[order], bounds), stream, min_count)
        yield level
        counts = numpy.concatenate([counts, level.counts])
        min_count = max(min_count, _count_of(most, counts))
        places, strings = _number_again(places, order, bounds, min_count)


def _count_of(most: int, counts: Places) -> int:
    """Return how often the last of so many most frequent strings occurs; 0 where there are fewer."""
    return 0 if len(counts) < most else int(numpy.partition(counts, -most)[-most])


def _place_words(stream: Stream, chosen: NDArray[numpy.bool_]) -> Level:
    """Return the strings of one word, of which the counts are known."""
    places = numpy.flatnonzero(chosen[stream.ids]).astype(numpy.int32)
    order = _sort_order(stream.ids[places])
    return Level(1, places[order], numpy.cumsum([0, *stream.counts[chosen].tolist()], dtype=numpy.int64))


def _lengthen(
    places: Places, strings: Places, words: Places, stream: Stream, width: int
) -> tuple[Places, Places]:
    """Return where a string is followed by another that overlaps it but for a word, and a number for both."""
    goes_on = numpy.flatnonzero(places[1:] == places[:-1] + 1)
    last_words = words[stream.ids[places[goes_on] + width - 1]]
    return places[goes_on], strings[goes_on].astype(numpy.int64) * (int(words[-1]) + 1) + last_words


def _group(strings: Places, places: Places, min_count: int) -> tuple[Places, Places]:
    """Return the order that puts equal strings together, rare ones left out, and the bounds of each."""
    if not len(places):
        return places, places
    order = _sort_order(strings)
    ordered = strings[order]
    edges = numpy.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    bounds = numpy.concatenate([[0], edges, [len(order)]])
    counts = numpy.diff(bounds)
    frequent = counts >= min_count
    kept_bounds = numpy.concatenate([numpy.zeros(1, dtype=numpy.int64), numpy.cumsum(counts[frequent])])
    return order[numpy.repeat(frequent, counts)], kept_bounds


def _sort_order(strings: Places) -> Places:
    """Return the stable order of numbers; number and place in one integer sort four times as fast."""
    place_bits = len(strings).bit_length()
    if int(strings.max(initial=0)).bit_length() + place_bits > KEY_BITS:
        return numpy.argsort(strings, kind="stable")
    keys = strings.astype(numpy.int64)
    keys <<= place_bits
    keys += numpy.arange(len(strings), dtype=numpy.int32)
    keys.sort()
    keys &= (1 << place_bits) - 1
    return keys.astype(numpy.int32)


def _number_again(places: Places, order: Places, bounds: Places, min_count: int) -> tuple[Places, Places]:
    """Return the places of frequent strings, ascending, and the dense number of the string at each."""
    counts = numpy.diff(bounds)
    frequent = counts >= min_count
    dense = numpy.where(frequent, numpy.cumsum(frequent, dtype=numpy.int32) - numpy.int32(1), numpy.int32(-1))
    numbers = numpy.full(len(places), -1, dtype=numpy.int32)
    numbers[order] = numpy.repeat(dense, counts)
    live = numbers >= 0
    return places[live], numbers[live]


def _choose(level: Level, stream: Stream, min_count: int) -> Level:
    """Return the strings of a good length, without occurrences that cut a quotation."""
    lengths = measure_lengths(stream, level.places[level.bounds[:-1]], level.width)
    level = level.take((lengths >= MIN_CHARS) & (lengths <= MAX_CHARS))
    whole = ~count_marks(stream, level.places, level.width).cut_a_pair()
    if whole.all():
        return level
    kept = numpy.concatenate([[0], numpy.cumsum(whole)])[level.bounds]
    level = Level(level.width, level.places[whole], kept)
    return level.take(level.counts >= min_count)


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
