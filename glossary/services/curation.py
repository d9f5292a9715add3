"""Curating: a rendering added, a candidate accepted, rejected or deferred."""

from dataclasses import dataclass, field, replace

from glossary.curation.merging import add_rendering, add_terms
from glossary.errors import Ambiguous, InvalidInput, NotFound
from glossary.model import (
    DISCOURAGED,
    RECOMMENDED,
    CandidateState,
    Change,
    Concept,
    Decision,
    Evidence,
    RankedCandidate,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)
from glossary.model.checks import require_text, require_writable
from glossary.services.candidates import require_candidate
from glossary.services.recording import new_concept_id, now_utc, write_concept
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key, has_han, simplify

NEW_CONCEPT = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRendering:
    """What a person says about one rendering.

    Without a status the base decides. Evidence without a publisher is ours; where a publisher is named and no
    ``tier``, it is the tier that the base knows that publisher by, else media.
    """

    text: str
    status: Status | None = None
    instead: str = ""
    note: str = ""
    tier: Tier | None = None
    evidence: Evidence = field(default_factory=Evidence)


def add_term(
    base: Base, zh: str, new: NewRendering, *, concept: str | None = None, who: str, why: str = ""
) -> Concept:
    """Add a rendering to the concept of a Chinese term, or make the concept; return it.

    Raises Ambiguous where several concepts have the term and none is named.
    """
    require_text(zh, "the Chinese term")
    if not has_han(zh):
        raise InvalidInput(f"{zh!r} has no Chinese character; write the Chinese first, then the English")
    with base.writing() as connection:
        new = replace(new, evidence=_with_tier(connection, new))
        before = _find_target(connection, zh, concept)
        after = _with_rendering(before or _new_concept(connection, zh), zh, new)
        if after != before:
            write_concept(connection, after, before=before, who=who, why=why, verb="add")
        return after


def _with_tier(connection: Connection, new: NewRendering) -> Evidence:
    usual = concept_rows.usual_tier(connection, new.evidence.publisher) or Tier.MEDIA
    fitting = usual if new.evidence.publisher else Tier.COMPOSED
    return replace(new.evidence, tier=new.tier or fitting)


def _find_target(connection: Connection, zh: str, concept: str | None) -> Concept | None:
    if concept == NEW_CONCEPT:
        return None
    if concept is not None:
        return _require_concept(connection, concept)
    ids = concept_rows.concepts_with_folded(connection, folded_key(zh))
    if len(ids) > 1:
        found = concept_rows.find_concepts(connection, ids)
        listed = "; ".join(f"{one.id} {one.head.text} {one.scope}".strip() for one in found)
        raise Ambiguous(f"{zh} is {len(ids)} concepts; say which with --concept, or --concept new: {listed}")
    return concept_rows.find_concept(connection, ids[0]) if ids else None


def _require_concept(connection: Connection, id: str) -> Concept:
    require_writable("the concept's id", id)
    found = concept_rows.find_concept(connection, id)
    if found is None:
        raise NotFound(f"there is no concept {id!r}; `glossary lookup` shows the ids")
    return found


def _new_concept(connection: Connection, zh: str) -> Concept:
    return Concept(id=new_concept_id(connection), terms=(Term(text=simplify(zh), status=Status.PREFERRED),))


def _with_rendering(concept: Concept, zh: str, new: NewRendering) -> Concept:
    known = {folded_key(term.text) for term in concept.terms}
    if folded_key(zh) not in known:
        concept = add_terms(concept, [Term(text=simplify(zh))])
    return add_rendering(concept, _make_rendering(concept, new))


