"""Mining documents into a base."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from glossary.documents import find_files
from glossary.errors import NothingMined
from glossary.model import (
    NAME_KINDS,
    CandidateKind,
    Change,
    Concept,
    DocumentRecord,
    PackedDocument,
    RankedCandidate,
    Unread,
)
from glossary.services.clock import now_utc
from glossary.services.mining.candidates import find_concepts_of, with_contexts
from glossary.services.mining.library import Library, list_reasons
from glossary.services.mining.preparing import batch_files, batch_stored
from glossary.services.mining.running import prepare, prepare_stored, run, write_run
from glossary.services.mining.settings import Settings
from glossary.services.progress import Progress, no_progress
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class MiningReport:
    """What a call read, and the best candidates of the whole base afterwards.

    ``concepts`` are those, by id, that have a candidate for a term already. ``samples_left_out`` counts the
    sample documents of the base that the counts are without; ``missing`` are watched terms found nowhere.
    """

    documents: tuple[DocumentRecord, ...]
    unread: tuple[Unread, ...]
    candidates: tuple[RankedCandidate, ...]
    names: tuple[RankedCandidate, ...]
    concepts: Mapping[str, Concept]
    samples_left_out: int = 0
    missing: tuple[str, ...] = ()


def mine_paths(
    base: Base,
    paths: Sequence[str],
    settings: Settings,
    *,
    progress: Progress = no_progress,
    who: str,
) -> MiningReport:
    """Read documents, add them to the base, and mine all documents that it holds.

    The base is written to when all the work is done, in one transaction. Documents written as samples are
    left out of the counts as soon as the base holds another one. Raises NothingMined where nothing could be
    read.
    """
    known, decided, library = _read(base, paths, settings, progress)
    read = [id for id, held in library.documents.items() if held.was_read]
    if not read:
        raise NothingMined(f"no document could be mined: {list_reasons(library.unread)}")
    found = run(library, settings, known=known, decided=decided, progress=progress)
    with base.writing() as connection:
        _add_documents(connection, [library.documents[id].prepared.document for id in read], who)
        if (
            list(document_rows.list_ids(connection)) != library.ids
        ):  # others mined or removed documents meanwhile
            again = prepare_stored(connection, known.union(settings.watched))
            library = replace(again, unread=library.unread)
            found = run(library, settings, known=known, decided=decided, progress=progress)
        progress("writing", 0, 0)
        write_run(connection, library, found, settings)
        candidates = _list(connection, candidate_rows.GLOSSARY_KINDS, settings, known | decided)
        return MiningReport(
            documents=_list_records(connection, library, read),
            unread=library.unread,
            candidates=candidates,
            names=_list(connection, NAME_KINDS, settings, known | decided),
            concepts=find_concepts_of(connection, candidates),
            samples_left_out=found.samples_left_out,
            missing=found.missing,
        )


def _read(
    base: Base, paths: Sequence[str], settings: Settings, progress: Progress
) -> tuple[frozenset[str], frozenset[str], Library]:
    """Return the keys of concepts and of what was decided on, and all documents, the base's too."""
    walked = list(find_files(paths))
    files = [one for one in walked if isinstance(one, Path)]
    with base.reading() as connection:
        known = frozenset(concept_rows.chinese_keys(connection))
        decided = frozenset(candidate_rows.decided_keys(connection))
        stored = [*batch_stored(document_rows.iterate_documents(connection))]
    library = prepare([*batch_files(files), *stored], known.union(settings.watched), progress=progress)
    unread = (one for one in walked if isinstance(one, Unread))
    return known, decided, replace(library, unread=(*unread, *library.unread))


def _add_documents(connection: Connection, documents: Sequence[PackedDocument], who: str) -> None:
    """Write documents, and down that the new ones came: a build must not lose them unasked."""
    moment = now_utc()
    new = document_rows.insert_documents(connection, documents)
    change_rows.record_changes(
        connection, (Change(who=who, when=moment, why="", verb="mine", thing=id) for id in new)
    )


def _list_records(connection: Connection, library: Library, ids: Sequence[str]) -> tuple[DocumentRecord, ...]:
    """Return the records of documents, in the order of this call and with the paths that it named."""
    records = {record.id: record for record in document_rows.list_documents(connection)}
    paths = {id: library.documents[id].prepared.document.header.paths for id in ids}
    return tuple(replace(records[id], paths=paths[id]) for id in ids)


def _list(
    connection: Connection, kinds: Collection[CandidateKind], settings: Settings, known: frozenset[str]
) -> tuple[RankedCandidate, ...]:
    """Return the best candidates that the settings want, with contexts; ``known`` ones are not new."""
    ranked = candidate_rows.list_candidates(connection, kinds=kinds)
    wanted = (one for one in ranked if settings.wants(one.candidate, known))
    return with_contexts(connection, list(islice(wanted, settings.top)))
