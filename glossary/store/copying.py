"""Every row of a base into another one, whatever their engines; a few rows in memory at a time."""

from collections.abc import Callable

from sqlalchemy import Connection, Select, Table, delete, select

from glossary.store.meta import KEYS, SCHEMA
from glossary.store.mined_tables import document, meta
from glossary.store.rows import batches, insert_rows, stream
from glossary.store.schema import REVISION, TABLES

BATCH_ROWS = 1_000
# A document may have megabytes.
BATCH_DOCUMENTS = 16
Report = Callable[[str], object]


def copy_tables(source: Connection, target: Connection, *, report: Report) -> int:
    """Write all rows of a base into a new, empty one, and return how many; ``report`` hears of each table."""
    # A new base has a revision of its own; how its engine keeps the schema version is its own affair.
    target.execute(delete(meta).where(meta.c.name.in_((REVISION, KEYS))))
    return sum(_copy_table(source, target, table, report) for table in TABLES)


def _copy_table(source: Connection, target: Connection, table: Table, report: Report) -> int:
    size = BATCH_DOCUMENTS if table is document else BATCH_ROWS
    copied = 0
    for batch in batches(stream(source, _rows_of(table), rows=size), size):
        report(f"copying {table.name}")
        insert_rows(target, table, [tuple(row) for row in batch])
        copied += len(batch)
    return copied


def _rows_of(table: Table) -> Select[tuple[object, ...]]:
    rows = select(table).order_by(*table.primary_key)
    return rows.where(meta.c.name != SCHEMA) if table is meta else rows
