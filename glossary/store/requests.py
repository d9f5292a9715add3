"""Lookups that found nothing, counted until a concept answers them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from glossary.model import Request
from glossary.store.recorded_tables import request
from glossary.store.rows import change_for, find_for, insert_rows, stream

FORGET = delete(request).where(request.c.key.in_(bindparam("keys", expanding=True)))
ANY_OPEN = select(request.c.key).where(request.c.concept_id.is_(None)).limit(1)
STILL_OPEN = select(request.c.key).where(
    request.c.concept_id.is_(None), request.c.key.in_(bindparam("keys", expanding=True))
)
ANSWERED = select(request.c.key, request.c.concept_id).where(
    request.c.concept_id.in_(bindparam("ids", expanding=True))
)
CLOSE = update(request).where(request.c.key.in_(bindparam("keys", expanding=True)))


def log_request(connection: Connection, *, key: str, query: str, when: str) -> None:
    """Count one more lookup of this folded key that found nothing; it is open again."""
    again = update(request).where(request.c.key == key)
    counted = {"query": query, "last": when, "count": request.c["count"] + 1, "concept_id": None}
    if not connection.execute(again.values(counted)).rowcount:
        insert_rows(connection, request, [(key, query, 1, when, when, None)])


def insert_requests(connection: Connection, requests: Iterable[Request]) -> None:
    """Write requests as they are, such as those of the base that this one takes the place of."""
    rows = [(one.key, one.query, one.count, one.first, one.last, one.concept) for one in requests]
    insert_rows(connection, request, rows)


def close_requests(connection: Connection, keys: Sequence[str], *, concept: str) -> None:
    """Say that a concept answers the open requests of these folded keys."""
    still_open = CLOSE.where(request.c.concept_id.is_(None)).values(concept_id=concept)
    change_for(connection, still_open, "keys", keys)


def has_open_requests(connection: Connection) -> bool:
    """Return whether anything was asked for in vain, and still is."""
    return connection.execute(ANY_OPEN).first() is not None


def find_open_requests(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Return those of the folded keys that were asked for in vain, and still are."""
    return {row.key for row in find_for(connection, STILL_OPEN, "keys", keys)}


def find_answered_requests(connection: Connection, concepts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the folded keys that these concepts answer, each with its concept."""
    return [(row.key, row.concept_id) for row in find_for(connection, ANSWERED, "ids", concepts)]


def release_requests(connection: Connection, keys: Sequence[str]) -> None:
    """Say that nothing answers the requests of these folded keys any more."""
    change_for(connection, CLOSE.values(concept_id=None), "keys", keys)


def delete_requests(connection: Connection, keys: Sequence[str]) -> int:
    """Take the requests of these folded keys out, or all where there is no key; return how many went."""
    if not keys:
        return connection.execute(delete(request)).rowcount
    return change_for(connection, FORGET, "keys", keys)


def list_requests(
    connection: Connection, *, is_open: bool | None = None, most: int | None = None
) -> Iterator[Request]:
    """Yield the requests, the most frequent first, then the latest; those open or closed alone if asked."""
    statement = select(request).order_by(request.c["count"].desc(), request.c.last.desc(), request.c.key)
    if is_open is not None:
        answered = request.c.concept_id
        statement = statement.where(answered.is_(None) if is_open else answered.is_not(None))
    if most is not None:
        statement = statement.limit(most)
    return map(_value, stream(connection, statement))


def _value(row: Row[Any]) -> Request:
    return Request(
        key=row.key,
        query=row.query,
        count=row._mapping["count"],
        first=row.first,
        last=row.last,
        concept=row.concept_id,
    )
