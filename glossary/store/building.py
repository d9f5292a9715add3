"""Writing a whole new file beside the old one, and putting it in its place when it is done."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from glossary.errors import BaseError
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS, connect, connect_to_read, require_folder
from glossary.store.schema import create_schema, is_termbase
from glossary.store.trouble import explained

NO_DATABASE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
DRAFT_CACHE_KIB = 65_536
LEFTOVERS = ("-journal", "-wal", "-shm")


@contextmanager
def write_new_file(path: Path, *, replace: bool) -> Iterator[Connection]:
    """Write a new base beside the old file, and rename it; it is one file, without a journal beside it."""
    target = Path(os.path.realpath(path))
    require_folder(target)
    with explained(target):
        _require_replaceable(target)
    draft = target.with_name(f".{target.name}.{token_hex(4)}.tmp")
    try:
        with explained(target):
            with _drafting(draft) as connection:
                yield connection
            _compact(draft)
            _replace(draft, target) if replace else claim_name(draft, target)
    finally:
        _remove(draft)


def claim_name(draft: Path, target: Path) -> None:
    """Give the file ``draft`` the name ``target``. Raises BaseError where a file has that name already."""
    try:
        _link(draft, target)
    except FileExistsError:
        raise BaseError(f"{target}: there is a file already; delete it first, or name another one") from None
    except OSError as error:
        raise BaseError(f"{target}: cannot be made ({error.strerror}); name another one") from None


def _link(draft: Path, target: Path) -> None:
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:  # some file systems have no links; the empty file that we make is ours to replace
        target.open("xb").close()
        draft.replace(target)
    else:
        draft.unlink()


def _require_replaceable(target: Path) -> None:
    """Refuse to take the place of anything but a termbase, a damaged one included: it may be all there is."""
    is_free = not target.exists() or (target.is_file() and not target.stat().st_size)
    if not (is_free or (target.is_file() and _is_termbase(target))):
        raise BaseError(f"{target}: this is no termbase; delete it first, or name another file")


def _is_termbase(path: Path) -> bool:
    try:
        with closing(connect_to_read(path)) as connection:
            return is_termbase(connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in NO_DATABASE:
            raise
        return False


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


def _replace(draft: Path, target: Path) -> None:
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
    if not target.exists():
        yield
        return
    with closing(connect(target, mode="rw", busy_timeout_seconds=BUSY_TIMEOUT_SECONDS)) as old:
        old.execute("BEGIN IMMEDIATE")
        yield


def _remove(draft: Path) -> None:
    for name in (draft, *(draft.with_name(draft.name + ending) for ending in LEFTOVERS)):
        name.unlink(missing_ok=True)
