"""From a path to a raw connection: what is said before the engine is asked, and how it is asked."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from glossary.errors import BaseError

MOST_CACHED_KIB = 65_536
"""SQLite keeps 2 MB; what leads to the keys of a million concepts is more.

What a transaction wrote beyond that goes to the file before its end, and readers wait from then on: those of
an import of more than some 7,000 concepts. To hold it all would take 9 KB a concept.
"""
BUSY_TIMEOUT_SECONDS = 5.0
INTERRUPTED_WRITE = (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY)


def path_of(location: str) -> Path:
    """Return the whole path of the file that a location names."""
    if not location or "\0" in location:
        raise BaseError(f"{location!r} is no path; give the path of a termbase, such as terms.db")
    return Path(location).absolute()


def require_base_file(path: Path, *, write: bool) -> None:
    """Refuse what cannot be a termbase: nothing, a folder, a pipe, an empty file, one without permission."""
    try:
        _require_filled_file(path)
    except OSError as error:
        raise BaseError(f"{path}: {error.strerror}; name another termbase with --db") from None
    if not os.access(path, os.R_OK):
        raise BaseError(f"{path}: the file may not be read; change its permissions")
    if write:
        _require_writable(path)


def _require_filled_file(path: Path) -> None:
    if not path.exists():
        raise BaseError(f"{path}: {_why_missing(path)}")
    if path.is_dir():
        raise BaseError(f"{path}: this is a folder; name the termbase in it, such as {path / 'terms.db'}")
    # SQLite would wait for ever for somebody to write into a named pipe.
    if not path.is_file():
        raise BaseError(f"{path}: this is no regular file; name a termbase with --db")
    if not path.stat().st_size:
        raise BaseError(f"{path}: the file is empty; delete it, then make a termbase with `glossary build`")


def _why_missing(path: Path) -> str:
    if path.is_symlink():
        return f"this link leads nowhere ({path.readlink()}); mend it, or name another termbase with --db"
    return "there is no such termbase; name one with --db, or make one with `glossary build`"


def _require_writable(path: Path) -> None:
    for needed, what in ((path, "file"), (path.resolve().parent, "folder")):
        if not os.access(needed, os.W_OK):
            raise BaseError(
                f"{needed}: this {what} may not be written; change its permissions, or copy the termbase "
                "to a folder of your own and name it with --db"
            )


def require_folder(path: Path) -> None:
    """Refuse a path at which no file can be made."""
    if path.is_dir():
        raise BaseError(f"{path}: this is a folder; give the name of a file in it")
    if not path.parent.is_dir():
        raise BaseError(f"{path.parent}: there is no such folder; make it first")
    if not os.access(path.parent, os.W_OK):
        raise BaseError(f"{path.parent}: this folder may not be written; name another one with --db")


def connect(
    path: Path, *, mode: str, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS
) -> sqlite3.Connection:
    """Return a connection without implicit transactions; ``mode`` is ro, rw or rwc, as in SQLite's URIs.

    Raises sqlite3.Error, since the header is read at once: SQLite itself opens anything.
    """
    connection = sqlite3.connect(
        f"file://{quote(os.fsencode(path))}?mode={mode}",
        uri=True,
        timeout=busy_timeout_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{MOST_CACHED_KIB}")
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> sqlite3.Connection:
    """Return a connection that only reads.

    A write that was cut short leaves a journal beside the file, which only a writer can undo; where we
    may write, we do it here, so that a reader after a crash sees the base as it was before.
    """
    try:
        return connect(path, mode="ro", busy_timeout_seconds=busy_timeout_seconds)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in INTERRUPTED_WRITE:
            raise
    connect(path, mode="rw", busy_timeout_seconds=busy_timeout_seconds).close()
    return connect(path, mode="ro", busy_timeout_seconds=busy_timeout_seconds)
