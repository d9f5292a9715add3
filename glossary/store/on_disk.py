"""Lists, sets and dictionaries that lie on the disk once they are large, for as long as some work lasts.

Each has a database of its own, of which SQLite holds half a megabyte in memory and the rest in a file that it
deletes. Where the disk is full they raise BaseError.
"""

import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator, MutableMapping, MutableSet
from pathlib import Path
from typing import Any, TypeVar
from weakref import finalize

from glossary.store.trouble import explain

PLACE = Path("a temporary file")
MOST_HELD_KIB = 512
HELD_VALUES = 1_000
Value = TypeVar("Value")


class DiskList(Collection[Value]):
    """A list of however many values, the last few in memory; it can be gone through as often as wanted."""

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self._rows = _Rows("batch BLOB")
        self._last: list[Value] = []
        self._put_by = 0
        self.extend(values)

    def append(self, value: Value) -> None:
        """Put a value at the end."""
        self._last.append(value)
        if len(self._last) == HELD_VALUES:
            self._rows.run("INSERT INTO entry VALUES (?)", pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL))
            self._put_by += HELD_VALUES
            self._last = []

    def extend(self, values: Iterable[Value]) -> None:
        """Put values at the end."""
        for value in values:
            self.append(value)

    def __iter__(self) -> Iterator[Value]:
        for batch in self._rows.column("batch"):
            yield from pickle.loads(batch)
        yield from self._last

    def __len__(self) -> int:
        return self._put_by + len(self._last)

    def __contains__(self, value: object) -> bool:
        return any(one == value for one in self)


class DiskSet(MutableSet[str]):
    """A set of however many texts, in the order in which they came."""

    def __init__(self) -> None:
        self._rows = _Rows("key BLOB PRIMARY KEY")

    def __contains__(self, key: object) -> bool:
        return self._rows.first("SELECT 1 FROM entry WHERE key = ?", _encode(str(key))) is not None

    def __iter__(self) -> Iterator[str]:
        return map(_decode, self._rows.column("key"))

    def __len__(self) -> int:
        return self._rows.count()

    def add(self, value: str) -> None:
        """Put a text in."""
        self._rows.run("INSERT OR IGNORE INTO entry VALUES (?)", _encode(value))

    def discard(self, value: str) -> None:
        """Take a text out, if it is there."""
        self._rows.run("DELETE FROM entry WHERE key = ?", _encode(value))


class DiskDict(MutableMapping[str, str]):
    """A dictionary of texts likewise; a key keeps its place when it gets another value."""

    def __init__(self) -> None:
        self._rows = _Rows("key BLOB PRIMARY KEY, value BLOB NOT NULL")

    def __getitem__(self, key: str) -> str:
        value = self._rows.first("SELECT value FROM entry WHERE key = ?", _encode(key))
        if value is None:
            raise KeyError(key)
        return _decode(value)

    def __setitem__(self, key: str, value: str) -> None:
        setting = "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        self._rows.run(f"INSERT INTO entry VALUES (?, ?) {setting}", _encode(key), _encode(value))

    def __delitem__(self, key: str) -> None:
        if not self._rows.run("DELETE FROM entry WHERE key = ?", _encode(key)).rowcount:
            raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return map(_decode, self._rows.column("key"))

    def __len__(self) -> int:
        return self._rows.count()


class _Rows:
    """The one table of a database of its own; it is gone with the last who knows it."""

    def __init__(self, columns: str) -> None:
        self._driver = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        finalize(self, self._driver.close)
        self.run("PRAGMA journal_mode = OFF")
        self.run(f"PRAGMA cache_size = -{MOST_HELD_KIB}")
        self.run(f"CREATE TABLE entry ({columns})")
        self.run("BEGIN")

    def run(self, statement: str, *values: bytes) -> sqlite3.Cursor:
        try:
            return self._driver.execute(statement, values)
        except sqlite3.Error as error:
            raise explain(PLACE, error) from error

    def first(self, statement: str, *values: bytes) -> Any:
        """Return the first value of the first row, None where there is none."""
        row = self.run(statement, *values).fetchone()
        return row[0] if row else None

    def column(self, name: str) -> Iterator[bytes]:
        return (value for (value,) in self.run(f"SELECT {name} FROM entry ORDER BY rowid"))

    def count(self) -> int:
        return int(self.first("SELECT count(*) FROM entry"))


def _encode(text: str) -> bytes:
    """Return what SQLite can hold: of half a surrogate pair, which files have, it could not make a text."""
    return text.encode("utf-8", "surrogatepass")


def _decode(encoded: bytes) -> str:
    return encoded.decode("utf-8", "surrogatepass")
