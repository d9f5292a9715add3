"""The Textual application: its colours, and how it is run."""

import os
from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.theme import Theme

from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.screen import ReviewScreen
from glossary.cli.review.session import Session
from glossary.cli.terminal import STOPPED_BY_USER

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
PLAIN_THEME = "ansi-dark"


class ReviewApp(App[str]):
    """Runs the review; its return value is a line that sums up the sitting."""

    CSS_PATH = "review.tcss"
    TITLE = "glossary review"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", f"leave({STOPPED_BY_USER})", show=False, priority=True),
        Binding("ctrl+q", "leave(0)", show=False, priority=True),
    ]

    def __init__(
        self, reviewer: Reviewer, session: Session, *, clock: Callable[[], float] = monotonic
    ) -> None:
        is_plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if is_plain else None)
        self.register_theme(CALM)
        self.theme = PLAIN_THEME if is_plain else CALM.name
        self._first = ReviewScreen(reviewer, session, clock=clock)

    def on_mount(self) -> None:
        """Open the card."""
        self.push_screen(self._first)

    def action_leave(self, code: int) -> None:
        """Stop from wherever one is: what was decided is kept, a window that is open is closed undone."""
        self._first.leave(code)
