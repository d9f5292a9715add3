"""One way of writing, in a process of its own: ``python -m benchmarks.formats.writing WAY NUMBER``.

It prints its seconds, without those in which the concepts are made, and the most memory it held, in bytes.
"""

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.formats.concepts import Clock, stream_concepts
from benchmarks.formats.plain_ways import time_lxml, write_by_csv
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import find_format

LXML, CSV_MODULE = "lxml", "csv-module"
KILOBYTE = 1_024


@dataclass(frozen=True)
class Written:
    """What one way took for so many concepts."""

    seconds: float
    peak_bytes: int


def write_in_process(way: str, number: int) -> Written:
    """Return what a way takes in a new process."""
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, way, str(number)]
    root = Path(__file__).parents[2]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout.split()
    return Written(float(said[0]), int(said[1]))


def time_way(way: str, number: int) -> float:
    """Return the seconds of a way; the bytes are thrown away, so that no disk is measured."""
    concepts = stream_concepts(number)
    with Path(os.devnull).open("wb") as out:
        if way == LXML:
            return time_lxml(concepts, out)
        if way == CSV_MODULE:
            return write_by_csv(concepts, out)
        clock = Clock()
        find_format(way).write(clock.passing(concepts), out, options=ExportOptions())
        return clock.seconds


def main() -> None:
    """Print what the way and the number on the command line take."""
    way, number = sys.argv[1], int(sys.argv[2])
    seconds = time_way(way, number)
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE)


if __name__ == "__main__":
    main()
