"""The progress of long work on stderr: a bar with rate and time left on a terminal, else lines."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE_SECONDS = 2.0
LINE_EVERY_SECONDS = 5.0
MEGABYTE = 1_000_000
Clock = Callable[[], float]


class Report(Protocol):
    """Hears the stage of the work, and how many bytes, or other things, of how many are done."""

    def __call__(self, stage: str, done: int = 0, total: int = 0, /) -> None:
        """Show it, where it is time to."""


@contextmanager
def show_progress(clock: Clock = time.monotonic, *, counted: str = "") -> Iterator[Report]:
    """Give what shows the progress of a work on stderr once it takes longer than two seconds.

    ``counted`` names what is counted where that is not bytes.
    """
    if not sys.stderr.isatty():
        yield _Lines(clock, counted)
        return
    bar = _Bar(clock, counted)
    try:
        yield bar
    finally:
        bar.close()


class _Lines:
    """One line a stage, and one every five seconds within it."""

    def __init__(self, clock: Clock, counted: str) -> None:
        self._clock = clock
        self._counted = counted
        self._started = self._said = clock()
        self._stage = ""

    def __call__(self, stage: str, done: int = 0, total: int = 0, /) -> None:
        now = self._clock()
        is_due = stage != self._stage or now - self._said >= LINE_EVERY_SECONDS
        if now - self._started >= PATIENCE_SECONDS and is_due:
            self._stage, self._said = stage, now
            sys.stderr.write(f"{stage} …{self._describe(done, total, now)}\n")

    def _describe(self, done: int, total: int, now: float) -> str:
        if self._counted:
            return _describe_number(done, total, self._counted)
        return describe_amount(done, total, now - self._started)


def _describe_number(done: int, total: int, counted: str) -> str:
    """How many of how many, or of a number that is not known yet."""
    if total:
        return f" {done:,} of {total:,} {counted}"
    return f" {done:,} {counted}" if done else ""


def describe_amount(done: int, total: int, seconds: float) -> str:
    """Return how much is done, how fast, and how long the rest takes; nothing where it is not counted."""
    if not done or not total:
        return ""
    rate = done / max(seconds, 1e-9)
    left = (total - done) / rate
    return f" {done / total:.0%} of {total / MEGABYTE:.1f} MB, {rate / MEGABYTE:.1f} MB/s, {left:.0f} s left"


class _Bar:
    """A bar that appears when the work takes longer than two seconds."""

    def __init__(self, clock: Clock, counted: str) -> None:
        self._clock = clock
        self._counted = counted
        self._started = clock()
        self._progress: Progress | None = None

    def __call__(self, stage: str, done: int = 0, total: int = 0, /) -> None:
        if self._progress is None and self._clock() - self._started >= PATIENCE_SECONDS:
            self._progress = _make_bar(self._counted)
            self._progress.start()
            self._progress.add_task(stage)
        if self._progress is not None:
            task = self._progress.task_ids[0]
            self._progress.update(task, description=stage, completed=done, total=total or None)

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()


def _make_bar(counted: str) -> "Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    of_bytes: tuple[ProgressColumn, ...] = (DownloadColumn(), TransferSpeedColumn())
    of_things: tuple[ProgressColumn, ...] = (MofNCompleteColumn(), TextColumn(counted))
    columns = (BarColumn(), *(of_things if counted else of_bytes), TimeRemainingColumn())
    return Progress(TextColumn("{task.description}"), *columns, console=Console(stderr=True), transient=True)
