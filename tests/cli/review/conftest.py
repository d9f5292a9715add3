"""Sitting at the review: keys go in, what stands on the screen and in the base comes out."""

import asyncio
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from review_base import write_review_base
from rich.cells import cell_len
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from glossary.cli.review.application import ReviewApp
from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.session import Session
from glossary.model import RankedCandidate
from glossary.services.defaults import DEFAULT_TOP
from glossary.services.reviewing import list_queue
from glossary.store.database import Base, open_base

NARROW, WIDE = (80, 24), (140, 45)
SECONDS_A_KEYSTROKE = 10
CHARACTERS = {"space": " "}
ROUNDS_TO_SETTLE = 4
"""A key goes from the application to the screen to a widget, and what it does comes back the same way."""


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


def words(text: str) -> list[str]:
    """The keys that type a text."""
    return list(text)


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


async def press(pilot: Pilot[str], keys: Iterable[str]) -> None:
    """Send keys as the terminal does, one after the other; Pilot's own way would sleep after each."""
    for key in keys:
        is_character = len(key) == 1
        name = _character_to_key(key) if is_character else key
        pilot.app.post_message(Key(name, key if is_character else CHARACTERS.get(key)))
        await settle(pilot, rounds=2)
    await settle(pilot, rounds=2)


async def settle(pilot: Pilot[str], *, rounds: int = ROUNDS_TO_SETTLE) -> None:
    """Wait until all that was sent is dealt with, and drawn."""
    for _ in range(rounds):
        await pilot._wait_for_screen()


def read_screen(app: ReviewApp) -> tuple[str, ...]:
    """What the terminal shows, the windows on top of each other."""
    app.screen._on_timer_update()
    return tuple(
        "".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()
    )


def widths(seen: Seen) -> set[int]:
    """How many columns the lines of the screen take: one number, where everything is aligned."""
    return {cell_len(line) for line in seen.lines}
