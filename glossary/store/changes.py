"""The record of what was done to the base."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from glossary.model import Change
from glossary.store.mined_tables import change
from glossary.store.rows import batches

BUILD_VERB = "build"
BATCH_CHANGES = 1_000
FIELDS = ("who", "when", "why", "verb", "thing", "before", "after")


def record_change(connection: Connection, value: Change) -> None:
    """Write down a change."""
    record_changes(connection, [value])


def record_changes(connection: Connection, values: Iterable[Change]) -> None:
    """Write down changes, in this order."""
    for batch in batches(values, BATCH_CHANGES):
        rows = [{name: getattr(value, name) for name in FIELDS} for value in batch]
        connection.execute(insert(change), rows)


def list_changes(
    connection: Connection, *, thing: str | None = None, newest: int | None = None
) -> list[Change]:
    """Return the changes in the order in which they were made: all, those of one thing, or the last few."""
    statement = select(*(change.c[name] for name in FIELDS)).order_by(change.c.id.desc())
    if thing is not None:
        statement = statement.where(change.c.thing == thing)
    if newest is not None:
        statement = statement.limit(newest)
    return [Change(**row._mapping) for row in reversed(connection.execute(statement).all())]


def has_changes_since_build(connection: Connection) -> bool:
    """Return whether anything but `glossary build` has changed the base; a build starts from nothing."""
    others = select(change.c.id).where(change.c.verb != BUILD_VERB).limit(1)
    return connection.execute(others).first() is not None
