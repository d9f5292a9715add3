"""Deciding on candidates: accepted, rejected, deferred, or open again."""

from dataclasses import replace

from glossary.curation.merging import add_rendering, add_terms
from glossary.curation.proposals import rank_proposals
from glossary.errors import InvalidInput, UnknownName
from glossary.model import (
    CandidateState,
    Concept,
    DecidedKey,
    Decision,
    Evidence,
    Operation,
    RankedCandidate,
    Term,
    TermType,
)
from glossary.services.concepts.adding import (
    Kept,
    NewRendering,
    find_target,
    make_rendering,
    new_concept,
    take_proposal,
    with_tier,
)
from glossary.services.concepts.duplicates import find_duplicates
from glossary.services.concepts.recording import begin_operation, write_concept, write_decision
from glossary.services.mining.candidates import require_candidate
from glossary.store import attestations as attestation_rows
from glossary.store import changes as change_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key

ATTACHED_TYPES = {"variant": TermType.VARIANT, "short-form": TermType.SHORT_FORM}
VERBS = {
    CandidateState.ACCEPTED: "accept",
    CandidateState.REJECTED: "reject",
    CandidateState.DEFERRED: "defer",
    CandidateState.NEW: "reopen",
}


def parse_attached_type(name: str) -> TermType:
    """Return as what a candidate is attached to a concept; raises UnknownName."""
    if name not in ATTACHED_TYPES:
        raise UnknownName("way to attach", name, ATTACHED_TYPES)
    return ATTACHED_TYPES[name]


def accept_candidate(
    base: Base,
    name: str,
    new: NewRendering | None = None,
    *,
    concept: str | None = None,
    term_type: TermType | None = None,
    shown: RankedCandidate | None = None,
    who: str,
    why: str = "",
) -> Kept:
    """Make a candidate a term: of a new concept with a rendering, or of an existing one as ``term_type``.

    A rendering that an attestation list has, and about which nothing else is said, brings its evidence from
    there. ``shown`` is the candidate as it was seen; raises InvalidInput where others decided since.
    """
    if new is None and concept is None:
        raise InvalidInput("say the English rendering, or name with `concept` the one that it belongs to")
    if term_type and concept is None:
        raise InvalidInput(f"a {term_type} belongs to a concept; name it with `concept`")
    with base.writing() as connection:
        found = require_candidate(connection, name)
        _require_as_shown(found, shown)
        operation = begin_operation(connection, who=who, verb="accept", why=why)
        before = find_target(connection, found.candidate.term, concept)
        after = _with_terms(before or new_concept(connection, found.candidate.term), found, term_type)
        if new is not None:
            attested = _with_attested(connection, found, new)
            after = add_rendering(after, make_rendering(after, with_tier(connection, attested)))
        if after != before:
            write_concept(connection, after, before=before, operation=operation)
        _decide(connection, found, CandidateState.ACCEPTED, concept=after.id, operation=operation)
        return Kept(after, find_duplicates(connection, after, before=before))


def _with_attested(connection: Connection, found: RankedCandidate, new: NewRendering) -> NewRendering:
    if new.evidence != Evidence() or new.tier or new.also:
        return new
    words = " ".join(new.text.split())
    lines = attestation_rows.attestations_of(connection, [found.candidate.key]).get(found.candidate.key, ())
    proposals = rank_proposals((), lines).proposals
    same = next((one for one in proposals if one.text.casefold() == words.casefold()), None)
    if same is None or not same.evidence:
        return new
    taken = take_proposal(same)
    return replace(new, tier=taken.tier, evidence=taken.evidence, also=taken.also)


def _require_as_shown(now: RankedCandidate, shown: RankedCandidate | None) -> None:
    """Refuse to decide where somebody else has decided since the candidate was shown."""
    if shown is None or now.decision == shown.decision:
        return
    told = f"{now.state} by {now.decision.who}" if now.decision else "opened again"
    reason = f" ({now.decision.reason})" if now.decision and now.decision.reason else ""
    raise InvalidInput(
        f"{now.candidate.term} was {told} meanwhile{reason}; nothing was done. Look at it again, then decide"
    )


def _refuse_accepted(connection: Connection, found: RankedCandidate) -> None:
    decision = found.decision
    if decision is None or decision.state is not CandidateState.ACCEPTED:
        return
    changes = [*change_rows.list_changes(connection, thing=found.candidate.id)]
    undo = f"`glossary undo {changes[-1].operation}`" if changes else "`glossary undo`"
    raise InvalidInput(
        f"{found.candidate.term} was accepted by {decision.who} as {decision.concept}; "
        f"{undo} takes that back, then decide anew"
    )


def _with_terms(concept: Concept, found: RankedCandidate, term_type: TermType | None) -> Concept:
    """Return the concept with the candidate and its short forms, but for spellings that it has in effect."""
    known = {folded_key(term.text) for term in concept.terms}
    own = Term(text=found.candidate.term, term_type=term_type or TermType.FULL_FORM)
    shorter = [Term(text=form, term_type=TermType.SHORT_FORM) for form in found.candidate.short_forms]
    return add_terms(concept, [term for term in (own, *shorter) if folded_key(term.text) not in known])


def decide_candidate(
    base: Base,
    name: str,
    state: CandidateState,
    *,
    shown: RankedCandidate | None = None,
    who: str,
    why: str = "",
) -> RankedCandidate:
    """Reject or defer a candidate, or take a decision back; mining again does not change it.

    The same once more without a reason changes nothing: the first reason, and who gave it, stay.
    Raises InvalidInput for an accepted one: its concept would stay, and nobody would know why.
    ``shown`` is the candidate as it was seen; raises InvalidInput where others decided since.
    """
    with base.writing() as connection:
        found = require_candidate(connection, name)
        _require_as_shown(found, shown)
        if state in (CandidateState.REJECTED, CandidateState.DEFERRED):
            _refuse_accepted(connection, found)
        if found.decision and found.decision.state is state and not why:
            return found
        operation = begin_operation(connection, who=who, verb=VERBS[state], why=why)
        _decide(connection, found, state, concept=None, operation=operation)
        return require_candidate(connection, found.candidate.id)


def _decide(
    connection: Connection,
    found: RankedCandidate,
    state: CandidateState,
    *,
    concept: str | None,
    operation: Operation,
) -> None:
    """Write a decision; a reason that was given for the same before stays where none is given now."""
    key, before = found.candidate.key, found.decision
    is_same = before is not None and (before.state, before.concept) == (state, concept)
    reason = operation.why or (before.reason if before and is_same else "")
    decision = Decision(state=state, who=operation.who, when=operation.when, reason=reason, concept=concept)
    decided = None if state is CandidateState.NEW else DecidedKey(key=key, decision=decision)
    write_decision(connection, key, decided, operation=operation)
