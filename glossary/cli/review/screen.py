"""The keys that decide: accept, attach, reject, defer, merge, undo."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from glossary.cli.review.deeds import Choice, choices_of
from glossary.cli.review.dialogs import (
    FIRST_FIELD,
    FORM_COLUMNS,
    FORM_MARGIN_COLUMNS,
    NOT_KEPT,
    AcceptDialog,
    ConfirmDialog,
    Filled,
    ReasonDialog,
)
from glossary.cli.review.drawing import draw_first_quote
from glossary.cli.review.going_on import GoingOnScreen
from glossary.cli.review.wording import Wording, begin_wording, read_wording
from glossary.curation.proposals import Proposal, Source
from glossary.errors import Ambiguous, GlossaryError, InvalidInput
from glossary.model import CandidateState, Concept, TermType
from glossary.services.concepts.adding import NEW_CONCEPT, NewRendering, take_proposal
from glossary.services.review.cards import Card
from glossary.services.review.deeds import Deed

REJECT_REASONS = ("a fragment", "a general word", "a name", "a duplicate", "out of the field")
DEFER_REASONS = ("ask an expert", "needs more context", "no good rendering yet")
TYPED_SO = "find the concept: Chinese, pinyin or English"
GAP_TO_FILL = "Put a word in the place of …, the part that is not known."
OF_BEFORE = "Take back what was done before this sitting?"


class ReviewScreen(GoingOnScreen):
    """Does to the candidate on show what the keys say; each deed is one operation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "accept", "Accept"),
        ("e,enter", "edit", "Edit"),
        ("v", "attach('variant')", "Variant"),
        ("s", "attach('short-form')", "Short form"),
        ("r", "reject", "Reject"),
        ("d", "defer", "Defer"),
        ("u", "undo", "Undo"),
        ("m", "merge", "Merge"),
    ]

    def action_accept(self) -> None:
        """Accept with the chosen rendering; a known term as the concept that it is."""
        if not (card := self.card):
            return
        proposal = _chosen_proposal(card, self.chosen)
        if proposal and proposal.source is Source.BASE:
            self._accept(card, None, concept=proposal.concept)
        elif proposal and not proposal.has_gap:
            self._accept(card, take_proposal(proposal), why=proposal.reason)
        elif proposal or not card.known:
            self.action_edit()
        elif len(card.known) == 1:
            self._accept(card, None, concept=card.known[0].id)
        else:
            self._ask_which(card, choices_of(card.known), lambda id: self._accept(card, None, concept=id))

    def action_edit(self) -> None:
        """Write the rendering in a form, which begins with the chosen one."""
        if self.card:
            proposal = _chosen_proposal(self.card, self.chosen)
            is_open = proposal is not None and proposal.has_gap
            self._ask_wording(self.card, begin_wording(proposal), error=GAP_TO_FILL if is_open else "")

    def _ask_wording(
        self, card: Card, wording: Wording, *, error: str = "", field: str = FIRST_FIELD
    ) -> None:
        proposal = _chosen_proposal(card, self.chosen)

        def take(filled: Filled | None) -> None:
            if filled is not None:
                self._accept(card, filled.rendering, why=filled.wording.reason.strip(), filled=filled)

        dialog = AcceptDialog(
            card.entry.candidate.term,
            wording,
            quote=draw_first_quote(card, columns=min(self.size.width, FORM_COLUMNS) - FORM_MARGIN_COLUMNS),
            read=lambda written: read_wording(written, proposal),
            error=error,
            field=field,
        )
        self.app.push_screen(dialog, take)

    def _accept(
        self,
        card: Card,
        new: NewRendering | None,
        *,
        concept: str | None = None,
        why: str = "",
        filled: Filled | None = None,
    ) -> None:
        """Accept; where that fails, what was typed comes back with the reason."""

        def fail(error: GlossaryError) -> None:
            if isinstance(error, Ambiguous):
                choices = [Choice(id, told, id) for id, told in error.choices]
                choices.append(Choice(NEW_CONCEPT, "another meaning: make a new concept"))
                self._ask_which(
                    card, choices, lambda id: self._accept(card, new, concept=id, why=why, filled=filled)
                )
            elif filled:
                field = _at_fault(filled, error)
                self._ask_wording(card, filled.wording, error=f"{NOT_KEPT}{error}", field=field)
            else:
                self.stay(error)

        self.write(
            lambda: self.reviewer.accept(card, new, concept=concept, why=why),
            done=lambda told: self._go_on(card, told),
            failed=fail,
        )

    def _ask_which(self, card: Card, choices: list[Choice], then: Callable[[str], None]) -> None:
        title = f"{card.entry.candidate.term} is several concepts: which is meant?"

        def narrow(query: str) -> list[Choice]:
            return [one for one in choices if query.lower() in one.told.lower()]

        self.pick(title, choices, narrow, then, hint="type to narrow down")

    def action_attach(self, term_type: str) -> None:
        """Attach to a concept that is there."""
        if not (card := self.card):
            return
        kind = TermType(term_type)

        def attach(id: str) -> None:
            self._do(card, lambda: self.reviewer.attach(card, id, kind))

        title = f"{card.entry.candidate.term} is a {term_type.replace('-', ' ')} of"
        self._pick_concept(card, title, attach)

    def _pick_concept(self, card: Card, title: str, then: Callable[[str], None]) -> None:
        offered = choices_of(_nearby(card))
        self.pick(title, offered, self.reviewer.search, then, hint=TYPED_SO)

    def action_reject(self) -> None:
        """Say that it is no term."""
        self._ask_why(CandidateState.REJECTED, "Reject", REJECT_REASONS)

    def action_defer(self) -> None:
        """Put it off."""
        self._ask_why(CandidateState.DEFERRED, "Put off", DEFER_REASONS)

    def _ask_why(self, state: CandidateState, verb: str, reasons: tuple[str, ...]) -> None:
        if not (card := self.card):
            return

        def decide(why: str | None) -> None:
            if why is not None:
                self._do(card, lambda: self.reviewer.decide(card, state, why=why))

        self.app.push_screen(ReasonDialog(f"{verb} {card.entry.candidate.term}", reasons), decide)

    def action_merge(self) -> None:
        """Merge two concepts: first the one to give up, then the one to keep."""
        if not (card := self.card):
            return

        def choose_kept(given_up: str) -> None:
            title = f"Into which concept does {self.reviewer.name_concept(given_up)} go?"
            self._pick_concept(card, title, lambda kept: self._confirm_merge(given_up, kept))

        self._pick_concept(card, "Merge: which concept is given up?", choose_kept)

    def _confirm_merge(self, given_up: str, kept: str) -> None:
        def merge(is_sure: bool | None) -> None:
            if is_sure:
                self.write(lambda: self.reviewer.merge(given_up, kept), done=self.show_next, failed=self.stay)

        try:
            lines = self.reviewer.foresee_merge(given_up, kept)
        except GlossaryError as error:
            self.stay(error)
        else:
            self.app.push_screen(ConfirmDialog("Merge?", lines), merge)

    def action_undo(self) -> None:
        """Take back what was done last; ask before what is not of this sitting."""
        try:
            deed = self.reviewer.find_deed(self.card)
        except GlossaryError as error:
            self.complain(error)
            return
        if deed is None:
            self.complain("there is nothing of yours to take back")
        elif self.reviewer.is_recent(deed):
            self._take_back(deed)
        else:
            self._ask_to_take_back(deed)

    def _ask_to_take_back(self, deed: Deed) -> None:
        def answer(is_sure: bool | None) -> None:
            if is_sure:
                self._take_back(deed)

        told = f"{deed.verb} {deed.term}, {deed.when[:16].replace('T', ' ')} by {deed.who}"
        self.app.push_screen(ConfirmDialog(OF_BEFORE, [told]), answer)

    def _take_back(self, deed: Deed) -> None:
        def show_again(told: str) -> None:
            ids = self.note_decisions(deed.things)
            for id in ids or ():
                self.session.go_to(id)
            if ids is not None:
                self.show_next(told)

        self.write(lambda: self.reviewer.take_back(deed), done=show_again, failed=self.stay)

    def _do(self, card: Card, deed: Callable[[], str]) -> None:
        """Do what decides on the candidate, and go on."""
        self.write(deed, done=lambda told: self._go_on(card, told), failed=self.stay)

    def _go_on(self, card: Card, told: str) -> None:
        if self.note_decisions([card.entry.candidate.id]) is not None:
            self.advance(told)


def _chosen_proposal(card: Card, chosen: int) -> Proposal | None:
    return card.proposals.proposals[chosen - 1] if chosen else None


def _at_fault(filled: Filled, error: GlossaryError) -> str:
    """Return the field to mend: the base alone knows what there is to write in place of a rendering."""
    is_about_input = isinstance(error, InvalidInput)
    return "instead" if is_about_input and filled.wording.instead else filled.field


def _nearby(card: Card) -> list[Concept]:
    return [*card.known, *(one.concept for one in card.similar)]
