"""The screen that shows one candidate at a time: card, list, progress, message, and moving between them."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from glossary.cli.cells import clip
from glossary.cli.full_screen import FirstScreen, LongText
from glossary.cli.review.deeds import Choice, Reviewer
from glossary.cli.review.dialogs import HelpDialog
from glossary.cli.review.drawing import STATE_MARKS, draw_card
from glossary.cli.review.overview import draw_keys, draw_list
from glossary.cli.review.picking import PickDialog, Search
from glossary.cli.review.session import Session
from glossary.cli.theme import HEADING, QUIET, WARNING, join_lines, paint
from glossary.errors import BaseError, GlossaryError
from glossary.report.plain_words import STATES
from glossary.services.review.cards import Card
from glossary.services.review.queue import matches_query

LIST_COLUMNS = 26
LIST_FROM_COLUMNS = 110
MARGIN_COLUMNS = 3
"""One column left of the card, one right of it, and the scroll bar."""
FOUND_SHOWN = 24
TALL_FROM_ROWS = 32
BAR_MARGIN_COLUMNS = 2
BAR_GAP_COLUMNS = 2
NAMED_FROM_COLUMNS = 100
NAME = "glossary review   "
MORE_BELOW = "PgDn for more"
RETRY_SECONDS = 3.0
ANSWERS_AGAIN = "the termbase answers again"


class CardScreen(FirstScreen):
    """Shows the candidate at which the sitting stands; ``clock`` counts seconds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *((str(number), f"choose({number})", "Choose") for number in range(6)),
        ("p,b", "back", "Back"),
        ("o", "open", "Contexts"),
        ("slash,f", "find", "Find"),
        ("question_mark,h", "help", "Help"),
        ("q", "quit", "Quit"),
        ("j,down", "scroll_card(1)", "Down"),
        ("k,up", "scroll_card(-1)", "Up"),
        ("pagedown", "page_card(1)", "Page down"),
        ("pageup", "page_card(-1)", "Page up"),
    ]

    def __init__(
        self, reviewer: Reviewer, session: Session, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self.reviewer, self.session, self.clock = reviewer, session, clock
        self.card: Card | None = None
        self.chosen = 0
        self._is_open = False
        self._lines: list[Content] = []

    def compose(self) -> ComposeResult:
        """Lay out progress, list, card, message and keys."""
        yield Static(id="progress", markup=False)
        with Horizontal(id="middle"):
            yield Static(id="list", markup=False)
            with LongText(id="scroll"):
                yield Static(id="card", markup=False)
        yield Static(id="message", markup=False)
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the first card."""
        self.load()

    def on_resize(self) -> None:
        """Lay everything out anew."""
        self.redraw()

    def load(self) -> None:
        """Read the card anew and show it from its top, with the first proposal chosen."""
        self._is_open = False
        self.card = None
        try:
            self.card = self.reviewer.read_card(self.session.current.candidate.id)
        except GlossaryError as error:
            self.complain(error)
            if isinstance(error, BaseError):
                self.set_timer(RETRY_SECONDS, self._read_again)
        else:
            self.session.refresh(self.card.entry)
            is_new = not self.card.known and bool(self.card.proposals.proposals)
            self.chosen = 1 if is_new else 0
        self.query_one(LongText).go_home()
        self.redraw()

    def _read_again(self) -> None:
        """Read the card that could not be read, as while the database server was starting."""
        if self.card is None:
            self.load()
            if self.card is not None:
                self.say(ANSWERS_AGAIN)

    def say(self, told: str) -> None:
        """Show what was done."""
        self._tell((told, ""))

    def complain(self, error: GlossaryError | str) -> None:
        """Show why something was not done."""
        self._tell(("not done: ", f"bold {WARNING}"), (str(error), WARNING))

    def _tell(self, *parts: tuple[str, str]) -> None:
        self.query_one("#message", Static).update(paint(*parts))

    def redraw(self) -> None:
        """Draw what is known for the size that the terminal has."""
        is_wide = self.size.width >= LIST_FROM_COLUMNS
        self.query_one("#list").display = is_wide
        columns = max(self.size.width - is_wide * LIST_COLUMNS - MARGIN_COLUMNS, 1)
        self._lines = self._draw_card(columns)
        self.query_one("#card", Static).update(join_lines(self._lines))
        self.query_one("#keys", Static).update(draw_keys(self.size.width - 2))
        if is_wide:
            rows = self.query_one("#list").size.height or self.size.height
            told = draw_list(self.session, columns=LIST_COLUMNS - 2, rows=rows)
            self.query_one("#list", Static).update(told)
        self._draw_progress()

    def _draw_card(self, columns: int) -> list[Content]:
        if self.card is None:
            return []
        is_tall = self.size.height >= TALL_FROM_ROWS
        return draw_card(
            self.card, chosen=self.chosen, columns=columns, is_open=self._is_open, is_tall=is_tall
        )

    def _draw_progress(self) -> None:
        room = self.size.width - BAR_MARGIN_COLUMNS
        is_more = len(self._lines) > self.query_one(LongText).size.height > 0
        name, more = NAME if room >= NAMED_FROM_COLUMNS else "", MORE_BELOW if is_more else ""
        left = room - len(name + more) - BAR_GAP_COLUMNS
        progress = clip(self.session.tell_progress(left), left)
        gap = " " * (room - cell_len(name + progress + more))
        told = Content.assemble((name, HEADING), progress, gap, (more, QUIET))
        self.query_one("#progress", Static).update(told)

    def pick(
        self,
        title: str,
        offered: Sequence[Choice],
        search: Search,
        then: Callable[[str], None],
        *,
        hint: str,
    ) -> None:
        """Let one of several things be found, and go on with its id."""

        def go_on(id: str | None) -> None:
            if id is not None:
                then(id)

        self.app.push_screen(PickDialog(title, offered, search, placeholder=hint), go_on)

    def action_choose(self, number: int) -> None:
        """Choose a proposal; 0 chooses none."""
        if self.card and number <= len(self.card.proposals.proposals):
            self.chosen = number
            self.redraw()

    def action_back(self) -> None:
        """Show the candidate before this one."""
        self.session.step(-1)
        self.say("")
        self.load()

    def action_open(self) -> None:
        """Open all contexts in full, or close them."""
        self._is_open = not self._is_open
        self.query_one(LongText).go_home()
        self.redraw()

    def action_find(self) -> None:
        """Go to a candidate of the sitting."""

        def go(id: str) -> None:
            self.session.go_to(id)
            self.say("")
            self.load()

        offered = self._candidates("")
        self.pick("Go to", offered, self._candidates, go, hint="Chinese, pinyin, initials or a state")

    def _candidates(self, query: str) -> list[Choice]:
        found = (one for one in self.session.entries if matches_query(one, query))
        return [
            Choice(one.candidate.id, f"{STATE_MARKS[one.state]} {one.candidate.term}  {STATES[one.state]}")
            for one, _ in zip(found, range(FOUND_SHOWN), strict=False)
        ]

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(HelpDialog())

    def action_quit(self) -> None:
        """Stop."""
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Stop with a line that sums up the sitting; ``code`` is what the program ends with."""
        self.app.exit(self.session.summarize(), return_code=code)

    def action_scroll_card(self, lines: int) -> None:
        """Scroll the card."""
        self.query_one(LongText).scroll_lines(lines)

    def action_page_card(self, pages: int) -> None:
        """Scroll the card by what is seen of it."""
        self.query_one(LongText).scroll_pages(pages)
