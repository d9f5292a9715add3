"""All shards as one row of tokens under one numbering of words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy
from numpy.typing import NDArray

from glossary.mining.shards import EMPTY, LINE_END, Flags, Numbers, Shard

BLOCK_TOKENS = 1 << 20

Places = NDArray[numpy.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Stream:
    """Every token of every document, in order; see ``Shard``.

    ``ends`` are the numbers of tokens until the end of each document. ``is_word`` tells, a word, letters from
    punctuation; ``lengths`` its characters; ``counts`` how often it occurs.
    """

    words: tuple[str, ...]
    ids: Numbers
    starts: Numbers
    marks: Flags
    ends: Places
    is_word: NDArray[numpy.bool_]
    lengths: Numbers
    counts: Places

    def documents_of(self, places: Places) -> Places:
        """Return the number of the document that each token stands in."""
        return numpy.searchsorted(self.ends, places, side="right").astype(numpy.int32)

    def text_of(self, first: int, width: int) -> str:
        """Return the letters of ``width`` tokens."""
        return "".join(self.words[number] for number in self.ids[first : first + width])


def join_shards(shards: list[Shard], order: Sequence[tuple[int, int]]) -> Stream:
    """Return documents of the shards as one stream; a line end stands before them all.

    ``order`` names the documents, each by the number of its shard and by its own in there; those that it does
    not name are left out. The list is emptied on the way, so that a large corpus is not held twice.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    line_end = numbers[LINE_END]
    spans = [shards[shard].span_of(document) for shard, document in order]
    ends = numpy.cumsum([1, *(last - first for first, last in spans)], dtype=numpy.int32)
    ids = numpy.full(ends[-1], line_end, dtype=numpy.int32)
    starts = numpy.zeros(len(ids), dtype=numpy.int32)
    marks = numpy.zeros(len(ids), dtype=numpy.uint8)
    pieces: defaultdict[int, list[tuple[slice, slice]]] = defaultdict(list)
    for (shard, _), source, first, last in zip(
        order, spans, ends[:-1].tolist(), ends[1:].tolist(), strict=True
    ):
        pieces[shard].append((slice(*source), slice(first, last)))
    for number, one in enumerate(shards):
        renumbered = _renumber(one, numbers)
        for origin, target in pieces[number]:
            ids[target] = renumbered[origin]
            starts[target] = numpy.cumsum(one.steps[origin], dtype=numpy.int32)
            marks[target] = one.marks[origin]
        shards[number] = EMPTY
    words = tuple(numbers)
    return Stream(
        words=words,
        ids=ids,
        starts=starts,
        marks=marks,
        ends=ends[1:],
        is_word=numpy.fromiter(map(str.isalnum, words), dtype=bool, count=len(words)),
        lengths=numpy.fromiter(map(len, words), dtype=numpy.int32, count=len(words)),
        counts=count_words(ids, len(words)),
    )


def count_words(ids: Numbers, words: int) -> Places:
    """Return how often each of so many words occurs; block by block, since numpy counts in a wider copy."""
    counts = numpy.zeros(words, dtype=numpy.int64)
    for first in range(0, len(ids), BLOCK_TOKENS):
        counts += numpy.bincount(ids[first : first + BLOCK_TOKENS], minlength=words)
    return counts


def _renumber(shard: Shard, numbers: defaultdict[str, int]) -> Numbers:
    into = numpy.fromiter(map(numbers.__getitem__, shard.words), dtype=numpy.int32, count=len(shard.words))
    return into[shard.ids]
