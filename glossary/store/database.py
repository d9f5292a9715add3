"""An open termbase, and the transactions in which it is read and written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, select, update
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from glossary.errors import BaseError
from glossary.store.building import write_new_base
from glossary.store.connecting import (
    BUSY_TIMEOUT_SECONDS,
    connect,
    connect_to_read,
    path_of,
    require_base_file,
    require_folder,
)
from glossary.store.migrations import migrate
from glossary.store.mined_tables import meta
from glossary.store.schema import (
    REVISION,
    read_version,
    require_current_version,
    require_known_version,
    require_tables,
)
from glossary.store.trouble import explained
from glossary.store.version import SCHEMA_VERSION

__all__ = ["Base", "Connection", "create_base", "open_base", "remove_unchanged", "write_new_base"]

UNLIMITED = -1
READ_REVISION = select(meta.c.value).where(meta.c.name == REVISION)


class Base:
    """An open termbase. Threads may share it: every transaction has a connection of its own."""

    def __init__(self, path: Path, engine: Engine, *, can_write: bool) -> None:
        self.path = path
        self.can_write = can_write
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the base as it is now, whatever others write meanwhile."""
        with explained(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one connection that writes; all of it is kept, or nothing where an error is raised."""
        if not self.can_write:
            raise BaseError(f"{self.path}: opened for reading alone; open it to write")
        with explained(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._require_same_file(connection)
            before = _changed_rows(connection)
            yield connection
            if _changed_rows(connection) > before:
                _raise_revision(connection)
            _commit(connection)

    def _require_same_file(self, connection: Connection) -> None:
        """Refuse to write into a file that lost its name while we waited for the lock on it."""
        if connection.info["file"] != _identify(self.path):
            raise BaseError(f"{self.path}: the termbase was replaced meanwhile; nothing was done; try again")

    @property
    def revision(self) -> int:
        """A number that grows with each transaction that changed something."""
        with self.reading() as connection:
            return read_revision(connection)

    def close(self) -> None:
        """Close the file; the handle is of no use afterwards."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_base(location: str, *, write: bool, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Base:
    """Open the termbase in the file ``location``.

    An older base is copied and migrated when it is opened to write. Raises BaseError, which says what to do,
    for a file that is missing, empty, locked, damaged, older (to read), newer, or no termbase.
    """
    path = path_of(location)
    require_base_file(path, write=write)
    with explained(path):
        _bring_up_to_date(path, write=write, busy_timeout_seconds=busy_timeout_seconds)
    engine = _make_engine(path, write=write, busy_timeout_seconds=busy_timeout_seconds)
    return Base(path, engine, can_write=write)


def create_base(location: str) -> Base:
    """Make an empty termbase where no file is, and open it to write. Raises BaseError where one is."""
    path = path_of(location)
    require_folder(path)
    if path.exists() or path.is_symlink():
        raise BaseError(f"{path}: there is a file already; delete it first, or name another one")
    with write_new_base(location, replace=False):
        pass
    return open_base(location, write=True)


def remove_unchanged(location: str, *, revision: int) -> None:
    """Delete the termbase, unless somebody changed it since ``revision`` or is writing to it now."""
    with (
        suppress(BaseError),
        open_base(location, write=True, busy_timeout_seconds=0) as base,
        base.writing() as connection,
    ):
        if read_revision(connection) == revision:
            base.path.unlink()


def read_revision(connection: Connection) -> int:
    """Return the revision as this connection's transaction sees it."""
    return int(connection.execute(READ_REVISION).scalar_one())


def _raise_revision(connection: Connection) -> None:
    following = str(read_revision(connection) + 1)
    connection.execute(update(meta).where(meta.c.name == REVISION).values(value=following))


def _commit(connection: Connection) -> None:
    try:
        connection.commit()
    except DBAPIError:
        # A refused commit leaves the transaction open, and the pool would hand it to the next caller.
        connection.invalidate()
        raise


def _changed_rows(connection: Connection) -> int:
    driver = connection.connection.driver_connection
    return driver.total_changes if isinstance(driver, sqlite3.Connection) else 0


def _bring_up_to_date(path: Path, *, write: bool, busy_timeout_seconds: float) -> None:
    with closing(connect_to_read(path, busy_timeout_seconds=busy_timeout_seconds)) as connection:
        version = read_version(connection, path)
    require_known_version(version, path)
    if write and version < SCHEMA_VERSION:
        migrate(path, busy_timeout_seconds=busy_timeout_seconds)
    with closing(connect_to_read(path, busy_timeout_seconds=busy_timeout_seconds)) as connection:
        require_current_version(read_version(connection, path), path)
        require_tables(connection, path)


def _make_engine(path: Path, *, write: bool, busy_timeout_seconds: float) -> Engine:
    def open_connection() -> sqlite3.Connection:
        if write:
            return connect(path, mode="rw", busy_timeout_seconds=busy_timeout_seconds)
        return connect_to_read(path, busy_timeout_seconds=busy_timeout_seconds)

    engine = create_engine("sqlite://", creator=open_connection, poolclass=QueuePool, max_overflow=UNLIMITED)
    _follow_the_file(engine, path)
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


def _identify(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (status.st_dev, status.st_ino)
