"""Making a base of very many concepts: rows in bulk, and keys sorted first, as no import could."""

import argparse
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from multiprocessing.pool import Pool
from pathlib import Path

from benchmarks.store.generated import generate_concepts
from glossary.lookup.keys import key_concept
from glossary.model import Concept
from glossary.store.concept_rows import child_rows, concept_row
from glossary.store.database import create_base
from glossary.store.rows import batches
from glossary.store.tables import concept, term_key
from glossary.store.version import KEYS_VERSION, SCHEMA_VERSION

SIZES = (50_000, 1_000_000)
CONCEPTS_A_TASK = 2_000
TERM_IDS_A_TASK = 100_000
PROCESSES = 2
CACHE_KIB = 524_288
Rows = dict[str, list[tuple[object, ...]]]


def parse_sizes(what: str) -> tuple[Sequence[int], Path | None]:
    """Return how many concepts each base is to have, and the folder in which the bases stay, if any."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many concepts each base has")
    parser.add_argument("--keep", type=Path, help="a folder in which the bases stay for the next run")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    return given.sizes, given.keep


def find_or_build(folder: Path, number: int) -> Path:
    """Return a base of so many generated concepts; one that is in the folder already is taken as it is."""
    path = folder / f"{number}-concepts-schema-{SCHEMA_VERSION}.{KEYS_VERSION}.db"
    if not path.exists():
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        build(draft, number)
        draft.rename(path)
    return path


def build(path: Path, number: int) -> None:
    """Write the rows of all tables as they come, those of the keys aside, then the keys in order."""
    create_base(str(path)).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as driver, Pool(PROCESSES) as pool:
        driver.execute("PRAGMA journal_mode = OFF")
        driver.execute("PRAGMA synchronous = OFF")
        driver.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        driver.execute("DROP INDEX ix_term_key_term_id")
        driver.execute("CREATE TEMP TABLE loose (kind, key, rank, term_id)")
        driver.execute("BEGIN")
        for done, rows in enumerate(pool.imap(_make_rows, _tasks(number)), 1):
            _insert(driver, rows)
            print(f"\r{done * CONCEPTS_A_TASK:,} concepts", end="", file=sys.stderr)
        print("\nsorting the keys", file=sys.stderr)
        driver.execute("INSERT INTO term_key SELECT * FROM loose ORDER BY kind, key, rank, term_id")
        driver.execute("CREATE INDEX ix_term_key_term_id ON term_key (term_id)")
        driver.execute("COMMIT")


def _tasks(number: int) -> Iterator[tuple[int, list[Concept]]]:
    return enumerate(batches(generate_concepts(number), CONCEPTS_A_TASK))


def _make_rows(task: tuple[int, list[Concept]]) -> Rows:
    serial, concepts = task
    keyed = [key_concept(one) for one in concepts]
    rows = child_rows(keyed, first_term_id=1 + serial * TERM_IDS_A_TASK)
    return {concept.name: [concept_row(one) for one in concepts]} | {
        table.name: some for table, some in rows.items()
    }


def _insert(driver: sqlite3.Connection, rows: Rows) -> None:
    for name, some in rows.items():
        if some:
            target = "temp.loose" if name == term_key.name else name
            marks = ", ".join("?" * len(some[0]))
            driver.executemany(f"INSERT INTO {target} VALUES ({marks})", some)
