"""Curating from the command line: add, accept, reject, defer."""

from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.asking import choose_concept
from glossary.cli.duplicates import tell_duplicates
from glossary.cli.options import CandidateArgument, DbOption, ReasonOption, current_user, writing
from glossary.cli.output import print_note
from glossary.errors import Ambiguous
from glossary.model import CandidateState, Evidence, Status, Tier, parse_name
from glossary.services import wording

if TYPE_CHECKING:
    from glossary.model import Concept
    from glossary.services.bases.choosing import Base
    from glossary.services.concepts.adding import Kept, NewRendering

ConceptOption = Annotated[
    str | None, typer.Option("--concept", help="The id of the concept that is meant, or new.")
]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("add")(add)
    app.command("accept")(accept)
    app.command("reject")(reject)
    app.command("defer")(defer)


def add(
    zh: Annotated[str, typer.Argument(help="The Chinese term.")],
    en: Annotated[str, typer.Argument(help="The rendering.")],
    status: Annotated[str | None, typer.Option(help="preferred, admitted, deprecated, forbidden …")] = None,
    instead: Annotated[str, typer.Option(help=wording.INSTEAD)] = "",
    publisher: Annotated[str, typer.Option(help="Who used it.")] = "",
    title: Annotated[str, typer.Option(help="In which text.")] = "",
    url: Annotated[str, typer.Option(help="Where that text is.")] = "",
    date: Annotated[str, typer.Option(help=f"When: {wording.PARTIAL_DATE}")] = "",
    tier: Annotated[
        str | None, typer.Option(help="official, state-media …; else what the publisher is known by.")
    ] = None,
    note: Annotated[str, typer.Option(help="A note on the rendering.")] = "",
    concept: ConceptOption = None,
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Add a rendering to a Chinese term, with who used it; without a publisher it counts as composed."""
    from glossary.services.concepts.adding import NewRendering

    who_used_it = Tier.MEDIA if publisher else Tier.COMPOSED
    evidence = Evidence(publisher=publisher, title=title, url=url, date=date, tier=who_used_it)
    new = NewRendering(
        text=en,
        tier=parse_name(Tier, tier, "tier") if tier else None,
        status=parse_name(Status, status, "status") if status else None,
        instead=instead,
        note=note,
        evidence=evidence,
    )
    with writing(db) as (base, made):
        kept = _add(base, zh.strip(), new, concept, reason)
    print_note(made)
    if publisher and not tier:
        print_note(f"{publisher} is taken for {_tier_of(kept.concept, en, publisher)}; --tier says otherwise")
    _say(kept)


def _tier_of(concept: "Concept", en: str, publisher: str) -> str:
    """Return the tier that the evidence got which was written just now."""
    text = " ".join(en.split())
    facts = (fact for one in concept.renderings if one.text == text for fact in reversed(one.evidence))
    return next(fact.tier.value for fact in facts if fact.publisher == publisher)


def _add(base: "Base", zh: str, new: "NewRendering", concept: str | None, reason: str) -> "Kept":
    """Add a rendering; of a homograph ask which concept is meant, where somebody can answer."""
    from glossary.services.concepts.adding import add_term

    try:
        return add_term(base, zh, new, concept=concept, who=current_user(), why=reason)
    except Ambiguous as several:
        chosen = choose_concept(zh, several)
        return add_term(base, zh, new, concept=chosen, who=current_user(), why=reason)


def accept(
    candidate: CandidateArgument,
    en: Annotated[str, typer.Argument(help="The rendering; may be left out with --concept.")] = "",
    concept: ConceptOption = None,
    as_: Annotated[str | None, typer.Option("--as", help=wording.ATTACH_AS)] = None,
    reason: ReasonOption = "",
    db: DbOption = None,
) -> None:
    """Make a candidate a term, of a new concept or of one that is there."""
    from glossary.services.concepts.adding import NewRendering
    from glossary.services.review.deciding import accept_candidate, parse_attached_type

    term_type = parse_attached_type(as_) if as_ is not None else None
    with writing(db) as (base, made):
        kept = accept_candidate(
            base,
            candidate,
            NewRendering(text=en) if en.strip() else None,
            concept=concept,
            term_type=term_type,
            who=current_user(),
            why=reason,
        )
    print_note(made)
    _say(kept)


def reject(candidate: CandidateArgument, reason: ReasonOption = "", db: DbOption = None) -> None:
    """Say that a candidate is no term; mining again will not bring it back."""
    _decide(candidate, CandidateState.REJECTED, reason, db)


def defer(candidate: CandidateArgument, reason: ReasonOption = "", db: DbOption = None) -> None:
    """Put a candidate off."""
    _decide(candidate, CandidateState.DEFERRED, reason, db)


def _decide(candidate: str, state: CandidateState, reason: str, db: str | None) -> None:
    from glossary.services.review.deciding import decide_candidate

    with writing(db) as (base, made):
        entry = decide_candidate(base, candidate, state, who=current_user(), why=reason)
    print_note(made)
    print(f"{entry.candidate.term}: {entry.state.value}")


def _say(kept: "Kept") -> None:
    concept = kept.concept
    renderings = "; ".join(f"{one.text} ({one.status.value})" for one in concept.renderings)
    print(f"{concept.id} {concept.head.text}: {renderings or 'no rendering yet'}")
    tell_duplicates(kept.duplicates)
