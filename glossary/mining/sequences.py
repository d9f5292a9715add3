"""Given rows of words looked for in the whole stream at once."""

from collections import defaultdict
from collections.abc import Collection, Iterator

import numpy

from glossary.mining.counted import Cut
from glossary.mining.stream import Places, Stream


def find_sequences(stream: Stream, cuts: Collection[Cut]) -> Iterator[tuple[Cut, Places]]:
    """Yield each row of words that occurs, with the numbers of the tokens where it begins, ascending.

    All rows are followed together, word by word, from the places where the first word of any stands.
    """
    branches = _grow(cuts)
    size = len(stream.words)
    starts = numpy.full(size, -1, dtype=numpy.int64)
    for (word,), number in ((cut, number) for cut, number in branches.items() if len(cut) == 1):
        starts[word] = number
    places = numpy.flatnonzero(starts[stream.ids] >= 0)
    at = starts[stream.ids[places]]
    keys, numbers = _transitions(branches, size)
    for width in range(1, max(map(len, cuts), default=0) + 1):
        yield from _gather_ends(places, at, [cut for cut in cuts if len(cut) == width], branches)
        inside = places + width < len(stream.ids)
        places, at = places[inside], at[inside]
        wanted = at * size + stream.ids[places + width]
        found = numpy.minimum(numpy.searchsorted(keys, wanted), len(keys) - 1)
        goes_on = keys[found] == wanted if len(keys) else numpy.zeros(len(wanted), dtype=bool)
        places, at = places[goes_on], numbers[found[goes_on]]


def _grow(cuts: Collection[Cut]) -> dict[Cut, int]:
    """Return a number for every beginning of a row."""
    branches: defaultdict[Cut, int] = defaultdict(lambda: len(branches))
    for cut in sorted(cuts):
        for width in range(1, len(cut) + 1):
            branches[cut[:width]]
    return dict(branches)


def _transitions(branches: dict[Cut, int], size: int) -> tuple[Places, Places]:
    """Return, ascending, a key for each step from a beginning to one with a further word, and its number."""
    steps = {branches[cut[:-1]] * size + cut[-1]: number for cut, number in branches.items() if len(cut) > 1}
    keys = numpy.array(sorted(steps), dtype=numpy.int64)
    return keys, numpy.array([steps[key] for key in keys.tolist()], dtype=numpy.int64)


def _gather_ends(
    places: Places, at: Places, ended: Collection[Cut], branches: dict[Cut, int]
) -> Iterator[tuple[Cut, Places]]:
    order = numpy.argsort(at, kind="stable")
    ordered = at[order]
    for cut in ended:
        first, last = numpy.searchsorted(ordered, [branches[cut], branches[cut] + 1])
        if first < last:
            yield cut, places[order[first:last]]
