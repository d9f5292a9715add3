"""Mining documents into a base."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from glossary.documents import clean, cluster, read_documents
from glossary.errors import NothingMined
from glossary.mining.background import load_general_background
from glossary.mining.contexts import choose_contexts
from glossary.mining.miner import Mined, mine
from glossary.mining.search import find_keys
from glossary.mining.segments import Source
from glossary.model import (
    NAME_KINDS,
    CandidateKind,
    Change,
    Concept,
    Context,
    Document,
    DocumentRecord,
    RankedCandidate,
    Unread,
)
from glossary.services.candidates import with_contexts
from glossary.services.defaults import DEFAULT_MIN_COUNT, DEFAULT_TOP
from glossary.services.recording import now_utc
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import contexts as context_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection
from glossary.store.meta import MIN_COUNT, find_meta, write_meta

CLUSTER_ID_CHARS = 12

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MiningReport:
    """What a call read, and the best candidates of the whole base afterwards.

    ``concepts`` are those, by id, that have a candidate for a term already. ``samples_left_out`` counts the
    sample documents of the base that the counts are without.
    """

    documents: tuple[DocumentRecord, ...]
    unread: tuple[Unread, ...]
    candidates: tuple[RankedCandidate, ...]
    names: tuple[RankedCandidate, ...]
    concepts: Mapping[str, Concept]
    samples_left_out: int = 0


def mine_paths(
    base: Base,
    paths: Sequence[str],
    *,
    top: int = DEFAULT_TOP,
    min_count: int = DEFAULT_MIN_COUNT,
    kinds: Collection[CandidateKind] = (),
    progress: Progress = lambda _: None,
    who: str,
) -> MiningReport:
    """Read documents, add them to the base, and mine all documents that it holds, in one transaction.

    Documents written as samples are left out of the counts as soon as the base holds another one. Raises
    NothingMined where nothing could be read.
    """
    progress("reading")
    read = list(read_documents(paths))
    documents = [entry for entry in read if isinstance(entry, Document)]
    unread = tuple(entry for entry in read if isinstance(entry, Unread))
    if not documents:
        raise NothingMined(_why_nothing(unread))
    with base.writing() as connection:
        _add_documents(connection, documents, who)
        left_out = mine_base(connection, top=top, min_count=min_count, progress=progress)
        ids = {document.id for document in documents}
        records = [record for record in document_rows.list_documents(connection) if record.id in ids]
        candidates = _list(connection, kinds or frozenset(CandidateKind) - NAME_KINDS, top)
        ids_of_concepts = [entry.concept for entry in candidates if entry.concept]
        concepts = concept_rows.find_concepts(connection, ids_of_concepts)
        return MiningReport(
            documents=tuple(_under_called_path(records, documents)),
            unread=unread,
            candidates=candidates,
            names=_list(connection, NAME_KINDS, top),
            concepts={concept.id: concept for concept in concepts},
            samples_left_out=left_out,
        )


def _add_documents(connection: Connection, documents: Iterable[Document], who: str) -> None:
    """Write documents, and down that the new ones came: a build must not lose them unasked."""
    new = [document for document in documents if document_rows.insert_document(connection, document)]
    moment = now_utc()
    change_rows.record_changes(
        connection,
        (Change(who=who, when=moment, why="", verb="mine", thing=document.id) for document in new),
    )


def _why_nothing(unread: Iterable[Unread]) -> str:
    reasons = "; ".join(f"{entry.path}: {entry.reason}" for entry in unread)
    return f"no document could be mined: {reasons or 'nothing to read there'}"


def _under_called_path(
    records: Iterable[DocumentRecord], documents: Iterable[Document]
) -> Iterable[DocumentRecord]:
    """Return the records in the order of this call, with the paths under which it named them."""
    by_id = {record.id: record for record in records}
    return [replace(by_id[document.id], paths=document.paths) for document in documents]


def mine_base(
    connection: Connection,
    *,
    top: int = DEFAULT_TOP,
    min_count: int = DEFAULT_MIN_COUNT,
    progress: Progress = lambda _: None,
) -> int:
    """Mine all documents of the base anew: what was mined before is replaced, decisions stay.

    Return how many sample documents were left out, which happens where there is any other document.
    """
    progress("repairing and clustering")
    sources = prepare_sources(list(document_rows.iterate_documents(connection)))
    own = [source for source in sources if not source.document.sample]
    progress("mining")
    mined = mine(
        own or sources,
        background=load_general_background(),
        min_count=min_count,
        contexts_of_top=top,
    )
    progress("writing")
    _write(connection, sources, mined)
    write_meta(connection, MIN_COUNT, str(min_count))
    return len(sources) - len(own) if own else 0


def last_min_count(connection: Connection) -> int:
    """Return how often a string had to occur when the base was last mined."""
    return int(find_meta(connection, MIN_COUNT) or DEFAULT_MIN_COUNT)


def prepare_sources(documents: Sequence[Document]) -> list[Source]:
    """Return documents repaired, without boilerplate, and clustered."""
    cleaned = [clean(document) for document in documents]
    numbers = cluster(cleaned)
    return [Source(*parts) for parts in zip(documents, cleaned, numbers, strict=True)]


def _write(connection: Connection, sources: Sequence[Source], mined: Mined) -> None:
    clusters = _cluster_ids(sources)
    for source in sources:
        document_rows.set_mined(
            connection,
            source.document.id,
            cluster=clusters[source.cluster],
            kept_characters=source.clean.kept_characters,
            repairs=source.clean.repairs,
        )
    everything = (*mined.candidates, *mined.names)
    candidate_rows.replace_candidates(connection, everything)
    contexts: dict[str, Sequence[Context]] = {candidate.key: candidate.contexts for candidate in everything}
    contexts |= _contexts_of_terms(connection, sources)
    context_rows.replace_contexts(connection, contexts.items())


def _cluster_ids(sources: Sequence[Source]) -> dict[int, str]:
    """Return a name for each cluster that does not depend on the order of its documents."""
    ids: dict[int, str] = {}
    for source in sources:
        ids[source.cluster] = min(source.document.id, ids.get(source.cluster, source.document.id))
    return {number: id[:CLUSTER_ID_CHARS] for number, id in ids.items()}


def _contexts_of_terms(connection: Connection, sources: Sequence[Source]) -> dict[str, tuple[Context, ...]]:
    """Return contexts of the terms that the base has concepts for, from samples too."""
    keys = concept_rows.chinese_keys(connection)
    return {key: choose_contexts(places, sources) for key, places in find_keys(sources, keys).items()}


def _list(connection: Connection, kinds: Collection[CandidateKind], top: int) -> tuple[RankedCandidate, ...]:
    ranked = candidate_rows.list_candidates(connection, kinds=kinds, top=top)
    return with_contexts(connection, ranked)
