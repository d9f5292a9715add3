"""From what clients send to the values of the model, which check themselves."""

from typing import Any

from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.model import TEXT_FIELDS, Concept, Definition, Evidence, Relation, Rendering, Term, Tier
from glossary.services.concepts.adding import NewRendering
from glossary.web.bodies import (
    AcceptBody,
    AddedRendering,
    ConceptBody,
    EvidenceBody,
    RelationBody,
    RenderingBody,
    TermBody,
)


def build_concept(body: ConceptBody, *, id: str) -> Concept:
    """Return the whole concept that a client sent."""
    return Concept(id=id, **{"terms": (), **_said_fields(body)})


def apply_patch(read: Concept, body: ConceptBody) -> Concept:
    """Return a concept with the members that a client sent (RFC 7396: lists are replaced whole)."""
    if body.id is not None and body.id != read.id:
        raise InvalidInput(f"the id of a concept stays as it is: {read.id}, not {body.id}")
    return replace(read, **_said_fields(body))


def _said_fields(body: ConceptBody) -> dict[str, Any]:
    said = body.model_fields_set
    fields: dict[str, Any] = {
        name: (getattr(body, name) or "").strip() for name in TEXT_FIELDS if name in said
    }
    if "redirects" in said:
        fields["redirects"] = tuple(body.redirects or ())
    if "definitions" in said:
        fields["definitions"] = tuple(Definition(**one.model_dump()) for one in body.definitions or ())
    if "terms" in said:
        fields["terms"] = tuple(map(_build_term, body.terms or ()))
    if "renderings" in said:
        fields["renderings"] = tuple(map(_build_rendering, body.renderings or ()))
    if "relations" in said:
        fields["relations"] = tuple(map(_build_relation, body.relations or ()))
    return fields


def _build_term(body: TermBody) -> Term:
    return Term(**dict(body))


def _build_rendering(body: RenderingBody) -> Rendering:
    fields = dict(body) | {
        "serves": body.serves or "",
        "instead": body.instead or "",
        "evidence": tuple(map(_build_fact, body.evidence)),
    }
    fields.pop("id")
    return Rendering(**fields)


def _build_fact(body: EvidenceBody) -> Evidence:
    """Return a fact of a whole concept; to take a publisher's for ours would hide that it is attested."""
    if body.publisher and body.tier is None:
        raise InvalidInput(
            f"evidence of {body.publisher!r} needs its tier: {', '.join(tier.value for tier in Tier)}"
        )
    return _build_evidence(body)


def _build_evidence(body: EvidenceBody) -> Evidence:
    return Evidence(**dict(body) | {"tier": body.tier or Tier.COMPOSED})


def _build_relation(body: RelationBody) -> Relation:
    return Relation(kind=body.kind, concept=body.concept)


def build_new_rendering(body: AddedRendering | AcceptBody, text: str) -> NewRendering:
    """Return what a client says about one rendering; who used it and no tier: the base says it."""
    fact = body.evidence[0] if body.evidence else EvidenceBody()
    return NewRendering(
        text=text,
        status=body.status,
        instead=body.instead,
        note=body.note,
        tier=fact.tier,
        evidence=_build_evidence(fact),
    )
