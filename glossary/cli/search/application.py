"""The Textual application: how the search is run, and what one takes away from it."""

from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from glossary.cli.search.asking import Asker
from glossary.cli.search.screen import SearchScreen
from glossary.cli.terminal import STOPPED_BY_USER
from glossary.cli.theme import dress, wants_plain


class SearchApp(App[None]):
    """Runs the search; ``taken`` are the texts that were copied, each once, in their order."""

    CSS_PATH = "search.tcss"
    TITLE = "glossary lookup"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", f"leave({STOPPED_BY_USER})", show=False, priority=True),
        Binding("ctrl+q", "leave(0)", show=False, priority=True),
    ]

    def __init__(self, asker: Asker) -> None:
        super().__init__(ansi_color=True if wants_plain() else None)
        dress(self)
        self.taken: list[str] = []
        self._first = SearchScreen(asker, self.take)

    def on_mount(self) -> None:
        """Open the search."""
        self.push_screen(self._first)

    def take(self, text: str) -> str:
        """Copy a text and return what to say of it.

        A terminal does not answer whether it took it, so the text is remembered, to be printed at the end.
        """
        self.copy_to_clipboard(text)
        if text not in self.taken:
            self.taken.append(text)
        return f"copied: {text}"

    def action_leave(self, code: int) -> None:
        """Stop from wherever one is."""
        self._first.leave(code)
