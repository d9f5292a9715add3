"""The progress of long work on stderr: a bar with rate and time left on a terminal, else lines."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE_SECONDS = 2.0
LINE_EVERY_SECONDS = 5.0
LONG_SECONDS = 120.0
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


class _Stage(NamedTuple):
    """What is under way, and since when: a rate is that of the stage, not of the work before it."""

    name: str
    begun: float

    def followed_by(self, name: str, now: float) -> "_Stage":
        """Return the stage of this name: the same one, or a new one; the first began with the work."""
        if name == self.name:
            return self
        return _Stage(name, now if self.name else self.begun)


class _Lines:
    """One line a stage, and one every five seconds within it."""

    def __init__(self, clock: Clock, counted: str) -> None:
        self._clock = clock
        self._counted = counted
        self._started = self._said = clock()
        self._stage = _Stage("", self._started)
        self._told = ""

    def __call__(self, stage: str, done: int = 0, total: int = 0, /) -> None:
        now = self._clock()
        self._stage = self._stage.followed_by(stage, now)
        is_due = stage != self._told or now - self._said >= LINE_EVERY_SECONDS
        if now - self._started >= PATIENCE_SECONDS and is_due:
            self._told, self._said = stage, now
            amount = _describe(done, total, now - self._stage.begun, self._counted)
            sys.stderr.write(f"{stage} …{amount}\n")


class _Bar:
    """A bar that appears when the work takes longer than two seconds; uncounted work lets it swing."""

    def __init__(self, clock: Clock, counted: str) -> None:
        self._clock = clock
        self._counted = counted
        self._started = clock()
        self._progress: Progress | None = None
        self._stage = _Stage("", self._started)
        self._told = ""

    def __call__(self, stage: str, done: int = 0, total: int = 0, /) -> None:
        now = self._clock()
        self._stage = self._stage.followed_by(stage, now)
        if now - self._started < PATIENCE_SECONDS:
            return
        self._progress = self._progress or _start_bar()
        if stage != self._told:
            self._told = stage
            _replace_task(self._progress, stage)
        amount = _describe(done, total, now - self._stage.begun, self._counted)
        known_total = total if done and total else None
        self._progress.update(
            self._progress.task_ids[0], completed=done, total=known_total, amount=amount.strip()
        )

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()


def _start_bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[amount]}"))
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar


def _replace_task(progress: "Progress", stage: str) -> None:
    """Begin a stage without figures: rich keeps the total of a task that is told of none."""
    for task in progress.task_ids:
        progress.remove_task(task)
    progress.add_task(stage, total=None, amount="")


def _describe(done: int, total: int, seconds: float, counted: str) -> str:
    return _describe_number(done, total, counted) if counted else describe_amount(done, total, seconds)


def _describe_number(done: int, total: int, counted: str) -> str:
    """How many of how many, or of a number that is not known yet."""
    if total:
        return f" {done:,} of {total:,} {counted}"
    return f" {done:,} {counted}" if done else ""


def describe_amount(done: int, total: int, seconds: float) -> str:
    """Return how much is done, how fast, and how long the rest takes; nothing where it is not counted."""
    if not total:
        return ""
    megabytes = f"{total / MEGABYTE:.1f} MB"
    if not done:
        return f" {megabytes}"
    rate = done / max(seconds, 1e-9)
    left = _describe_seconds((total - done) / rate)
    return f" {done / total:.0%} of {megabytes}, {rate / MEGABYTE:.1f} MB/s, {left} left"


def _describe_seconds(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < LONG_SECONDS else f"{seconds / 60:.0f} min"
