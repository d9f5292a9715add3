"""Counted strings with all their occurrences, whatever way each is cut into words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy

from glossary.mining.counting import Level
from glossary.mining.stream import Places, Stream
from glossary.text.folding import has_han

Cut = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Strings with all their occurrences, those of one string together and ascending.

    An occurrence begins at token ``places[i]`` and has ``widths[i]`` tokens; ``owners[i]`` is the number of
    its string. String n has the occurrences from ``bounds[n]`` to ``bounds[n + 1]``, and ``cuts[n]`` are the
    words that it is most often cut into, by their numbers in the stream.
    """

    strings: tuple[str, ...]
    cuts: tuple[Cut, ...]
    places: Places
    widths: Places
    owners: Places
    bounds: Places


def gather(levels: Iterable[Level], rows: Iterable[tuple[Cut, Places]], stream: Stream) -> Counted:
    """Return the strings of all levels and rows; one that is cut in several ways is one string.

    ``rows`` are further strings, by how they are cut; those that the levels have are not counted again.
    Words without Chinese between which only a quotation mark stands (``A“B”``) are no string: mining passes
    over such marks, and the key of a term has a space there.
    """
    found = {cut: places for level in levels for cut, places in _split(level, stream)}
    groups: defaultdict[str, list[tuple[Cut, Places]]] = defaultdict(list)
    for cut, places in (found | {cut: places for cut, places in rows if cut not in found}).items():
        string = "".join(stream.words[word] for word in cut)
        if len(cut) == 1 or has_han(string):
            groups[string].append((cut, places))
    return _lay_out(dict(sorted(groups.items())))


def _split(level: Level, stream: Stream) -> Iterator[tuple[Cut, Places]]:
    firsts = level.places[level.bounds[:-1]]
    cuts = stream.ids[firsts[:, None] + numpy.arange(level.width)].tolist()
    for cut, bounds in zip(cuts, pairwise(level.bounds.tolist()), strict=True):
        yield tuple(cut), level.places[slice(*bounds)]


def _lay_out(groups: Mapping[str, list[tuple[Cut, Places]]]) -> Counted:
    pieces = [piece for group in groups.values() for piece in group]
    counts = [len(places) for _, places in pieces]
    lasts = numpy.cumsum([0, *map(len, groups.values())])
    bounds = numpy.cumsum([0, *counts], dtype=numpy.int64)[lasts]
    places = numpy.concatenate([numpy.zeros(0, dtype=numpy.int32), *(places for _, places in pieces)])
    widths = numpy.repeat(numpy.array([len(cut) for cut, _ in pieces], dtype=numpy.int32), counts)
    for several in numpy.flatnonzero(numpy.diff(lasts) > 1).tolist():
        whole = slice(*bounds[several : several + 2])
        order = numpy.argsort(places[whole], kind="stable")
        places[whole], widths[whole] = places[whole][order], widths[whole][order]
    return Counted(
        strings=tuple(groups),
        cuts=tuple(map(_most_usual, groups.values())),
        places=places,
        widths=widths,
        owners=numpy.repeat(numpy.arange(len(groups), dtype=numpy.int32), numpy.diff(bounds)),
        bounds=bounds,
    )


def _most_usual(group: Sequence[tuple[Cut, Places]]) -> Cut:
    """Return the cut with the most occurrences; of equal ones the one of fewer words."""
    if len(group) == 1:
        return group[0][0]
    return min(group, key=lambda piece: (-len(piece[1]), len(piece[0])))[0]
