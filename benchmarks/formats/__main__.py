"""Measure exchange files at two sizes and print ratios: ``python -m benchmarks.formats [NUMBER…]``."""

import argparse
import sys
from collections.abc import Iterator

from benchmarks.formats.importing import MOST_CONCEPTS, import_in_process
from benchmarks.formats.reading import CSV_READER, ITERPARSE, READ_WAYS, Taken, read_in_processes
from benchmarks.formats.writing import CSV_MODULE, LXML, Written, write_in_process
from glossary.report.tables import format_table

SIZES = (10_000, 1_000_000)
TIMES_LXML, SHARE_OF_CSV, MOST_MEMORY_MB, MOST_GROWTH = 2.0, 0.5, 100, 1.15
SHARE_OF_ITERPARSE = 0.5
MB = 1_000_000
TABLE_COLUMNS = 110
HEADER = ("what", "figure", "goal", "reached", "seconds and memory")
WAYS = ("tbx", LXML, "csv", CSV_MODULE)
Row = tuple[str, str, str, str, str]


def main() -> None:
    """Measure and print; what is done now goes to stderr."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many concepts are written")
    sizes = sorted(parser.parse_args().sizes)
    found = {size: {way: measure(way, size) for way in WAYS} for size in sizes}
    rows = [row for size in sizes for row in describe_writing(size, found[size])]
    rows += describe_growth(found[sizes[0]], found[sizes[-1]])
    rows += describe_reading({size: measure_reading(size) for size in sizes})
    rows += describe_importing({size: measure_importing(size) for size in importable(sizes)})
    print(format_table(HEADER, rows, columns=TABLE_COLUMNS))


def measure(way: str, size: int) -> Written:
    """Return what a way takes, and say that it is at work."""
    print(f"writing {size:,} concepts: {way}", file=sys.stderr)
    return write_in_process(way, size)


def describe_writing(size: int, found: dict[str, Written]) -> list[Row]:
    """Return the rows of one size."""
    tbx, lxml, csv, plain = (found[way] for way in WAYS)
    return [
        compare(f"{size:,} out: tbx / lxml's xmlfile", tbx, lxml, TIMES_LXML),
        compare(f"{size:,} out: csv / csv.writer", csv, plain, SHARE_OF_CSV),
        judge(
            f"{size:,} out: tbx, most memory",
            f"{tbx.peak_bytes / MB:.0f} MB",
            tbx.peak_bytes < MOST_MEMORY_MB * MB,
            f"{MOST_MEMORY_MB} MB",
        ),
    ]


def describe_growth(small: dict[str, Written], large: dict[str, Written]) -> list[Row]:
    """Return how the most memory grows from the smallest size to the largest."""
    return [
        judge_growth(f"out: {way}, memory, largest / smallest", small[way], large[way])
        for way in ("tbx", "csv")
    ]


def measure_reading(size: int) -> dict[str, Taken]:
    """Return what each way of reading takes, and say that they are at work."""
    print(f"reading {size:,} concepts", file=sys.stderr)
    return read_in_processes(size)


def describe_reading(found: dict[int, dict[str, Taken]]) -> Iterator[Row]:
    """Yield the rows of how fast files are read, and how the most memory grows with them."""
    for size, taken in found.items():
        yield compare(f"{size:,} in: tbx / iterparse", taken["tbx"], taken[ITERPARSE], SHARE_OF_ITERPARSE)
        yield compare(f"{size:,} in: csv / csv.reader", taken["csv"], taken[CSV_READER], None)
    small, large = found[min(found)], found[max(found)]
    for way in READ_WAYS:
        yield judge_growth(f"in: {way}, memory, largest / smallest", small[way], large[way])


def importable(sizes: list[int]) -> list[int]:
    """Return the sizes that are imported, the largest in place of larger ones."""
    return sorted({min(size, MOST_CONCEPTS) for size in sizes})


def measure_importing(size: int) -> dict[str, Taken]:
    """Return what an import of each format takes, and say that it is at work."""
    print(f"importing {size:,} concepts", file=sys.stderr)
    return {way: import_in_process(way, size) for way in READ_WAYS}


def describe_importing(found: dict[int, dict[str, Taken]]) -> Iterator[Row]:
    """Yield the rows of how the most memory of an import grows with the file."""
    small, large = min(found), max(found)
    for way in READ_WAYS:
        yield judge_growth(
            f"import: {way}, memory, {large:,} / {small:,}", found[small][way], found[large][way]
        )


def judge_growth(what: str, small: Written | Taken, large: Written | Taken) -> Row:
    """Return the row of how much more memory the larger size took."""
    growth = large.peak_bytes / small.peak_bytes
    megabytes = f"{small.peak_bytes / MB:.0f} and {large.peak_bytes / MB:.0f} MB"
    return judge(what, f"{growth:.2f}", growth <= MOST_GROWTH, f"{MOST_GROWTH}", megabytes)


def compare(what: str, ours: Written | Taken, other: Written | Taken, goal: float | None) -> Row:
    """Return how many times as fast we are."""
    ratio = other.seconds / ours.seconds
    seconds = f"{ours.seconds:.2f}, {other.seconds:.2f} s"
    if goal is None:
        return what, f"{ratio:.2f}", "", "", seconds
    return judge(what, f"{ratio:.2f}", ratio >= goal, f"{goal}", seconds)


def judge(what: str, figure: str, reached: bool, goal: str, seconds: str = "") -> Row:
    """Return a row with a goal."""
    return what, figure, goal, "yes" if reached else "no", seconds


if __name__ == "__main__":
    main()
