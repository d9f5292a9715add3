"""Measure lookups at several sizes, and print it: ``python -m benchmarks.lookup [NUMBER…] [--keep DIR]``."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.lookup.asking import Asked, Pace, measure_kind, measure_raw, pace_of
from benchmarks.lookup.keystrokes import time_keystrokes
from benchmarks.lookup.questions import draw_questions
from benchmarks.lookup.starting import time_commands
from benchmarks.store.large import find_or_build, parse_sizes
from glossary.report.tables import format_table
from glossary.store.database import open_base

TABLE_COLUMNS = 140
TIMES_RAW = 5.0
MOST_TIMES_NOTHING = {"lookup, cold": 1.8, "--help": 9, "formats": 9, "stats": 50, "lookup --json": 50}
SIZE_OF_GOALS = 1_000_000
MOST_MS = {"infix": 1.0, "pinyin": 1.0, "fuzzy pinyin": 5.0, "one wrong character": 5.0}
"""Goals of finding at a million concepts; of the whole lookup there are none."""
MOST_MS_A_KEY = 50
MILLI, MICRO = 1_000, 1_000_000
HEADER = ("what", "figure", "goal", "reached", "seconds")
Row = tuple[str, str, str, str, str]


def main() -> None:
    """Measure and print; what is done now goes to stderr."""
    sizes, kept = parse_sizes(__doc__ or "")
    with tempfile.TemporaryDirectory() as passing:
        rows = [row for size in sizes for row in measure_size(kept or Path(passing), size)]
    print(format_table(HEADER, rows, columns=TABLE_COLUMNS))


def measure_size(folder: Path, size: int) -> Iterator[Row]:
    """Yield the rows of a base of so many concepts."""
    print(f"a base of {size:,} concepts", file=sys.stderr)
    path = find_or_build(folder, size)
    named = f"{size:,}"
    questions = draw_questions(path)
    yield (f"{named}: size", f"{path.stat().st_size / MICRO:,.0f} MB", "", "", "")
    yield from describe_commands(
        named, time_commands(path, questions["exact"][0], inside=questions["infix"][0])
    )
    with open_base(str(path), write=False) as base:
        ours, raw = measure_raw(base, questions["exact"])
        seconds = f"{ours * MICRO:.0f} µs to {raw * MICRO:.0f} µs"
        yield judge(f"{named}: exact / raw", ours / raw, TIMES_RAW, seconds)
        for kind, queries in questions.items():
            print(f"  {kind}", file=sys.stderr)
            yield from describe_kind(named, kind, measure_kind(base, queries), judged=size == SIZE_OF_GOALS)
        print("  keystrokes", file=sys.stderr)
        for kind, taken in time_keystrokes(base, questions).items():
            yield describe_keystrokes(named, kind, taken)


def describe_commands(named: str, seconds: dict[str, float]) -> Iterator[Row]:
    """Yield how many times as long as a Python that does nothing each command takes."""
    nothing = seconds["python -c pass"]
    for command, goal in MOST_TIMES_NOTHING.items():
        taken = f"{seconds[command] * MILLI:.0f} ms to {nothing * MILLI:.0f} ms"
        yield judge(f"{named}: {command} / python -c pass", seconds[command] / nothing, goal, taken)


def describe_kind(named: str, kind: str, asked: Asked, *, judged: bool) -> Iterator[Row]:
    """Yield the 95th percentiles of one kind of query."""
    high = asked.finding.high * MILLI
    median = f"{_others(asked.finding)}, {asked.found:.0%} found"
    goal = MOST_MS.get(kind) if judged else None
    reached = "" if goal is None else "yes" if high < goal else "no"
    yield (f"{named}: {kind}, found, p95", f"{high:.2f} ms", f"{goal:g} ms" if goal else "", reached, median)
    median = _others(asked.lookup)
    yield (f"{named}: {kind}, whole lookup, p95", f"{asked.lookup.high * MILLI:.2f} ms", "", "", median)


def describe_keystrokes(named: str, kind: str, seconds: Sequence[tuple[float, float]]) -> Row:
    """Return the row of the slowest answer to a key; it is judged by the processor's time."""
    pace = pace_of(seconds)
    slowest, busiest = (max(one[place] for one in seconds) * MILLI for place in (0, 1))
    told = f"by the clock {slowest:.1f} ms, p95 {pace.high * MILLI:.1f} ms"
    reached = "yes" if busiest < MOST_MS_A_KEY else "no"
    return (f"{named}: typing, {kind}, slowest", f"{busiest:.1f} ms", f"{MOST_MS_A_KEY:g} ms", reached, told)


def _others(pace: Pace) -> str:
    return f"processor p95 {pace.busy * MILLI:.2f} ms, median {pace.median * MILLI:.2f} ms"


def judge(what: str, ratio: float, goal: float, seconds: str) -> Row:
    """Return the row of a ratio that should not be above its goal."""
    return what, f"{ratio:.2f}", f"{goal:g}", "yes" if ratio <= goal else "no", seconds


if __name__ == "__main__":
    main()
