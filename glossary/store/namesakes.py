"""Stored terms that share a key with others: so much of each as tells whether two concepts may be one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from glossary.model import KeyKind, Status
from glossary.store.rows import find_for
from glossary.store.tables import concept, term, term_key


def _head() -> ColumnElement[str]:
    """Return the preferred Chinese term of a concept, else its first, as ``Concept.head`` does."""
    chinese = term.alias("chinese")
    return (
        select(chinese.c.text)
        .where(chinese.c.concept_id == term.c.concept_id, ~chinese.c.is_rendering)
        .order_by(chinese.c.status != Status.PREFERRED.value, chinese.c.position)
        .limit(1)
        .correlate(term)
        .scalar_subquery()
    )


HOLDERS = (
    select(
        term_key.c.key,
        term_key.c.term_id,
        func.row_number().over(partition_by=term_key.c.key, order_by=term_key.c.term_id).label("place"),
    )
    .where(term_key.c.kind == bindparam("kind"), term_key.c.key.in_(bindparam("keys", expanding=True)))
    .subquery()
)
NAMESAKES = (
    select(
        HOLDERS.c.key,
        term.c.concept_id,
        concept.c.scope,
        _head(),
        term.c.text,
        term.c.is_rendering,
        term.c.status,
        term.c.shown_reading,
    )
    .join(term, term.c.id == HOLDERS.c.term_id)
    .join(concept, concept.c.id == term.c.concept_id)
    .where(HOLDERS.c.place <= bindparam("most"))
    .order_by(HOLDERS.c.key, HOLDERS.c.place)
)


@dataclass(frozen=True, slots=True)
class Namesake:
    """A stored term or rendering found by ``key``; ``scope`` and ``head`` are those of its concept."""

    key: str
    concept: str
    scope: str
    head: str
    text: str
    is_rendering: bool
    status: Status
    reading: str


def find_namesakes(
    connection: Connection, kind: KeyKind, keys: Sequence[str], *, most: int
) -> Iterator[Namesake]:
    """Yield, for each key, none with half a surrogate pair, the first ``most`` terms that are found by it."""
    for row in find_for(connection, NAMESAKES, "keys", keys, kind=kind.value, most=most):
        key, id, scope, head, text, is_rendering, status, reading = tuple(row)
        yield Namesake(key, id, scope, head, text, is_rendering, Status(status), reading)
