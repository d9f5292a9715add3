"""Where a termbase lies, a file or a database on a server: all that differs between the engines."""

from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import Protocol

from sqlalchemy import Connection, Engine

from glossary.errors import BaseError

DRIVER = "pg8000"
SERVER_SCHEMES = ("postgresql", "postgres")


class Place(Protocol):
    """One place that holds a termbase or could hold one, and how its engine is spoken to."""

    @property
    def address(self) -> str:
        """How it was named, a password included: to open it again, never to be shown."""

    @property
    def location(self) -> str:
        """How it is shown: without a password."""

    def explained(self) -> AbstractContextManager[None]:
        """Turn the engine's complaints into a BaseError that says what to do next."""

    def is_missing(self) -> bool:
        """Whether there is nothing yet, so that a base can be made."""

    def create(self) -> None:
        """Make an empty termbase. Raises BaseError where anything is there."""

    def rewriting(self, *, replace: bool) -> AbstractContextManager[Connection]:
        """Give a connection to a new base that takes the place of the old one when the block ends well."""

    def connect(self, *, write: bool, busy_timeout_seconds: float) -> Engine:
        """Refuse what cannot be used, migrate what is older and to be written, and return connections."""

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction that sees one state of the base throughout."""

    def begin_writing(self, connection: Connection) -> None:
        """Begin the only transaction that writes; another one waits here. Raises BaseError after a while."""

    def change_mark(self, connection: Connection) -> object:
        """Return a value that differs as soon as this transaction has changed a row."""

    def identify(self, connection: Connection, /) -> tuple[object, ...]:
        """Return what tells this base from another one that took its place."""

    def lasting_identity(self, connection: Connection, /) -> tuple[object, ...]:
        """Return what stays as long as it is the same base, whatever is written to it."""

    def remove(self, connection: Connection, /) -> None:
        """Take the base away, in a transaction that writes."""


def names_server(location: str) -> bool:
    """Whether this is the URL of a database; any other URL is refused with what can be named."""
    if "://" not in location:
        return False
    scheme = location.partition("://")[0]
    if scheme not in SERVER_SCHEMES:
        raise BaseError(
            f"{scheme}: a termbase is a file or a PostgreSQL database; give the path of a file, "
            "or postgresql://USER@HOST/DATABASE"
        )
    return True


def find_place(location: str) -> Place:
    """Return the place that a path or a URL names; nothing is opened yet."""
    if names_server(location):
        _require_driver()
        # Whoever works on a file need not wait for it.
        from glossary.store.postgresql.place import find_database

        return find_database(location)
    from glossary.store.files import find_file

    return find_file(location)


def _require_driver() -> None:
    if find_spec(DRIVER) is None:
        raise BaseError(
            f"a termbase in PostgreSQL needs the driver {DRIVER}; install it with "
            "`pip install '.[postgresql]'`"
        )
