"""How given strings are cut into words where an author marked them."""

from collections.abc import Iterator, Mapping

import numpy
from daachorse import CharwiseDoubleArrayAhoCorasick

from glossary.mining.counted import Cut
from glossary.mining.stream import Stream


def cut_keys(stream: Stream, keys_of_documents: Mapping[int, frozenset[str]]) -> Iterator[Cut]:
    """Yield how the keys are cut into whole words in the documents that mark them."""
    bounds = [0, *stream.ends.tolist()]
    for document, keys in keys_of_documents.items():
        yield from _cut_in(stream, bounds[document], bounds[document + 1], keys)


def _cut_in(stream: Stream, first: int, last: int, keys: frozenset[str]) -> Iterator[Cut]:
    ids = stream.ids[first:last]
    text = "".join(map(stream.words.__getitem__, ids.tolist()))
    edges = numpy.concatenate([[0], numpy.cumsum(stream.lengths[ids])])
    found = CharwiseDoubleArrayAhoCorasick(sorted(keys)).find_overlapping(text)
    spans = numpy.array([span[:2] for span in found], dtype=numpy.int64).reshape(-1, 2)
    tokens = numpy.searchsorted(edges, spans)
    for start, end in {*map(tuple, tokens[(edges[tokens] == spans).all(axis=1)].tolist())}:
        yield tuple(ids[start:end].tolist())
