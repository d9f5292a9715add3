"""How strongly Chinese units and English phrases go together, over all sentence pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy
from numpy.typing import NDArray

from glossary.alignment.sentences import Sentence
from glossary.alignment.words import Token

LONGEST_CORE_WORDS = 3
"""Links begin with so many words at most and grow from there: counting longer phrases finds no others."""
LEAST_TOGETHER = 2

Numbers = NDArray[numpy.int64]
Scores = NDArray[numpy.float64]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A phrase of one sentence: its number and the words that it takes, from ``start`` up to ``end``."""

    phrase: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How often units, phrases and both occur, each counted once a sentence pair.

    ``units`` and ``phrases`` number what is counted; ``spots`` and ``unit_numbers`` say what each sentence
    holds. ``together`` are the keys of pairs, ascending (unit times phrases, plus phrase), ``times`` in how
    many sentences each pair is.
    """

    units: dict[str, int]
    phrases: dict[Phrase, int]
    unit_numbers: Sequence[Numbers]
    spots: Sequence[Sequence[Spot]]
    of_unit: Numbers
    of_phrase: Numbers
    together: Numbers
    times: Numbers

    @property
    def sentences(self) -> int:
        """How many sentence pairs there are."""
        return len(self.spots)

    def places_of(self, units: Numbers, phrases: Numbers) -> tuple[Numbers, NDArray[numpy.bool_]]:
        """Return where each pair of some units (rows) and phrases (columns) is counted, and whether it is."""
        keys = units[:, None] * len(self.phrases) + phrases[None, :]
        places = numpy.minimum(numpy.searchsorted(self.together, keys), len(self.together) - 1)
        return places, self.together[places] == keys


def count_together(sentences: Sequence[Sentence]) -> Counted:
    """Count units, phrases of up to three words, and both, in sentence pairs (at least one)."""
    repeated = _find_repeated(sentences)
    units: dict[str, int] = {}
    phrases: dict[Phrase, int] = {}
    unit_numbers, spots = [], []
    for sentence in sentences:
        numbers = [units.setdefault(unit, len(units)) for unit in sentence.units]
        unit_numbers.append(numpy.array(numbers, dtype=numpy.int64))
        spots.append(
            [
                Spot(phrases.setdefault(phrase, len(phrases)), start, end)
                for phrase, start, end in _cores(sentence.tokens)
                if len(phrase) == 1 or phrase in repeated
            ]
        )
    distinct = [numpy.unique(numbers) for numbers in unit_numbers]
    present = [numpy.unique(numpy.array([spot.phrase for spot in one], dtype=numpy.int64)) for one in spots]
    keys = [
        (unit[:, None] * len(phrases) + phrase[None, :]).ravel()
        for unit, phrase in zip(distinct, present, strict=True)
    ]
    together, times = numpy.unique(_concatenate(keys), return_counts=True)
    return Counted(
        units=units,
        phrases=phrases,
        unit_numbers=unit_numbers,
        spots=spots,
        of_unit=numpy.bincount(_concatenate(distinct), minlength=len(units)),
        of_phrase=numpy.bincount(_concatenate(present), minlength=len(phrases)),
        together=together,
        times=times,
    )


def _concatenate(arrays: list[Numbers]) -> Numbers:
    return numpy.concatenate([*arrays, numpy.empty(0, dtype=numpy.int64)])


def _find_repeated(sentences: Sequence[Sentence]) -> set[Phrase]:
    """The phrases of several words that are there twice: others could link nothing."""
    once: set[Phrase] = set()
    twice: set[Phrase] = set()
    for phrase, start, end in chain.from_iterable(_cores(sentence.tokens) for sentence in sentences):
        if end - start > 1:
            (twice if phrase in once else once).add(phrase)
    return twice


def _cores(tokens: Sequence[Token]) -> Iterator[tuple[Phrase, int, int]]:
    """The phrases of up to three words, not over a mark, that neither begin nor end with a function word."""
    for start, first in enumerate(tokens):
        if first.is_function:
            continue
        for end in range(start + 1, min(len(tokens), start + LONGEST_CORE_WORDS) + 1):
            last = tokens[end - 1]
            if end > start + 1 and last.breaks:
                break
            if not last.is_function:
                yield tuple(token.key for token in tokens[start:end]), start, end


def score_together(counted: Counted) -> Scores:
    """Return the association of each counted pair; 0 for pairs that are together less than by chance."""
    units, phrases = numpy.divmod(counted.together, max(1, len(counted.phrases)))
    return log_likelihood(
        counted.times, counted.of_unit[units], counted.of_phrase[phrases], counted.sentences
    )


def log_likelihood(together: Any, first: Any, second: Any, total: int) -> Scores:
    """Return Dunning's log-likelihood ratio (1993), ≥ 0, where both occur more often together than by chance.

    Counts of sentence pairs, alone or as arrays: with both, with the first, with the second, all.
    """
    both, one, other = (numpy.asarray(count, dtype=numpy.float64) for count in (together, first, second))
    cells = (both, one - both, other - both, total - one - other + both)
    sums = (one, other, total - one, total - other)
    ratio = sum(map(_x_log_x, cells)) - sum(map(_x_log_x, sums)) + _x_log_x(numpy.float64(total))
    return numpy.where(both * total > one * other, numpy.maximum(2 * ratio, 0), 0.0)


def _x_log_x(count: Any) -> Any:
    return count * numpy.log(numpy.maximum(count, 1))
