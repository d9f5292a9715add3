"""Where a term and its forms stand, as marks on the strip of the documents."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

from glossary.model import Span
from glossary.report.mining_values import Mark

Stretch: TypeAlias = tuple[int, int, int]
"""The index of a document from 0, and where in its clean text something begins and ends."""

MARK_DECIMALS = 3


class KeptOffsets:
    """How far down the kept text of a document a position stands."""

    def __init__(self, kept: Sequence[Span]) -> None:
        self._starts = [span.start for span in kept]
        self._before = list(accumulate((span.end - span.start for span in kept), initial=0))

    def share(self, position: int) -> float:
        """Return from 0 up to 1 which share of the kept text stands before ``position``, which is kept."""
        span = bisect_right(self._starts, position) - 1
        if span < 0:
            return 0.0
        before = self._before[span] + position - self._starts[span]
        return round(before / max(self._before[-1], 1), MARK_DECIMALS)


def mark_places(
    own: Sequence[Stretch], forms: Sequence[Stretch], kept: Sequence[KeptOffsets]
) -> tuple[Mark, ...]:
    """Return a mark for each of a term's own places, and for those of its forms that lie apart from them.

    Both are ascending; ``kept`` has a value for each document.
    """
    apart = [stretch for stretch in dict.fromkeys(forms) if not _overlaps(stretch, own)]
    return tuple(
        sorted(
            Mark(document + 1, kept[document].share(start), of_form=of_form)
            for stretches, of_form in ((own, False), (apart, True))
            for document, start, _ in stretches
        )
    )


def _overlaps(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    """Whether a stretch shares a character with one of ``others``, ascending and all about as long."""
    document, start, end = stretch
    index = bisect_right(others, stretch)
    return any(
        other[0] == document and other[1] < end and start < other[2]
        for other in others[max(index - 1, 0) : index + 1]
    )
