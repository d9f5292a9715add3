"""Which occurrences of a string stand within a longer string that is built like a term."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from glossary.mining.counted import Counted
from glossary.mining.evidence import is_quoted
from glossary.mining.stream import Places, Stream


class Coverage(Struct, frozen=True, gc=False):
    """How far a string stands within longer ones.

    ``free_share`` of its occurrences (0 to 1) stand in none; ``covers`` different ones hold the others.
    """

    free_share: float
    covers: int


def find_coverage(
    counted: Counted, stream: Stream, good: Collection[str], aliases: Mapping[str, str]
) -> dict[str, Coverage]:
    """Return the coverage of every counted string by the ``good`` ones.

    An alias (海南社管平台 of 社管平台) covers only what reaches into the part that its base lacks; nothing
    covers what fills a quotation (“放管服”改革).
    """
    is_good = _is_among(counted, {*good} - aliases.keys())
    covered = _is_within(counted, len(stream.ids), is_good)
    opens = {alias for alias, base in aliases.items() if not alias.startswith(base)}
    closes = {alias for alias, base in aliases.items() if not alias.endswith(base)}
    covered |= _begins_longer(counted, counted.places, len(stream.ids), _is_among(counted, opens))
    ends = counted.places + counted.widths
    covered |= _begins_longer(counted, ends, len(stream.ids) + 1, _is_among(counted, closes))
    covered &= ~is_quoted(counted, stream)
    shares = 1 - numpy.bincount(counted.owners[covered], minlength=len(counted.strings)) / numpy.diff(
        counted.bounds
    )
    covers = _count_covers(counted, stream, is_good)
    return {
        string: Coverage(share, covers[string])
        for string, share in zip(counted.strings, shares.tolist(), strict=True)
    }


def _is_among(counted: Counted, strings: Collection[str]) -> NDArray[numpy.bool_]:
    found = (string in strings for string in counted.strings)
    return numpy.fromiter(found, dtype=bool, count=len(counted.strings))


def _widest(at: Places, widths: Places, size: int) -> Places:
    """Return for each token the width of the widest string that is given for it."""
    widest = numpy.zeros(size, dtype=numpy.int32)
    for width in numpy.unique(widths).tolist():
        widest[at[widths == width]] = width
    return widest


def _is_within(counted: Counted, size: int, is_good: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """Whether a good string begins no later than each occurrence, ends no earlier, and is longer."""
    good = is_good[counted.owners]
    widest = _widest(counted.places[good], counted.widths[good], size)
    reach = numpy.arange(size, dtype=numpy.int32)
    reach += widest
    numpy.maximum.accumulate(reach, out=reach)
    ends = counted.places + counted.widths
    earlier = numpy.where(counted.places > 0, reach[counted.places - 1], 0) >= ends
    return earlier | (widest[counted.places] > counted.widths)


def _begins_longer(
    counted: Counted, at: Places, size: int, is_alias: NDArray[numpy.bool_]
) -> NDArray[numpy.bool_]:
    """Whether a longer alias begins (or ends) where each occurrence does."""
    alias = is_alias[counted.owners]
    return _widest(at[alias], counted.widths[alias], size)[at] > counted.widths


def _count_covers(counted: Counted, stream: Stream, is_good: NDArray[numpy.bool_]) -> Counter[str]:
    """Return in how many different good strings each string stands."""
    known = frozenset(counted.strings)
    return Counter(
        part
        for number in numpy.flatnonzero(is_good).tolist()
        for part in set(_parts([stream.words[word] for word in counted.cuts[number]])) & known
    )


def _parts(words: list[str]) -> Iterator[str]:
    """Yield what can be made of some of the words, beside one another, but not of all."""
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            if last - first < len(words):
                yield "".join(words[first:last])
