"""Documents ready to be mined."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from glossary.mining.findings import Findings, study
from glossary.mining.shards import cut_shard
from glossary.mining.sources import Source
from glossary.mining.stream import Stream, join_shards
from glossary.text.masking import mask


@dataclass(frozen=True, slots=True)
class Corpus:
    """The words of documents, and for each its cluster, its publisher, what was found in it, and itself.

    ``lost`` holds, for the documents that have any, where characters were lost. ``sources`` is asked only for
    the documents of contexts, and ``text_of``, which gives a clean text, for those of spellings.
    """

    stream: Stream
    clusters: Sequence[int]
    publishers: Sequence[str]
    findings: Sequence[Findings]
    lost: Mapping[int, Sequence[int]]
    sources: Sequence[Source]
    text_of: Callable[[int], str]


def make_corpus(sources: Sequence[Source]) -> Corpus:
    """Return the corpus of a few documents that are all in memory, in their order."""
    masked = [mask(source.clean) for source in sources]
    shard = cut_shard(masked)
    return Corpus(
        stream=join_shards([shard], [(0, number) for number in range(len(sources))]),
        clusters=[source.cluster for source in sources],
        publishers=[source.document.publisher for source in sources],
        findings=study(masked),
        lost={number: source.clean.lost for number, source in enumerate(sources) if source.clean.lost},
        sources=sources,
        text_of=lambda number: sources[number].clean.text,
    )
