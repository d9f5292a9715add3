"""Aligning two texts line by line: by length (Gale & Church 1993) and by anchors, in a band."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from glossary.alignment.anchors import Anchored, Anchors, Lexicon, find_anchors

SHAPES = {(1, 1): 0.89, (1, 2): 0.03, (2, 1): 0.03, (2, 2): 0.01, (1, 3): 0.005, (3, 1): 0.005}
"""How often so many Chinese lines stand for so many English ones, among those that are translated at all."""
LOST_PROBABILITY = 0.01
"""How often a line of either side has no partner."""
VARIANCE = 6.8
"""Of the length of a translation, for each character of the original (Gale & Church 1993)."""
ANCHOR_BONUS = 4.0
"""What a shared anchor is worth: as much as a line without a partner costs; few are shared by chance."""
MOST_ANCHORS = 3
USUAL_RATIO = 3.2
"""English characters for one Chinese, where the texts are too short to tell."""
FEW_CHARACTERS = 200
LEAST_BAND = 20
LEAST_SHIFTED = 3
MOST_BAND = 120
TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Bead:
    """Lines that stand for each other: those from ``start`` up to ``end`` of either side, from 0."""

    chinese: range
    english: range

    @property
    def is_one_to_one(self) -> bool:
        """Whether one line stands for one."""
        return len(self.chinese) == len(self.english) == 1

    @property
    def is_lost(self) -> bool:
        """Whether a line has no partner."""
        return not (self.chinese and self.english)


def find_shift(beads: Sequence[Bead]) -> Bead | None:
    """Return the bead from which on line n stands for another line than line n, three times in a row or more.

    So two texts with as many lines part, where one lacks a line here and the other one there.
    """
    parting: Bead | None = None
    shifted = 0
    for bead in beads:
        if bead.chinese.start == bead.english.start:
            parting, shifted = (None if bead.is_one_to_one else bead), 0
        elif bead.is_one_to_one:
            shifted += 1
        if parting and shifted >= LEAST_SHIFTED:
            return parting
    return None


def align_lines(chinese: Sequence[str], english: Sequence[str], *, lexicon: Lexicon) -> list[Bead]:
    """Return which lines of two texts stand for each other, in order; every line is in one bead.

    The cheapest row of beads: their shapes, how far the lengths are from the ratio of the two texts, and a
    bonus for each anchor that both sides have. Only beads near the diagonal are looked at, in a band whose
    half is 20 lines and twice the difference of the two texts, 120 at most, so that time grows with lines
    times band.
    """
    return _Aligner(chinese, english, find_anchors(chinese, english, lexicon)).beads()


class _Aligner:
    """The table of the cheapest ways: for each pair of places, its cost and the bead that leads there."""

    def __init__(self, chinese: Sequence[str], english: Sequence[str], anchored: Anchored) -> None:
        self._until = _lengths_until(chinese), _lengths_until(english)
        self._sizes = len(chinese), len(english)
        self._anchored = anchored
        total_zh, total_en = self._until[0][-1], self._until[1][-1]
        self._ratio = total_en / total_zh if total_zh > FEW_CHARACTERS and total_en else USUAL_RATIO
        self._band = min(MOST_BAND, LEAST_BAND + 2 * abs(self._sizes[0] - self._sizes[1]))
        self._costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
        self._ways: dict[tuple[int, int], tuple[int, int]] = {}

    def beads(self) -> list[Bead]:
        for at_zh in range(self._sizes[0] + 1):
            for at_en in self._places_near(at_zh):
                self._go_on_from(at_zh, at_en)
        return list(self._walk_back())[::-1]

    def _places_near(self, at_zh: int) -> range:
        middle = at_zh * self._sizes[1] // max(1, self._sizes[0])
        return range(max(0, middle - self._band), min(self._sizes[1], middle + self._band) + 1)

    def _go_on_from(self, at_zh: int, at_en: int) -> None:
        here = self._costs.get((at_zh, at_en))
        if here is None:
            return
        for shape in ((1, 0), (0, 1), *SHAPES):
            there = at_zh + shape[0], at_en + shape[1]
            if there[0] <= self._sizes[0] and there[1] <= self._sizes[1]:
                cost = here + self._cost(at_zh, at_en, shape)
                if cost < self._costs.get(there, math.inf):
                    self._costs[there], self._ways[there] = cost, shape

    def _cost(self, at_zh: int, at_en: int, shape: tuple[int, int]) -> float:
        if 0 in shape:
            return -math.log(LOST_PROBABILITY)
        length_zh = self._until[0][at_zh + shape[0]] - self._until[0][at_zh]
        length_en = self._until[1][at_en + shape[1]] - self._until[1][at_en]
        shared = self._count_shared(at_zh, at_en, shape)
        return (
            _length_cost(length_zh * self._ratio, length_en) - math.log(SHAPES[shape]) - ANCHOR_BONUS * shared
        )

    def _count_shared(self, at_zh: int, at_en: int, shape: tuple[int, int]) -> int:
        chinese = _join(self._anchored.chinese[at_zh : at_zh + shape[0]])
        if not chinese:
            return 0
        return min(MOST_ANCHORS, len(chinese & _join(self._anchored.english[at_en : at_en + shape[1]])))

    def _walk_back(self) -> Iterator[Bead]:
        at = self._sizes
        while at != (0, 0):
            shape = self._ways[at]
            before = at[0] - shape[0], at[1] - shape[1]
            yield Bead(range(before[0], at[0]), range(before[1], at[1]))
            at = before


def _lengths_until(lines: Sequence[str]) -> list[int]:
    """How many characters there are before each line, and in all."""
    return list(accumulate((len(line.strip()) for line in lines), initial=0))


def _join(anchors: Sequence[Anchors]) -> Anchors:
    return anchors[0] if len(anchors) == 1 else frozenset[str]().union(*anchors)


def _length_cost(expected: float, found: float) -> float:
    """How unlikely it is, as a negative logarithm, that a translation is so long."""
    mean = (expected + found) / 2
    if not mean:
        return 0.0
    apart = abs(found - expected) / math.sqrt(VARIANCE * mean)
    return -math.log(max(TINY, math.erfc(apart / math.sqrt(2))))
