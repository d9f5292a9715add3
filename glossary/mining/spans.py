"""Places in a text, and which of them lie in its kept lines."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from glossary.model import Span


def kept_places(kept: Sequence[Span]) -> Callable[[int, int], bool]:
    """Return what tells whether ``start`` to ``end`` lies within one of the spans, in order and apart."""
    starts = [span.start for span in kept]

    def is_kept(start: int, end: int) -> bool:
        before = bisect_right(starts, start) - 1
        return before >= 0 and end <= kept[before].end

    return is_kept
