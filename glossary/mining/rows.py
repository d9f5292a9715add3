"""How given strings are cut into words where an author marked them."""

from collections.abc import Iterator, Mapping

import numpy

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
    for key in keys:
        at = text.find(key)
        while at >= 0:
            start, end = numpy.searchsorted(edges, [at, at + len(key)]).tolist()
            if edges[start] == at and edges[end] == at + len(key):
                yield tuple(ids[start:end].tolist())
            at = text.find(key, at + 1)
