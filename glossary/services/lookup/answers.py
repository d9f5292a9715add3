"""Answering a query: which concepts, why each, with renderings, evidence and contexts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import partial

from glossary.lookup.listing import held_spellings, longest_held, split_query
from glossary.lookup.queries import check_query
from glossary.lookup.ranking import GUESSED, matched_term, order_renderings
from glossary.lookup.senses import find_homographs, order_senses
from glossary.model import (
    NAME_KINDS,
    Answer,
    Concept,
    Context,
    DocumentRecord,
    Found,
    Hit,
    KeyKind,
    MatchKind,
    Member,
    RankedCandidate,
    RelationKind,
    Term,
    first_usable,
)
from glossary.services.concepts.requiring import require_concept
from glossary.services.defaults import DEFAULT_LIMIT
from glossary.services.lookup.finding import find_terms
from glossary.services.lookup.homographs import read_related, read_senses
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store import contexts as context_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, Connection
from glossary.store.known_keys import known_keys
from glossary.text.folding import folded_key

CONTEXTS_A_HIT = 3


def look_up(
    base: Base, query: str, *, limit: int = DEFAULT_LIMIT, fuzzy: bool = True, beside: str = ""
) -> Answer:
    """Return at most ``limit`` hits, one a concept, best first; raises InvalidInput for an unusable query.

    Without ``fuzzy`` what is only pronounced or typed alike is left out. ``beside`` is the text that is
    translated: of homographs the one that fits it comes first. Where nothing is called as the query, but it
    lists several terms, each is answered by itself: ``parts``.
    """
    asked = check_query(query)
    with base.reading() as connection:
        ask = partial(_answer, connection, fuzzy=fuzzy, beside=beside)
        whole = ask(asked, limit=limit)
        if _certainty(whole) is Certainty.SURE:
            return whole
        terms = split_query(asked)
        parts = tuple(ask(term, limit=max(limit // len(terms), 1)) for term in terms)
        is_better = max(map(_certainty, parts), default=Certainty.NONE) > _certainty(whole)
        return _join(asked, parts) if is_better else whole


class Certainty(IntEnum):
    """How much an answer is one to what was asked."""

    NONE = 0
    GUESSED = 1
    SURE = 2


def _certainty(answer: Answer) -> Certainty:
    if any(hit.match not in GUESSED for hit in answer.hits):
        return Certainty.SURE
    return Certainty.GUESSED if answer.hits else Certainty.NONE


def _answer(connection: Connection, query: str, *, limit: int, fuzzy: bool, beside: str) -> Answer:
    ranked = find_terms(connection, query, limit=limit, fuzzy=fuzzy)
    if beside:
        ranked = order_senses(ranked, read_senses(connection, find_homographs(ranked)), beside)
    hits = tuple(_make_hits(connection, query, ranked[:limit]))
    return Answer(
        query=query,
        hits=hits,
        candidates=_find_candidates(connection, query),
        documents=_find_documents(connection, hits),
        held=() if hits else tuple(_find_held(connection, folded_key(query))),
    )


def _find_held(connection: Connection, key: str) -> Iterator[Hit]:
    """Yield the best hit of each term that stands in a phrase."""
    known = known_keys(connection, KeyKind.FOLDED, held_spellings(key))
    for spelling in longest_held(key, known):
        ranked = find_terms(connection, spelling, limit=1, fuzzy=False)
        yield from _make_hits(connection, spelling, ranked[:1])


def _join(query: str, parts: tuple[Answer, ...]) -> Answer:
    return Answer(
        query=query,
        hits=tuple(hit for part in parts for hit in part.hits),
        candidates=tuple(candidate for part in parts for candidate in part.candidates),
        documents={id: record for part in parts for id, record in part.documents.items()},
        parts=parts,
    )


def describe_as_hit(base: Base, id: str) -> tuple[Hit, dict[str, DocumentRecord], dict[str, str]]:
    """Return a concept as a lookup of its head would, the documents, and the heads that it is related to.

    An old id leads to its concept; raises NotFound.
    """
    with base.reading() as connection:
        concept = require_concept(connection, id)
        related = read_related(connection, [concept])
        hit = _make_hit(connection, concept, related)
        heads = {id: one.head.text for id, one in related.items()}
        return hit, _find_documents(connection, [hit]), heads


def _make_hit(connection: Connection, concept: Concept, related: Mapping[str, Concept]) -> Hit:
    readings = concept_rows.shown_readings(connection, [concept.id])
    return Hit(
        concept=concept,
        term=concept.head,
        reading=readings[concept.id, concept.head.text],
        match=MatchKind.EXACT,
        key=concept.id,
        renderings=tuple(order_renderings(concept, concept.head)),
        contexts=_contexts_for(concept, concept.head, _find_contexts(connection, [concept])),
        members=_members_of(concept, related),
    )


def _make_hits(connection: Connection, query: str, ranked: Sequence[Found]) -> Iterable[Hit]:
    ids = [finding.concept for finding in ranked]
    concepts = concept_rows.find_concepts(connection, ids)
    readings = concept_rows.shown_readings(connection, ids)
    # Where texts were searched, each finding is from one; it is shown in those that have the query.
    is_mentioned = any(finding.match is MatchKind.CONTEXT for finding in ranked)
    contexts = _find_contexts(connection, concepts, mentioning=query if is_mentioned else "")
    related = read_related(connection, concepts)
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
            members=_members_of(concept, related),
        )


def _members_of(concept: Concept, related: Mapping[str, Concept]) -> tuple[Member, ...]:
    members = (related[one.concept] for one in concept.relations if one.kind is RelationKind.HAS_MEMBER)
    return tuple(map(_make_member, members))


def _make_member(concept: Concept) -> Member:
    usable = first_usable(order_renderings(concept, concept.head))
    return Member(concept=concept.id, term=concept.head.text, rendering=usable.text if usable else "")


def _find_contexts(
    connection: Connection, concepts: Iterable[Concept], *, mentioning: str = ""
) -> dict[str, list[Context]]:
    """Return contexts by key, but none of a homograph: nobody knows which of its concepts a text means.

    Where a text is named, they are those that mention it.
    """
    keys = {folded_key(term.text) for concept in concepts for term in concept.terms}
    plain = keys - concept_rows.find_homographs(connection, sorted(keys))
    if mentioning:
        return context_rows.contexts_mentioning(connection, sorted(plain), mentioning, limit=CONTEXTS_A_HIT)
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
