"""What the occurrences of strings say about them, before anything is judged: for all strings at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from glossary.mining.counted import Counted
from glossary.mining.shards import CLOSED, OPENED, WEAK_EDGES, Numbers
from glossary.mining.stream import Places, Stream

BARE_CHARS = 4
ADVERB_TAGS = frozenset({"d", "ad"})
ASPECT_WORDS = frozenset("了着过")
MIX = numpy.uint64(0x9E3779B97F4A7C15)
SPREAD_BITS = numpy.uint64(29)
HASH_BITS = 44
WORD_BITS = 22
NO_TOKEN = 0
WEAK = -1
ALWAYS_NEW = -2

Floats = NDArray[numpy.float64]
Hashes = NDArray[numpy.uint64]


@dataclass(frozen=True, slots=True)
class Measured:
    """One counted string with its evidence.

    ``contexts`` is the number of distinct surroundings (two words on each side), so that near-copies count
    once; the entropies are in nats; ``quoted`` and ``verbal`` are counts of occurrences that stand exactly
    within quotation marks, or beside an adverb or an aspect particle.
    """

    string: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    count: int
    contexts: int
    documents: int
    clusters: int
    left_entropy: float
    right_entropy: float
    quoted: int
    verbal: int

    @property
    def figures(self) -> dict[str, float]:
        """The raw figures, by name."""
        return {
            "contexts": self.contexts,
            "left_entropy": self.left_entropy,
            "right_entropy": self.right_entropy,
            "quoted": self.quoted,
            "verbal": self.verbal,
        }


def measure_strings(
    counted: Counted, stream: Stream, tags: Sequence[str], clusters: Sequence[int]
) -> dict[str, Measured]:
    """Return the evidence of every counted string.

    ``tags`` are the parts of speech of the stream's words, ``clusters`` the number of each document's cluster
    of near-duplicates.
    """
    hashes, is_bare = _hash_surroundings(counted, stream)
    documents, by_cluster = _count_homes(counted, stream, clusters)
    columns = zip(
        counted.strings,
        counted.cuts,
        numpy.diff(counted.bounds).tolist(),
        _count_distinct(counted.owners, hashes, len(counted.strings)).tolist(),
        documents.tolist(),
        by_cluster.tolist(),
        *(
            _entropies(counted, side, numpy.where(is_bare, numpy.arange(len(hashes)), hashes)).tolist()
            for side in _neighbours(counted, stream)
        ),
        _count(counted, _is_quoted(counted, stream)).tolist(),
        _count(counted, _is_verbal(counted, stream, tags)).tolist(),
        strict=True,
    )
    return {
        string: Measured(
            string, tuple(stream.words[word] for word in cut), tuple(tags[word] for word in cut), *figures
        )
        for string, cut, *figures in columns
    }


def _token(stream: Stream, places: Places) -> Places:
    """Return the word at each place; NO_TOKEN, which is the last one's, beyond the ends of the stream."""
    return stream.ids[numpy.clip(places, 0, len(stream.ids) - 1)]


def _hash_surroundings(counted: Counted, stream: Stream) -> tuple[Places, NDArray[numpy.bool_]]:
    """Return a number for the words around each occurrence, and whether there is hardly any.

    A copy repeats the neighbours and would make a string look free; bare punctuation around two occurrences
    says nothing of a copy.
    """
    hashes = numpy.zeros(len(counted.places), dtype=numpy.uint64)
    letters = numpy.zeros(len(hashes), dtype=numpy.int32)
    lengths = numpy.where(stream.is_word, stream.lengths, 0)
    for nearest, step in ((counted.places - 1, -1), (counted.places + counted.widths, 1)):
        near, far = _token(stream, nearest), _token(stream, nearest + step)
        far[lengths[near] == 0] = NO_TOKEN
        letters += lengths[near] + lengths[far]
        hashes = mix(mix(hashes, near), far)
    return (hashes >> numpy.uint64(64 - HASH_BITS)).astype(numpy.int64), letters < BARE_CHARS


def mix(hashes: Hashes, values: Places | Numbers) -> Hashes:
    """Return hashes that depend on those given and on one more value each."""
    hashes = (hashes ^ values.astype(numpy.uint64)) * MIX
    hashes ^= hashes >> SPREAD_BITS
    return hashes