def _make_rendering(concept: Concept, new: NewRendering) -> Rendering:
    if has_han(new.text):
        raise InvalidInput(f"{new.text!r} has Chinese characters; a rendering is the English, written last")
    text = " ".join(new.text.split())
    same = next((one for one in concept.renderings if one.text == text), None)
    status = new.status or (same.status if same else _usual_status(concept))
    instead = new.instead or (same.instead if same else "")
    if new.instead and status not in DISCOURAGED:
        raise InvalidInput(f"--instead goes with deprecated or forbidden; this rendering is {status}")
    if status in DISCOURAGED and not instead:
        raise InvalidInput(f"a {status} rendering names what to write in its place: add --instead TEXT")
    fresh = replace(same, status=status) if same else Rendering(text=text, status=status)
    return replace(
        fresh,
        instead=instead if status in DISCOURAGED else "",
        note=new.note or fresh.note,
        evidence=_new_evidence(new, same),
    )


def _new_evidence(new: NewRendering, same: Rendering | None) -> tuple[Evidence, ...]:
    """Return what is said about who uses it; we did not compose a rendering that is there already."""
    is_silent = new.evidence == Evidence()
    return () if is_silent and same and same.evidence else (new.evidence,)


def _usual_status(concept: Concept) -> Status:
    """Return preferred for the first rendering that anybody can use, admitted beside another one."""
    usable = any(one.status in RECOMMENDED for one in concept.renderings)
    return Status.ADMITTED if usable else Status.PREFERRED


def accept_candidate(
    base: Base,
    name: str,
    en: str = "",
    *,
    concept: str | None = None,
    term_type: TermType | None = None,
    who: str,
    why: str = "",
) -> Concept:
    """Make a candidate a term: of a new concept with a rendering, or of an existing one as ``term_type``."""
    if not en.strip() and concept is None:
        raise InvalidInput("say the English rendering, or name with --concept the concept that it belongs to")
    if term_type and concept is None:
        raise InvalidInput(f"a {term_type} belongs to a concept; name it with --concept")
    with base.writing() as connection:
        found = require_candidate(connection, name)
        before = _find_target(connection, found.candidate.term, concept)
        after = _with_terms(before or _new_concept(connection, found.candidate.term), found, term_type)
        if en.strip():
            after = add_rendering(after, _make_rendering(after, NewRendering(text=en)))
        if after != before:
            write_concept(connection, after, before=before, who=who, why=why, verb="accept")
        _decide(connection, found, CandidateState.ACCEPTED, concept=after.id, who=who, why=why)
        return after


def _with_terms(concept: Concept, found: RankedCandidate, term_type: TermType | None) -> Concept:
    """Return the concept with the candidate and its short forms, but for spellings that it has in effect."""
    known = {folded_key(term.text) for term in concept.terms}
    own = Term(text=found.candidate.term, term_type=term_type or TermType.FULL_FORM)
    shorter = [Term(text=form, term_type=TermType.SHORT_FORM) for form in found.candidate.short_forms]
    return add_terms(concept, [term for term in (own, *shorter) if folded_key(term.text) not in known])


def decide_candidate(
    base: Base, name: str, state: CandidateState, *, who: str, why: str = ""
) -> RankedCandidate:
    """Reject or defer a candidate, or take a decision back; mining again does not change it."""
    with base.writing() as connection:
        found = require_candidate(connection, name)
        _decide(connection, found, state, concept=None, who=who, why=why)
        return require_candidate(connection, found.candidate.id)


def _decide(
    connection: Connection,
    found: RankedCandidate,
    state: CandidateState,
    *,
    concept: str | None,
    who: str,
    why: str,
) -> None:
    moment = now_utc()
    decision = Decision(state=state, who=who, when=moment, reason=why, concept=concept)
    candidate_rows.decide(connection, found.candidate.key, decision)
    change_rows.record_change(
        connection,
        Change(
            who=who,
            when=moment,
            why=why,
            verb=DECISION_VERBS[state],
            thing=found.candidate.id,
            before=found.state.value,
            after=state.value,
        ),
    )


DECISION_VERBS = {
    CandidateState.ACCEPTED: "accept",
    CandidateState.REJECTED: "reject",
    CandidateState.DEFERRED: "defer",
    CandidateState.NEW: "reopen",
}
