"""Building a base from its seeds: the curated concepts and the sample documents."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.documents import read_documents
from glossary.errors import BaseError, UnreadableFile
from glossary.formats.concepts import ImportedFile
from glossary.lookup.keys import key_concept
from glossary.model import Document, Request, Unread, Waiver
from glossary.services.bases.choosing import holds_nothing, shown
from glossary.services.history.snapshots import AUTOMATIC_NOTES, BUILT, write_snapshot
from glossary.services.importing.reading import read_file
from glossary.services.mining.running import mine_base
from glossary.services.mining.settings import Settings
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import documents as document_rows
from glossary.store import requests as request_rows
from glossary.store import snapshots as snapshot_rows
from glossary.store import waivers as waiver_rows
from glossary.store.database import open_base, write_new_base
from glossary.text.packing import pack

BUILD_VERB = change_rows.BUILD_VERB
CONCEPTS_FOLDER = "concepts"
DOCUMENTS_FOLDER = "documents"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How much went into the new base."""

    concepts: int
    documents: int
    unread: tuple[Unread, ...]


def build_base(seeds: Path, target: str, *, force: bool = False) -> BuildReport:
    """Write a new base from ``seeds/concepts/*.toml`` and ``seeds/documents/`` in the place of ``target``.

    Refuses a base that holds changes not made by a build, unless forced; the old one stays until all is well.
    """
    curated = _read_concepts(seeds)
    documents, unread = _read_documents(seeds / DOCUMENTS_FOLDER)
    if not force:
        _refuse_curated(target)
    with write_new_base(target) as connection:
        concept_rows.insert_concepts(connection, map(key_concept, curated.concepts))
        for decided in curated.decisions:
            candidate_rows.decide(connection, decided.key, decided.decision)
        ids = {concept.id for concept in curated.concepts}
        requests, waivers = _of_old_base(target, ids)
        request_rows.insert_requests(connection, requests)
        waiver_rows.insert_waivers(connection, waivers)
        document_rows.insert_documents(connection, [*map(pack, documents)])
        write_snapshot(connection, who=BUILD_VERB, note=BUILT)
        mine_base(connection, Settings())
        if not force:
            _refuse_curated(target)  # somebody may have curated it meanwhile
    return BuildReport(len(curated.concepts), len(documents), tuple(unread))


def _read_concepts(seeds: Path) -> ImportedFile:
    """Return the concepts and decisions of a seeds folder, or of one that `glossary export toml` wrote."""
    folder = seeds if any(seeds.glob("*.toml")) else seeds / CONCEPTS_FOLDER
    if not folder.is_dir():
        raise UnreadableFile(folder, "there is no such folder; a seeds folder holds concepts/ and documents/")
    return read_file(folder, "toml")


def _read_documents(folder: Path) -> tuple[list[Document], list[Unread]]:
    """Return the sample documents under paths relative to the seeds, so that any clone builds the same."""
    if not folder.is_dir():
        return [], []
    read = list(read_documents([str(folder)]))
    documents = [_under_seeds(entry, folder.parent) for entry in read if isinstance(entry, Document)]
    return documents, [entry for entry in read if isinstance(entry, Unread)]


def _under_seeds(document: Document, seeds: Path) -> Document:
    paths = tuple(Path(path).relative_to(seeds).as_posix() for path in document.paths)
    return replace(document, paths=paths)


def _of_old_base(target: str, known: Collection[str]) -> tuple[list[Request], list[Waiver]]:
    """Return what no seed has: requests of the old base, with what answers them still, and its waivers.

    An old base that cannot be read, which only a forced build replaces, has nothing to give.
    """
    if holds_nothing(target):
        return [], []
    try:
        with open_base(target, write=False) as base, base.reading() as connection:
            found = list(request_rows.list_requests(connection))
            waivers = list(waiver_rows.list_waivers(connection))
    except BaseError:
        return [], []
    return [one if one.concept in known else replace(one, concept=None) for one in found], waivers


def _refuse_curated(target: str) -> None:
    if holds_nothing(target):
        return
    with open_base(target, write=False) as base, base.reading() as connection:
        held = []
        if change_rows.has_changes_since_build(connection):
            held.append("what no seed has (`glossary export toml -o DIR` saves its concepts and decisions)")
        if any(one.note not in AUTOMATIC_NOTES for one in snapshot_rows.list_snapshots(connection)):
            held.append("snapshots that somebody took (`glossary snapshot --list --json` saves their ids)")
    if held:
        raise BaseError(
            f"{shown(target)} holds {' and '.join(held)}; --force loses the rest: mined documents, "
            "the record of changes (`glossary history --json` saves it) and snapshots"
        )
