"""How fast concepts get into a base: an import of a file, stage by stage, beside the driver alone."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, event

from benchmarks.store.generated import generate_concepts
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format
from glossary.services.importing.files import import_file
from glossary.store.connecting import connect
from glossary.store.database import create_base, open_base

Written = tuple[str, Sequence[Any]]
TIMED = {
    "reading": ("glossary.services.importing.reading.read_pieces",),
    "keys": (
        "glossary.services.importing.files.key_concept",
        "glossary.services.concepts.recording.key_concept",
    ),
    "duplicates": ("glossary.services.importing.files.find_duplicates_of",),
}


@dataclass(frozen=True, kw_only=True)
class Importing:
    """Seconds of the processor: one import, its stages, and the driver alone writing the same rows."""

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


def measure_import(folder: Path, number: int, *, into: Path | None = None, holding: int = 0) -> Importing:
    """Import a CSV file of new concepts, then write the same rows into the same base by the driver alone.

    The base is an empty one, or a copy of ``into``, which has so many generated concepts already.
    """
    file, targets = folder / "terms.csv", (folder / "imported.db", folder / "raw.db")
    with file.open("wb") as out:
        concepts = islice(generate_concepts(holding + number), holding, None)
        find_format("csv").write(concepts, out, options=ExportOptions())
    for target in targets:
        shutil.copyfile(into, target) if into else create_base(str(target)).close()
    spent = dict.fromkeys(TIMED, 0.0)
    with open_base(str(targets[0]), write=True) as base, ExitStack() as stack:
        for stage, names in TIMED.items():
            for name in names:
                stack.enter_context(_timing(name, stage, spent))
        written = stack.enter_context(_recording())
        started = time.process_time()
        import_file(base, file, who="benchmark")
        whole = time.process_time() - started
    raw = time_raw(targets[1], written)
    for target in targets:
        target.unlink()
    return Importing(whole=whole, raw=raw, rows=sum(len(rows) for _, rows in written), **spent)


@contextmanager
def _recording() -> Iterator[list[Written]]:
    """Give what is inserted meanwhile, as the driver gets it."""
    written: list[Written] = []

    def listen(
        _connection: object, _cursor: object, statement: str, rows: Any, _context: object, many: bool
    ) -> None:
        if statement.startswith("INSERT"):
            written.append((statement, rows if many else [rows]))

    event.listen(Engine, "before_cursor_execute", listen)
    yield written
    event.remove(Engine, "before_cursor_execute", listen)


@contextmanager
def _timing(name: str, stage: str, spent: dict[str, float]) -> Iterator[None]:
    """Add up how long the calls of a function take, while it is the one that is called."""
    module, _, attribute = name.rpartition(".")
    original: Callable[..., Any] = getattr(__import__(module, fromlist=[attribute]), attribute)

    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.process_time()
        try:
            given = original(*arguments, **options)
        finally:
            spent[stage] += time.process_time() - started
        return _time_each(given, stage, spent) if isinstance(given, Iterator) else given

    with patch(name, timed):
        yield


def _time_each(given: Iterator[Any], stage: str, spent: dict[str, float]) -> Iterator[Any]:
    """Yield what is given as it comes, and add up how long each takes to come."""
    started = time.process_time()
    for one in given:
        spent[stage] += time.process_time() - started
        yield one
        started = time.process_time()


def time_raw(target: Path, written: Sequence[Written]) -> float:
    """Return the seconds for the same rows by ``executemany``, in one transaction, opened as ours is."""
    with closing(connect(target, mode="rw", busy_timeout_seconds=1)) as driver:
        started = time.process_time()
        driver.execute("BEGIN IMMEDIATE")
        for statement, rows in written:
            driver.executemany(statement, rows)
        driver.execute("COMMIT")
        return time.process_time() - started
