"""The keys that decide: accept, attach, reject, defer, merge, undo."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from glossary.cli.review.deeds import Choice, Wording, choices_of
from glossary.cli.review.dialogs import (
    FORM_COLUMNS,
    FORM_MARGIN_COLUMNS,
    AcceptDialog,
    ConfirmDialog,
    ReasonDialog,
)
from glossary.cli.review.drawing import draw_first_quote
from glossary.cli.review.showing import CardScreen
from glossary.curation.proposals import Proposal
from glossary.errors import Ambiguous, GlossaryError
from glossary.model import CandidateState, Concept, Evidence, TermType
from glossary.services.adding import NEW_CONCEPT, NewRendering, take_proposal
from glossary.services.reviewing import Card, Deed

REJECT_REASONS = ("a fragment", "a general word", "a name", "a duplicate", "out of the field")
DEFER_REASONS = ("ask an expert", "needs more context", "no good rendering yet")
TYPED_SO = "find the concept: Chinese, pinyin or English"
GAP_TO_FILL = "Put a word in the place of …, the part that is not known."
NOT_KEPT = "not kept: "
OF_BEFORE = "Take back what was done before this sitting?"
ALL_DECIDED = "All are decided: p goes back, u takes back, q quits"


class ReviewScreen(CardScreen):
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
        if proposal and not proposal.has_gap:
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
            self._ask_wording(self.card, _as_wording(proposal), error=GAP_TO_FILL if is_open else "")

    def _ask_wording(self, card: Card, wording: Wording, *, error: str = "") -> None:
        proposal = _chosen_proposal(card, self.chosen)

        def take(written: Wording | None) -> None:
            if written is None:
                return
            try:
                new = _as_rendering(written, proposal)
            except GlossaryError as mistake:
                self._ask_wording(card, written, error=f"{NOT_KEPT}{mistake}")
            else:
                self._accept(card, new, why=written.reason.strip(), wording=written)

        quote = draw_first_quote(card, columns=min(self.size.width, FORM_COLUMNS) - FORM_MARGIN_COLUMNS)
        dialog = AcceptDialog(card.entry.candidate.term, wording, quote=quote, error=error)
        self.app.push_screen(dialog, take)

    def _accept(
        self,
        card: Card,
        new: NewRendering | None,
        *,
        concept: str | None = None,
        why: str = "",
        wording: Wording | None = None,
    ) -> None:
        """Accept; where that fails, what was typed comes back with the reason."""
        try:
            told = self.reviewer.accept(card, new, concept=concept, why=why)
        except Ambiguous as several:
            choices = [Choice(id, told, id) for id, told in several.choices]
            choices.append(Choice(NEW_CONCEPT, "another meaning: make a new concept"))
            self._ask_which(
                card, choices, lambda id: self._accept(card, new, concept=id, why=why, wording=wording)
            )
        except GlossaryError as error:
            if wording:
                self._ask_wording(card, wording, error=f"{NOT_KEPT}{error}")
            else:
                self._stay(error)
        else:
            self._go_on(card, told)

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
            title = f"Into which concept does {given_up} go?"
            self._pick_concept(card, title, lambda kept: self._confirm_merge(given_up, kept))

        self._pick_concept(card, "Merge: which concept is given up?", choose_kept)

    def _confirm_merge(self, given_up: str, kept: str) -> None:
        def merge(is_sure: bool | None) -> None:
            if is_sure:
                self._do_beside(lambda: self.reviewer.merge(given_up, kept))

        try:
            lines = self.reviewer.foresee_merge(given_up, kept)
        except GlossaryError as error:
            self._stay(error)
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
        try:
            told = self.reviewer.take_back(deed)
            entries = self.reviewer.read_entries(deed.things)
        except GlossaryError as error:
            self._stay(error)
            return
        for entry in entries:
            self.session.note_decision(entry, moment=self.clock())
            self.session.go_to(entry.candidate.id)
        self.load()
        self.say(told)

    def _do(self, card: Card, deed: Callable[[], str]) -> None:
        """Do what decides on the candidate, and go on."""
        try:
            told = deed()
        except GlossaryError as error:
            self._stay(error)
        else:
            self._go_on(card, told)

    def _do_beside(self, deed: Callable[[], str]) -> None:
        """Do what leaves the candidate undecided."""
        try:
            told = deed()
        except GlossaryError as error:
            self._stay(error)
        else:
            self.load()
            self.say(told)

    def _go_on(self, card: Card, told: str) -> None:
        try:
            entries = self.reviewer.read_entries([card.entry.candidate.id])
        except GlossaryError as error:
            self._stay(error)
            return
        for entry in entries:
            self.session.note_decision(entry, moment=self.clock())
        is_left = self.session.go_on()
        self.load()
        self.say(told if is_left else f"{told}. {ALL_DECIDED}")

    def _stay(self, error: GlossaryError) -> None:
        """Show the same candidate as the base has it now, and why nothing was done."""
        chosen = self.chosen
        self.load()
        self.action_choose(chosen)
        self.complain(error)


def _chosen_proposal(card: Card, chosen: int) -> Proposal | None:
    return card.proposals.proposals[chosen - 1] if chosen else None


def _nearby(card: Card) -> list[Concept]:
    return [*card.known, *(one.concept for one in card.similar)]


def _as_wording(proposal: Proposal | None) -> Wording:
    """Begin the form with a proposal and the first source that it has."""
    if proposal is None:
        return Wording()
    if not proposal.evidence or not proposal.evidence[0].publisher:
        return Wording(text=proposal.text)
    fact = proposal.evidence[0]
    return Wording(
        text=proposal.text,
        publisher=fact.publisher,
        title=fact.title,
        date=fact.date,
        url=fact.url,
        tier=fact.tier.value,
    )


def _as_rendering(written: Wording, proposal: Proposal | None) -> NewRendering:
    """Return what was written.

    A source that stands in the form as it was proposed belongs to the words that were proposed: with other
    words it would say that somebody wrote what nobody did.
    """
    new = written.as_rendering()
    if proposal is None or written.source != _as_wording(proposal).source:
        return new
    if new.text != proposal.text:
        return replace(new, tier=None, evidence=Evidence())
    return replace(take_proposal(proposal), status=new.status, instead=new.instead, note=new.note)
