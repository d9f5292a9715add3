"""A window in which one of many things is found as one types."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from glossary.cli.cells import clip
from glossary.cli.review.deeds import Choice
from glossary.cli.theme import CHOSEN, MARK, NO_MARK, QUIET
from glossary.errors import GlossaryError

Search = Callable[[str], Sequence[Choice]]
NOTHING = "nothing found"
MARGIN_COLUMNS = 5


class PickDialog(ModalScreen[str | None]):
    """Returns the id of what was chosen; ``offered`` stands there before anything is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave"),
        ("down", "move('cursor_down')", "Down"),
        ("up", "move('cursor_up')", "Up"),
        ("pagedown", "move('page_down')", "Page down"),
        ("pageup", "move('page_up')", "Page up"),
    ]

    def __init__(self, title: str, offered: Sequence[Choice], search: Search, *, placeholder: str) -> None:
        super().__init__()
        self._title, self._offered, self._search = title, tuple(offered), search
        self._placeholder = placeholder
        self._shown: Sequence[Choice] = ()
        self._marked = 0

    def compose(self) -> ComposeResult:
        """Lay out the line to type in, and what is found below it."""
        with Vertical(classes="dialog pick"):
            yield Label(self._title, classes="title", markup=False)
            yield Input(placeholder=self._placeholder, compact=True)
            yield OptionList(id="found", compact=True, markup=False)
            yield Label("↓ ↑ and Enter choose · Esc leaves", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show what is offered."""
        self._list.can_focus = False
        self._show(self._offered)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what is typed."""
        query = event.value.strip()
        try:
            self._show(self._search(query) if query else self._offered)
        except GlossaryError as error:
            self._show((), why=str(error))

    def on_input_submitted(self) -> None:
        """Take what is highlighted."""
        if self._list.highlighted is not None:
            self.dismiss(self._list.get_option_at_index(self._list.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked on."""
        self.dismiss(event.option.id)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Mark what is highlighted by more than a colour."""
        for at in {self._marked, event.option_index}:
            if at < len(self._shown):
                told = self._draw(self._shown[at], is_marked=at == event.option_index)
                self._list.replace_option_prompt_at_index(at, told)
        self._marked = event.option_index

    def on_resize(self) -> None:
        """Cut the lines to the width that there is now."""
        self._show(self._shown)

    def action_move(self, how: str) -> None:
        """Move the highlight."""
        getattr(self._list, f"action_{how}")()

    def action_leave(self) -> None:
        """Close without choosing."""
        self.dismiss(None)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#found", OptionList)

    def _show(self, choices: Sequence[Choice], *, why: str = NOTHING) -> None:
        self._shown, self._marked = choices, 0
        self._list.clear_options()
        if not choices:
            self._list.add_option(Option(Content(why), disabled=True))
            return
        drawn = (self._draw(choice, is_marked=at == 0) for at, choice in enumerate(choices))
        self._list.add_options(
            [Option(told, id=choice.id) for told, choice in zip(drawn, choices, strict=True)]
        )
        self._list.highlighted = 0

    def _draw(self, choice: Choice, *, is_marked: bool) -> Content:
        columns = self.query_one(".dialog").size.width - MARGIN_COLUMNS - len(choice.tail)
        told = clip(choice.told, columns)
        parts = [(MARK, CHOSEN), (told, CHOSEN)] if is_marked else [NO_MARK, told]
        return Content.assemble(*parts, ("  " + choice.tail, QUIET))
