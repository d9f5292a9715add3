"""Sitting at the review: keys go in, what stands on the screen and in the base comes out."""

import asyncio
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from review_base import write_review_base
from rich.cells import cell_len
from screens import press, read_screen, settle

from glossary.cli.review.application import ReviewApp
from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.session import Session
from glossary.model import RankedCandidate
from glossary.services.defaults import DEFAULT_TOP
from glossary.services.review.queue import list_queue
from glossary.store.database import Base, open_base

NARROW, WIDE = (80, 24), (140, 45)
SECONDS_A_KEYSTROKE = 10

LOOK = "look"
"""Among the keys: remember what is on the screen at that moment."""


@dataclass(frozen=True)
class Seen:
    """What stood on the screen at the end, line by line, and what the sitting said when it was over.

    ``looks`` are the screens that were remembered on the way, ``code`` is what the program ended with.
    """

    lines: tuple[str, ...]
    summary: str | None = None
    looks: "tuple[Seen, ...]" = ()
    code: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@pytest.fixture(scope="session")
def review_base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_review_base(tmp_path_factory.mktemp("review") / "terms.db")


@pytest.fixture
def base(review_base_file: Path, tmp_path: Path) -> Iterator[Base]:
    """The base to review, open to write; nobody waits for a lock."""
    path = shutil.copyfile(review_base_file, tmp_path / "review.db")
    with open_base(str(path), write=True, busy_timeout_seconds=0) as opened:
        yield opened


Sit = Callable[..., Seen]


@pytest.fixture
def sit(base: Base) -> Sit:
    """A function that opens the review on the base, types, and returns what is to be seen then.

    ``sit("a", "r", "1")`` presses keys, ``sit("e", words("grid worker"), "enter")`` types words among them.
    A callable among the keys is called at that moment: somebody else does something to the base. At the end,
    what is still being written is waited for. ``on`` is another open base to sit at.
    """

    def run(*keys: Any, size: tuple[int, int] = NARROW, who: str = "mei", **options: Any) -> Seen:
        start = options.pop("start", "")
        top, opened = options.pop("top", DEFAULT_TOP), options.pop("on", base)

        def queue(most: int) -> Sequence[RankedCandidate]:
            return list_queue(opened, top=most, **options)

        clock = count(step=SECONDS_A_KEYSTROKE)
        session = Session(queue(top), start=start, moment=next(clock))
        reviewer = Reviewer(opened, who=who, list_queue=queue, step=top)
        app = ReviewApp(reviewer, session, clock=clock.__next__)
        return asyncio.run(play(app, keys, size))

    return run


async def play(app: ReviewApp, keys: tuple[Any, ...], size: tuple[int, int]) -> Seen:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        looks = []
        for key in keys:
            if callable(key):
                key()
            elif key is LOOK:
                looks.append(Seen(read_screen(app)))
            else:
                await press(pilot, [key] if isinstance(key, str) else key)
        await app.workers.wait_for_complete()
        await settle(pilot)
        lines = read_screen(app)
    return Seen(lines, app.return_value, tuple(looks), app.return_code or 0)


def widths(seen: Seen) -> set[int]:
    """How many columns the lines of the screen take: one number, where everything is aligned."""
    return {cell_len(line) for line in seen.lines}
