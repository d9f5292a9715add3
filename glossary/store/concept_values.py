"""Rows put together to concepts again; no statement here.

Rows are told apart by place, since to ask each by name takes long.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from glossary.model import (
    Basis,
    Concept,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)

AnyRow = Row[Any]
Values = Sequence[Any]
Detail = tuple[str, str, str]
DEFINED, RELATED, LED_HERE = "definition", "relation", "redirect"
STATUSES = {one.value: one for one in Status}
TERM_TYPES = {one.value: one for one in TermType}
TIERS = {one.value: one for one in Tier}
BASES = {"": None} | {one.value: one for one in Basis}
RELATION_KINDS = {one.value: one for one in RelationKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptRows:
    """All rows of some concepts, each sequence in the order of positions.

    ``details`` are definitions, relations and redirects: what it is, the concept, the position, and three
    texts.
    """

    concepts: Sequence[Values]
    details: Sequence[Values]
    terms: Sequence[Values]
    evidence: Sequence[AnyRow]


def assemble(rows: ConceptRows) -> list[Concept]:
    """Return the concepts, in the order of their own rows."""
    details: dict[tuple[str, str], list[Detail]] = defaultdict(list)
    for what, concept_id, _, first, second, third in rows.details:
        details[what, concept_id].append((first, second, third))
    facts: dict[int, list[Evidence]] = defaultdict(list)
    for fact in rows.evidence:
        facts[fact.term_id].append(read_evidence(fact))
    terms: dict[str, list[Term]] = defaultdict(list)
    renderings: dict[str, list[Rendering]] = defaultdict(list)
    for row in rows.terms:
        _add_designation(row, terms, renderings, facts)
    return [
        Concept(
            id=id,
            subject_field=subject_field,
            scope=scope,
            note=note,
            definitions=tuple(map(_definition, details[DEFINED, id])),
            terms=tuple(terms[id]),
            renderings=tuple(renderings[id]),
            relations=tuple(map(_relation, details[RELATED, id])),
            redirects=tuple(old for old, _, _ in details[LED_HERE, id]),
        )
        for id, subject_field, scope, note in rows.concepts
    ]


def _definition(told: Detail) -> Definition:
    language, text, source = told
    return Definition(text=text, language=language, source=source)


def _relation(told: Detail) -> Relation:
    kind, target, _ = told
    return Relation(kind=RELATION_KINDS[kind], concept=target)


def _add_designation(
    row: Values,
    terms: dict[str, list[Term]],
    renderings: dict[str, list[Rendering]],
    facts: dict[int, list[Evidence]],
) -> None:
    """Put a row of the table of terms, whose columns these are, with the terms or the renderings."""
    id, concept_id, language, text, is_rendering, _, _, reading, _, status, part_of_speech, *rest = row
    term_type, case_sensitive, do_not_translate, note, serves, instead = rest
    fields = {
        "text": text,
        "language": language,
        "status": STATUSES[status],
        "part_of_speech": part_of_speech,
        "term_type": TERM_TYPES[term_type],
        "reading": reading,
        "case_sensitive": case_sensitive,
        "do_not_translate": do_not_translate,
        "note": note,
    }
    if is_rendering:
        evidence = tuple(facts.get(id, ()))
        rendering = Rendering(**fields, serves=serves, instead=instead, evidence=evidence)
        renderings[concept_id].append(rendering)
    else:
        terms[concept_id].append(Term(**fields))


def read_evidence(row: AnyRow) -> Evidence:
    """Return the fact that a row of evidence, or of an attestation list, holds."""
    return Evidence(
        publisher=row.publisher,
        title=row.title,
        date=row.date,
        url=row.url,
        mirror_of=row.mirror_of,
        tier=TIERS[row.tier],
        basis=BASES[row.basis],
        note=row.note,
    )
