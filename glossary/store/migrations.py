"""Taking a base from one version of the schema to the next; each step happens wholly or not at all.

A new base is made whole by ``schema.create_schema``; a test compares a migrated base with a new one.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from glossary.errors import BaseError
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS, connect
from glossary.store.schema import read_version
from glossary.store.steps import STEPS, Step
from glossary.store.trouble import explained


def migrate(
    path: Path, *, steps: Sequence[Step] = STEPS, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS
) -> Path:
    """Copy the base beside itself, then take every step that it still needs; return the copy's path.

    Raises BaseError where a step fails: the base is then as the last whole step left it.
    """
    with (
        explained(path),
        closing(connect(path, mode="rw", busy_timeout_seconds=busy_timeout_seconds)) as connection,
    ):
        connection.execute("PRAGMA foreign_keys = OFF")
        version = read_version(connection, path)
        with _transaction(connection, "IMMEDIATE"):
            copy = copy_beside(path, version)
        for step in steps:
            if step.to > version:
                _take(connection, step, path, copy)
    return copy


def copy_beside(path: Path, version: int) -> Path:
    """Copy the base to a new name that tells its version, and return that; no half copy is left behind.

    The caller keeps writers away: the copying itself would wait for them without end.
    """
    target = _free_name(path, version)
    draft = target.with_name(f".{target.name}.tmp")
    try:
        with closing(connect(path, mode="ro")) as source, closing(connect(draft, mode="rwc")) as copy:
            source.backup(copy)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _free_name(path: Path, version: int) -> Path:
    first = path.with_name(f"{path.name}.v{version}-backup")
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return first if not first.exists() else next(name for name in others if not name.exists())


def _take(connection: sqlite3.Connection, step: Step, path: Path, copy: Path) -> None:
    try:
        with _transaction(connection, "EXCLUSIVE"):
            # Another process may have taken the step while we waited for the lock.
            if read_version(connection, path) == step.to - 1:
                step.apply(connection)
                _require_whole_references(connection)
                connection.execute(f"PRAGMA user_version = {step.to}")
    except (sqlite3.Error, BaseError) as error:
        raise BaseError(
            f"{path}: the step from schema {step.to - 1} to {step.to} failed ({error}); the termbase is as "
            f"it was before the step, and its copy is {copy}; please report this"
        ) from error


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _require_whole_references(connection: sqlite3.Connection) -> None:
    if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise BaseError(f"a row of {broken[0]} names a row of {broken[2]} that is not there")
