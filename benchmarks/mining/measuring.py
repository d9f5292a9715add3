"""Whole processes: how long they run, and how much memory they and their children hold at most."""

import os
import shlex
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PROC = Path("/proc")
SAMPLE_SECONDS = 0.2
"""Reading the page tables of a large process stops it for milliseconds, so not more often."""
COUNTED_LINES = ("Pss:", "SwapPss:")
KILOBYTE = 1024
UNSET = frozenset({"GLOSSARY_DB", "PYTHONDONTWRITEBYTECODE"})
"""A user's shell chooses no base, and keeps byte code from run to run."""

Command = Sequence[str]
Process = subprocess.Popen[bytes]


class ProcessFailed(Exception):
    """A measured process ended with an error; the message holds what it said."""

    def __init__(self, command: Command, code: int, said: str) -> None:
        words = said.strip() or "(nothing)"
        super().__init__(f"{shlex.join(command)}\nended with code {code} and said:\n{words}")


@dataclass(frozen=True)
class Timing:
    """The seconds of one command, a figure a round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def time_in_turn(
    commands: Mapping[str, Command], rounds: int, *, tell: Callable[[str], None] = lambda _: None
) -> list[Timing]:
    """Return the timing of each named command, run in turn so that all meet the same machine."""
    seconds: list[list[float]] = [[] for _ in commands]
    for number in range(1, rounds + 1):
        for times, (name, command) in zip(seconds, commands.items(), strict=True):
            tell(f"round {number} of {rounds}: {name}")
            times.append(run(command))
    return [Timing(tuple(times)) for times in seconds]


def read_output(command: Command) -> str:
    """Return what a command prints. Raises ProcessFailed."""
    with tempfile.TemporaryFile() as printed:
        run(command, output=printed)
        return _read(printed)


def measure_peak(command: Command) -> int | None:
    """Return the most bytes that a process and all its descendants held at once; None off Linux.

    Proportional set size: a page that several processes share is counted once in all. A peak between two
    samples is missed. Raises ProcessFailed.
    """
    if not (PROC / "self" / "smaps_rollup").exists():
        return None
    samples = [0]

    def sample(process: Process) -> None:
        while not _ended(process):
            samples.append(sum(map(read_held, family(process.pid, read_parents()))))

    run(command, watch=sample)
    return max(samples)


def run(
    command: Command, *, output: IO[bytes] | None = None, watch: Callable[[Process], object] = Process.wait
) -> float:
    """Return the seconds from the start of a process to its end; ``watch`` is called while it runs.

    It runs in an empty folder of its own, so that a base that it names there is a new one; its output is
    thrown away or goes to the file ``output``. Raises ProcessFailed.
    """
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        with subprocess.Popen(
            command, cwd=empty, env=clean_environment(), stdout=output or subprocess.DEVNULL, stderr=said
        ) as process:
            try:
                watch(process)
            finally:
                process.kill()  # It has ended, unless the measurement was broken off.
        seconds = time.perf_counter() - started
        if process.returncode:
            raise ProcessFailed(command, process.returncode, _read(said))
    return seconds


def clean_environment() -> dict[str, str]:
    """Return the environment without what would make a measured process another than a user's."""
    return {name: value for name, value in os.environ.items() if name not in UNSET}


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _ended(process: Process) -> bool:
    """Wait a moment; return whether the process ended in it."""
    try:
        process.wait(SAMPLE_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


def read_held(process: int) -> int:
    """Return the bytes that a process holds; 0 for one that has just ended."""
    try:
        return parse_held((PROC / str(process) / "smaps_rollup").read_text())
    except (FileNotFoundError, ProcessLookupError):
        return 0


def parse_held(rollup: str) -> int:
    """Return the bytes of a smaps_rollup: proportional set size, in memory and swapped out."""
    fields = map(str.split, rollup.splitlines())
    return sum(int(line[1]) * KILOBYTE for line in fields if line and line[0] in COUNTED_LINES)


def read_parents() -> dict[int, int]:
    """Return the parent of each process."""
    parents = {}
    for stat in PROC.glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = parse_parent(stat.read_text(errors="replace"))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return parents


def parse_parent(stat: str) -> int:
    """Return the parent in a line of /proc/PID/stat; the name before it may hold blanks and brackets."""
    return int(stat.rpartition(")")[2].split()[1])


def family(first: int, parents: Mapping[int, int]) -> set[int]:
    """Return a process and all its descendants."""
    found = {first}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found
