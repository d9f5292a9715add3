"""An open termbase, and the transactions in which it is read and written; the engine does not show here."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError

from glossary.errors import BaseError
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS
from glossary.store.mined_tables import meta
from glossary.store.places import Place, find_place
from glossary.store.schema import REVISION

__all__ = [
    "Base",
    "Connection",
    "create_base",
    "find_place",
    "open_base",
    "remove_unchanged",
    "write_new_base",
]

READ_REVISION = select(meta.c.value).where(meta.c.name == REVISION)


class Base:
    """An open termbase. Threads may share it: every transaction has a connection of its own."""

    def __init__(self, place: Place, engine: Engine, *, can_write: bool) -> None:
        self.place = place
        self.can_write = can_write
        self._engine = engine

    @property
    def location(self) -> str:
        """Where the base lies, to be shown: a path, or a URL without a password."""
        return self.place.location

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the base as it is now, whatever others write meanwhile."""
        with self.place.explained(), self._engine.connect() as connection:
            self.place.begin_reading(connection)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one connection that writes; all of it is kept, or nothing where an error is raised."""
        with self.holding() as connection:
            before = self.place.change_mark(connection)
            yield connection
            if self.place.change_mark(connection) != before:
                _raise_revision(connection)

    @contextmanager
    def holding(self) -> Iterator[Connection]:
        """Give the one connection that writes, and leave the revision as it is."""
        if not self.can_write:
            raise BaseError(f"{self.location}: opened for reading alone; open it to write")
        with self.place.explained(), self._engine.connect() as connection:
            self.place.begin_writing(connection)
            yield connection
            _commit(connection)

    @property
    def revision(self) -> int:
        """A number that grows with each transaction that changed something."""
        with self.reading() as connection:
            return read_revision(connection)

    @property
    def state(self) -> tuple[object, ...]:
        """What differs as soon as the base does, even where another one took its place."""
        with self.reading() as connection:
            return self.state_of(connection)

    def state_of(self, connection: Connection) -> tuple[object, ...]:
        """Return the same, as the transaction of a connection sees it."""
        return (read_revision(connection), *self.place.identify(connection))

    def close(self) -> None:
        """Close the file or the connections; the handle is of no use afterwards."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_base(location: str, *, write: bool, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Base:
    """Open the termbase at ``location``, the path of a file or the URL of a database.

    An older base is copied and migrated when it is opened to write. Raises BaseError, which says what to do,
    for one that is missing, empty, locked, damaged, older (to read), newer, or no termbase.
    """
    place = find_place(location)
    engine = place.connect(write=write, busy_timeout_seconds=busy_timeout_seconds)
    return Base(place, engine, can_write=write)


@contextmanager
def write_new_base(location: str, *, replace: bool = True) -> Iterator[Connection]:
    """Give a connection to a new, empty base; when the block ends well it takes the place of ``location``.

    Where the block raises, the old base is untouched and the new one is gone; it can be read all the while.
    Raises BaseError where what is there is no termbase, or where it may not ``replace`` one and something is
    there when the block has ended.
    """
    with find_place(location).rewriting(replace=replace) as connection:
        yield connection


def create_base(location: str) -> Base:
    """Make an empty termbase where nothing is, and open it to write. Raises BaseError where something is."""
    find_place(location).create()
    return open_base(location, write=True)


def remove_unchanged(location: str, *, revision: int) -> None:
    """Delete the termbase, unless somebody changed it since ``revision`` or is writing to it now."""
    with (
        suppress(BaseError),
        open_base(location, write=True, busy_timeout_seconds=0) as base,
        base.holding() as connection,
    ):
        if read_revision(connection) == revision:
            base.place.remove(connection)


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