def _count_distinct(owners: Places, values: Places, size: int) -> Places:
    """Return how many distinct values (of HASH_BITS) each owner has."""
    keys = numpy.sort((owners << HASH_BITS) | values)
    return numpy.bincount(keys[_is_new(keys)] >> HASH_BITS, minlength=size)


def _is_new(ordered: Places) -> NDArray[numpy.bool_]:
    new = numpy.ones(len(ordered), dtype=bool)
    numpy.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def _count_homes(counted: Counted, stream: Stream, clusters: Sequence[int]) -> tuple[Places, Places]:
    """Return in how many documents and in how many clusters each string occurs."""
    homes = (counted.owners << HASH_BITS) | stream.documents_of(counted.places)
    homes = homes[_is_new(homes)]
    owners, documents = homes >> HASH_BITS, homes & ((1 << HASH_BITS) - 1)
    size = len(counted.strings)
    by_cluster = _count_distinct(owners, numpy.asarray(clusters, dtype=numpy.int64)[documents], size)
    return numpy.bincount(owners, minlength=size), by_cluster


def _count(counted: Counted, said: NDArray[numpy.bool_]) -> Places:
    return numpy.bincount(counted.owners[said], minlength=len(counted.strings))


def _neighbours(counted: Counted, stream: Stream) -> Iterator[Places]:
    """Yield the words before and after: ALWAYS_NEW for a punctuation edge, WEAK for a weak one."""
    told = numpy.where(stream.is_word, numpy.arange(len(stream.words)), ALWAYS_NEW)
    told[[number for number, word in enumerate(stream.words) if word in WEAK_EDGES]] = WEAK
    for inner, outer, opens, closes in (
        (counted.places, counted.places - 1, OPENED, CLOSED),
        (counted.places + counted.widths - 1, counted.places + counted.widths, CLOSED, OPENED),
    ):
        beyond = numpy.clip(outer, 0, len(stream.ids) - 1)
        marked = (stream.marks[inner] & opens) | (stream.marks[beyond] & closes) > 0
        yield numpy.where(marked | (beyond != outer), ALWAYS_NEW, told[stream.ids[beyond]])


def _entropies(counted: Counted, neighbours: Places, hashes: Places) -> Floats:
    """Return the branching entropy of each string, in nats, over its distinct surroundings."""
    size = len(counted.strings)
    is_new = neighbours == ALWAYS_NEW
    free = _count_distinct(counted.owners[is_new], hashes[is_new], size)
    bound = ~is_new
    pairs = (counted.owners[bound] << WORD_BITS) | (neighbours[bound] + 1)
    shift = HASH_BITS - WORD_BITS
    keys = numpy.sort((pairs << shift) | (hashes[bound] & ((1 << shift) - 1)))
    pairs = keys[_is_new(keys)] >> shift
    firsts = numpy.flatnonzero(_is_new(pairs))
    counts = numpy.diff(firsts, append=len(pairs))
    owners = pairs[firsts] >> WORD_BITS
    totals = numpy.maximum(free + numpy.bincount(owners, weights=counts, minlength=size), 1)
    weighted = numpy.bincount(owners, weights=counts * numpy.log(counts), minlength=size)
    entropies: Floats = numpy.log(totals) - weighted / totals
    return entropies


def _is_quoted(counted: Counted, stream: Stream) -> NDArray[numpy.bool_]:
    opened = stream.marks[counted.places] & OPENED > 0
    closed: NDArray[numpy.bool_] = stream.marks[counted.places + counted.widths - 1] & CLOSED > 0
    return opened & closed


def _is_verbal(counted: Counted, stream: Stream, tags: Sequence[str]) -> NDArray[numpy.bool_]:
    """Whether an adverb stands before, or the whole next word is a particle: 了, but not 了解."""
    adverbs = numpy.fromiter((tag in ADVERB_TAGS for tag in tags), dtype=bool, count=len(tags))
    aspects = numpy.fromiter((word in ASPECT_WORDS for word in stream.words), dtype=bool, count=len(tags))
    before = _token(stream, counted.places - 1)
    after = _token(stream, counted.places + counted.widths)
    verbal: NDArray[numpy.bool_] = adverbs[before] | aspects[after]
    return verbal
