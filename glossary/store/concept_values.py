"""Rows put together to concepts again; no statement here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptRows:
    """All rows of some concepts, each sequence in the order of positions."""

    concepts: Sequence[AnyRow]
    definitions: Sequence[AnyRow]
    terms: Sequence[AnyRow]
    evidence: Sequence[AnyRow]
    relations: Sequence[AnyRow]
    redirects: Sequence[AnyRow]


def assemble(rows: ConceptRows) -> list[Concept]:
    """Return the concepts, in the order of their own rows."""
    definitions = _by(rows.definitions, "concept_id")
    terms = _by(rows.terms, "concept_id")
    evidence = _by(rows.evidence, "term_id")
    relations = _by(rows.relations, "concept_id")
    redirects = _by(rows.redirects, "concept_id")
    return [
        Concept(
            id=row.id,
            subject_field=row.subject_field,
            scope=row.scope,
            note=row.note,
            definitions=tuple(map(_definition, definitions[row.id])),
            terms=tuple(_term(one) for one in terms[row.id] if not one.is_rendering),
            renderings=tuple(_rendering(one, evidence[one.id]) for one in terms[row.id] if one.is_rendering),
            relations=tuple(map(_relation, relations[row.id])),
            redirects=tuple(one.old_id for one in redirects[row.id]),
        )
        for row in rows.concepts
    ]


def _by(rows: Iterable[AnyRow], column: str) -> dict[Any, list[AnyRow]]:
    groups: dict[Any, list[AnyRow]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(row)
    return groups


def _definition(row: AnyRow) -> Definition:
    return Definition(text=row.text, language=row.language, source=row.source)


def _relation(row: AnyRow) -> Relation:
    return Relation(kind=RelationKind(row.kind), concept=row.target_id)


def _term(row: AnyRow) -> Term:
    return Term(**_designation(row))


def _rendering(row: AnyRow, facts: Iterable[AnyRow]) -> Rendering:
    evidence = tuple(map(read_evidence, facts))
    return Rendering(**_designation(row), serves=row.serves, instead=row.instead, evidence=evidence)


def _designation(row: AnyRow) -> dict[str, Any]:
    return {
        "text": row.text,
        "language": row.language,
        "status": Status(row.status),
        "part_of_speech": row.part_of_speech,
        "term_type": TermType(row.term_type),
        "reading": row.reading,
        "case_sensitive": row.case_sensitive,
        "do_not_translate": row.do_not_translate,
        "note": row.note,
    }


def read_evidence(row: AnyRow) -> Evidence:
    """Return the fact that a row of evidence, or of an attestation list, holds."""
    return Evidence(
        publisher=row.publisher,
        title=row.title,
        date=row.date,
        url=row.url,
        mirror_of=row.mirror_of,
        tier=Tier(row.tier),
        basis=Basis(row.basis) if row.basis else None,
        note=row.note,
    )
