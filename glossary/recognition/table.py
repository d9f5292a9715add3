"""A table of numbers in which a whole array of keys is looked up at once.

Each key has two places and lies in one of them (cuckoo hashing, Pagh & Rodler 2004), so that a look-up of any
key takes two steps and no more; where keys crowd one another out for too long, other places are tried.
"""

from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Keys: TypeAlias = NDArray[numpy.int64]
Places: TypeAlias = NDArray[numpy.int64]
Numbers: TypeAlias = NDArray[numpy.int32]

EMPTY = 0
NOBODY = -1
PLACES_A_KEY = 2.02
"""At least so many; with fewer than two, keys go round in circles."""
FEWEST_PLACES = 16
MOST_ROUNDS = 400
FIRST_MULTIPLIER = 0x9E3779B97F4A7C15
SECOND_MULTIPLIER = 0xC2B2AE3D27D4EB4F
KEY_BITS = 64


@dataclass(frozen=True, slots=True)
class Table:
    """Keys, none of them EMPTY, with a number for each; ``attempt`` says where they have their places."""

    keys: Keys
    numbers: Numbers
    attempt: int = 0

    def find(self, wanted: Keys) -> tuple[Places, Numbers]:
        """Return which of the wanted keys are in the table, by their order, and the numbers of these."""
        place, other = places_of(wanted, len(self.keys), self.attempt)
        is_first = self.keys.take(place) == wanted
        # numpy.where takes five times as long, since no processor foretells which of the two it will be.
        place -= other
        place *= is_first
        place += other
        found = numpy.flatnonzero(self.keys.take(place) == wanted)
        return found, self.numbers.take(place.take(found))


def places_of(keys: Keys, size: int, attempt: int = 0) -> tuple[Places, Places]:
    """Return both places of each key in a table of a power of two: the upper bits of two products."""
    multiplier = FIRST_MULTIPLIER * (2 * attempt + 1) % (1 << KEY_BITS)
    unneeded = numpy.uint64(KEY_BITS + 1 - size.bit_length())
    first = keys.view(numpy.uint64) * numpy.uint64(multiplier)
    second = first * numpy.uint64(SECOND_MULTIPLIER)
    first >>= unneeded
    second >>= unneeded
    return first.view(numpy.int64), second.view(numpy.int64)


def build_table(keys: Keys, numbers: Numbers) -> Table:
    """Return a table of distinct keys."""
    size = 1 << int(len(keys) * PLACES_A_KEY + FEWEST_PLACES).bit_length()
    tries = ((_settle(numpy.stack(places_of(keys, size, one)), size), one) for one in count())
    owners, attempt = next((owners, one) for owners, one in tries if owners is not None)
    taken = numpy.flatnonzero(owners != NOBODY)
    laid = numpy.full(size, EMPTY, dtype=numpy.int64), numpy.zeros(size, dtype=numpy.int32)
    laid[0][taken] = keys.take(owners.take(taken))
    laid[1][taken] = numbers.take(owners.take(taken))
    return Table(*laid, attempt)


def _settle(places: Places, size: int) -> Places | None:
    """Return which key, by its order, lies in each place; None where they do not come to rest."""
    owners = numpy.full(size, NOBODY, dtype=numpy.int64)
    side = numpy.zeros(places.shape[1], dtype=numpy.int64)
    homeless = numpy.arange(places.shape[1])
    for _ in range(MOST_ROUNDS):
        if not len(homeless):
            return owners
        wanted = places[side.take(homeless), homeless]
        before = owners.take(wanted)
        owners[wanted] = homeless
        beaten = homeless[owners.take(wanted) != homeless]
        evicted = numpy.unique(before[before != NOBODY])
        homeless = numpy.concatenate((beaten, evicted))
        side[homeless] ^= 1
    return None
