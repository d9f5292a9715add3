"""A termbase in a PostgreSQL database: in the current schema, or the one that the URL names."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, Engine, text

from glossary.store.postgresql.address import Address, read_address
from glossary.store.postgresql.building import holding_still, make_tables, write_new_base
from glossary.store.postgresql.connecting import make_engine
from glossary.store.postgresql.migrations import migrate
from glossary.store.postgresql.schema import (
    LOCK,
    drop_schema,
    list_relations,
    read_version,
    require_tables,
)
from glossary.store.postgresql.trouble import explained
from glossary.store.schema import require_current_version, require_known_version
from glossary.store.version import SCHEMA_VERSION

# Whoever puts a new base in the place of this one waits until its readers, who hold this table, are done:
# a snapshot that is older than the new tables would see them empty.
BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; LOCK TABLE meta IN ACCESS SHARE MODE"
CHANGE_MARK = text("SELECT pg_catalog.pg_current_xact_id_if_assigned()::text")
IDENTITY = text("SELECT 'meta'::regclass::oid::bigint")


def find_database(url: str) -> "BaseOnServer":
    """Return the database that a URL names; no connection is made yet."""
    return BaseOnServer(read_address(url))


class BaseOnServer:
    """A schema of a database that holds a termbase or could hold one."""

    def __init__(self, address: Address) -> None:
        self._address = address

    @property
    def address(self) -> str:
        """The URL as it was given."""
        return self._address.url

    @property
    def location(self) -> str:
        """The URL without a password."""
        return self._address.shown

    def explained(self) -> AbstractContextManager[None]:
        """Say of the server's complaints what to do next."""
        return explained(self.location)

    def is_missing(self) -> bool:
        """Whether the schema holds no table."""
        with self._transaction() as connection:
            return not list_relations(connection)

    def create(self) -> None:
        """Make an empty termbase. Raises BaseError where any table is."""
        with self._transaction() as connection:
            make_tables(connection, self._address)

    @contextmanager
    def rewriting(self, *, replace: bool) -> Iterator[Connection]:
        """Give a connection to new tables, which take the place of the old ones in the end."""
        with self.explained(), write_new_base(self._address, replace=replace) as connection:
            yield connection

    def connect(self, *, write: bool, busy_timeout_seconds: float) -> Engine:
        """Return connections to the schema; an older base is copied and migrated first, if to be written."""
        engine = make_engine(self._address, busy_timeout_seconds=busy_timeout_seconds)
        with self.explained():
            self._bring_up_to_date(engine, write=write)
        return engine

    def _bring_up_to_date(self, engine: Engine, *, write: bool) -> None:
        with engine.connect() as connection:
            version = read_version(connection, self.location)
        require_known_version(version, self.location)
        if write and version < SCHEMA_VERSION:
            migrate(self._address)
        with engine.connect() as connection:
            require_current_version(read_version(connection, self.location), self.location)
            require_tables(connection, self.location)

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction that sees one state of the base."""
        connection.exec_driver_sql(BEGIN_READING)

    def begin_writing(self, connection: Connection) -> None:
        """Begin the one that writes; its statements see what was written while it waited for the lock."""
        connection.exec_driver_sql(f"BEGIN; {LOCK}")

    def change_mark(self, connection: Connection) -> object:
        """Return the number that the transaction gets with the first row that it changes."""
        return connection.execute(CHANGE_MARK).scalar_one()

    def identify(self, connection: Connection) -> tuple[object, ...]:
        """Return which table it is that holds the revision: a new base has a new one."""
        return (self.location, connection.execute(IDENTITY).scalar_one())

    def lasting_identity(self, connection: Connection) -> tuple[object, ...]:
        """Return the same: nothing of it changes when the base is written to."""
        return self.identify(connection)

    def remove(self, connection: Connection) -> None:
        """Drop the tables."""
        drop_schema(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self.explained(), holding_still(self._address) as connection:
            yield connection
