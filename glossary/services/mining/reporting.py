"""The page of a mining run: what it shows, gathered from the base."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from glossary.documents import clean
from glossary.documents.front_matter import read_front_matter
from glossary.documents.lines import split_lines
from glossary.errors import NothingMined
from glossary.mining.contexts import choose_contexts
from glossary.mining.places import Place
from glossary.mining.search import find_keys
from glossary.mining.sources import Source
from glossary.model import (
    CandidateState,
    CleanText,
    DocumentRecord,
    PackedDocument,
    RankedCandidate,
    Rendering,
    Tier,
)
from glossary.model.checks import ISO_DATE_CHARS
from glossary.report.clean_texts import clip_text
from glossary.report.marking import KeptOffsets, Stretch, mark_places
from glossary.report.mining_page import write_page
from glossary.report.mining_values import ListedDocument, ListedRendering, ListedTerm, MiningRun
from glossary.services.mining.candidates import CONTEXTS_SHOWN, with_contexts
from glossary.services.progress import Progress, no_progress
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import documents as document_rows
from glossary.store.counts import count_base
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key
from glossary.text.packing import unpack

MINE_VERB = "mine"
SET_ASIDE_LINES = 5
SET_ASIDE_CHARS = 60
PUBLISHERS_NAMED = 3
UNDATED = "9999"
OURS = frozenset({Tier.COMPOSED, Tier.MACHINE})


def report_mining(base: Base, *, top: int, progress: Progress = no_progress) -> str:
    """Return the page of what the base was mined from, with its best candidates. Raises NothingMined."""
    run = gather_run(base, top=top, progress=progress)
    progress("writing", 0, 0)
    return write_page(run)


def gather_run(base: Base, *, top: int, progress: Progress = no_progress) -> MiningRun:
    """Return what the page shows; candidates that somebody rejected are left out. Raises NothingMined.

    Of a base that holds other documents too the samples are left out, as in mining.
    """
    with base.reading() as connection:
        counts = count_base(connection).candidates
        entries = _list_candidates(connection, top, counts[CandidateState.REJECTED])
        progress("repairing and clustering", 0, 0)
        documents = list(document_rows.iterate_documents(connection))
        own = [document for document in documents if not document.header.sample] or documents
        records = {record.id: record for record in document_rows.list_documents(connection)}
        sources = _arrange(_prepare(own, records), records)
        progress("finding the terms in the documents", 0, 0)
        return MiningRun(
            documents=_list_documents(sources, records),
            terms=_list_terms(connection, entries, sources),
            candidates=sum(counts.values()),
            rejected=counts[CandidateState.REJECTED],
            samples_left_out=len(documents) - len(own),
            last_added=change_rows.last_moment_of(connection, MINE_VERB)[:ISO_DATE_CHARS],
        )


def _list_candidates(connection: Connection, top: int, rejected: int) -> tuple[RankedCandidate, ...]:
    ranked = candidate_rows.list_candidates(connection, top=top + rejected)
    kept = [entry for entry in ranked if entry.state is not CandidateState.REJECTED][:top]
    if not kept:
        raise NothingMined(
            "nothing has been mined yet; `glossary mine PATH…` reads documents, then report again"
        )
    return with_contexts(connection, kept)


def _prepare(documents: Sequence[PackedDocument], records: Mapping[str, DocumentRecord]) -> list[Source]:
    """Return documents unpacked and repaired, with the clusters that mining found."""
    numbers: dict[str, int] = {}
    unpacked = [unpack(document) for document in documents]
    clusters = [numbers.setdefault(records[one.id].cluster, len(numbers)) for one in unpacked]
    return [Source(one, clean(one), number) for one, number in zip(unpacked, clusters, strict=True)]


def _arrange(sources: Iterable[Source], records: Mapping[str, DocumentRecord]) -> list[Source]:
    """Return sources by date and path, near-copies beside each other, the undated at the end."""
    firsts: dict[str, tuple[str, str, str]] = {}

    def own_place(source: Source) -> tuple[str, str, str]:
        document = source.document
        return document.date or UNDATED, document.paths[0], document.id

    def cluster_of(source: Source) -> str:
        return records[source.document.id].cluster

    ordered = sorted(sources, key=own_place)
    for source in ordered:
        firsts.setdefault(cluster_of(source), own_place(source))
    return sorted(ordered, key=lambda one: firsts[cluster_of(one)])


def _list_documents(
    sources: Sequence[Source], records: Mapping[str, DocumentRecord]
) -> tuple[ListedDocument, ...]:
    clusters: defaultdict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(sources, 1):
        clusters[records[source.document.id].cluster].append(number)
    return tuple(
        _list_document(number, source.clean, records[source.document.id], clusters)
        for number, source in enumerate(sources, 1)
    )


def _list_document(
    number: int, clean: CleanText, record: DocumentRecord, clusters: Mapping[str, Sequence[int]]
) -> ListedDocument:
    left_out = find_left_out(clean)
    return ListedDocument(
        number=number,
        record=record,
        copies=tuple(one for one in clusters[record.cluster] if one != number),
        set_aside=tuple(clip_text(line, SET_ASIDE_CHARS) for line in left_out[:SET_ASIDE_LINES]),
        lines_set_aside=len(left_out),
    )


def find_left_out(clean: CleanText) -> list[str]:
    """Return the lines of which nothing was kept, in order, without the front matter."""
    starts = [span.start for span in clean.kept]
    lines = split_lines(clean.text, read_front_matter(clean.text).end)

    def is_kept(start: int, end: int) -> bool:
        following = bisect_left(starts, start)
        return following < len(starts) and starts[following] < end

    return [line.text for line in lines if not is_kept(line.start, line.end)]


def _list_terms(
    connection: Connection, entries: Sequence[RankedCandidate], sources: Sequence[Source]
) -> tuple[ListedTerm, ...]:
    forms = {entry.candidate.key: _form_keys(entry) for entry in entries}
    places = find_keys(sources, {key for own, others in forms.items() for key in (own, *others)})
    kept = [KeptOffsets(source.clean.kept) for source in sources]
    return tuple(
        ListedTerm(
            entry=_complete_contexts(entry, places.get(entry.candidate.key, ()), sources),
            renderings=_find_renderings(connection, entry),
            marks=mark_places(
                _as_stretches(places.get(entry.candidate.key, ())),
                _as_stretches(place for form in forms[entry.candidate.key] for place in places.get(form, ())),
                kept,
            ),
        )
        for entry in entries
    )


def _form_keys(entry: RankedCandidate) -> tuple[str, ...]:
    candidate = entry.candidate
    keys = map(folded_key, (*candidate.short_forms, *candidate.variants))
    return tuple(dict.fromkeys(key for key in keys if key and key != candidate.key))


def _complete_contexts(
    entry: RankedCandidate, places: Sequence[Place], sources: Sequence[Source]
) -> RankedCandidate:
    """Return a candidate without contexts from left-out samples; where it has none, some are chosen now."""
    shown = {source.document.id for source in sources}
    contexts = tuple(one for one in entry.candidate.contexts if one.document in shown)
    contexts = contexts or choose_contexts(places, sources, limit=CONTEXTS_SHOWN)
    return replace(entry, candidate=replace(entry.candidate, contexts=contexts))


def _as_stretches(places: Iterable[Place]) -> list[Stretch]:
    return sorted((place.source, place.start, place.end) for place in places)


def _find_renderings(connection: Connection, entry: RankedCandidate) -> tuple[ListedRendering, ...]:
    """Return the English that the base recommends for a candidate: one rendering for each of its meanings."""
    ids = concept_rows.concepts_with_folded(connection, entry.candidate.key)
    decided = entry.decision.concept if entry.decision else None
    found = concept_rows.find_concepts(connection, ids or ([decided] if decided else []))
    return tuple(_list_rendering(best, one.scope) for one in found if (best := one.recommended))


def _list_rendering(rendering: Rendering, scope: str) -> ListedRendering:
    facts = [fact for fact in rendering.evidence if fact.tier not in OURS]
    publishers = dict.fromkeys(fact.publisher for fact in facts if fact.publisher)
    return ListedRendering(
        text=rendering.text,
        language=rendering.language,
        scope=scope,
        status=rendering.status,
        facts=len(facts),
        publishers=tuple(publishers)[:PUBLISHERS_NAMED],
        is_attested=rendering.is_attested,
    )
