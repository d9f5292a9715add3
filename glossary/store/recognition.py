"""What recognition needs of the base: every Chinese term, streamed, and which concepts it names."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, union

from glossary.model import KeyKind, NamedConcept, Status, TermMark
from glossary.store.recorded_tables import change
from glossary.store.rows import find_for, stream
from glossary.store.tables import concept, term, term_key

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
COUNTED_TERMS = select(
    func.count().filter(~term.c.is_rendering), func.coalesce(func.max(term.c.id), 0)
).select_from(term)
LAST_CHANGE = select(func.coalesce(func.max(change.c.id), 0))
CHANGED_THINGS = select(change.c.thing).where(change.c.id > bindparam("change"))
FOLDED = select(term.c.folded).where(~term.c.is_rendering)
WRITTEN_SINCE = union(
    FOLDED.where(term.c.id > bindparam("term")),
    FOLDED.where(term.c.concept_id.in_(CHANGED_THINGS)),
).limit(bindparam("most"))


def stream_terms(connection: Connection) -> Iterator[tuple[str, str, bool]]:
    """Yield the folded key and the text of every Chinese term, and whether its case matters."""
    for row in stream(connection, CHINESE_TERMS, rows=STREAMED_TERMS):
        yield row.folded, row.text, row.case_sensitive


def terms_of_keys(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield the same as ``stream_terms``, of the terms that have one of the folded keys."""
    for row in find_for(connection, NAMED, "keys", keys):
        yield row.key, row.text, row.case_sensitive


def read_term_mark(connection: Connection) -> TermMark:
    """Return up to where the terms of a base are known to somebody who reads them all now."""
    terms, last_term = connection.execute(COUNTED_TERMS).one()
    last_change = connection.execute(LAST_CHANGE).scalar_one()
    return TermMark(
        terms=terms,
        last_term=last_term,
        term_print=_print_term(connection, last_term),
        last_change=last_change,
        change_print=_print_change(connection, last_change),
    )


def keys_changed_since(connection: Connection, mark: TermMark, *, most: int) -> list[str] | None:
    """Return the folded keys of the Chinese terms written since, of which some may be as they were.

    None where there are more than ``most``, or where the mark is not of the past of this base. What was
    taken out is not among them.
    """
    is_past = (_print_term(connection, mark.last_term), _print_change(connection, mark.last_change)) == (
        mark.term_print,
        mark.change_print,
    )
    if not is_past:
        return None
    since = {"term": mark.last_term, "change": mark.last_change, "most": most + 1}
    changed = connection.execute(WRITTEN_SINCE, since).scalars().all()
    return list(changed) if len(changed) <= most else None


def _print_term(connection: Connection, id: int) -> str:
    row = connection.execute(select(term.c.concept_id, term.c.text).where(term.c.id == id)).one_or_none()
    return "\n".join(row) if row else ""


def _print_change(connection: Connection, id: int) -> str:
    columns = (change.c.who, change.c.when, change.c.verb, change.c.thing)
    row = connection.execute(select(*columns).where(change.c.id == id)).one_or_none()
    return "\n".join(row) if row else ""


def concepts_named(connection: Connection, keys: Sequence[str]) -> dict[str, list[NamedConcept]]:
    """Return for each folded key that is a Chinese term what it names, in the order of scope and id."""
    named: dict[str, list[NamedConcept]] = {}
    for row in find_for(connection, NAMED, "keys", keys):
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
