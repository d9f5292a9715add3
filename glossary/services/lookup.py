"""Answering a query: which concepts, why each, with renderings, evidence and contexts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.lookup.queries import check_query, plan_probes
from glossary.lookup.ranking import matched_term, order_renderings, rank_found
from glossary.model import NAME_KINDS, Concept, Context, DocumentRecord, Found, Hit, RankedCandidate, Term
from glossary.services.defaults import DEFAULT_LIMIT
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store import contexts as context_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection
from glossary.store.keys import run_probe
from glossary.text.folding import folded_key

PROBED_TERMS = 1_000
CONTEXTS_A_HIT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found; ``documents`` are those that the contexts point into, by id."""

    query: str
    hits: tuple[Hit, ...]
    candidates: tuple[RankedCandidate, ...]
    documents: dict[str, DocumentRecord]


def look_up(base: Base, query: str, *, limit: int = DEFAULT_LIMIT) -> Answer:
    """Return at most ``limit`` hits, one a concept, best first; raises InvalidInput for an unusable query."""
    asked = check_query(query)
    with base.reading() as connection:
        probes = plan_probes(asked)
        found = [one for probe in probes for one in run_probe(connection, probe, limit=PROBED_TERMS)]
        hits = tuple(_make_hits(connection, rank_found(asked, found)[:limit]))
        return Answer(
            query=asked,
            hits=hits,
            candidates=_find_candidates(connection, asked),
            documents=_find_documents(connection, hits),
        )


def _make_hits(connection: Connection, ranked: Sequence[Found]) -> Iterable[Hit]:
    ids = [finding.concept for finding in ranked]
    concepts = concept_rows.find_concepts(connection, ids)
    readings = concept_rows.shown_readings(connection, ids)
    contexts = _find_contexts(connection, concepts)
    for finding, concept in zip(ranked, concepts, strict=True):
        term = matched_term(concept, finding)
        yield Hit(
            concept=concept,
            term=term,
            reading=readings[concept.id, term.text],
            match=finding.match,
            key=finding.key,
            renderings=tuple(order_renderings(concept, term)),
            contexts=_contexts_for(concept, term, contexts),
        )


def _find_contexts(connection: Connection, concepts: Iterable[Concept]) -> dict[str, list[Context]]:
    """Return contexts by key, but none of a homograph: nobody knows which of its concepts a text means."""
    keys = {folded_key(term.text) for concept in concepts for term in concept.terms}
    plain = keys - concept_rows.find_homographs(connection, sorted(keys))
    return context_rows.contexts_of(connection, sorted(plain), limit=CONTEXTS_A_HIT)


def _contexts_for(concept: Concept, matched: Term, contexts: dict[str, list[Context]]) -> tuple[Context, ...]:
    """Return contexts of the matched term, then of the concept's other terms."""
    keys = dict.fromkeys(folded_key(term.text) for term in (matched, *concept.terms))
    return tuple(context for key in keys for context in contexts.get(key, ()))[:CONTEXTS_A_HIT]


def _find_candidates(connection: Connection, query: str) -> tuple[RankedCandidate, ...]:
    found = candidate_rows.find_candidate(connection, folded_key(query))
    return (found,) if found and found.candidate.kind not in NAME_KINDS else ()


def _find_documents(connection: Connection, hits: Iterable[Hit]) -> dict[str, DocumentRecord]:
    wanted = {context.document for hit in hits for context in hit.contexts}
    return {record.id: record for record in document_rows.list_documents(connection, sorted(wanted))}
