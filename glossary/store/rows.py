"""How rows go in: by the driver, many at a time."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Delete, Dialect, Row, Select, Table, Update, insert

POSTGRESQL = "postgresql"
STREAMED_ROWS = 1_000
MOST_VALUES_A_STATEMENT = 10_000
"""SQLite takes 32,766 values in one statement, PostgreSQL 65,535."""
Element = TypeVar("Element")


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows whose values stand in the order of the table's columns.

    They go to the driver as they are: through SQLAlchemy's own parameters it takes three times as long.
    """
    if rows and connection.dialect.name == POSTGRESQL:
        # The driver is an extra.
        from glossary.store.postgresql.bulk import copy_rows

        copy_rows(connection, table, rows)
    elif rows:
        connection.exec_driver_sql(_insert_statement(table, connection.dialect), list(rows))


@cache
def _insert_statement(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


def stream(
    connection: Connection, statement: Select[Any], *, rows: int = STREAMED_ROWS
) -> Iterator[Row[Any]]:
    """Yield what a statement finds, so many ``rows`` of it in memory at a time, however many there are."""
    with connection.execute(statement, execution_options={"yield_per": rows}) as found:
        yield from found


def batches(elements: Iterable[Element], size: int) -> Iterator[list[Element]]:
    """Cut a stream into lists of at most ``size``."""
    stream = iter(elements)
    while batch := list(islice(stream, size)):
        yield batch


def find_for(
    connection: Connection, statement: Select[Any], name: str, values: Iterable[str], **others: object
) -> Iterator[Row[Any]]:
    """Yield what a statement finds for however many values, which are its parameter ``name``, a list."""
    for some in batches(values, MOST_VALUES_A_STATEMENT):
        yield from connection.execute(statement, {name: padded(some), **others})


def change_for(connection: Connection, statement: Update | Delete, name: str, values: Iterable[str]) -> int:
    """Change or delete rows for however many values likewise; return how many rows there were."""
    parts = batches(values, MOST_VALUES_A_STATEMENT)
    return sum(connection.execute(statement, {name: padded(some)}).rowcount for some in parts)


def padded(values: list[str]) -> list[str]:
    """Return the values, the last one repeated until they are a power of two.

    Each length of a list is another statement to the driver, which keeps the last 128: of long lists of any
    length that took 30 MB.
    """
    wanted = 1 << (len(values) - 1).bit_length()
    return values + values[-1:] * (wanted - len(values))
