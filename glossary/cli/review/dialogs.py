"""The windows that ask for a few words, or for yes or no."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from glossary.cli.review.keys import DECIDING, MOVING, SCROLLING, Key
from glossary.cli.review.wording import Mistake, Wording
from glossary.model import Status, Tier
from glossary.services.concepts.adding import NewRendering

HINTS = {
    "text": "the English",
    "status": "preferred, admitted, deprecated, forbidden; else as fits",
    "instead": "what to write in place of a deprecated or forbidden one",
    "publisher": "who used it; nobody means composed here",
    "title": "in which text",
    "date": "YYYY, YYYY-MM or YYYY-MM-DD",
    "url": "https://…",
    "tier": "official, state-media, academic, media, reference, in-house",
    "note": "on the rendering, for whoever looks it up",
    "reason": "why, kept with the decision",
}
SUGGESTED = {"status": [one.value for one in Status], "tier": [one.value for one in Tier]}
LABEL_COLUMNS = 11
FORM_COLUMNS = 100
FORM_MARGIN_COLUMNS = 5
FIRST_FIELD = "text"
NOT_KEPT = "not kept: "
CLOSING: list[BindingType] = [("escape", "leave", "Leave")]


class ReasonDialog(ModalScreen[str | None]):
    """Asks why: a digit takes one of the usual reasons, Enter what was typed, or no reason at all."""

    BINDINGS: ClassVar[list[BindingType]] = CLOSING

    def __init__(self, title: str, reasons: Sequence[str]) -> None:
        super().__init__()
        self._title, self._reasons = title, tuple(reasons)

    def compose(self) -> ComposeResult:
        """Lay out the usual reasons, and the line for others."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            listed = (f"{number}  {reason}" for number, reason in enumerate(self._reasons, 1))
            yield Static("\n".join(listed), markup=False)
            yield Input(placeholder="or type why", compact=True)
            yield Label("a digit, or words and Enter, or Enter alone · Esc leaves", classes="hint")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take the usual reason of a digit that stands alone."""
        if event.value in map(str, range(1, len(self._reasons) + 1)):
            self.dismiss(self._reasons[int(event.value) - 1])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Close without deciding."""
        self.dismiss(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as it was sent off: what was typed, the rendering that it describes, and the field sent from."""

    wording: Wording
    rendering: NewRendering
    field: str


class AcceptDialog(ModalScreen[Filled | None]):
    """The form of a rendering, below a context to have in view; it stays until ``read`` has no complaint.

    ``error`` says why what was typed before could not be kept, ``field`` where to mend it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*CLOSING, ("up", "go(-1)", "Up"), ("down", "go(1)", "Down")]

    def __init__(
        self,
        term: str,
        wording: Wording,
        *,
        quote: Content,
        read: Callable[[Wording], NewRendering],
        error: str = "",
        field: str = FIRST_FIELD,
    ) -> None:
        super().__init__()
        self._term, self._wording, self._quote, self._read = term, wording, quote, read
        self._error, self._field = error, field

    def compose(self) -> ComposeResult:
        """Lay out one line a field."""
        with VerticalScroll(classes="dialog form", can_focus=False):
            yield Label(f"Accept {self._term}", classes="title", markup=False)
            yield Static(self._quote, classes="quote")
            for field in fields(Wording):
                yield self._compose_field(field.name)
            yield Static(id="error", classes="error", markup=False)
            yield Label(
                "Enter accepts · Tab ↓ ↑ fields · → completes · Ctrl-U empties · Esc leaves", classes="hint"
            )

    def _compose_field(self, name: str) -> Horizontal:
        suggester = SuggestFromList(SUGGESTED[name], case_sensitive=False) if name in SUGGESTED else None
        label = "English" if name == "text" else name
        value = getattr(self._wording, name)
        line = Input(value, HINTS[name], id=name, suggester=suggester, compact=True, select_on_focus=False)
        return Horizontal(Label(label.ljust(LABEL_COLUMNS)), line, id=f"row-{name}", classes="field")

    def on_mount(self) -> None:
        """Begin in the field that is to be mended, else in the first one."""
        self._complain(self._field, self._error)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the form, or say what is wrong where it is wrong."""
        values = {field.name: self.query_one(f"#{field.name}", Input).value for field in fields(Wording)}
        wording = Wording(**values)
        try:
            rendering = self._read(wording)
        except Mistake as mistake:
            self._complain(mistake.field, f"{NOT_KEPT}{mistake}")
        else:
            field = event.input.id or FIRST_FIELD
            self.dismiss(Filled(wording=wording, rendering=rendering, field=field))

    def _complain(self, field: str, error: str) -> None:
        """Tell below a field what is wrong with it, and put the cursor there."""
        told = self.query_one("#error", Static)
        told.update(error)
        told.display = bool(error)
        self.query_one(".form").move_child(told, after=self.query_one(f"#row-{field}"))
        self.query_one(f"#{field}", Input).focus()

    def action_go(self, fields_on: int) -> None:
        """Move to the field below or above."""
        if fields_on > 0:
            self.focus_next(Input)
        else:
            self.focus_previous(Input)

    def action_leave(self) -> None:
        """Close without deciding."""
        self.dismiss(None)


class ConfirmDialog(ModalScreen[bool]):
    """Asks whether to go ahead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y,enter", "answer(True)", "Yes"),
        ("n,escape", "answer(False)", "No"),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)

    def compose(self) -> ComposeResult:
        """Lay out what is asked."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            yield Static("\n".join(self._lines), markup=False)
            yield Label("y or Enter goes ahead · n or Esc leaves all as it is", classes="hint")

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)


class HelpDialog(ModalScreen[None]):
    """All keys, each with what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,question_mark,q,enter", "leave", "Leave")]

    def compose(self) -> ComposeResult:
        """Lay out one line a key."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content("\n").join(map(_draw_key, (*DECIDING, *MOVING, *SCROLLING))))
            yield Label("Esc closes", classes="hint")

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _draw_key(key: Key) -> Content:
    return Content.assemble((key.shown.rjust(4), "bold $accent"), "  ", key.help)
