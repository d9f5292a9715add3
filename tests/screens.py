"""Sitting at a screen that fills the terminal: keys go in, the lines that are to be seen come out."""

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

CHARACTERS = {"space": " "}
ROUNDS_TO_SETTLE = 4
"""A key goes from the application to the screen to a widget, and what it does comes back the same way."""


def words(text: str) -> list[str]:
    """The keys that type a text."""
    return list(text)


async def press(pilot: Pilot[Any], keys: Iterable[str]) -> None:
    """Send keys as the terminal does, one after the other; Pilot's own way would sleep after each."""
    for key in keys:
        is_character = len(key) == 1
        name = _character_to_key(key) if is_character else key
        pilot.app.post_message(Key(name, key if is_character else CHARACTERS.get(key)))
        await settle(pilot, rounds=2)
    await settle(pilot, rounds=2)


async def settle(pilot: Pilot[Any], *, rounds: int = ROUNDS_TO_SETTLE) -> None:
    """Wait until all that was sent is dealt with, and drawn."""
    for _ in range(rounds):
        await pilot._wait_for_screen()


def read_screen(app: App[Any]) -> tuple[str, ...]:
    """What the terminal shows, the windows on top of each other."""
    app.screen._on_timer_update()
    return tuple(
        "".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()
    )
