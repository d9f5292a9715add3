"""Writing a whole new base into a database, in one transaction: readers see the old one until it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

from sqlalchemy import Connection, text
from sqlalchemy.pool import NullPool

from glossary.errors import BaseError
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS
from glossary.store.postgresql.address import Address
from glossary.store.postgresql.connecting import MILLISECONDS, make_engine, quoted
from glossary.store.postgresql.schema import (
    LOCK,
    create_schema,
    drop_schema,
    list_relations,
    read_version,
)
from glossary.store.schema import TABLES

# A reader may be in the middle of an export, and the work of a whole build would be lost.
REPLACE_TIMEOUT_SECONDS = 30
CURRENT_SCHEMA = text("SELECT current_schema()")


@contextmanager
def holding_still(address: Address) -> Iterator[Connection]:
    """Give a connection of its own to a transaction that is kept when the block ends well."""
    engine = make_engine(address, busy_timeout_seconds=BUSY_TIMEOUT_SECONDS, pool=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        yield connection
        connection.commit()


@contextmanager
def write_new_base(address: Address, *, replace: bool) -> Iterator[Connection]:
    """Give a connection to new, empty tables, which take the place of the old ones in the end."""
    with holding_still(address) as connection:
        if not list_relations(connection):
            with _in_empty_schema(connection, address):
                yield connection
            return
        read_version(connection, address.shown)
        if not replace:
            raise BaseError(f"{address.shown}: there is a termbase already; name another database or schema")
        with _in_draft(connection):
            yield connection


@contextmanager
def _in_empty_schema(connection: Connection, address: Address) -> Iterator[None]:
    make_tables(connection, address)
    yield
    _count_rows(connection)


def make_tables(connection: Connection, address: Address) -> None:
    """Make the tables of an empty termbase. Raises BaseError where somebody else made some meanwhile."""
    if address.schema:
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {quoted(address.schema)}")
    connection.exec_driver_sql(LOCK)
    if list_relations(connection):
        raise BaseError(f"{address.shown}: the database holds tables already; name another one, or a schema")
    create_schema(connection)


@contextmanager
def _in_draft(connection: Connection) -> Iterator[None]:
    """Make the tables in a schema that nobody else sees, then drop the old ones and move these there."""
    home = quoted(connection.execute(CURRENT_SCHEMA).scalar_one())
    draft = quoted(f"glossary_{token_hex(4)}")
    connection.exec_driver_sql(f"CREATE SCHEMA {draft}")
    connection.exec_driver_sql(f"SET LOCAL search_path TO {draft}")
    create_schema(connection)
    yield
    _count_rows(connection)
    connection.exec_driver_sql(f"SET LOCAL search_path TO {home}")
    connection.exec_driver_sql(f"SET LOCAL lock_timeout TO {REPLACE_TIMEOUT_SECONDS * MILLISECONDS}")
    connection.exec_driver_sql(LOCK)
    drop_schema(connection)
    for table in TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {draft}.{quoted(table.name)} SET SCHEMA {home}")
    connection.exec_driver_sql(f"DROP SCHEMA {draft}")


def _count_rows(connection: Connection) -> None:
    """Tell the planner how much there is; it would take each new table for an empty one."""
    connection.exec_driver_sql(f"ANALYZE {', '.join(quoted(table.name) for table in TABLES)}")
