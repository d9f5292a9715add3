"""What applications that fill a terminal share: how they begin and end, and how a long text is scrolled."""

from typing import ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from glossary.cli.terminal import STOPPED_BY_USER
from glossary.cli.theme import dress, wants_plain

Outcome = TypeVar("Outcome")


class FullScreen(App[Outcome]):
    """An application that begins with one screen, and ends with it: Ctrl-C and Ctrl-Q leave from anywhere."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", f"leave({STOPPED_BY_USER})", show=False, priority=True),
        Binding("ctrl+q", "leave(0)", show=False, priority=True),
    ]

    def __init__(self, first: "FirstScreen") -> None:
        super().__init__(ansi_color=True if wants_plain() else None)
        dress(self)
        self._first = first

    def on_mount(self) -> None:
        """Open the first screen."""
        self.push_screen(self._first)

    def action_leave(self, code: int) -> None:
        """Stop from wherever one is: what was done is kept, a window that is open is closed undone."""
        self._first.leave(code)


class FirstScreen(Screen[None]):
    """The screen that an application begins with."""

    def leave(self, code: int = 0) -> None:
        """Stop; ``code`` is what the program ends with."""
        self.app.exit(return_code=code)


class LongText(VerticalScroll, can_focus=False):
    """A text that may be longer than there is room for."""

    def go_home(self) -> None:
        """Show it from its top."""
        self.scroll_home(animate=False)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines, back where they are negative."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def scroll_pages(self, pages: int) -> None:
        """Scroll by what is in sight, but for one line."""
        self.scroll_lines(pages * max(self.size.height - 1, 1))
