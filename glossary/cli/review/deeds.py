"""What a reviewer does to the base: each deed is one operation, and returns what to say about it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from glossary.cli.review.drawing import describe_concept
from glossary.curation.duplicates import describe_collision
from glossary.errors import GlossaryError, InvalidInput, NotFound
from glossary.model import CandidateState, Concept, RankedCandidate, TermType, ThingKind, kind_of
from glossary.report.payloads import pick_definition
from glossary.services.bases.choosing import Base
from glossary.services.concepts.adding import Kept, NewRendering
from glossary.services.concepts.editing import show_concept
from glossary.services.concepts.joining import merge_concepts
from glossary.services.defaults import DEFAULT_TOP
from glossary.services.history.undoing import undo
from glossary.services.lookup.answers import look_up
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.cards import Card, make_card
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.services.review.deeds import Deed, find_deed_about, find_last_deed, last_number
from glossary.services.review.proposing import Proposer

FOUND_SHOWN = 12
TERM_TYPES_TOLD = {TermType.VARIANT: "variant", TermType.SHORT_FORM: "short form"}
DONE_WORDS = {CandidateState.REJECTED: "rejected", CandidateState.DEFERRED: "deferred"}


ListQueue = Callable[[int], Sequence[RankedCandidate]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose from: its id, the line that tells it from the others, and its end."""

    id: str
    told: str
    tail: str = ""


