"""What recognition needs of the base: every Chinese term, streamed, and which concepts it names."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from glossary.model import KeyKind, NamedConcept, Status
from glossary.store.rows import batches, stream
from glossary.store.tables import concept, term, term_key

MOST_KEYS_A_STATEMENT = 10_000
STREAMED_TERMS = 10_000
CHINESE_TERMS = select(term.c.folded, term.c.text, term.c.case_sensitive).where(~term.c.is_rendering)
NAMED = (
    select(term_key.c.key, term.c.concept_id, term.c.text, term.c.language)
    .add_columns(term.c.status, term.c.case_sensitive, concept.c.scope)
    .join(term, term.c.id == term_key.c.term_id)
    .join(concept, concept.c.id == term.c.concept_id)
    .where(term_key.c.kind == KeyKind.FOLDED.value, ~term.c.is_rendering)
    .where(term_key.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(term_key.c.key, concept.c.scope, term.c.concept_id, term.c.position)
)


def stream_terms(connection: Connection) -> Iterator[tuple[str, str, bool]]:
    """Yield the folded key and the text of every Chinese term, and whether its case matters."""
    for row in stream(connection, CHINESE_TERMS, rows=STREAMED_TERMS):
        yield row.folded, row.text, row.case_sensitive


def count_terms(connection: Connection) -> int:
    """Return how many Chinese terms there are."""
    counted = select(func.count()).select_from(term).where(~term.c.is_rendering)
    return int(connection.execute(counted).scalar_one())


def concepts_named(connection: Connection, keys: Sequence[str]) -> dict[str, list[NamedConcept]]:
    """Return for each folded key that is a Chinese term what it names, in the order of scope and id."""
    named: dict[str, list[NamedConcept]] = {}
    for some in batches(keys, MOST_KEYS_A_STATEMENT):
        for row in connection.execute(NAMED, {"keys": some}):
            named.setdefault(row.key, []).append(_named(row))
    return named


def _named(row: Row[Any]) -> NamedConcept:
    return NamedConcept(
        concept=row.concept_id,
        text=row.text,
        language=row.language,
        status=Status(row.status),
        case_sensitive=row.case_sensitive,
        scope=row.scope,
    )
