"""The screen of one concept: all that is known, and each of its renderings to be copied."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Static

from glossary.cli.full_screen import LongText
from glossary.cli.search.asking import Entry
from glossary.cli.search.choosing import say_why_none
from glossary.cli.search.drawing import draw_keys
from glossary.cli.search.entry_drawing import draw_entry
from glossary.cli.theme import WARNING, join_lines, paint
from glossary.model import DISCOURAGED, Rendering
from glossary.report.citing import cite

KEYS = (
    ("↑ ↓", "choose"),
    ("Enter", "copies"),
    ("Ctrl-R", "with source"),
    ("PgUp PgDn", "scroll"),
    ("Esc", "goes back"),
)
MARGIN_COLUMNS = 3


class EntryScreen(Screen[None]):
    """Shows a concept; ``take`` copies a text and returns what to say of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,tab,q", "leave", "Back"),
        ("up,k", "choose(-1)", "Up"),
        ("down,j", "choose(1)", "Down"),
        ("enter,y", "copy", "Copy"),
        ("ctrl+r", "cite", "Copy with source"),
        ("pagedown,space", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(self, entry: Entry, take: Callable[[str], str]) -> None:
        super().__init__()
        self._entry, self._take = entry, take
        self._at = 0

    def compose(self) -> ComposeResult:
        """Lay out the concept, the message and the keys."""
        with LongText(id="scroll"):
            yield Static(id="entry", markup=False)
        yield Static(id="message", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the top, with nothing said."""
        self.query_one(LongText).go_home()

    def on_resize(self) -> None:
        """Lay everything out anew."""
        self._redraw()

    def _redraw(self) -> range:
        columns = max(self.size.width - MARGIN_COLUMNS, 1)
        lines, chosen = draw_entry(self._entry, at=self._at, columns=columns)
        self.query_one("#entry", Static).update(join_lines(lines))
        self.query_one("#keys", Static).update(join_lines(draw_keys(KEYS, self.size.width - 2)))
        return chosen

    def action_choose(self, by: int) -> None:
        """Choose another rendering, and bring it in sight; at the end of them, scroll."""
        last = len(self._entry.hit.renderings) - 1
        if not 0 <= self._at + by <= last:
            self.query_one(LongText).scroll_lines(by)
            return
        self._at += by
        chosen = self._redraw()
        region = Region(0, chosen.start, 1, len(chosen))
        self.query_one(LongText).scroll_to_region(region, animate=False, immediate=True)

    def action_copy(self) -> None:
        """Copy the chosen rendering."""
        self._copy(lambda rendering: rendering.text)

    def action_cite(self) -> None:
        """Copy the chosen rendering with who wrote it."""
        self._copy(cite)

    def _copy(self, quote: Callable[[Rendering], str]) -> None:
        """Copy, unless it is a rendering that nobody should write."""
        if not self._entry.hit.renderings:
            self._say(say_why_none(self._entry.hit), style=WARNING)
            return
        rendering = self._entry.hit.renderings[self._at]
        if rendering.status in DISCOURAGED:
            write = f": write {rendering.instead}" if rendering.instead else ""
            self._say(f"not copied: {rendering.text} is {rendering.status}{write}", style=WARNING)
        else:
            self._say(self._take(quote(rendering)))

    def _say(self, told: str, *, style: str = "") -> None:
        self.query_one("#message", Static).update(paint((told, style)) if told else Content())

    def action_page(self, pages: int) -> None:
        """Scroll by what is in sight."""
        self.query_one(LongText).scroll_pages(pages)

    def action_leave(self) -> None:
        """Go back to the search."""
        self.dismiss(None)
