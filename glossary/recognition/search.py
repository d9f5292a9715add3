"""Every term that begins anywhere in a text, found at all places at once, one character further at a time.

A tree of the beginnings of terms, whose branches lie in one table. The two characters at a place rule most
places out. At the others the first three are looked up as one key and then, from the beginning found so far,
each character further, as long as a term goes on. So the work is a handful of array operations for each
length: it grows with the text and with how far the text follows the terms, at most the longest of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy
from numpy.typing import NDArray

from glossary.recognition.table import Keys, Numbers, Places, Table, build_table

Codes: TypeAlias = NDArray[numpy.uint32]

UTF_32 = "utf-32-le"
CHAR_BITS = 21
"""So many has a code point: up to three characters make a key of 64 bits, which is not negative."""
FEWEST_CHARS = 2
PACKED_CHARS = 3
ENDS, GOES_ON = 1, 2
"""Of a beginning: it is itself a term; longer terms begin with it."""
KIND_BITS = 2
SCREEN_PLACES_A_TERM = 4
FEWEST_SCREEN_BITS, MOST_SCREEN_BITS = 10, 22
FIRST_MULTIPLIER = numpy.uint32(0x9E3779B1)
SECOND_MULTIPLIER = numpy.uint32(0x85EBCA77)
HASH_BITS = 32


class Found(NamedTuple):
    """Terms of one length, by their numbers, and where in a text they begin."""

    length: int
    places: Places
    terms: Numbers


@dataclass(frozen=True, slots=True)
class Search:
    """Terms that are looked for together.

    ``screen`` says, for two characters, whether a term is, or begins with, these or others that share their
    place. ``table`` has a number for each beginning of a term, with its kind.
    """

    screen: NDArray[numpy.uint8]
    table: Table

    def walk(self, codes: Codes) -> Iterator[Found]:
        """Yield the terms in a text without zeros, shorter ones first; they may overlap."""
        padded = numpy.concatenate((codes, numpy.zeros(PACKED_CHARS - 1, dtype=numpy.uint32)))
        kinds = self.screen.take(_screened(padded[:-2], padded[1:-1], len(self.screen)))
        yield self._find_pairs(padded, numpy.flatnonzero((kinds & ENDS) != 0))
        yield from self._walk_on(padded, numpy.flatnonzero(kinds >= GOES_ON))

    def _find_pairs(self, codes: Codes, places: Places) -> Found:
        found, numbers = self.table.find(_pack(codes, places, FEWEST_CHARS))
        return Found(FEWEST_CHARS, places.take(found), numbers >> KIND_BITS)

    def _walk_on(self, codes: Codes, places: Places) -> Iterator[Found]:
        keys, length = _pack(codes, places, PACKED_CHARS), PACKED_CHARS
        while len(places):
            found, numbers = self.table.find(keys)
            places = places.take(found)
            ending = numpy.flatnonzero((numbers & ENDS) != 0)
            yield Found(length, places.take(ending), numbers.take(ending) >> KIND_BITS)
            going = numpy.flatnonzero((numbers & GOES_ON) != 0)
            places = places.take(going)
            keys = _key_of_branch(numbers.take(going), codes.take(places + length))
            length += 1


def build_search(spelled: Sequence[str]) -> Search:
    """Return a search for sorted, distinct terms of two characters and more, numbered in that order."""
    lengths = numpy.fromiter(map(len, spelled), dtype=numpy.int64, count=len(spelled))
    codes = numpy.frombuffer("".join(spelled).encode(UTF_32), dtype=numpy.uint32)
    starts = numpy.cumsum(lengths) - lengths
    keys, numbers = (numpy.concatenate(parts) for parts in zip(*_grow(codes, starts, lengths), strict=True))
    return Search(_make_screen(codes, starts, lengths), build_table(keys, numbers))


def _grow(codes: Codes, starts: Places, lengths: Places) -> Iterator[tuple[Keys, Numbers]]:
    """Yield the terms of two characters, then the beginnings of three, of four and so on: keys and numbers.

    A beginning that is a term has the number of the term; the others are numbered from there on.
    """
    rows = numpy.flatnonzero(lengths == FEWEST_CHARS)
    yield _pack(codes, starts.take(rows), FEWEST_CHARS), _number(rows, ENDS)
    rows = numpy.flatnonzero(lengths >= PACKED_CHARS)
    keys, length, unused = _pack(codes, starts.take(rows), PACKED_CHARS), PACKED_CHARS, len(lengths)
    while len(rows):
        goes_on = lengths.take(rows) > length
        is_new = numpy.concatenate(([True], keys[1:] != keys[:-1]))
        numbers, reached = _number_level(rows, goes_on, numpy.cumsum(is_new) - 1, unused)
        yield keys[is_new], numbers
        rows = rows[goes_on]
        keys = _key_of_branch(reached[goes_on], codes.take(starts.take(rows) + length))
        length, unused = length + 1, unused + len(numbers)


def _number_level(
    rows: Places, goes_on: NDArray[numpy.bool_], serial: Places, unused: int
) -> tuple[Numbers, Numbers]:
    """Return the numbers of the beginnings of one length, and the one that each term has reached.

    ``rows`` are the terms, of which some go on, and ``serial`` says which of the beginnings each has.
    """
    numbers = _number(numpy.arange(unused, unused + serial[-1] + 1), 0)
    numbers[serial[~goes_on]] = _number(rows[~goes_on], ENDS)
    numbers[serial[goes_on]] |= GOES_ON
    return numbers, numbers.take(serial)


def _number(serial: Places, kind: int) -> Numbers:
    return (serial << KIND_BITS | kind).astype(numpy.int32)


def _pack(codes: Codes, places: Places, count: int) -> Keys:
    """Return so many characters from each place on as one key."""
    keys = codes.take(places).astype(numpy.int64)
    for further in range(1, count):
        keys = keys << CHAR_BITS | codes.take(places + further)
    return keys


def _key_of_branch(numbers: Numbers, codes: Codes) -> Keys:
    """Return the keys of what beginnings and a character more make; they are negative, as no other key is."""
    return ~(numbers.astype(numpy.int64) << CHAR_BITS | codes)


def _make_screen(codes: Codes, starts: Places, lengths: Places) -> NDArray[numpy.uint8]:
    places = len(starts) * SCREEN_PLACES_A_TERM
    bits = min(max(places.bit_length(), FEWEST_SCREEN_BITS), MOST_SCREEN_BITS)
    screen = numpy.zeros(1 << bits, dtype=numpy.uint8)
    at = _screened(codes.take(starts), codes.take(starts + 1), len(screen))
    screen[at[lengths == FEWEST_CHARS]] |= ENDS
    screen[at[lengths > FEWEST_CHARS]] |= GOES_ON
    return screen


def _screened(first: Codes, second: Codes, size: int) -> Codes:
    """Return where in a screen of a power of two places two characters lie."""
    product = first * FIRST_MULTIPLIER
    product += second * SECOND_MULTIPLIER
    product >>= numpy.uint32(HASH_BITS + 1 - size.bit_length())
    return product
