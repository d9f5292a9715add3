"""What the engine complains of, said so that the user knows what to do next."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from glossary.errors import BaseError

PRIMARY_CODE = 0xFF
BUSY = "another program is writing to this termbase; wait until it is done and try again"
RULE = "the change breaks a rule of the termbase, and nothing was changed"
TOO_LARGE = "a text is larger than the termbase can hold; split it and try again"
DENIED = "access is denied; change the permissions of the file, or name another one with --db"
CUT_SHORT = (
    "a write was cut short and has to be undone first; make the file and its folder writable, "
    "or copy it together with its -journal to a folder of your own"
)
ADVICE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: "this termbase is in use; wait until the other command is done and try again",
    sqlite3.SQLITE_READONLY: "the termbase, or its folder, may not be written; copy the file to a folder of "
    "your own and name it with --db",
    sqlite3.SQLITE_READONLY_ROLLBACK: CUT_SHORT,
    sqlite3.SQLITE_READONLY_RECOVERY: CUT_SHORT,
    sqlite3.SQLITE_PERM: DENIED,
    sqlite3.SQLITE_AUTH: DENIED,
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened; check that it is there and its permissions",
    sqlite3.SQLITE_NOTADB: "this is no termbase; name one with --db, or make one with `glossary build`",
    sqlite3.SQLITE_CORRUPT: "the termbase is damaged; put a backup in its place, or delete it and make it "
    "again with `glossary build`",
    sqlite3.SQLITE_FULL: "the disk is full; nothing was changed; free some space and try again",
    sqlite3.SQLITE_IOERR: "the disk reports an error; nothing was changed; check the disk and try again",
    sqlite3.SQLITE_CONSTRAINT: RULE,
    sqlite3.SQLITE_TOOBIG: TOO_LARGE,
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the engine's complaints about ``path`` into a BaseError; a mistake in a statement stays one."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise explain(path, error.orig) from error
    except sqlite3.Error as error:
        raise explain(path, error) from error


def explain(path: Path, error: sqlite3.Error) -> Exception:
    """Return the BaseError for a complaint of the engine, or the complaint itself where we are to blame."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    advice = ADVICE.get(code) or ADVICE.get(code & PRIMARY_CODE)
    if not advice:
        return error
    return BaseError(f"{path}: {advice} (SQLite says: {error})", public=advice)
