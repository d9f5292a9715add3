"""Taking a base in a database from one version of the schema to the next; each step wholly or not at all."""

from collections.abc import Iterable, Sequence
from itertools import count

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from glossary.errors import BaseError
from glossary.store.postgresql.address import Address
from glossary.store.postgresql.building import holding_still
from glossary.store.postgresql.connecting import quoted
from glossary.store.postgresql.schema import LOCK, list_relations, read_version, write_version
from glossary.store.postgresql.trouble import explained, facts_of
from glossary.store.steps import STEPS, Step

HERE = text("SELECT current_schema()")
IS_THERE = text("SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = :name)")


def migrate(address: Address, *, steps: Sequence[Step] = STEPS) -> str:
    """Copy the base into a schema of its own, then take every step that it needs; return that schema's name.

    Raises BaseError where a step fails: the base is then as the last whole step left it.
    """
    with explained(address.shown):
        with holding_still(address) as connection:
            connection.exec_driver_sql(LOCK)
            version = read_version(connection, address.shown)
            needed = [(step.to, _statements(step, address)) for step in steps if step.to > version]
            copy = _copy_beside(connection, version)
        for to, statements in needed:
            _take(address, to, statements, copy)
    return copy


def _copy_beside(connection: Connection, version: int) -> str:
    """Copy the tables into a new schema that tells their version, and return its name."""
    home = connection.execute(HERE).scalar_one()
    copy = _free_name(connection, f"{home}_v{version}_backup")
    connection.exec_driver_sql(f"CREATE SCHEMA {quoted(copy)}")
    for name in map(quoted, sorted(list_relations(connection))):
        target = f"{quoted(copy)}.{name}"
        connection.exec_driver_sql(f"CREATE TABLE {target} (LIKE {name} INCLUDING ALL)")
        connection.exec_driver_sql(f"INSERT INTO {target} SELECT * FROM {name}")
    return copy


def _free_name(connection: Connection, first: str) -> str:
    names = (first if number == 1 else f"{first}_{number}" for number in count(1))
    return next(name for name in names if not connection.execute(IS_THERE, {"name": name}).scalar_one())


def _statements(step: Step, address: Address) -> tuple[str, ...]:
    if step.on_server is None:
        raise BaseError(
            f"{address.shown}: no glossary ever wrote schema {step.to - 1} to a server; name another "
            "termbase with --db"
        )
    return step.on_server


def _take(address: Address, to: int, statements: Iterable[str], copy: str) -> None:
    try:
        with holding_still(address) as connection:
            connection.exec_driver_sql(LOCK)
            # Somebody else may have taken the step while we waited for the lock.
            if read_version(connection, address.shown) == to - 1:
                for statement in statements:
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
                write_version(connection, to)
    except DBAPIError as error:
        raise BaseError(
            f"{address.shown}: the step from schema {to - 1} to {to} failed "
            f"({facts_of(error.orig).get('M', error.orig)}); the termbase is as it was before the step, "
            f"and its copy is in the schema {copy}; please report this"
        ) from error
