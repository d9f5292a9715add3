"""One way of reading, in a process of its own: ``python -m benchmarks.formats.reading WAY FILE``.

It prints its seconds of the processor, and the most memory it held, in bytes; what is read is not kept.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.formats.concepts import stream_concepts
from benchmarks.formats.plain_reading import read_by_csv, read_by_iterparse
from glossary.formats.declaration import NOT_TOLD, ExportOptions
from glossary.formats.registry import find_format

ITERPARSE, CSV_READER = "iterparse", "csv-reader"
READ_WAYS = ("tbx", "csv", "jsonl")
FORMAT_OF = {ITERPARSE: "tbx", CSV_READER: "csv"}
ROUNDS = 3
KILOBYTE = 1_024


@dataclass(frozen=True)
class Taken:
    """What one way took for so many concepts."""

    seconds: float
    peak_bytes: int


def read_in_processes(number: int) -> dict[str, Taken]:
    """Return what each way takes: the best of a few rounds, in which they take turns."""
    ways = (*READ_WAYS, *FORMAT_OF)
    with tempfile.TemporaryDirectory() as folder:
        files = {name: write_file(Path(folder), name, number) for name in READ_WAYS}
        rounds = [
            {way: read_in_process(way, files[FORMAT_OF.get(way, way)]) for way in ways} for _ in range(ROUNDS)
        ]
    return {way: min((one[way] for one in rounds), key=lambda taken: taken.seconds) for way in ways}


def write_file(folder: Path, name: str, number: int) -> Path:
    """Write a file of so many concepts in a format."""
    path = folder / name
    with path.open("wb") as out:
        find_format(name).write(stream_concepts(number), out, options=ExportOptions())
    return path


def read_in_process(way: str, path: Path) -> Taken:
    """Return what a way takes in a new process."""
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, way, str(path)]
    root = Path(__file__).parents[2]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout.split()
    return Taken(float(said[0]), int(said[1]))


def read(way: str, path: Path) -> Iterable[object]:
    """Yield what a way finds in a file."""
    if way == ITERPARSE:
        yield from read_by_iterparse(path)
    elif way == CSV_READER:
        yield from read_by_csv(path)
    else:
        reader = find_format(way).read
        assert reader is not None
        with path.open("rb") as source:
            yield from reader(source, options=NOT_TOLD)


def main() -> None:
    """Print what the way on the command line takes for the file beside it."""
    way, path = sys.argv[1], Path(sys.argv[2])
    started = time.process_time()
    for _ in read(way, path):
        pass
    seconds = time.process_time() - started
    print(seconds, peak_bytes())


def peak_bytes() -> int:
    """Return the most memory of this process; what getrusage says begins with that of whoever started it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * KILOBYTE


if __name__ == "__main__":
    main()
