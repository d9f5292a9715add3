"""The screen that answers while one types: a line to type in, the hits, and the chosen one below them."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Paste
from textual.widgets import Input, Static

from glossary.cli.full_screen import FirstScreen
from glossary.cli.search.asking import Asker, Entry, Newest, Question
from glossary.cli.search.choosing import Chosen, say_why_none
from glossary.cli.search.drawing import KEYS, draw_hits, draw_keys, draw_nothing, draw_preview, draw_start
from glossary.cli.search.entry_screen import EntryScreen
from glossary.cli.theme import WARNING, join_lines, paint
from glossary.errors import GlossaryError
from glossary.model import Answer, Hit, Rendering, first_usable
from glossary.report.citing import cite
from glossary.services.defaults import MOST_HITS

PATIENCE_SECONDS = 0.5
WAITING = "looking it up …"
NOTED = "noted as a request: `glossary requests` lists them"
MARGIN_COLUMNS = 2
LINES_AROUND = 6
"""The line to type in, one below it, one above what is known, message and keys."""


class QueryLine(Input):
    """The line to type in; of a text that is pasted it takes the first line that has something in it."""

    def on_paste(self, event: Paste) -> None:
        """Put the pasted line where the cursor is, or in the place of what is selected."""
        event.prevent_default()
        event.stop()
        lines = (line.strip() for line in event.text.splitlines())
        self.replace(next(filter(None, lines), ""), *self.selection)


class SearchScreen(FirstScreen):
    """Answers what is typed; ``take`` copies a text and returns what to say of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
        ("ctrl+r", "cite", "Copy with source"),
        ("tab,ctrl+o", "open", "Open"),
        ("escape", "leave", "Leave"),
    ]

    def __init__(self, asker: Asker, take: Callable[[str], str]) -> None:
        super().__init__()
        self._asker, self._take = asker, take
        self._newest = Newest(asker.look_up, self._show)
        self._answer: Answer | None = None
        self._answered: Question | None = None
        self._chosen = Chosen()
        self._said = ""
        self._then: tuple[str, Callable[[], None]] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line to type in, what is found, message and keys."""
        yield QueryLine(placeholder="look up", id="query", compact=True, select_on_focus=False)
        yield Static(id="found", markup=False)
        yield Static(id="message", markup=False)
        yield Static(id="keys", markup=False)

    def on_unmount(self) -> None:
        """Let the thread go."""
        self._newest.close()

    def on_resize(self) -> None:
        """Lay everything out anew."""
        keys = draw_keys(KEYS, max(self.size.width - MARGIN_COLUMNS, 1))
        self.query_one("#keys", Static).update(join_lines(keys))
        self._redraw()

    @property
    def query_text(self) -> str:
        """What is typed, without the blanks around it."""
        return self.query_one("#query", Input).value.strip()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found for what is typed."""
        return self._answer.hits if self._answer else ()

    @property
    def _rows(self) -> int:
        """How many hits there is room for: half of the lines."""
        return max((self.size.height - LINES_AROUND) // 2, 1)

    def on_input_changed(self) -> None:
        """Look up what is typed now."""
        self._chosen = Chosen()
        self._ask(self._rows)

    def on_input_submitted(self) -> None:
        """Copy what to write."""
        self._do(self._copy)

    def action_cite(self) -> None:
        """Copy what to write with who wrote it."""
        self._do(lambda: self._copy(cite))

    def action_open(self) -> None:
        """Show all that is known of the chosen hit."""
        self._do(self._open)

    def _ask(self, limit: int) -> None:
        query = self.query_text
        question = Question(query, limit) if query else None
        if self._newest.want(question):
            self.run_worker(self._newest.ask())
        if question:
            self.set_timer(PATIENCE_SECONDS, self._say_waiting)
        else:
            self._answer = self._answered = None
            self._say("")
            self._redraw()

    def _say_waiting(self) -> None:
        if self._newest.is_asking:
            self._say(WAITING)

    def _show(self, question: Question, outcome: Answer | GlossaryError) -> None:
        """Show the answer, or why there is none; then do what was waiting for it."""
        self._answer = outcome if isinstance(outcome, Answer) else None
        self._answered = question if self._answer else None
        self._say("" if self._answer else str(outcome), style=WARNING)
        self._redraw()
        query, deed = self._then or ("", None)
        self._then = None
        if deed and self._answer and query == question.query:
            deed()

    def _do(self, deed: Callable[[], None]) -> None:
        """Do something with the answer to what is typed; where it is not there yet, as soon as it is."""
        query = self.query_text
        if self._answered and self._answered.query == query:
            deed()
        elif query:
            self._then = query, deed
            self._ask(self._rows)

    def _copy(self, quote: Callable[[Rendering], str] = lambda rendering: rendering.text) -> None:
        if not self.hits:
            self._note_request()
            return
        hit = self.hits[self._chosen.at]
        rendering = first_usable(hit.renderings)
        if rendering is None:
            self._say(say_why_none(hit), style=WARNING)
            return
        self._say(self._take(quote(rendering)))
        self.query_one("#query", Input).action_select_all()  # what is typed next is a new query

    def _open(self) -> None:
        if self.hits:
            self.run_worker(self._open_concept(self.hits[self._chosen.at].concept.id))

    async def _open_concept(self, id: str) -> None:
        entry = await self._newest.run(lambda: self._asker.open(id))
        if isinstance(entry, Entry):
            self.app.push_screen(EntryScreen(entry, self._take))
        else:
            self._say(str(entry), style=WARNING)

    def _note_request(self) -> None:
        query = self.query_text
        self.run_worker(self._note(query))

    async def _note(self, query: str) -> None:
        if await self._newest.run(lambda: self._asker.note_request(query)) is True:
            self._say(NOTED)

    def action_move(self, by: int) -> None:
        """Choose another hit; below the last one in sight, more are read."""
        self._chosen = self._chosen.move(by, length=len(self.hits), rows=self._rows)
        self._redraw()
        is_last = self._chosen.at == len(self.hits) - 1
        if by > 0 and is_last and self._answered and len(self.hits) == self._answered.limit < MOST_HITS:
            self._ask(self._answered.limit + self._rows)

    def action_page(self, pages: int) -> None:
        """Choose a hit further on."""
        self.action_move(pages * self._rows)

    def action_leave(self) -> None:
        """Stop."""
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Stop; a query that nothing was found for is noted. ``code`` is what the program ends with."""
        if self._answer and not self.hits:
            self._asker.note_request(self._answer.query)
        super().leave(code)

    def _say(self, told: str, *, style: str = "") -> None:
        """Show a message; the layout is made anew, which takes a while, only where another one stood."""
        if told != self._said:
            self._said = told
            self.query_one("#message", Static).update(paint((told, style)) if told else Content())

    def _redraw(self) -> None:
        columns = max(self.size.width - MARGIN_COLUMNS, 1)
        self._chosen = self._chosen.seen_through(self._rows)
        found = join_lines(self._draw(columns))
        self.query_one("#found", Static).update(found, layout=False)

    def _draw(self, columns: int) -> list[Content]:
        if self._answer is None:
            return [] if self.query_text else draw_start(columns)
        if not self.hits:
            return draw_nothing(self._answer, columns)
        above = draw_hits(self.hits, self._chosen, rows=self._rows, columns=columns)
        rows = max(self.size.height - LINES_AROUND - len(above), 0)
        hit = self.hits[self._chosen.at]
        below = draw_preview(hit, self._answer.documents, rows=rows, columns=columns)
        return [*above, Content(), *below]
