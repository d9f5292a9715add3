"""Short and full forms that are concepts of their own, joined by a relation."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, bindparam, or_, select, union_all

from glossary.model import Found, MatchKind, RelationKind, Status
from glossary.store.found import TERM_COLUMNS, first_of_each, found_term
from glossary.store.tables import concept, relation, term


def _targets(asked: ColumnElement[str], other: ColumnElement[str]) -> Select[Any]:
    return select(other.label("id")).where(
        relation.c.kind == RelationKind.SHORT_FORM_OF.value, asked.in_(bindparam("ids", expanding=True))
    )


BOTH_WAYS = union_all(
    _targets(relation.c.concept_id, relation.c.target_id),
    _targets(relation.c.target_id, relation.c.concept_id),
).subquery()
OTHER_FORMS = (
    select(*TERM_COLUMNS, bindparam("asked", type_=String))
    .join(concept, concept.c.id == term.c.concept_id)
    .where(term.c.concept_id.in_(select(BOTH_WAYS.c.id)), ~term.c.is_rendering)
    .where(or_(term.c.status == Status.PREFERRED.value, term.c.position == 0))
    .order_by(term.c.concept_id, term.c.status != Status.PREFERRED.value, term.c.position)
)


def find_other_forms(connection: Connection, ids: Sequence[str], *, key: str) -> list[Found]:
    """Return the heads of the concepts that are a short form, or the full form, of one of these."""
    rows = connection.execute(OTHER_FORMS, {"ids": ids, "asked": key})
    return first_of_each(found_term(row, MatchKind.ABBREVIATION, whole=True) for row in rows)
