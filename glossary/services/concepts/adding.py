"""Adding a rendering with who used it, to a concept that is there or to a new one."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from msgspec import structs

from glossary.curation.duplicates import Duplicate
from glossary.curation.merging import add_rendering, add_terms
from glossary.curation.proposals import Proposal
from glossary.curation.tiers import guess_tier
from glossary.errors import Ambiguous, InvalidInput
from glossary.model import DISCOURAGED, RECOMMENDED, Concept, Evidence, Rendering, Status, Term, Tier
from glossary.model.checks import require_text
from glossary.services.concepts.duplicates import find_duplicates
from glossary.services.concepts.recording import begin_operation, new_concept_id, write_concept
from glossary.services.concepts.requiring import require_concept
from glossary.services.concepts.versions import require_version
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key, has_han, simplify
from glossary.text.tidying import tidy

NEW_CONCEPT = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRendering:
    """What a person says about one rendering.

    Without a status one that is there keeps its own; a new one gets ``usual_status``, else the base decides.
    Evidence without a publisher is ours; where a publisher is named and no
    ``tier``, it is the tier that the base knows that publisher by, else what its name or address tells.
    ``also`` are further facts, kept as they stand.
    """

    text: str
    status: Status | None = None
    usual_status: Status | None = None
    instead: str = ""
    note: str = ""
    tier: Tier | None = None
    evidence: Evidence = field(default_factory=Evidence)
    also: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A concept as it was kept, and others of which it may be a duplicate."""

    concept: Concept
    duplicates: tuple[Duplicate, ...] = ()


def add_term(
    base: Base,
    zh: str,
    new: NewRendering,
    *,
    concept: str | None = None,
    expected: Collection[str] = (),
    who: str,
    why: str = "",
) -> Kept:
    """Add a rendering to the concept of a Chinese term, or make the concept; return it with its duplicates.

    Raises Ambiguous where several concepts have the term and none is named, StaleVersion where the concept
    has none of the versions that are expected.
    """
    require_text(zh, "the Chinese term")
    if not has_han(zh):
        raise InvalidInput(f"{zh!r} has no Chinese character; write the Chinese first, then the English")
    with base.writing() as connection:
        new = with_tier(connection, new)
        before = find_target(connection, zh, concept)
        if before:
            require_version(before, expected)
        after = _with_rendering(before or new_concept(connection, zh), zh, new)
        if after != before:
            operation = begin_operation(connection, who=who, verb="add", why=why)
            write_concept(connection, after, before=before, operation=operation)
        return Kept(after, find_duplicates(connection, after, before=before))


def with_tier(connection: Connection, new: NewRendering) -> NewRendering:
    """Return the rendering with the tier of whoever used it: named, usual here, or what the name tells."""
    fact = new.evidence
    usual = concept_rows.usual_tier(connection, fact.publisher) or guess_tier(fact.publisher, fact.url)
    fitting = usual if fact.publisher else Tier.COMPOSED
    return replace(new, evidence=structs.replace(new.evidence, tier=new.tier or fitting))


def take_proposal(proposal: Proposal) -> NewRendering:
    """Return the rendering that accepting a proposal writes down, with all evidence that it has."""
    if proposal.has_gap:
        raise InvalidInput(f"“{proposal.text}” has a gap; fill it in before you accept it")
    if not proposal.evidence:
        return NewRendering(text=proposal.text)
    first, *more = proposal.evidence
    return NewRendering(text=proposal.text, tier=first.tier, evidence=first, also=tuple(more))


def find_target(connection: Connection, zh: str, concept: str | None) -> Concept | None:
    """Return the concept that is named, else the only one that has the term; None where it is to be made."""
    if concept == NEW_CONCEPT:
        return None
    if concept is not None:
        return require_concept(connection, concept)
    ids = concept_rows.concepts_with_folded(connection, folded_key(zh))
    if len(ids) > 1:
        found = concept_rows.find_concepts(connection, ids)
        choices = [(one.id, f"{one.head.text} {one.scope}".strip()) for one in found]
        listed = "; ".join(f"{id} {told}" for id, told in choices)
        message = f"{zh} is {len(ids)} concepts; say which with `concept`, its id or new: {listed}"
        raise Ambiguous(message, choices)
    return concept_rows.find_concept(connection, ids[0]) if ids else None


def new_concept(connection: Connection, zh: str) -> Concept:
    """Return a concept with a fresh id and this term, not yet written."""
    return Concept(
        id=new_concept_id(connection), terms=(Term(text=simplify(tidy(zh)), status=Status.PREFERRED),)
    )


def _with_rendering(concept: Concept, zh: str, new: NewRendering) -> Concept:
    known = {folded_key(term.text) for term in concept.terms}
    if folded_key(zh) not in known:
        concept = add_terms(concept, [Term(text=simplify(tidy(zh)))])
    return add_rendering(concept, make_rendering(concept, new))


def make_rendering(concept: Concept, new: NewRendering) -> Rendering:
    """Return the rendering that somebody wants for a concept; raises InvalidInput where it is none."""
    if has_han(new.text):
        raise InvalidInput(f"{new.text!r} has Chinese characters; a rendering is the English, written last")
    text = tidy(new.text)
    same = next((one for one in concept.renderings if one.text == text), None)
    status = new.status or (same.status if same else new.usual_status or _usual_status(concept))
    instead = new.instead or (same.instead if same else "")
    if new.instead and status not in DISCOURAGED:
        raise InvalidInput(f"`instead` goes with deprecated or forbidden; this rendering is {status}")
    if status in DISCOURAGED and not instead:
        raise InvalidInput(f"a {status} rendering names what to write in its place: give `instead`")
    fresh = structs.replace(same, status=status) if same else Rendering(text=text, status=status)
    return structs.replace(
        fresh,
        instead=instead if status in DISCOURAGED else "",
        note=new.note or fresh.note,
        evidence=_new_evidence(new, same),
    )


def _new_evidence(new: NewRendering, same: Rendering | None) -> tuple[Evidence, ...]:
    """Return what is said about who uses it; we did not compose a rendering that is there already."""
    is_silent = new.evidence == Evidence()
    return () if is_silent and same and same.evidence else (new.evidence, *new.also)


def _usual_status(concept: Concept) -> Status:
    """Return preferred for the first rendering that anybody can use, admitted beside another one."""
    usable = any(one.status in RECOMMENDED for one in concept.renderings)
    return Status.ADMITTED if usable else Status.PREFERRED
