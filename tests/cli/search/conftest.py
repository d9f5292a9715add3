"""Sitting at the search: keys go in; the screen, the clipboard and what is printed at the end come out."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from screens import press, read_screen, settle
from textual.events import Paste

from glossary.cli.search.application import SearchApp
from glossary.cli.search.asking import Asker
from glossary.store.database import Base, open_base

NARROW, WIDE = (80, 24), (140, 45)
LOOK = "look"
"""Among the keys: remember what is on the screen at that moment."""


@dataclass(frozen=True)
class Pasted:
    """Among the keys: a text that is pasted."""

    text: str


@dataclass(frozen=True)
class Seen:
    """What stood on the screen at the end, line by line, what was on the clipboard and taken away.

    ``looks`` are the screens that were remembered on the way, ``code`` is what the program ended with.
    """

    lines: tuple[str, ...]
    clipboard: str = ""
    taken: tuple[str, ...] = ()
    looks: "tuple[Seen, ...]" = ()
    code: int = 0
    has_ended: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@pytest.fixture
def base(small_base: Path) -> Iterator[Base]:
    with open_base(str(small_base), write=False, busy_timeout_seconds=0) as opened:
        yield opened


Sit = Callable[..., Seen]


@pytest.fixture
def sit(base: Base) -> Sit:
    """A function that opens the search on the base, types, and returns what is to be seen then.

    ``sit(words("lvdao"), "enter")`` types words and presses Enter. After each key, answers are waited for;
    ``at_once=True`` does not wait. A callable among the keys is called at that moment.
    """

    def run(*keys: Any, size: tuple[int, int] = NARROW, **options: Any) -> Seen:
        at_once, asker = options.pop("at_once", False), options.pop("asker", None)
        app = SearchApp(asker or Asker(options.pop("on", base), **options))
        return asyncio.run(play(app, keys, size, at_once=at_once))

    return run


async def play(app: SearchApp, keys: tuple[Any, ...], size: tuple[int, int], *, at_once: bool) -> Seen:
    looks = []
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            if callable(key):
                key()
            elif key is LOOK:
                looks.append(Seen(read_screen(app), app.clipboard))
            elif isinstance(key, Pasted):
                app.post_message(Paste(key.text))
                await settle(pilot)
            else:
                await press(pilot, [key] if isinstance(key, str) else key)
            if not at_once:
                await app.workers.wait_for_complete()
                await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        lines = read_screen(app)
    ended = app.return_code is not None
    return Seen(lines, app.clipboard, tuple(app.taken), tuple(looks), app.return_code or 0, ended)
