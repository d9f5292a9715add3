"""What the occurrences of strings say about them, before anything is judged: for all strings at once."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from glossary.mining.counted import Counted
from glossary.mining.neighbours import (
    ALWAYS_NEW,
    name_places,
    neighbours_before,
    neighbours_behind,
    token_at,
)
from glossary.mining.shape import parts_terms
from glossary.mining.shards import CLOSED, OPENED, Numbers
from glossary.mining.stream import Places, Stream
from glossary.mining.vocabulary import LIGHT_VERBS, WEAK_TAILS

BARE_CHARS = 4
ADVERB_TAGS = frozenset({"d", "ad"})
ASPECT_WORDS = frozenset("了着过")
GENERAL = LIGHT_VERBS | WEAK_TAILS
MIX = numpy.uint64(0x9E3779B97F4A7C15)
SPREAD_BITS = numpy.uint64(29)
HASH_BITS = 44
WORD_BITS = 22
THREADS = 2
"""More would hold more arrays at once."""
NO_TOKEN = 0
NO_KIND = -1

Floats = NDArray[numpy.float64]
Hashes = NDArray[numpy.uint64]


class Measured(Struct, frozen=True, gc=False):
    """One counted string with its evidence.

    ``contexts`` is the number of distinct surroundings (two words on each side), so that near-copies count
    once; the entropies are in nats; ``quoted`` and ``verbal`` are counts of occurrences that stand exactly
    within quotation marks, or beside an adverb or an aspect particle; ``alone`` of those that are bounded on
    both sides by punctuation, grammar or general verbs and tails.
    """

    string: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    count: int
    contexts: int
    documents: int
    clusters: int
    publishers: int
    left_entropy: float
    right_entropy: float
    quoted: int
    verbal: int
    alone: int

    @property
    def figures(self) -> dict[str, float]:
        """The raw figures, by name."""
        return {
            "contexts": self.contexts,
            "publishers": self.publishers,
            "left_entropy": self.left_entropy,
            "right_entropy": self.right_entropy,
            "quoted": self.quoted,
            "verbal": self.verbal,
            "alone": self.alone,
        }


def measure_strings(
    counted: Counted,
    stream: Stream,
    tags: Sequence[str],
    clusters: Sequence[int],
    publishers: Sequence[str],
) -> dict[str, Measured]:
    """Return the evidence of every counted string.

    ``tags`` are the parts of speech of the stream's words, ``clusters`` the number of each document's cluster
    of near-duplicates, ``publishers`` the name of its publisher, empty where nobody is named.
    """
    hashes, is_bare = _hash_surroundings(counted, stream)
    homes = stream.documents_of(counted.places)
    documents = _find_homes(counted, homes)
    apart = _keep_apart(counted, hashes, is_bare, homes, clusters)
    kinds = (range(len(clusters)), clusters, _number_names(publishers))
    figures = _answer_all(
        lambda: numpy.diff(counted.bounds),
        lambda: _count_distinct(counted.owners, hashes, len(counted.strings)),
        *(partial(_count_kinds, counted, documents, one) for one in kinds),
        lambda: _entropies(counted, neighbours_before(counted, stream, tags), apart),
        lambda: _entropies(counted, neighbours_behind(counted, stream), apart),
        lambda: _count(counted, is_quoted(counted, stream)),
        lambda: _count(counted, _is_verbal(counted, stream, tags)),
        lambda: _count(counted, _is_alone(counted, stream, tags)),
    )
    return {
        string: Measured(
            string, tuple(stream.words[word] for word in cut), tuple(tags[word] for word in cut), *of_string
        )
        for string, cut, *of_string in zip(counted.strings, counted.cuts, *figures, strict=True)
    }


def _answer_all(*questions: Callable[[], NDArray[Any]]) -> list[list[Any]]:
    """Return the figures that answer each question; numpy lets several threads work at once."""
    with ThreadPoolExecutor(THREADS) as threads:
        return [answer.result().tolist() for answer in [threads.submit(one) for one in questions]]


def _hash_surroundings(counted: Counted, stream: Stream) -> tuple[Places, NDArray[numpy.bool_]]:
    """Return a number for the words around each occurrence, and whether there is hardly any.

    A copy repeats the neighbours and would make a string look free.
    """
    hashes = numpy.zeros(len(counted.places), dtype=numpy.uint64)
    letters = numpy.zeros(len(hashes), dtype=numpy.int32)
    lengths = numpy.where(stream.is_word, stream.lengths, 0)
    for nearest, step in ((counted.places - 1, -1), (counted.places + counted.widths, 1)):
        near, far = token_at(stream, nearest), token_at(stream, nearest + step)
        far[lengths[near] == 0] = NO_TOKEN
        letters += lengths[near] + lengths[far]
        hashes = mix(mix(hashes, near), far)
    return (hashes >> numpy.uint64(64 - HASH_BITS)).astype(numpy.int64), letters < BARE_CHARS


def _keep_apart(
    counted: Counted,
    hashes: Places,
    is_bare: NDArray[numpy.bool_],
    homes: Places,
    clusters: Sequence[int],
) -> Places:
    """Return the surroundings, those of bare punctuation told apart: it says nothing of a copy.

    What stands so in a document and as many times in its copy is the same, all the same.
    """
    bare = numpy.flatnonzero(is_bare)
    begins = _is_new(_pair(counted.owners[bare], homes[bare]))
    numbers = numpy.arange(len(bare))
    turns = numbers - numpy.maximum.accumulate(numpy.where(begins, numbers, 0))
    apart = hashes.copy()
    of_clusters = numpy.asarray(clusters, dtype=numpy.uint64)[homes[bare]]
    apart[bare] = (mix(mix(of_clusters, turns), turns) >> numpy.uint64(64 - HASH_BITS)).astype(numpy.int64)
    return apart


def mix(hashes: Hashes, values: Places | Numbers) -> Hashes:
    """Return hashes that depend on those given and on one more value each."""
    hashes = (hashes ^ values.astype(numpy.uint64)) * MIX
    hashes ^= hashes >> SPREAD_BITS
    return hashes


def _pair(owners: Places, values: Places) -> Places:
    """Return one number for each owner and its value (of HASH_BITS)."""
    return (owners.astype(numpy.int64) << HASH_BITS) | values


def _count_distinct(owners: Places, values: Places, size: int) -> Places:
    """Return how many distinct values (of HASH_BITS) each owner has."""
    keys = numpy.sort(_pair(owners, values))
    return numpy.bincount(keys[_is_new(keys)] >> HASH_BITS, minlength=size)


def _is_new(ordered: Places) -> NDArray[numpy.bool_]:
    new = numpy.ones(len(ordered), dtype=bool)
    numpy.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def _find_homes(counted: Counted, homes: Places) -> tuple[Places, Places]:
    """Return each string with each document that it occurs in, as two rows of numbers."""
    pairs = _pair(counted.owners, homes)
    pairs = pairs[_is_new(pairs)]
    return pairs >> HASH_BITS, pairs & ((1 << HASH_BITS) - 1)


def _count_kinds(counted: Counted, homes: tuple[Places, Places], kinds: Sequence[int]) -> Places:
    """Return in documents of how many kinds each string occurs; NO_KIND is none."""
    owners, documents = homes
    of_documents = numpy.asarray(kinds, dtype=numpy.int64)[documents]
    named = of_documents != NO_KIND
    return _count_distinct(owners[named], of_documents[named], len(counted.strings))


def _number_names(names: Sequence[str]) -> list[int]:
    """Return a number for each different name, NO_KIND where there is none."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
    return [numbers.get(name, NO_KIND) for name in names]


