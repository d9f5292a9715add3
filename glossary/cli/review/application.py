"""The Textual application: its colours, and how it is run."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from glossary.cli.review.deeds import Reviewer
from glossary.cli.review.screen import ReviewScreen
from glossary.cli.review.session import Session
from glossary.cli.terminal import STOPPED_BY_USER
from glossary.cli.theme import dress, wants_plain


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
        super().__init__(ansi_color=True if wants_plain() else None)
        dress(self)
        self._first = ReviewScreen(reviewer, session, clock=clock)

    def on_mount(self) -> None:
        """Open the card."""
        self.push_screen(self._first)

    def action_leave(self, code: int) -> None:
        """Stop from wherever one is: what was decided is kept, a window that is open is closed undone."""
        self._first.leave(code)
