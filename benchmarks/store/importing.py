"""How fast concepts get into a base: an import of a file, stage by stage, beside the driver alone."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.store.generated import generate_concepts
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.services import importing
from glossary.store.database import create_base
from glossary.store.schema import TABLES

READ_ROWS = 50_000
TIMED = {
    "reading": ("glossary.services.incoming.read_pieces",),
    "keys": ("glossary.services.importing.key_concept", "glossary.services.recording.key_concept"),
    "duplicates": ("glossary.services.importing.find_duplicates_of",),
}


@dataclass(frozen=True, kw_only=True)
class Importing:
    """Seconds of one import: the whole, its stages, and the driver alone writing the same rows."""

    whole: float
    reading: float
    keys: float
    duplicates: float
    raw: float
    rows: int

    @property
    def writing(self) -> float:
        """What is left without reading the file and computing readings and keys."""
        return self.whole - self.reading - self.keys


def measure_import(folder: Path, number: int) -> Importing:
    """Import a CSV file of new concepts into an empty base, then write its rows by the driver alone."""
    file, path = folder / "terms.csv", folder / "imported.db"
    with file.open("wb") as out:
        find_format("csv").write(generate_concepts(number), out, options=ExportOptions())
    spent = dict.fromkeys(TIMED, 0.0)
    with create_base(str(path)) as base, ExitStack() as stack:
        for stage, names in TIMED.items():
            for name in names:
                stack.enter_context(_timing(name, stage, spent))
        started = time.perf_counter()
        importing.import_file(base, file, who="benchmark")
        whole = time.perf_counter() - started
    raw, rows = time_raw(path, folder / "raw.db")
    return Importing(whole=whole, raw=raw, rows=rows, **spent)


@contextmanager
def _timing(name: str, stage: str, spent: dict[str, float]) -> Iterator[None]:
    """Add up how long the calls of a function take, while it is the one that is called."""
    module, _, attribute = name.rpartition(".")
    original: Callable[..., Any] = getattr(__import__(module, fromlist=[attribute]), attribute)

    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.perf_counter()
        try:
            given = original(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - started
        return _time_each(given, stage, spent) if isinstance(given, Iterator) else given

    with patch(name, timed):
        yield


def _time_each(given: Iterator[Any], stage: str, spent: dict[str, float]) -> Iterator[Any]:
    """Yield what is given as it comes, and add up how long each takes to come."""
    started = time.perf_counter()
    for one in given:
        spent[stage] += time.perf_counter() - started
        yield one
        started = time.perf_counter()


def time_raw(filled: Path, target: Path) -> tuple[float, int]:
    """Write every row of a base into an empty one by ``executemany`` in one transaction; return the seconds.

    Reading the rows is not counted.
    """
    create_base(str(target)).close()
    seconds, written = 0.0, 0
    with closing(sqlite3.connect(filled)) as source, closing(sqlite3.connect(target)) as driver:
        driver.isolation_level = None
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("BEGIN IMMEDIATE")
        for name in (table.name for table in TABLES if table.name != "meta"):
            for rows in _read(source, name):
                marks = ", ".join("?" * len(rows[0]))
                started = time.perf_counter()
                driver.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
                seconds += time.perf_counter() - started
                written += len(rows)
        started = time.perf_counter()
        driver.execute("COMMIT")
    return seconds + time.perf_counter() - started, written


def _read(source: sqlite3.Connection, table: str) -> Iterator[list[tuple[Any, ...]]]:
    cursor = source.execute(f'SELECT * FROM "{table}"')
    while rows := cursor.fetchmany(READ_ROWS):
        yield rows
