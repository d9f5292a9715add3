"""Measure the store at two sizes and print ratios: ``python -m benchmarks.store [NUMBER…] [--keep DIR]``."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.store.asking import Answering, measure_answers
from benchmarks.store.importing import Importing, measure_import
from benchmarks.store.large import find_or_build, parse_sizes
from benchmarks.store.questions import draw_bigrams, draw_terms
from glossary.report.tables import format_table
from glossary.store.database import open_base

IMPORTED, ADDED = 50_000, 5_000
"""So many concepts are imported into an empty base, and into each of the others."""
ROUNDS = 7
TABLE_COLUMNS = 120
SHARE_OF_RAW, TIMES_RAW, TIMES_LIKE = 0.6, 5.0, 1_000.0
BUILD_SECONDS, OPEN_SECONDS = 3.0, 0.05
MILLI, MICRO = 1_000, 1_000_000
HEADER = ("what", "figure", "goal", "reached", "seconds")
Row = tuple[str, str, str, str, str]


def main() -> None:
    """Measure and print; what is done now goes to stderr."""
    sizes, kept = parse_sizes(__doc__ or "")
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing)
        rows = [*time_build(folder), *describe_import(f"{IMPORTED:,}", measure_import(folder, IMPORTED))]
        for size in sizes:
            rows += measure_size(find_or_build(kept or folder, size), size, folder)
    print(format_table(HEADER, rows, columns=TABLE_COLUMNS))


def measure_size(path: Path, size: int, folder: Path) -> list[Row]:
    """Ask a base of so many concepts, then import into a copy of it."""
    print(f"a base of {size:,} concepts", file=sys.stderr)
    named = f"{size:,}"
    opening = min(_time_opening(path) for _ in range(ROUNDS))
    with open_base(str(path), write=False) as base:
        answers = measure_answers(base, draw_terms(path), draw_bigrams(path))
    added = measure_import(folder, ADDED, into=path, holding=size)
    return [
        (f"{named}: size", f"{path.stat().st_size / 1e6:,.0f} MB", "", "", ""),
        judge(f"{named}: opening", f"{opening * MILLI:.1f} ms", opening < OPEN_SECONDS, "50 ms"),
        *describe_answers(named, answers),
        *describe_import(f"{ADDED:,} into {named}", added),
    ]


def describe_answers(named: str, answers: Answering) -> Iterator[Row]:
    """Yield the rows of how fast a base answers."""
    exact = answers.exact / answers.exact_raw
    both = f"{answers.exact * MICRO:.0f} µs to {answers.exact_raw * MICRO:.0f} µs"
    yield judge(f"{named}: exact / raw", f"{exact:.1f}", exact <= TIMES_RAW, "5", both)
    for what, seconds in (("LIKE / infix", answers.infix), ("LIKE / infix, ids alone", answers.infix_ids)):
        times = answers.like / seconds
        both = f"{answers.like * MILLI:.0f} ms to {seconds * MICRO:.0f} µs"
        yield judge(f"{named}: {what}", f"{times:,.0f}", times >= TIMES_LIKE, "1,000", both)
    yield (f"{named}: infix, slowest", f"{answers.infix_slowest * MILLI:.1f} ms", "", "", "")
    for what, median, high in (
        ("lookup, exact", answers.lookup, answers.lookup_p95),
        ("lookup, infix", answers.infix_lookup, answers.infix_lookup_p95),
    ):
        yield (f"{named}: {what} p95", f"{high * MILLI:.1f} ms", "", "", f"median {median * MILLI:.1f} ms")


def describe_import(what: str, found: Importing) -> list[Row]:
    """Return the rows of how fast an import of so many writes."""
    share, alone = found.raw / found.writing, found.raw / (found.writing - found.duplicates)
    stages = f"raw {found.raw:.1f}, import {found.whole:.1f} s"
    return [
        judge(f"raw / import of {what}", f"{share:.2f}", share >= SHARE_OF_RAW, "0.6", stages),
        ("… without duplicates", f"{alone:.2f}", "", "", f"{found.duplicates:.1f}"),
        ("… readings and keys", f"{found.keys:.1f} s", "", "", ""),
        ("… reading the file", f"{found.reading:.1f} s", "", "", f"{found.rows:,} rows written"),
    ]


def time_build(folder: Path) -> Iterator[Row]:
    """Yield the row of a whole build of the shipped base, as a process."""
    target = folder / "built.db"
    command = [str(Path(sys.executable).parent / "glossary"), "build", "seeds", "--db", str(target)]
    seconds = []
    for _ in range(3):
        target.unlink(missing_ok=True)
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(time.perf_counter() - started)
    best = sorted(seconds)[1]
    yield judge("build of the shipped base", f"{best:.2f} s", best < BUILD_SECONDS, "3 s")


def judge(what: str, figure: str, reached: bool, goal: str, seconds: str = "") -> Row:
    """Return a row with a goal."""
    return what, figure, goal, "yes" if reached else "no", seconds


def _time_opening(path: Path) -> float:
    started = time.perf_counter()
    with open_base(str(path), write=False) as base, base.reading():
        return time.perf_counter() - started


if __name__ == "__main__":
    main()
