"""A termbase in a file of SQLite."""

import os
import sqlite3
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path
from weakref import finalize

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from glossary.errors import BaseError
from glossary.store.building import write_new_file
from glossary.store.connecting import connect, connect_to_read, path_of, require_base_file, require_folder
from glossary.store.schema import (
    read_version,
    require_current_version,
    require_known_version,
    require_tables,
)
from glossary.store.trouble import explained
from glossary.store.version import SCHEMA_VERSION

UNLIMITED = -1
FileIdentity = tuple[int, int]
GONE: FileIdentity = (0, 0)


def find_file(location: str) -> "BaseFile":
    """Return the file that a path names; it need not be there."""
    return BaseFile(path_of(location))


class BaseFile:
    """A file that holds a termbase or could hold one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def address(self) -> str:
        """The whole path."""
        return str(self.path)

    @property
    def location(self) -> str:
        """The whole path."""
        return str(self.path)

    def explained(self) -> AbstractContextManager[None]:
        """Say of SQLite's complaints what to do next."""
        return explained(self.path)

    def is_missing(self) -> bool:
        """Whether no file has this name; a link that leads nowhere has it."""
        return not os.path.lexists(self.path)

    def create(self) -> None:
        """Make an empty termbase. Raises BaseError where a file is."""
        require_folder(self.path)
        if not self.is_missing():
            raise BaseError(f"{self.path}: there is a file already; delete it first, or name another one")
        with self.rewriting(replace=False):
            pass

    def rewriting(self, *, replace: bool) -> AbstractContextManager[Connection]:
        """Give a connection to a draft beside the file, which takes its name in the end."""
        return write_new_file(self.path, replace=replace)

    def connect(self, *, write: bool, busy_timeout_seconds: float) -> Engine:
        """Return connections to the file; an older base is copied and migrated where it is to be written."""
        require_base_file(self.path, write=write)
        with self.explained():
            _bring_up_to_date(self.path, write=write, busy_timeout_seconds=busy_timeout_seconds)
        return _make_engine(self.path, write=write, busy_timeout_seconds=busy_timeout_seconds)

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction that sees one state of the base."""
        connection.exec_driver_sql("BEGIN")

    def begin_writing(self, connection: Connection) -> None:
        """Begin the one that writes; refuse a file that lost its name while we waited for the lock on it."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if connection.info["file"] != _identify(self.path):
            raise BaseError(f"{self.path}: the termbase was replaced meanwhile; nothing was done; try again")

    def change_mark(self, connection: Connection) -> object:
        """Return how many rows the connection has changed."""
        driver = connection.connection.driver_connection
        return driver.total_changes if isinstance(driver, sqlite3.Connection) else 0

    def identify(self, _connection: Connection) -> tuple[object, ...]:
        """Return which file it is, and when it was written last."""
        status = self.path.stat()
        return (status.st_dev, status.st_ino, status.st_mtime_ns)

    def lasting_identity(self, _connection: Connection) -> tuple[object, ...]:
        """Return which file it is."""
        status = self.path.stat()
        return (str(self.path), status.st_dev, status.st_ino)

    def remove(self, _connection: Connection) -> None:
        """Delete the file."""
        self.path.unlink()


def _bring_up_to_date(path: Path, *, write: bool, busy_timeout_seconds: float) -> None:
    with closing(connect_to_read(path, busy_timeout_seconds=busy_timeout_seconds)) as connection:
        version = read_version(connection, path)
        require_known_version(version, path)
        if not write or version == SCHEMA_VERSION:
            require_current_version(version, path)
            require_tables(connection, path)
            return
    from glossary.store.migrations import migrate  # nearly every base is up to date

    migrate(path, busy_timeout_seconds=busy_timeout_seconds)
    _bring_up_to_date(path, write=False, busy_timeout_seconds=busy_timeout_seconds)


def _make_engine(path: Path, *, write: bool, busy_timeout_seconds: float) -> Engine:
    def open_connection() -> sqlite3.Connection:
        if write:
            return connect(path, mode="rw", busy_timeout_seconds=busy_timeout_seconds)
        return connect_to_read(path, busy_timeout_seconds=busy_timeout_seconds)

    engine = create_engine("sqlite://", creator=open_connection, poolclass=QueuePool, max_overflow=UNLIMITED)
    _follow_the_file(engine, path)
    _roll_back_at_exit(engine)
    return engine


def _follow_the_file(engine: Engine, path: Path) -> None:
    """Open the file anew where another one took its place: `build` renames a new base over the old one.

    A pooled connection would go on reading, and writing, the old file, which has no name any more.
    """

    @event.listens_for(engine, "connect")
    def remember(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _identify(path)

    @event.listens_for(engine, "checkout")
    def compare(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info["file"] != _identify(path):
            raise DisconnectionError


def _roll_back_at_exit(engine: Engine) -> None:
    """Take back what a process leaves half done where a second Ctrl-C came while the first was heeded.

    Else what went to the file before the end of the transaction stands there until somebody opens it.
    """
    opened: set[sqlite3.Connection] = set()

    @event.listens_for(engine, "connect")
    def remember(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        opened.add(connection)

    @event.listens_for(engine, "close")
    def forget(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        _roll_back(connection)
        opened.discard(connection)

    finalize(engine, lambda: [*map(_roll_back, opened)])


def _roll_back(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):  # whoever opens the file next takes it back
        if connection.in_transaction:
            connection.rollback()


def _identify(path: Path) -> FileIdentity:
    try:
        status = path.stat()
    except FileNotFoundError:
        return GONE
    return (status.st_dev, status.st_ino)
