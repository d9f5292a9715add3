"""The record of what was done to the base."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from operator import attrgetter

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select

from glossary.model import Change
from glossary.store.recorded_tables import change
from glossary.store.rows import batches, find_for, insert_rows, stream

BUILD_VERB = "build"
BATCH_CHANGES = 1_000
TEXTS = ("who", "when", "why", "verb", "thing", "before", "after")
FIELDS = (*TEXTS, "operation", "undoes")
_texts = attrgetter(*TEXTS)
LAST = select(func.coalesce(func.max(change.c.id), 0))


def last_change(connection: Connection) -> int:
    """Return the number of the last change, 0 where there is none."""
    return int(connection.execute(LAST).scalar_one())


def last_moment_of(connection: Connection, verb: str) -> str:
    """Return when something of this kind was done last, empty where it never was."""
    moments = select(func.coalesce(func.max(change.c.when), "")).where(change.c.verb == verb)
    return str(connection.execute(moments).scalar_one())


def record_change(connection: Connection, value: Change) -> None:
    """Write down a change."""
    record_changes(connection, [value])


def record_changes(connection: Connection, values: Iterable[Change]) -> None:
    """Write down changes, in this order; those of no operation become one together."""
    first = last_change(connection) + 1
    ids = count(first)
    for batch in batches(values, BATCH_CHANGES):
        rows = [(next(ids), *_texts(one), one.operation or first, one.undoes) for one in batch]
        insert_rows(connection, change, rows)


def list_changes(
    connection: Connection,
    *,
    thing: str | None = None,
    newest: int | None = None,
    who: str = "",
    since: str = "",
) -> Iterator[Change]:
    """Yield the changes in the order in which they were made: all, or those of one thing or person.

    ``since`` is a date, or how one begins; ``newest`` is how many of the last ones to yield at most.
    """
    statement = _read()
    if thing is not None:
        statement = statement.where(change.c.thing == thing)
    if who:
        statement = statement.where(change.c.who == who)
    if since:
        statement = statement.where(change.c.when >= since)
    if newest is not None:
        last = statement.order_by(change.c.id.desc()).limit(newest).subquery()
        statement = select(last)
    return map(_value, stream(connection, statement.order_by("id")))


def changes_of_operation(connection: Connection, number: int) -> list[Change]:
    """Return the changes of one operation, in the order in which they were made."""
    statement = _read().where(change.c.operation == number).order_by(change.c.id)
    return [_value(row) for row in connection.execute(statement)]


def changes_backwards(connection: Connection, operation: int) -> Iterator[Change]:
    """Yield the changes of an operation, the last one first; others may be recorded meanwhile."""
    statement = _read().where(change.c.operation == operation).order_by(change.c.id.desc())
    before = last_change(connection) + 1
    while rows := connection.execute(statement.where(change.c.id < before).limit(BATCH_CHANGES)).all():
        before = rows[-1].id
        yield from map(_value, rows)


def things_of_operation(connection: Connection, number: int) -> tuple[str, ...]:
    """Return the things that an operation changed, each once, in the order in which it did."""
    statement = select(change.c.thing).where(change.c.operation == number).order_by(change.c.id)
    return tuple(dict.fromkeys(row.thing for row in stream(connection, statement)))


def states_before(connection: Connection, things: Sequence[str], *, since: int) -> dict[str, str]:
    """Return what the things were, as JSON, right after the change of the number ``since``.

    A thing that has not been changed since is not among them: it is what it is now.
    """
    changed = change.c.thing.in_(bindparam("things", expanding=True)) & (change.c.id > bindparam("since"))
    found = find_for(connection, _states(changed), "things", things, since=since)
    return {row.thing: row.before for row in found}


def states_of_changed(connection: Connection, *, since: int, letter: str) -> Iterator[str]:
    """Yield what all those things were then that were changed or taken out since, of ids with this letter."""
    begins = func.substr(change.c.thing, 1, 1) == letter
    for row in stream(connection, _states(begins & (change.c.id > since)).where(change.c.before != "")):
        yield row.before


def _states(changed: ColumnElement[bool]) -> Select[tuple[str, str]]:
    """Each thing of these changes, with what the first of them found."""
    first = select(func.min(change.c.id).label("first")).where(changed).group_by(change.c.thing).subquery()
    return select(change.c.thing, change.c.before).join(first, first.c.first == change.c.id)


def is_changed_since(connection: Connection, number: int, letters: Sequence[str]) -> bool:
    """Return whether a thing whose id begins with one of the letters was changed after this change."""
    begins = func.substr(change.c.thing, 1, 1).in_(letters)
    later = select(change.c.id).where(change.c.id > number, begins).limit(1)
    return connection.execute(later).first() is not None


def operation_of(connection: Connection, number: int) -> int | None:
    """Return the operation that the change of this number belongs to, if there is such a change."""
    statement = select(change.c.operation).where(change.c.id == number)
    return connection.execute(statement).scalar_one_or_none()


def verb_of(connection: Connection, operation: int) -> str:
    """Return the verb of an operation, empty where there is none of this number."""
    statement = select(change.c.verb).where(change.c.id == operation)
    return connection.execute(statement).scalar_one_or_none() or ""


def undone_operations(connection: Connection) -> set[int]:
    """Return the operations that are taken back now; what took one back may have been taken back itself."""
    pairs = select(change.c.operation, change.c.undoes).distinct().where(change.c.undoes > 0)
    undone: set[int] = set()
    for row in connection.execute(pairs.order_by(change.c.operation.desc())):
        if row.operation not in undone:
            undone.add(row.undoes)
    return undone


def newest_operations(connection: Connection, *, who: str = "") -> Iterable[int]:
    """Yield the numbers of the operations that took nothing back, the newest first: all, or a person's."""
    statement = select(change.c.operation).distinct().where(change.c.undoes == 0)
    if who:
        statement = statement.where(change.c.who == who)
    yield from connection.execute(statement.order_by(change.c.operation.desc())).scalars()


def has_changes_since_build(connection: Connection) -> bool:
    """Return whether anything but `glossary build` has changed the base; a build starts from nothing."""
    others = select(change.c.id).where(change.c.verb != BUILD_VERB).limit(1)
    return connection.execute(others).first() is not None


def _read() -> Select[tuple[object, ...]]:
    return select(change.c.id, *(change.c[name] for name in FIELDS))


def _value(row: Row[tuple[object, ...]]) -> Change:
    found = dict(row._mapping)
    return Change(number=found.pop("id"), **found)
