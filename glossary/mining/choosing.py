"""The strings worth measuring: all of a small collection, of a large one those that could rank at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from glossary.mining.background import PER_MILLION, Background
from glossary.mining.counting import MAX_WORDS, MIN_CHARS, Level, measure_lengths
from glossary.mining.shape import judge_shape
from glossary.mining.stream import Stream
from glossary.mining.termhood import COMMON_PARTS_CONTRAST, judge_contrast, judge_length, judge_rarity

MOST_JUDGED = 40_000
MOST_MEASURED = 8_000
LONGEST_JUDGED_CHARS = 16
PROBE_AFTER = ("中心", "n")
PROBE_BEFORE = ("综合", "vn")

Floats = NDArray[numpy.float64]


def choose(
    levels: Sequence[Level], stream: Stream, tags: Sequence[str], background: Background
) -> list[Level]:
    """Return the levels with the strings that could score most, 8,000 or a few more; all where less are.

    What a string could score is told by its count, its words' rarity and the shape of its ends; only the
    measured ones are judged in full.
    """
    levels = _take_best(levels, [level.counts for level in levels], MOST_JUDGED)
    if sum(len(level.counts) for level in levels) <= MOST_MEASURED:
        return levels
    worth = _worth_of_words(levels, stream, tags, background)
    return _take_best(levels, [_worth_of_strings(level, stream, worth) for level in levels], MOST_MEASURED)


def _take_best(levels: Sequence[Level], worths: Sequence[NDArray[Any]], most: int) -> list[Level]:
    """Return so many of the strings that are worth most, and those that are worth as much as the last."""
    everything = numpy.concatenate([numpy.zeros(0), *worths])
    if len(everything) <= most:
        return list(levels)
    least = numpy.partition(everything, -most)[-most]
    return [level.take(worth >= least) for level, worth in zip(levels, worths, strict=True)]


@dataclass(frozen=True, slots=True)
class _Worth:
    """Figures a word: how rare it is, how well it opens and closes a string, what it is worth alone."""

    rarity: Floats
    opening: Floats
    closing: Floats
    alone: Floats


def _worth_of_words(
    levels: Sequence[Level], stream: Stream, tags: Sequence[str], background: Background
) -> _Worth:
    """Return the figures of the words of the strings, each of those words alone that it is asked of."""
    singles = [level for level in levels if level.width == 1]
    longer = [level for level in levels if level.width > 1]
    worth = _Worth(*numpy.zeros((4, len(stream.words))))
    total = int(stream.counts.sum())
    for number in _words_at(levels, stream, range(MAX_WORDS)):
        worth.rarity[number] = judge_rarity(background.per_million(stream.words[number]))
    for number in _words_at(longer, stream, range(1)):
        words, of_words = (stream.words[number], PROBE_AFTER[0]), (tags[number], PROBE_AFTER[1])
        worth.opening[number] = judge_shape(words, of_words)
    for number in _words_at(longer, stream, range(-1, 0)):
        words, of_words = (PROBE_BEFORE[0], stream.words[number]), (PROBE_BEFORE[1], tags[number])
        worth.closing[number] = judge_shape(words, of_words)
    for number in _words_at(singles, stream, range(1)):
        here = stream.counts[number] / total * PER_MILLION
        contrast = judge_contrast(here, background.per_million(stream.words[number]))
        if contrast:
            worth.alone[number] = contrast * judge_shape((stream.words[number],), (tags[number],))
    return worth


def _words_at(levels: Sequence[Level], stream: Stream, offsets: Iterable[int]) -> list[int]:
    """Return the words that stand at some offsets of the strings; one below 0 counts from the end."""
    used = numpy.zeros(len(stream.words), dtype=bool)
    for level in levels:
        firsts = level.places[level.bounds[:-1]]
        for offset in offsets:
            if offset < level.width:
                used[stream.ids[firsts + offset % level.width]] = True
    return numpy.flatnonzero(used).tolist()


def _worth_of_strings(level: Level, stream: Stream, worth: _Worth) -> Floats:
    firsts = level.places[level.bounds[:-1]]
    cuts = numpy.stack([stream.ids[firsts + offset] for offset in range(level.width)])
    salience = numpy.log2(1 + level.counts)
    if level.width == 1:
        alone: Floats = salience * worth.alone[cuts[0]]
        return alone
    rarities = worth.rarity[cuts]
    rarity = (rarities.mean(axis=0) + rarities.max(axis=0)) / 2
    lengths = numpy.minimum(measure_lengths(stream, firsts, level.width), LONGEST_JUDGED_CHARS)
    by_length = numpy.array(
        [judge_length(max(length, MIN_CHARS)) for length in range(LONGEST_JUDGED_CHARS + 1)]
    )
    specificity = COMMON_PARTS_CONTRAST + (1 - COMMON_PARTS_CONTRAST) * rarity
    edges: Floats = worth.opening[cuts[0]] * worth.closing[cuts[-1]]
    worths: Floats = salience * specificity * edges * by_length[lengths]
    return worths
