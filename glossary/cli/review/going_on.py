"""Going from one candidate to the next, and from one sitting to the next."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import BindingType

from glossary.cli.review.dialogs import ConfirmDialog
from glossary.cli.review.waiting import WaitingScreen
from glossary.errors import GlossaryError
from glossary.model import RankedCandidate

ALL_DECIDED = "All are decided: p goes back, u takes back, q quits"


class GoingOnScreen(WaitingScreen):
    """A card that gives way to the next one that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [("n,space", "pass_by", "Next")]

    def __init__(self, *positional: Any, **named: Any) -> None:
        super().__init__(*positional, **named)
        self._declined_after = 0

    def action_pass_by(self) -> None:
        """Leave the candidate as it is and go on to the next that is open."""
        self.session.pass_by()
        self.advance("")

    def advance(self, told: str) -> None:
        """Show the next that is open; after the last one, ask whether more candidates shall follow."""
        if self.session.go_on():
            self.show_next(told)
        elif more := self._read_more():
            self._offer(more, told)
        else:
            self._come_back(told)

    def _read_more(self) -> list[RankedCandidate]:
        if self._declined_after == len(self.session.entries):
            return []
        try:
            return self.reviewer.read_more(self.session.entries)
        except GlossaryError:  # the card, which is read next, tells it
            return []

    def _offer(self, more: list[RankedCandidate], told: str) -> None:
        def answer(is_wanted: bool | None) -> None:
            if is_wanted:
                self.session.extend(more)
                self.advance(told)
            else:
                self._declined_after = len(self.session.entries)
                self._come_back(told)

        passed = self.session.passed
        left = f"{passed} passed by, all others are decided" if passed else "all are decided"
        self.app.push_screen(
            ConfirmDialog(f"Go on with the next {len(more)}?", [*filter(None, [told]), left]), answer
        )

    def _come_back(self, told: str) -> None:
        """Show those that were passed by; where there are none, say that all are decided."""
        is_left = self.session.go_back_to_passed()
        self.show_next(told if is_left else ". ".join(filter(None, (told, ALL_DECIDED))))

    def show_next(self, told: str) -> None:
        """Show the card at which the sitting stands now, and what was done before.

        Where that card cannot be read, why stands there instead.
        """
        self.say(told)
        self.load()

    def stay(self, error: GlossaryError) -> None:
        """Show the same candidate as the base has it now, and why nothing was done."""
        chosen = self.chosen
        self.load()
        self.action_choose(chosen)
        self.complain(error)

    def note_decisions(self, things: Iterable[str]) -> list[str] | None:
        """Take over what the base says now of those that are candidates; return their ids.

        Where the base cannot be read that is told, and None returned.
        """
        try:
            entries = self.reviewer.read_entries(things)
        except GlossaryError as error:
            self.stay(error)
            return None
        for entry in entries:
            self.session.note_decision(entry, moment=self.clock())
        return [entry.candidate.id for entry in entries]
