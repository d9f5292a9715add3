"""Put near-copies of one text together: syndicated articles, reprints, the same page in two widths.

Two texts are near-copies where the longer holds at least half of the 8-grams of the shorter (containment,
Broder 1997). An index of sampled 8-grams names the pairs worth comparing, so that not every text meets every
other.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeAlias, TypeVar

import numpy
from numpy.typing import NDArray

from glossary.model import CleanText
from glossary.text.folding import fold

Grams: TypeAlias = NDArray[numpy.uint64]
Ranks: TypeAlias = NDArray[numpy.int64]
Number = TypeVar("Number", numpy.uint64, numpy.int64)

GRAM_CHARS = 8
MIN_CONTAINMENT = 0.5
MIN_INDEXED_CONTAINMENT = 0.1
"""The index sees a sample and not every pair, so that it asks for less than the comparison does."""
MAX_INDEXED_GRAMS = 4_000_000
MAX_NEIGHBOURS = 6
"""A gram pairs a text with so many of the next longer ones that hold it, not with a thousand."""

NO_LETTERS = re.compile(r"[\W_]+")
GRAM_VALUES = 1 << 64
BASE = numpy.uint64(0x9E3779B97F4A7C15)
SPREADS = (
    (numpy.uint64(30), numpy.uint64(0xBF58476D1CE4E5B9)),
    (numpy.uint64(27), numpy.uint64(0x94D049BB133111EB)),
)


def cluster(texts: Sequence[CleanText]) -> list[int]:
    """Return the cluster number of each of ``texts``; near-copies share one.

    Numbers count from 0 in the order in which clusters first appear. Which texts share a cluster does not
    depend on their order. Only what is kept counts; script, width, case, blanks and punctuation do not.
    """
    grams = [_hash_grams(_kept_letters(text)) for text in texts]
    order = sorted(range(len(texts)), key=lambda at: (len(grams[at]), sha256(grams[at].data).digest()))
    roots = _find_roots([grams[at] for at in order])
    root_of = dict(zip(order, roots, strict=True))
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root_of[at], len(numbers)) for at in range(len(texts))]


def _kept_letters(text: CleanText) -> str:
    return NO_LETTERS.sub("", fold("".join(text.text[span.start : span.end] for span in text.kept)))


def _hash_grams(letters: str) -> Grams:
    """Return the distinct hashes of the 8-grams, ascending; a shorter text is one gram, an empty one none."""
    codes = numpy.frombuffer(letters.encode("utf-32-le", "replace"), dtype=numpy.uint32)
    width = min(GRAM_CHARS, len(codes))
    hashes = numpy.zeros(len(codes) - width + 1 if width else 0, dtype=numpy.uint64)
    for shift in range(width):
        hashes *= BASE
        hashes += codes[shift : shift + len(hashes)]
    for shift_bits, factor in SPREADS:
        hashes ^= hashes >> shift_bits
        hashes *= factor
    return hashes[_sort_and_find_firsts(hashes)]


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
    for short, long, shared in _count_shared(samples):
        if shared >= MIN_INDEXED_CONTAINMENT * len(samples[short]):
            yield short, long


def _sample(grams: Sequence[Grams]) -> list[Grams]:
    """The lowest hashes, the same ones of every text: all of a small collection, a share of a large one."""
    total = sum(map(len, grams))
    if total <= MAX_INDEXED_GRAMS:
        return list(grams)
    limit = numpy.uint64(GRAM_VALUES * MAX_INDEXED_GRAMS // total)
    return [one[: numpy.searchsorted(one, limit)] for one in grams]


def _count_shared(samples: Sequence[Grams]) -> Iterator[tuple[int, int, int]]:
    """Yield (shorter, longer, grams seen in both)."""
    hashes = numpy.concatenate([numpy.empty(0, dtype=numpy.uint64), *samples])
    ranks = numpy.repeat(numpy.arange(len(samples)), [len(one) for one in samples])
    order = numpy.argsort(hashes, kind="stable")
    pairs = _pair_neighbours(hashes[order], ranks[order], len(samples))
    firsts = numpy.flatnonzero(_sort_and_find_firsts(pairs))
    counts = numpy.diff(firsts, append=len(pairs))
    for code, count in zip(pairs[firsts].tolist(), counts.tolist(), strict=True):
        yield *divmod(code, len(samples)), count


def _pair_neighbours(hashes: Grams, ranks: Ranks, texts: int) -> Ranks:
    """One number (shorter × texts + longer) for each two texts that stand close together under one gram."""
    found = [numpy.empty(0, dtype=numpy.int64)]
    for distance in range(1, MAX_NEIGHBOURS + 1):
        same = hashes[distance:] == hashes[:-distance]
        found.append(ranks[:-distance][same] * texts + ranks[distance:][same])
    return numpy.concatenate(found)
