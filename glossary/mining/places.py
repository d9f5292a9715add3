"""Where strings stand in the clean texts."""

from collections.abc import Iterable, Iterator

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from glossary.mining.stream import Places


class Place(Struct, frozen=True, order=True, gc=False):
    """A stretch of one source's clean text."""

    source: int
    start: int
    end: int


class Occurrences(Struct, frozen=True, gc=False):
    """All places of one string, in order, as three rows of numbers; iterating gives each as a Place."""

    sources: Places
    starts: Places
    ends: Places

    @classmethod
    def of(cls, places: Iterable[Place]) -> "Occurrences":
        """Return the places in order, each once."""
        rows = sorted({(place.source, place.start, place.end) for place in places})
        return cls(*numpy.array(rows, dtype=numpy.int64).reshape(-1, 3).T)

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[Place]:
        yield from map(Place, self.sources.tolist(), self.starts.tolist(), self.ends.tolist())

    @property
    def homes(self) -> Places:
        """The numbers of the sources that hold any, ascending."""
        is_new = numpy.ones(len(self), dtype=bool)
        numpy.not_equal(self.sources[1:], self.sources[:-1], out=is_new[1:])
        return self.sources[is_new]

    def take(self, chosen: Places | NDArray[numpy.bool_] | slice) -> "Occurrences":
        """Return those at some numbers or under a mask."""
        return Occurrences(self.sources[chosen], self.starts[chosen], self.ends[chosen])
