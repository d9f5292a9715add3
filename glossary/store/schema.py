"""The schema of a termbase: making it, and telling whether a file has it."""

import sqlite3
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Connection

from glossary.errors import BaseError
from glossary.store.columns import Row
from glossary.store.meta import KEYS
from glossary.store.mined_tables import (
    candidate,
    candidate_decision,
    context,
    document,
    document_path,
    meta,
)
from glossary.store.recorded_tables import attestation, change, request, snapshot
from glossary.store.rows import insert_rows
from glossary.store.tables import concept, definition, evidence, redirect, relation, term, term_key
from glossary.store.version import KEYS_VERSION, SCHEMA_VERSION
from glossary.store.waiver_tables import waiver

APPLICATION_ID = 0x476C6F73
FIRST_REVISION = 0
REVISION = "revision"
TABLES = (
    concept,
    definition,
    term,
    evidence,
    relation,
    redirect,
    term_key,
    document,
    document_path,
    candidate,
    candidate_decision,
    context,
    change,
    snapshot,
    request,
    attestation,
    waiver,
    meta,
)


def create_schema(connection: Connection) -> None:
    """Make every table in an empty database and mark it as a termbase."""
    Row.metadata.create_all(connection)
    insert_rows(connection, meta, [(REVISION, str(FIRST_REVISION)), (KEYS, str(KEYS_VERSION))])
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def is_termbase(connection: sqlite3.Connection) -> bool:
    """Return whether this database is marked as a termbase, of whatever version."""
    return _pragma(connection, "application_id") == APPLICATION_ID


def read_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of a termbase; refuse a database that belongs to another program."""
    if not is_termbase(connection):
        raise BaseError(
            f"{path}: this database belongs to another program; name a termbase with --db, "
            "or make one with `glossary build`"
        )
    return _pragma(connection, "user_version")


def require_known_version(version: int, path: object) -> None:
    """Refuse a base that a newer program wrote."""
    if version > SCHEMA_VERSION:
        raise BaseError(
            f"{path}: written by a newer glossary (schema {version}; this one knows {SCHEMA_VERSION}); "
            "update glossary, or name another termbase with --db"
        )


def require_current_version(version: int, path: object) -> None:
    """Refuse, for reading alone, a base that has to be migrated first."""
    if version < SCHEMA_VERSION:
        raise BaseError(
            f"{path}: written by an older glossary (schema {version}; this one needs {SCHEMA_VERSION}); "
            "any command that writes, such as `glossary add`, copies it and brings it up to date"
        )


def require_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a base from which tables were taken."""
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    refuse_missing_tables(present, path)


def refuse_missing_tables(present: Collection[str], location: object) -> None:
    """Refuse a base that has not all tables."""
    if missing := sorted({table.name for table in TABLES}.difference(present)):
        raise BaseError(
            f"{location}: the termbase is damaged (no table {', '.join(missing)}); put a backup in its "
            "place, or make it again with `glossary build`"
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
