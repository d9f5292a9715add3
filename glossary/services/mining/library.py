"""All documents of a base made ready to be mined, and the corpus of those that count."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import overload

from glossary.documents import repair
from glossary.documents.duplicates import Grams, cluster_grams, sample_grams, sampling_rate
from glossary.mining.corpus import Corpus
from glossary.mining.places import Occurrences, Place
from glossary.mining.shards import Shard
from glossary.mining.sources import Source
from glossary.mining.stream import Stream, join_shards
from glossary.model import PackedDocument, Span, Unread
from glossary.services.mining.preparing import Prepared, PreparedBatch
from glossary.text.packing import unpack

SOURCES_HELD = 256
TEXTS_HELD = 64


@dataclass(frozen=True, slots=True)
class Held:
    """A prepared document, with the number of the shard that its words are in and its own in there.

    ``was_read``: it comes from a file, and not from the base alone.
    """

    prepared: Prepared
    place: tuple[int, int]
    was_read: bool


@dataclass(frozen=True, slots=True)
class Library:
    """Prepared documents by id, the shards with their words, and what could not be read.

    ``grams`` are the hashed 8-grams of each document. Finding clusters takes them out, as making a corpus
    empties the shards, so that nothing is held longer than it is needed.
    """

    documents: Mapping[str, Held]
    shards: list[Shard]
    grams: dict[str, Grams]
    unread: tuple[Unread, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of all documents, ascending."""
        return sorted(self.documents)

    @property
    def counting(self) -> list[str]:
        """The ids of the documents that count, ascending: samples do only where there are no others."""
        return [id for id in self.ids if not self.documents[id].prepared.document.header.sample] or self.ids


def gather_batches(batches: Iterable[PreparedBatch]) -> Library:
    """Return what is in the batches; of a document that comes twice the paths are put together."""
    documents: dict[str, Held] = {}
    shards: list[Shard] = []
    unread: list[Unread] = []
    grams: dict[str, Grams] = {}
    known_words: dict[str, str] = {}
    for batch in batches:
        for position, prepared in enumerate(batch.documents):
            known = documents.get(prepared.document.id)
            place = known.place if known else (len(shards), position)
            first = known.prepared if known else prepared
            was_read = batch.was_read or (known is not None and known.was_read)
            paths = first if known and not batch.was_read else _with_paths(first, prepared.document)
            documents[prepared.document.id] = Held(paths, place, was_read)
        shards.append(batch.shard.with_words_of(known_words))
        grams |= batch.grams
        unread += batch.unread
    return Library(documents, shards, grams, tuple(unread))


def _with_paths(prepared: Prepared, copy: PackedDocument) -> Prepared:
    header = prepared.document.header
    paths = tuple(dict.fromkeys((*header.paths, *copy.header.paths)))
    return replace(prepared, document=replace(prepared.document, header=replace(header, paths=paths)))


def list_reasons(unread: Iterable[Unread]) -> str:
    """Return why nothing was read: each file with its reason."""
    return "; ".join(f"{one.path}: {one.reason}" for one in unread) or "nothing to read there"


def find_clusters(library: Library, ids: Sequence[str]) -> list[int]:
    """Return the number of the near-duplicate cluster of each of the documents."""
    rate = sampling_rate(sum(library.documents[id].prepared.document.characters for id in ids))
    return cluster_grams(sample_grams([library.grams.pop(id) for id in ids], rate=rate))


def without_copies(library: Library) -> Library:
    """Return what counts of a library with the longest text of each near-duplicate cluster alone."""
    ids = library.counting
    clusters = find_clusters(replace(library, grams=dict(library.grams)), ids)
    by_length = sorted(
        zip(ids, clusters, strict=True),
        key=lambda one: (library.documents[one[0]].prepared.kept_characters, one[0]),
    )
    longest = {cluster: id for id, cluster in by_length}
    return replace(library, documents={id: library.documents[id] for id in sorted(longest.values())})


def join_words(library: Library, ids: Sequence[str]) -> Stream:
    """Return the words of the documents of these ids, in their order; the library holds them no longer."""
    return join_shards(library.shards, [library.documents[id].place for id in ids])


def make_corpus(library: Library, ids: Sequence[str], stream: Stream, clusters: Sequence[int]) -> Corpus:
    """Return the corpus of the documents of these ids, of which ``stream`` has the words."""
    held = [library.documents[id] for id in ids]
    sources = UnpackedSources([one.prepared for one in held], clusters)
    return Corpus(
        stream=stream,
        clusters=clusters,
        publishers=[one.prepared.document.header.publisher for one in held],
        findings=[one.prepared.findings for one in held],
        lost={number: one.prepared.lost for number, one in enumerate(held) if one.prepared.lost},
        sources=sources,
        text_of=sources.text_of,
    )


def find_known(library: Library, ids: Sequence[str], keys: Collection[str]) -> dict[str, Occurrences]:
    """Return where keys stand in the documents of these ids, of those that were asked for in preparing."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for number, id in enumerate(ids):
        for key, spans in library.documents[id].prepared.known.items():
            if key in keys:
                found[key] += (Place(number, start, end) for start, end in spans)
    return {key: Occurrences.of(places) for key, places in found.items()}


class UnpackedSources(Sequence[Source]):
    """Prepared documents as sources, each unpacked and repaired when it is asked for, the last ones held.

    ``text_of`` gives the clean text of one alone.
    """

    def __init__(self, prepared: Sequence[Prepared], clusters: Sequence[int]) -> None:
        self._prepared = prepared
        self._clusters = clusters
        self._unpack = lru_cache(maxsize=SOURCES_HELD)(self._unpack_one)
        self.text_of = lru_cache(maxsize=TEXTS_HELD)(self._read_text)

    def __len__(self) -> int:
        return len(self._prepared)

    @overload
    def __getitem__(self, number: int) -> Source: ...
    @overload
    def __getitem__(self, number: slice) -> list[Source]: ...
    def __getitem__(self, number: int | slice) -> Source | list[Source]:
        if isinstance(number, slice):
            return [self._unpack(one) for one in range(*number.indices(len(self)))]
        return self._unpack(number)

    def _read_text(self, number: int) -> str:
        """Return a document's text after repair."""
        return repair(unpack(self._prepared[number].document)).text

    def _unpack_one(self, number: int) -> Source:
        prepared = self._prepared[number]
        document = unpack(prepared.document)
        kept = tuple(map(Span._make, prepared.kept.tolist()))
        return Source(document, replace(repair(document), kept=kept), self._clusters[number])
