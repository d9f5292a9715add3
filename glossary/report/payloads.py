"""Values as the dictionaries of the JSON contract; the same for the terminal, HTTP and later MCP."""

from collections.abc import Iterable, Mapping, Sized
from typing import Any, Protocol

from msgspec import to_builtins

from glossary.model import (
    DISCOURAGED,
    Answer,
    BaseCounts,
    Concept,
    Context,
    DocumentRecord,
    Evidence,
    Hit,
    RankedCandidate,
    Rendering,
    Unread,
)

Payload = dict[str, Any]


def describe_answer(answer: Answer) -> Payload:
    """Return the answer to a query; each hit names the term that it answers, one of ``parts``."""
    return {
        "query": answer.query,
        "parts": [part.query for part in answer.each],
        "hits": [
            {"query": part.query} | describe_hit(hit, answer.documents)
            for part in answer.each
            for hit in part.hits
        ],
        "candidates": [describe_candidate(candidate) for candidate in answer.candidates],
        "held": [{"query": part.query} | _describe_held(hit) for part in answer.each for hit in part.held],
    }


def _describe_held(hit: Hit) -> Payload:
    rendering = next((one.text for one in hit.renderings if one.status not in DISCOURAGED), None)
    return {"concept": hit.concept.id, "term": hit.term.text, "rendering": rendering}


def describe_hit(hit: Hit, documents: Mapping[str, DocumentRecord]) -> Payload:
    """Return one hit of a lookup."""
    concept = hit.concept
    return {
        "concept": concept.id,
        "term": hit.term.text,
        "reading": hit.reading,
        "subject_field": concept.subject_field,
        "definition": pick_definition(concept),
        "definitions": [to_builtins(one) for one in concept.definitions],
        "scope": concept.scope,
        "notes": [concept.note] if concept.note else [],
        "other_terms": [term.text for term in concept.terms if term.text != hit.term.text],
        "match": {"kind": hit.match.value, "key": hit.key},
        "renderings": [_describe_rendering(concept.id, rendering) for rendering in hit.renderings],
        "gap": concept.is_gap,
        "members": [to_builtins(one) for one in hit.members],
        "contexts": [_describe_context(one) | _describe_source(one, documents) for one in hit.contexts],
    }


def describe_concept(concept: Concept, *, version: str, heads: Mapping[str, str]) -> Payload:
    """Return a whole concept; ``heads`` has the Chinese of the concepts that it is related to, by id."""
    return {
        "id": concept.id,
        "version": version,
        "subject_field": concept.subject_field,
        "scope": concept.scope,
        "note": concept.note,
        "gap": concept.is_gap,
        "definitions": [to_builtins(one) for one in concept.definitions],
        "terms": [to_builtins(term) for term in concept.terms],
        "renderings": [to_builtins(one) | _describe_rendering(concept.id, one) for one in concept.renderings],
        "relations": [
            {"kind": one.kind.value, "concept": one.concept, "term": heads.get(one.concept, "")}
            for one in concept.relations
        ],
        "redirects": list(concept.redirects),
    }


def pick_definition(concept: Concept) -> str:
    """Return the definition to show: the first English one, else the first Chinese one, else nothing."""
    by_language = {one.language.lower().split("-")[0]: one.text for one in reversed(concept.definitions)}
    return by_language.get("en") or by_language.get("zh", "")


def _describe_rendering(concept: str, rendering: Rendering) -> Payload:
    return {
        "id": rendering.id_within(concept),
        "text": rendering.text,
        "language": rendering.language,
        "status": rendering.status.value,
        "instead": rendering.instead or None,
        "serves": rendering.serves or None,
        "term_type": rendering.term_type.value,
        "note": rendering.note,
        "evidence": [_describe_evidence(fact) for fact in rendering.evidence],
    }


def _describe_evidence(fact: Evidence) -> Payload:
    return {
        "publisher": fact.publisher,
        "title": fact.title,
        "date": fact.date,
        "url": fact.url,
        "mirror_of": fact.mirror_of,
        "tier": fact.tier.value,
        "basis": fact.basis.value if fact.basis else None,
        "note": fact.note,
    }


def _describe_context(context: Context) -> Payload:
    return dict(to_builtins(context))


def _describe_source(context: Context, documents: Mapping[str, DocumentRecord]) -> Payload:
    record = documents.get(context.document)
    return (
        {"publisher": record.publisher, "title": record.title, "date": record.date, "sample": record.sample}
        if record
        else {}
    )


def describe_candidate(entry: RankedCandidate) -> Payload:
    """Return one mined candidate with its features and contexts."""
    candidate = entry.candidate
    return {
        "id": candidate.id,
        "rank": entry.rank,
        "term": candidate.term,
        "state": entry.state.value,
        "score": candidate.score,
        "count": candidate.count,
        "documents": candidate.documents,
        "clusters": candidate.clusters,
        "kind": candidate.kind.value,
        "features": dict(candidate.features),
        "variants": list(candidate.variants),
        "short_forms": list(candidate.short_forms),
        "members": {document: list(names) for document, names in candidate.members.items()},
        "concept": entry.concept or (entry.decision.concept if entry.decision else None),
        "contexts": [_describe_context(context) for context in candidate.contexts],
    }


def describe_document(record: DocumentRecord) -> Payload:
    """Return one document without its text."""
    return {
        "id": record.id,
        "path": record.paths[0],
        "paths": list(record.paths),
        "title": record.title,
        "publisher": record.publisher,
        "date": record.date,
        "sample": record.sample,
        "kind": record.kind,
        "encoding": record.encoding,
        "offsets": record.offsets,
        "cluster": record.cluster,
        "characters": record.characters,
        "kept_characters": record.kept_characters,
        "repairs": [{"kind": kind, "count": count} for kind, count in record.repairs.items()],
    }


def describe_unread(entry: Unread) -> Payload:
    """Return one file that could not be read, with the reason."""
    return {"path": entry.path, "reason": entry.reason}


def describe_counts(counts: BaseCounts) -> Payload:
    """Return how much a base holds."""
    return {
        name: {str(key): number for key, number in value.items()} if isinstance(value, Mapping) else value
        for name, value in ((name, getattr(counts, name)) for name in BaseCounts.__slots__)
    }


class Told(Protocol):
    """What is said of a thing that is not in the result."""

    @property
    def where(self) -> str:
        """Where it stood: line, element, cell or concept."""

    @property
    def what(self) -> str:
        """What it was."""

    @property
    def why(self) -> str:
        """Why it is not there."""


def describe_import(
    added: Sized,
    changed: Sized,
    unchanged: Sized,
    conflicts: Iterable[object],
    dropped: Iterable["Told"],
) -> Payload:
    """Return what an import did: numbers of concepts, each conflict, and everything dropped as it comes."""
    return {
        "added": len(added),
        "changed": len(changed),
        "unchanged": len(unchanged),
        "conflicts": map(to_builtins, conflicts),
        "dropped": ({"where": one.where, "what": one.what, "why": one.why} for one in dropped),
    }
