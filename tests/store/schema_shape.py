"""What a schema is, apart from how its statements are written."""

import re
import sqlite3
from typing import Any

Shape = dict[str, Any]
CHECK = re.compile(r"\bCHECK\s*\(", re.IGNORECASE)


def shape(connection: sqlite3.Connection) -> Shape:
    """Return, for each table, its columns, references, indexes, rules and kind; order does not count."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {name: _table(connection, name, sql) for name, sql in connection.execute(query)}


def _table(connection: sqlite3.Connection, name: str, sql: str) -> Shape:
    indexes = connection.execute(f"PRAGMA index_list({name})").fetchall()
    return {
        "columns": {row[1:] for row in connection.execute(f"PRAGMA table_xinfo({name})")},
        "references": {row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")},
        "indexes": {(unique, origin, _columns(connection, index)) for _, index, unique, origin, _ in indexes},
        "rules": _rules(sql),
        "deferred": "DEFERRED" in sql,
        "rowid": "WITHOUT ROWID" not in sql,
    }


def _columns(connection: sqlite3.Connection, index: str) -> tuple[str, ...]:
    return tuple(row[2] for row in connection.execute(f"PRAGMA index_info({index})"))


def _rules(sql: str) -> set[str]:
    return {_to_closing_bracket(sql[match.end() :]) for match in CHECK.finditer(sql)}


def _to_closing_bracket(rest: str) -> str:
    depth = 1
    for position, character in enumerate(rest):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if not depth:
            return " ".join(rest[:position].split())
    raise AssertionError(f"no closing bracket in {rest!r}")
