"""States of the base that can be cited."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select, update

from glossary.model import Snapshot
from glossary.store.recorded_tables import snapshot
from glossary.store.rows import insert_rows, stream


def insert_snapshot(connection: Connection, value: Snapshot) -> None:
    """Write down a snapshot; one of this id must not be there."""
    insert_rows(connection, snapshot, [(value.id, value.change, value.who, value.when, value.note)])


def rename_snapshot(connection: Connection, value: Snapshot) -> None:
    """Write who took a snapshot that is there, when and what for."""
    said = {"who": value.who, "when": value.when, "note": value.note}
    connection.execute(update(snapshot).where(snapshot.c.id == value.id).values(said))


def find_snapshot(connection: Connection, id: str) -> Snapshot | None:
    """Return the snapshot of this id, if there is one."""
    found = connection.execute(select(snapshot).where(snapshot.c.id == id)).first()
    return _value(found) if found else None


def find_last_snapshot(connection: Connection) -> Snapshot | None:
    """Return the snapshot of the latest state, if there is one."""
    statement = select(snapshot).order_by(snapshot.c.change_id.desc(), snapshot.c.when.desc(), snapshot.c.id)
    found = connection.execute(statement.limit(1)).first()
    return _value(found) if found else None


def list_snapshots(connection: Connection) -> Iterator[Snapshot]:
    """Yield all snapshots, the oldest first."""
    statement = select(snapshot).order_by(snapshot.c.change_id, snapshot.c.when, snapshot.c.id)
    return map(_value, stream(connection, statement))


def _value(row: Row[Any]) -> Snapshot:
    return Snapshot(id=row.id, change=row.change_id, who=row.who, when=row.when, note=row.note)
