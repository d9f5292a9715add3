"""How the screens that fill a terminal look: their colours, and lines of styled text."""

import os
from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.content import Content
from textual.theme import Theme

TERM, KEYWORD, CHOSEN, QUIET, HEADING, WARNING = (
    "bold $primary",
    "bold $accent",
    "bold $success",
    "dim",
    "$secondary",
    "$warning",
)
MARK = "› "
NO_MARK = "  "
CALM = Theme(
    name="calm",
    dark=True,
    background="#1b1e23",
    surface="#23272e",
    panel="#2b3038",
    foreground="#d7d3c8",
    primary="#e9dfc4",
    secondary="#8fa8b8",
    accent="#e3b26a",
    success="#a9c68f",
    warning="#e08f72",
    error="#e08f72",
)
"""It paints its own ground, so that it is read as well in a light terminal as in a dark one."""
PLAIN_THEME = "ansi-dark"


def wants_plain() -> bool:
    """Whether somebody asked for a screen without colours (NO_COLOR)."""
    return "NO_COLOR" in os.environ


def dress(app: App[Any]) -> None:
    """Give an application its colours."""
    app.register_theme(CALM)
    app.theme = PLAIN_THEME if wants_plain() else CALM.name


def join_lines(lines: Iterable[Content]) -> Content:
    """Return lines as one text."""
    return Content("\n").join(lines)


def paint(*parts: str | tuple[str, str]) -> Content:
    """Return a line of texts, some with a style."""
    shown = (part if isinstance(part, str) or part[1] else part[0] for part in parts)
    return Content.assemble(*shown)
