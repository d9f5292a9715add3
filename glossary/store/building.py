"""Writing a whole new base beside the old one, and putting it in its place when it is done."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from glossary.errors import BaseError
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS, connect, path_of, require_folder
from glossary.store.schema import create_schema
from glossary.store.trouble import explained

NO_DATABASE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
DRAFT_CACHE_KIB = 65_536
LEFTOVERS = ("-journal", "-wal", "-shm")


@contextmanager
def write_new_base(location: str) -> Iterator[Connection]:
    """Give a connection to a new, empty base; when the block ends well it takes the place of ``location``.

    Where the block raises, the old file is untouched and the new one is gone. Readers of the old file go
    on reading it; the file is one file, without a journal beside it.
    """
    target = Path(os.path.realpath(path_of(location)))
    require_folder(target)
    draft = target.with_name(f".{target.name}.{token_hex(4)}.tmp")
    try:
        with explained(target):
            with _drafting(draft) as connection:
                yield connection
            _compact(draft)
            _put_in_place(draft, target)
    finally:
        _remove(draft)


@contextmanager
def _drafting(draft: Path) -> Iterator[Connection]:
    """Write without waiting for the disk: a draft that fails is thrown away."""
    engine = create_engine("sqlite://", creator=lambda: connect(draft, mode="rwc"), poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = MEMORY")
        connection.exec_driver_sql("PRAGMA synchronous = OFF")
        connection.exec_driver_sql(f"PRAGMA cache_size = -{DRAFT_CACHE_KIB}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        create_schema(connection)
        yield connection
        connection.commit()


def _compact(draft: Path) -> None:
    with closing(connect(draft, mode="rw")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")


def _put_in_place(draft: Path, target: Path) -> None:
    with _held_still(target):
        try:
            draft.replace(target)
        except OSError as error:
            raise BaseError(f"{target}: cannot be replaced ({error.strerror}); nothing was changed") from None


@contextmanager
def _held_still(target: Path) -> Iterator[None]:
    """Keep writers away from the file that is replaced, and undo a write to it that was cut short.

    Else its journal would be left behind, and SQLite would play it into the new base.
    """
    try:
        old = (
            connect(target, mode="rw", busy_timeout_seconds=BUSY_TIMEOUT_SECONDS) if target.exists() else None
        )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in NO_DATABASE:
            raise
        old = None
    if old is None:
        yield
        return
    with closing(old):
        old.execute("BEGIN IMMEDIATE")
        yield


def _remove(draft: Path) -> None:
    for name in (draft, *(draft.with_name(draft.name + ending) for ending in LEFTOVERS)):
        name.unlink(missing_ok=True)