class Reviewer:
    """One person at one base; ``list_queue`` returns so many candidates as there are to review at most."""

    def __init__(
        self, base: Base, *, who: str, list_queue: ListQueue | None = None, step: int = DEFAULT_TOP
    ) -> None:
        self.base = base
        self.who = who
        self._list_queue, self._step = list_queue, step
        self._propose = Proposer(base)
        self._began_after = last_number(base)

    def read_card(self, id: str) -> Card:
        """Return the card of a candidate, as the base is now."""
        return make_card(self.base, id, propose=self._propose)

    def read_more(self, known: Sequence[RankedCandidate]) -> list[RankedCandidate]:
        """Return the next candidates after those of the sitting, if any of them is not decided."""
        ids = {one.candidate.id for one in known}
        size = len(known)
        while self._list_queue:
            size += self._step
            listed = self._list_queue(size)
            more = [one for one in listed if one.candidate.id not in ids]
            if any(one.state is CandidateState.NEW for one in more):
                return more
            if len(listed) < size:
                break
        return []

    def accept(
        self, card: Card, new: NewRendering | None, *, concept: str | None = None, why: str = ""
    ) -> str:
        """Accept with a rendering, or as the ``concept`` it is; raises Ambiguous for a homograph."""
        self._require_undecided(card)
        kept = accept_candidate(
            self.base,
            card.entry.candidate.id,
            new,
            concept=concept,
            shown=card.entry,
            who=self.who,
            why=why,
        )
        self._propose.note_growth()
        as_what = _tell_rendering(kept.concept, new.text) if new else f"as {kept.concept.id}"
        return _with_duplicates(f"accepted {card.entry.candidate.term} {as_what}", kept)

    def attach(self, card: Card, concept: str, term_type: TermType) -> str:
        """Accept as a variant or a short form of a concept that is there."""
        self._require_undecided(card)
        kept = accept_candidate(
            self.base,
            card.entry.candidate.id,
            concept=concept,
            term_type=term_type,
            shown=card.entry,
            who=self.who,
        )
        told = TERM_TYPES_TOLD[term_type]
        return _with_duplicates(
            f"accepted {card.entry.candidate.term} as {told} of {kept.concept.head.text}", kept
        )

    def decide(self, card: Card, state: CandidateState, *, why: str) -> str:
        """Reject or defer."""
        self._require_undecided(card)
        id = card.entry.candidate.id
        decide_candidate(self.base, id, state, shown=card.entry, who=self.who, why=why)
        told = f"{DONE_WORDS[state]} {card.entry.candidate.term}" + (f": {why}" if why else "")
        known = ", ".join(one.id for one in card.known)
        return f"{told}. Take note: it stays a term of {known}" if known else told

    def read_entries(self, things: Iterable[str]) -> list[RankedCandidate]:
        """Return those of the things that are candidates, as the base has them now."""
        entries = []
        for id in dict.fromkeys(thing for thing in things if kind_of(thing) is ThingKind.CANDIDATE):
            with suppress(NotFound):  # mined again meanwhile, and not found any more
                entries.append(find_candidate(self.base, id))
        return entries

    def foresee_merge(self, given_up: str, kept: str) -> list[str]:
        """Return what a merge would do, in words; raises NotFound."""
        old, new = show_concept(self.base, given_up), show_concept(self.base, kept)
        if old.id == new.id:
            raise InvalidInput(f"{given_up} and {kept} are one concept already")
        return [
            f"give up  {describe_concept(old)}  {old.id}",
            *_tell_definition(old),
            f"keep     {describe_concept(new)}  {new.id}",
            *_tell_definition(new),
            f"{old.id} will lead to {new.id}, and u takes it back.",
        ]

    def name_concept(self, id: str) -> str:
        """Return what a concept is called, else its id."""
        try:
            return describe_concept(show_concept(self.base, id))
        except GlossaryError:
            return id

    def merge(self, given_up: str, kept: str) -> str:
        """Give up one concept for another."""
        merger = merge_concepts(self.base, given_up, kept, who=self.who)
        differed = "; ".join(f"{one.field}: {one.here} stays" for one in merger.conflicts)
        return f"merged {given_up} into {describe_concept(merger.concept)}" + (
            f"; they differed in {differed}" if differed else ""
        )

    def find_deed(self, card: Card | None) -> Deed | None:
        """Return what ``undo`` takes back: what was done to the decided candidate on show, else the last."""
        about = find_deed_about(self.base, card.entry.candidate.id) if card and card.entry.decision else None
        return about or find_last_deed(self.base, who=self.who)

    def is_recent(self, deed: Deed) -> bool:
        """Whether the deed is one's own, of this sitting."""
        return deed.number > self._began_after and deed.who == self.who

    def take_back(self, deed: Deed) -> str:
        """Undo a deed."""
        undo(self.base, deed.number, who=self.who)
        return f"took back: {deed.verb} {deed.term}"

    def search(self, query: str) -> list[Choice]:
        """Return the concepts that a lookup finds, if need be without the word that is not typed to its end.

        Nothing is written down of it.
        """
        hits = look_up(self.base, query, limit=FOUND_SHOWN).hits
        before = query.strip().rpartition(" ")[0]
        if not hits and before:
            hits = look_up(self.base, before, limit=FOUND_SHOWN).hits
        return choices_of(hit.concept for hit in hits)

    def _require_undecided(self, card: Card) -> None:
        decision = card.entry.decision
        if decision and decision.state is CandidateState.ACCEPTED:
            raise InvalidInput(
                f"{card.entry.candidate.term} was accepted by {decision.who} as {decision.concept}; "
                "u takes that back, then decide anew"
            )


def choices_of(concepts: Iterable[Concept]) -> list[Choice]:
    """Return concepts as things to choose from."""
    return [Choice(one.id, describe_concept(one), one.id) for one in concepts]


def _tell_definition(concept: Concept) -> list[str]:
    definition = pick_definition(concept)
    return [f"         {definition}"] if definition else []


def _tell_rendering(concept: Concept, text: str) -> str:
    written = " ".join(text.split())
    status = next((one.status for one in concept.renderings if one.text == written), "")
    return f"→ {written} ({status}, {concept.id})"


def _with_duplicates(told: str, kept: Kept) -> str:
    if not kept.duplicates:
        return told
    like = describe_collision(kept.duplicates[0])
    return f"{told}. Take note: {like}; m merges concepts"