def _count(counted: Counted, said: NDArray[numpy.bool_]) -> Places:
    return numpy.bincount(counted.owners[said], minlength=len(counted.strings))


def _entropies(counted: Counted, neighbours: Places, hashes: Places) -> Floats:
    """Return the branching entropy of each string, in nats, over its distinct surroundings."""
    size = len(counted.strings)
    is_new = neighbours == ALWAYS_NEW
    free = _count_distinct(counted.owners[is_new], hashes[is_new], size)
    bound = ~is_new
    pairs = (counted.owners[bound].astype(numpy.int64) << WORD_BITS) | (neighbours[bound] + 1)
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


def is_quoted(counted: Counted, stream: Stream) -> NDArray[numpy.bool_]:
    """Whether each occurrence fills a pair of quotation marks."""
    opened = stream.marks[counted.places] & OPENED > 0
    closed: NDArray[numpy.bool_] = stream.marks[counted.places + counted.widths - 1] & CLOSED > 0
    return opened & closed


def _is_verbal(counted: Counted, stream: Stream, tags: Sequence[str]) -> NDArray[numpy.bool_]:
    """Whether an adverb stands before, or the whole next word is a particle: 了, but not 了解."""
    adverbs = numpy.fromiter((tag in ADVERB_TAGS for tag in tags), dtype=bool, count=len(tags))
    aspects = numpy.fromiter((word in ASPECT_WORDS for word in stream.words), dtype=bool, count=len(tags))
    before = token_at(stream, counted.places - 1)
    after = token_at(stream, counted.places + counted.widths)
    verbal: NDArray[numpy.bool_] = adverbs[before] | aspects[after]
    return verbal


def _is_alone(counted: Counted, stream: Stream, tags: Sequence[str]) -> NDArray[numpy.bool_]:
    """Whether punctuation, a quotation mark, grammar or a general word stands on both sides."""
    bounds = numpy.array(
        [
            not tag or word in GENERAL or parts_terms(word, tag)
            for word, tag in zip(stream.words, tags, strict=True)
        ]
    )
    first, last = counted.places, counted.places + counted.widths - 1
    before = (bounds | name_places(stream, tags))[token_at(stream, first - 1)] | (
        stream.marks[first] & OPENED > 0
    )
    after = bounds[token_at(stream, last + 1)] | (stream.marks[last] & CLOSED > 0)
    alone: NDArray[numpy.bool_] = before & after
    return alone
