"""Which of the matches in a text count: the leftmost first, none overlapping another."""

from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Positions: TypeAlias = NDArray[numpy.int64]
Lengths: TypeAlias = NDArray[numpy.int32]
Flags: TypeAlias = NDArray[numpy.bool_]

FEW_CHAINS = 16


def choose_leftmost(lengths: Lengths) -> Positions:
    """Return where the matches begin that count, given for each place how long the longest is there, or 0.

    A match that begins behind all that began before it counts in any case; behind each one that counts, so
    does the first that begins where it ends or later.
    """
    begins = lengths != 0
    starts = numpy.flatnonzero(begins)
    ends = starts + lengths.take(starts)
    counts = _begin_behind(starts, ends)
    if not counts.all():
        begun = numpy.cumsum(begins, dtype=numpy.int32)
        _follow(counts, begun.take(ends - 1).astype(numpy.int64))
    return starts.take(numpy.flatnonzero(counts[:-1]))


def _follow(counts: Flags, following: Positions) -> None:
    """Let what follows a match that counts count too, and what follows that, in place.

    All chains are followed side by side, the last few singly: 啊啊 in 啊啊啊啊… makes one of a whole text.
    """
    newest = numpy.flatnonzero(counts[:-1])
    while len(newest) > FEW_CHAINS:
        reached = following.take(newest)
        newest = reached.take(numpy.flatnonzero(~counts.take(reached)))
        counts[newest] = True
    for at in newest.tolist():
        while not counts[at := following[at]]:
            counts[at] = True


def _begin_behind(starts: Positions, ends: Positions) -> Flags:
    """Return whether each match begins behind all that began before it, and True for the end of the text."""
    behind = numpy.ones(len(starts) + 1, dtype=numpy.bool_)
    behind[1:-1] = starts[1:] >= numpy.maximum.accumulate(ends)[:-1]
    return behind


def choose_inside(starts: Positions, ends: Positions, outer: tuple[Positions, Positions]) -> Positions:
    """Return which of all matches stand inside the ``outer`` ones, or are these: by start, the longest first.

    Of several with the same start and end the first is taken.
    """
    outer_starts, outer_ends = outer
    around = numpy.searchsorted(outer_starts, starts, side="right") - 1
    inside = numpy.flatnonzero(ends <= outer_ends.take(around))
    starts, ends = starts.take(inside), ends.take(inside)
    order = numpy.lexsort((-ends, starts))
    starts, ends = starts.take(order), ends.take(order)
    differs = (numpy.diff(starts) != 0) | (numpy.diff(ends) != 0)
    return inside.take(order[numpy.concatenate(([True], differs))[: len(order)]])
