"""The schema of a termbase in PostgreSQL: making it, and telling whether a database has it.

The tables are those of ``tables.py``. Every text has the collation "C", so that it sorts and compares by code
point, as in SQLite; the version stands in a row of ``meta``, since there is no PRAGMA for it.
"""

from functools import cache

from sqlalchemy import Connection, MetaData, Table, bindparam, select, text
from sqlalchemy.dialects.postgresql import TEXT
from sqlmodel import AutoString

from glossary.errors import BaseError
from glossary.store.columns import NAMES, Row
from glossary.store.meta import KEYS, SCHEMA
from glossary.store.mined_tables import meta
from glossary.store.postgresql.bulk import copy_rows
from glossary.store.postgresql.connecting import quoted
from glossary.store.schema import APPLICATION_ID, FIRST_REVISION, REVISION, TABLES, refuse_missing_tables
from glossary.store.version import KEYS_VERSION, SCHEMA_VERSION

BY_CODE_POINT = "C"
LOCK_KEY_BITS = 32
# Of extensions, such as pg_stat_statements, nothing counts: they put their views where everything is.
RELATIONS = text(
    """SELECT c.relname FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')"""
)
# One writer at a time, as in a file of SQLite; the lock ends with the transaction, whatever ends that.
LOCK = (
    f"SELECT pg_advisory_xact_lock(({APPLICATION_ID}::bigint << {LOCK_KEY_BITS}) | "
    "coalesce((SELECT oid::bigint FROM pg_catalog.pg_namespace WHERE nspname = current_schema()), 0))"
)
READ_VERSION = select(meta.c.value).where(meta.c.name == SCHEMA)
COLUMNS_OF_META = text(
    "SELECT count(*) FROM pg_catalog.pg_attribute "
    "WHERE attrelid = to_regclass('meta') AND attname IN ('name', 'value')"
)
WRITE_VERSION = meta.update().where(meta.c.name == SCHEMA).values(value=bindparam("version"))


@cache
def tables() -> MetaData:
    """Return the tables as PostgreSQL is to make them."""
    made = MetaData(naming_convention=NAMES)
    for table in Row.metadata.sorted_tables:
        _sort_by_code_point(table.to_metadata(made))
    return made


def _sort_by_code_point(table: Table) -> None:
    for column in table.columns:
        if isinstance(column.type, AutoString):
            column.type = TEXT(collation=BY_CODE_POINT)


def create_schema(connection: Connection) -> None:
    """Make every table in the current schema, which has none of them, and mark it as a termbase."""
    tables().create_all(connection, checkfirst=False)
    versions = [(SCHEMA, str(SCHEMA_VERSION)), (KEYS, str(KEYS_VERSION))]
    marks = [(REVISION, str(FIRST_REVISION)), *versions]
    copy_rows(connection, meta, marks)


def drop_schema(connection: Connection) -> None:
    """Take the tables of the termbase out of the current schema; what else is there stays."""
    # Readers hold this one: where it is free, so are the others.
    connection.exec_driver_sql("LOCK TABLE meta IN ACCESS EXCLUSIVE MODE")
    names = ", ".join(quoted(table.name) for table in TABLES)
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {names} CASCADE")


def list_relations(connection: Connection) -> set[str]:
    """Return the names of the tables and views in the current schema."""
    return set(connection.execute(RELATIONS).scalars())


def read_version(connection: Connection, location: str) -> int:
    """Return the schema version of the termbase in the current schema. Raises BaseError without one."""
    relations = list_relations(connection)
    if not relations:
        raise BaseError(
            f"{location}: the database holds no termbase yet; a command that writes, such as `glossary add`, "
            "makes an empty one, `glossary build` or `glossary copy --to` a full one"
        )
    version = _version_of(connection) if meta.name in relations else None
    if version is None:
        raise BaseError(
            f"{location}: the tables there belong to another program; name another database, "
            "or a schema of its own with ?schema=NAME"
        )
    return version


def _version_of(connection: Connection) -> int | None:
    if connection.execute(COLUMNS_OF_META).scalar_one() != len(meta.columns):
        return None
    found = connection.execute(READ_VERSION).scalar_one_or_none()
    return int(found) if found else None


def write_version(connection: Connection, version: int) -> None:
    """Write which version of the schema the tables have now."""
    connection.execute(WRITE_VERSION, {"version": str(version)})


def require_tables(connection: Connection, location: str) -> None:
    """Refuse a base from which tables were taken."""
    refuse_missing_tables(list_relations(connection), location)
