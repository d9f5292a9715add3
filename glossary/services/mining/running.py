"""One mining run: from the documents of a base to its candidates and contexts, and those into the base."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy

from glossary.documents.duplicates import sampling_rate
from glossary.mining.background import load_general_background
from glossary.mining.contexts import choose_places, make_contexts
from glossary.mining.miner import Mined, mine
from glossary.model import Context
from glossary.services.mining.library import (
    Library,
    UnpackedSources,
    find_clusters,
    find_known,
    gather_batches,
    join_words,
    make_corpus,
)
from glossary.services.mining.preparing import Batch, Work, batch_stored, prepare_batches
from glossary.services.mining.settings import Settings, remember_settings
from glossary.services.progress import Progress, no_progress
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store import contexts as context_rows
from glossary.store import documents as document_rows
from glossary.store.database import Connection

CLUSTER_ID_CHARS = 12
READING = "reading"


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found: candidates, contexts by key, the cluster of each document, samples left out.

    ``missing`` are the watched terms that occur nowhere.
    """

    mined: Mined
    contexts: Mapping[str, Sequence[Context]]
    clusters: Mapping[str, str]
    samples_left_out: int
    missing: tuple[str, ...]


def prepare(
    batches: Sequence[Batch],
    keys: frozenset[str],
    *,
    stage: str = READING,
    progress: Progress = no_progress,
) -> Library:
    """Return the documents of the batches, ready to be mined; ``keys`` are looked for in each.

    ``stage`` is what the progress is told to be.
    """
    total = sum(batch.size for batch in batches)
    done = 0

    def advance(size: int) -> None:
        nonlocal done
        done += size
        progress(stage, done, total)

    progress(stage, 0, total)
    work = Work(keys, sampling_rate(_least_characters(batches)))
    prepared = prepare_batches(batches, work, progress=advance, meanwhile=load_general_background)
    return gather_batches(prepared)


def _least_characters(batches: Sequence[Batch]) -> int:
    """Return how many characters all different documents have at least: files may be in the base already."""
    read = sum(batch.characters for batch in batches if batch.files)
    return max(read, sum(batch.characters for batch in batches if batch.stored))


def run(
    library: Library,
    settings: Settings,
    *,
    known: frozenset[str],
    decided: frozenset[str] = frozenset(),
    progress: Progress = no_progress,
) -> Run:
    """Mine the documents of a library, in the order of their ids.

    ``known`` are the keys of concepts, ``decided`` those of candidates that somebody decided on.
    """
    progress("comparing", 0, 0)
    ids, counting = library.ids, library.counting
    with ThreadPoolExecutor(1) as beside:  # numpy compares while words are joined
        comparing = beside.submit(find_clusters, library, ids)
        stream = join_words(library, counting)
        clusters = dict(zip(ids, comparing.result(), strict=True))
    progress("mining", 0, 0)
    corpus = make_corpus(library, counting, stream, [clusters[id] for id in counting])
    found = find_known(library, counting, settings.watched)
    mined = mine(
        corpus,
        background=settings.background or load_general_background(),
        min_count=settings.min_count,
        contexts_of_top=settings.top,
        wanted=lambda candidate: settings.wants(candidate, known | decided),
        watched=found,
        stopped=frozenset(settings.stopped),
    )
    contexts = {one.key: one.contexts for one in (*mined.candidates, *mined.names) if one.contexts}
    contexts |= _contexts_of_terms(library, ids, [clusters[id] for id in ids], known)
    missing = tuple(text for key, text in settings.watched.items() if key not in found)
    return Run(mined, contexts, _name_clusters(clusters), len(ids) - len(counting), missing)


def _contexts_of_terms(
    library: Library, ids: Sequence[str], clusters: Sequence[int], known: frozenset[str]
) -> dict[str, tuple[Context, ...]]:
    """Return contexts of the terms that the base has concepts for, from samples too."""
    prepared = [library.documents[id].prepared for id in ids]
    sources = UnpackedSources(prepared, clusters)
    lost = {number: one.lost for number, one in enumerate(prepared) if one.lost}
    numbers = numpy.array(clusters, dtype=numpy.int64)
    return {
        key: make_contexts(choose_places(places, numbers, lost), sources)
        for key, places in find_known(library, ids, known).items()
    }


def _name_clusters(clusters: Mapping[str, int]) -> dict[str, str]:
    """Return for each document a name of its cluster that does not depend on the order of documents."""
    firsts: dict[int, str] = {}
    for id in sorted(clusters):
        firsts.setdefault(clusters[id], id[:CLUSTER_ID_CHARS])
    return {id: firsts[number] for id, number in clusters.items()}


def write_run(connection: Connection, library: Library, found: Run, settings: Settings) -> None:
    """Write what a run found in the place of what was mined before; decisions stay."""
    prepared = [library.documents[id].prepared for id in library.ids]
    document_rows.set_mined(
        connection,
        (
            document_rows.MinedDocument(
                one.document.id, found.clusters[one.document.id], one.kept_characters, one.repairs
            )
            for one in prepared
        ),
    )
    candidate_rows.replace_candidates(connection, (*found.mined.candidates, *found.mined.names))
    context_rows.replace_contexts(connection, found.contexts.items())
    remember_settings(connection, settings)


def mine_base(connection: Connection, settings: Settings, *, progress: Progress = no_progress) -> None:
    """Mine all documents of the base anew."""
    known = frozenset(concept_rows.chinese_keys(connection))
    library = prepare_stored(connection, known.union(settings.watched), progress=progress)
    write_run(connection, library, run(library, settings, known=known, progress=progress), settings)


def prepare_stored(
    connection: Connection, keys: frozenset[str], *, progress: Progress = no_progress
) -> Library:
    """Return the documents that the base holds, ready to be mined."""
    batches = [*batch_stored(document_rows.iterate_documents(connection))]
    return prepare(batches, keys, progress=progress)
