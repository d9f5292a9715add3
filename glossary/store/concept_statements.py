"""The statements that read all rows of some concepts."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, bindparam, literal, select, union_all

from glossary.store.concept_values import DEFINED, LED_HERE, RELATED
from glossary.store.tables import concept, definition, evidence, redirect, relation, term

Statements = tuple[Select[Any] | CompoundSelect[Any], ...]
Condition = Callable[[ColumnElement[str]], ColumnElement[bool]]


def _all_rows_where(condition: Condition) -> Statements:
    """Return the statements for all rows of the concepts whose ids meet the condition."""
    facts = select(evidence).join(term, term.c.id == evidence.c.term_id)
    return (
        select(concept).where(condition(concept.c.id)).order_by(concept.c.id),
        _details_where(condition),
        select(term).where(condition(term.c.concept_id)).order_by(term.c.position),
        facts.where(condition(term.c.concept_id)).order_by(evidence.c.position),
    )


def _details_where(condition: Condition) -> CompoundSelect[Any]:
    """Return one statement for definitions, relations and redirects: to ask is dearer than to find."""
    parts = (
        (definition, DEFINED, (definition.c.language, definition.c.text, definition.c.source)),
        (relation, RELATED, (relation.c.kind, relation.c.target_id, literal(""))),
        (redirect, LED_HERE, (redirect.c.old_id, literal(""), literal(""))),
    )
    return union_all(
        *(
            select(literal(what), table.c.concept_id, table.c.position.label("position"), *told).where(
                condition(table.c.concept_id)
            )
            for table, what, told in parts
        )
    ).order_by("position")


ROWS_OF_IDS = _all_rows_where(lambda id: id.in_(bindparam("ids", expanding=True)))
ROWS_OF_ID = _all_rows_where(lambda id: id == bindparam("id"))
ROWS_OF_RANGE = _all_rows_where(lambda id: id.between(bindparam("first"), bindparam("last")))
