"""Findings that somebody accepted, by their numbers."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from glossary.model import FindingKind, Waiver
from glossary.store.rows import insert_rows, stream
from glossary.store.waiver_tables import waiver

LAST_NUMBER = select(func.coalesce(func.max(waiver.c.id), 0))


def insert_waivers(connection: Connection, waivers: Sequence[Waiver]) -> int:
    """Write waivers under the next numbers, and return the number of the last."""
    last = int(connection.execute(LAST_NUMBER).scalar_one())
    insert_rows(connection, waiver, [_row(number, one) for number, one in enumerate(waivers, last + 1)])
    return last + len(waivers)


def list_waivers(connection: Connection) -> Iterator[Waiver]:
    """Yield all waivers in the order of their numbers."""
    return map(_value, stream(connection, select(waiver).order_by(waiver.c.id)))


def delete_waiver(connection: Connection, number: int) -> bool:
    """Take a waiver out; return whether it was there."""
    return bool(connection.execute(delete(waiver).where(waiver.c.id == number)).rowcount)


def _row(number: int, one: Waiver) -> tuple[object, ...]:
    kind = one.kind.value if one.kind else ""
    return (number, one.term, kind, one.found, one.where, one.reason, one.who, one.when)


def _value(row: Row[Any]) -> Waiver:
    return Waiver(
        number=row.id,
        term=row.term,
        kind=FindingKind(row.kind) if row.kind else None,
        found=row.found,
        where=row._mapping["where"],
        reason=row.reason,
        who=row.who,
        when=row._mapping["when"],
    )
