"""Many rows at once, by COPY: an INSERT a row takes a turn to the server for each."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pg8000.exceptions import DatabaseError, InterfaceError
from sqlalchemy import Connection, Table

from glossary.store.postgresql.connecting import quoted
from glossary.store.storable import storable

NOTHING = "\\N"
SPECIAL = re.compile(r"[\\\t\n\r]")
ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def copy_rows(connection: Connection, table: Table, rows: Iterable[Sequence[object]]) -> None:
    """Write rows whose values stand in the order of the table's columns."""
    columns = ", ".join(quoted(column.name) for column in table.columns)
    statement = f"COPY {quoted(table.name)} ({columns}) FROM STDIN"
    data = "".join("\t".join(map(_field, row)) + "\n" for row in rows).encode()
    cursor: Any = connection.connection.cursor()
    try:
        cursor.execute(statement, stream=[data])
    except DatabaseError:
        raise  # the server said no, and goes on listening
    except BaseException as error:
        connection.invalidate()
        if isinstance(error, OSError):
            raise InterfaceError("network error") from error
        raise
    finally:
        cursor.close()


def _field(value: object) -> str:
    """Return a value in the text format of COPY (PostgreSQL documentation, COPY, File Formats)."""
    if isinstance(value, str):
        return SPECIAL.sub(lambda found: ESCAPES[found[0]], storable(value))
    if value is None:
        return NOTHING
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    if isinstance(value, float):
        return repr(value)
    return str(value)
