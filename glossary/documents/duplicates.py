"""Put near-copies of one text together: syndicated articles, reprints, the same page in two widths.

Two texts are near-copies where the longer holds at least half of the 8-grams of the shorter (containment,
Broder 1997). An index of sampled 8-grams names the pairs worth comparing, so that not every text meets every
other.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import TypeAlias, TypeVar

import numpy
from numpy.typing import NDArray

from glossary.model import CleanText
from glossary.text.masking import mask

Grams: TypeAlias = NDArray[numpy.uint64]
Ranks: TypeAlias = NDArray[numpy.int64]
Number = TypeVar("Number", numpy.uint64, numpy.int64)

GRAM_UNITS = 8
MIN_CONTAINMENT = 0.5
MIN_INDEXED_CONTAINMENT = 0.1
"""The index sees a sample and not every pair, so that it asks for less than the comparison does."""
MOST_COMPARED_GRAMS = 4_000_000
MAX_INDEXED_GRAMS = 1_000_000
MAX_NEIGHBOURS = 6
"""A gram pairs a text with so many of the next longer ones that hold it, not with a thousand."""

UNITS = 1 << 16
UNIT_BITS = numpy.uint64(16)
HALF_GRAM_BITS = numpy.uint64(32)
HALF_GRAM_UNITS = 4
GRAM_VALUES = 1 << 64
RANKS = numpy.uint64((1 << 24) - 1)
BASE = numpy.uint64(0x9E3779B97F4A7C15)
SPREADS = (
    (numpy.uint64(30), numpy.uint64(0xBF58476D1CE4E5B9)),
    (numpy.uint64(27), numpy.uint64(0x94D049BB133111EB)),
)


def cluster(texts: Sequence[CleanText]) -> list[int]:
    """Return the cluster number of each of ``texts``; see ``cluster_grams``."""
    return cluster_grams([hash_grams(mask(text)) for text in texts])


def cluster_grams(grams: Sequence[Grams]) -> list[int]:
    """Return the cluster number of each text, of which the hashed 8-grams are given; near-copies share one.

    Numbers count from 0 in the order in which clusters first appear. Which texts share a cluster does not
    depend on their order. Only what is kept counts; script, width, case, blanks and punctuation do not.
    """
    order = sorted(range(len(grams)), key=lambda at: (len(grams[at]), sha256(grams[at].data).digest()))
    roots = _find_roots([grams[at] for at in order])
    root_of = dict(zip(order, roots, strict=True))
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root_of[at], len(numbers)) for at in range(len(grams))]


def sampling_rate(characters: int) -> int:
    """Return of how many 8-grams one is enough for a collection of so many characters: a power of two."""
    return 1 << max(0, (characters - 1) // MOST_COMPARED_GRAMS).bit_length()


def sample_grams(grams: Sequence[Grams], *, rate: int) -> list[Grams]:
    """Return the grams that ``hash_grams`` would have sampled at this rate, or a lower one."""
    limit = numpy.uint64(GRAM_VALUES // rate - 1)
    return [one[: numpy.searchsorted(one, limit, side="right")] for one in grams]


def hash_grams(masked: str, *, sampled: int = 1) -> Grams:
    """Return the distinct hashes of the 8-grams of a masked text, ascending, or one in ``sampled`` of them.

    The sample holds the lowest hashes, so that it has the same ones of every text. A text of less than eight
    letters is one gram, an empty one none.
    """
    units = numpy.frombuffer(masked.encode("utf-16-le", "surrogatepass"), dtype=numpy.uint16)
    letters = units[_letter_units()[units]].astype(numpy.uint64)
    if len(letters) < GRAM_UNITS:
        letters = numpy.pad(letters, (0, GRAM_UNITS - len(letters) if len(letters) else 0))
    hashes: Grams = _spread(_pack(letters))
    if sampled > 1:
        hashes = hashes[hashes <= numpy.uint64(GRAM_VALUES // sampled - 1)]
    return hashes[_sort_and_find_firsts(hashes)]


@cache
def _letter_units() -> NDArray[numpy.bool_]:
    """Whether each UTF-16 unit is of a letter or figure; halves of a pair are."""
    letters = [chr(code).isalnum() or 0xD800 <= code < 0xE000 for code in range(UNITS)]
    return numpy.array(letters, dtype=bool)


def _pack(letters: Grams) -> Grams:
    """Return one number for each eight letters in a row."""
    pairs = letters[:-1] | letters[1:] << UNIT_BITS
    fours = pairs[:-2] | pairs[2:] << HALF_GRAM_BITS
    packed: Grams = fours[:-HALF_GRAM_UNITS] * BASE ^ fours[HALF_GRAM_UNITS:]
    return packed


def _spread(hashes: Grams) -> Grams:
    for shift_bits, factor in SPREADS:
        hashes ^= hashes >> shift_bits
        hashes *= factor
    return hashes


def _sort_and_find_firsts(values: NDArray[Number]) -> NDArray[numpy.bool_]:
    """Sort in place, and return where each distinct value first stands.

    ``numpy.unique`` hashes, which for ten million random values takes a hundred times as long as sorting.
    """
    values.sort()
    is_first = numpy.ones(len(values), dtype=bool)
    numpy.not_equal(values[1:], values[:-1], out=is_first[1:])
    return is_first


def _find_roots(grams: Sequence[Grams]) -> list[int]:
    """For texts in ascending order of size, the largest text of the cluster that each is in.

    Each text follows only the longer one that holds most of it: a digest of two articles joins one of them
    and does not make them one.
    """
    longer: dict[int, tuple[float, int]] = {}
    for short, long in _pairs_worth_comparing(grams):
        share = numpy.intersect1d(grams[short], grams[long], assume_unique=True).size / len(grams[short])
        if share >= MIN_CONTAINMENT:
            longer[short] = max(longer.get(short, (0.0, short)), (share, long))
    roots = list(range(len(grams)))
    for short in sorted(longer, reverse=True):
        roots[short] = roots[longer[short][1]]
    return roots


def _pairs_worth_comparing(grams: Sequence[Grams]) -> Iterator[tuple[int, int]]:
    """Yield pairs (shorter, longer) that share enough of the sampled grams."""
    samples = _sample(grams)
    codes, shared = _count_shared(samples)
    sizes = numpy.array([len(one) for one in samples], dtype=numpy.int64)
    enough = codes[shared >= MIN_INDEXED_CONTAINMENT * sizes[codes // max(len(samples), 1)]]
    yield from (divmod(code, len(samples)) for code in enough.tolist())


def _sample(grams: Sequence[Grams]) -> list[Grams]:
    """The lowest hashes, the same ones of every text: all of a small collection, a share of a large one."""
    total = sum(map(len, grams))
    if total <= MAX_INDEXED_GRAMS:
        return list(grams)
    limit = numpy.uint64(GRAM_VALUES * MAX_INDEXED_GRAMS // total)
    return [one[: numpy.searchsorted(one, limit)] for one in grams]


def _count_shared(samples: Sequence[Grams]) -> tuple[Ranks, Ranks]:
    """Return one number for each pair (shorter × texts + longer), and the grams seen in both."""
    hashes = numpy.concatenate([numpy.empty(0, dtype=numpy.uint64), *samples])
    ranks = numpy.repeat(numpy.arange(len(samples), dtype=numpy.uint64), [len(one) for one in samples])
    keys = numpy.sort((hashes & ~RANKS) | ranks)  # one sort of numbers is four times as fast as their order
    pairs = _pair_neighbours(keys & ~RANKS, (keys & RANKS).astype(numpy.int64), len(samples))
    firsts = numpy.flatnonzero(_sort_and_find_firsts(pairs))
    return pairs[firsts], numpy.diff(firsts, append=len(pairs))


def _pair_neighbours(hashes: Grams, ranks: Ranks, texts: int) -> Ranks:
    """One number (shorter × texts + longer) for each two texts that stand close together under one gram."""
    found = [numpy.empty(0, dtype=numpy.int64)]
    for distance in range(1, MAX_NEIGHBOURS + 1):
        same = hashes[distance:] == hashes[:-distance]
        found.append(ranks[:-distance][same] * texts + ranks[distance:][same])
    return numpy.concatenate(found)
