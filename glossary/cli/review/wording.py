"""What a person writes about a rendering in a form, and which field is at fault where it cannot be kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace

from msgspec import structs

from glossary.curation.proposals import GAP_MARK, Proposal
from glossary.errors import GlossaryError, InvalidInput
from glossary.model import DISCOURAGED, Evidence, Rendering, Status, Tier, parse_name
from glossary.services.concepts.adding import NewRendering, take_proposal
from glossary.text.folding import has_han

FACTS = ("publisher", "title", "date", "url")


class Mistake(InvalidInput):
    """What is wrong in one field of the form; ``field`` is its name."""

    def __init__(self, field: str, why: object) -> None:
        super().__init__(str(why))
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a person typed about a rendering, field by field, each as it stands in the form."""

    text: str = ""
    status: str = ""
    instead: str = ""
    publisher: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    tier: str = ""
    note: str = ""
    reason: str = ""

    @property
    def source(self) -> tuple[str, ...]:
        """Who used it, in which text, when, where, and with what authority."""
        return (self.publisher, self.title, self.date, self.url, self.tier)

    def as_rendering(self) -> NewRendering:
        """Return the rendering that the form describes; raises Mistake for the first field at fault."""
        typed = replace(self, **{one.name: getattr(self, one.name).strip() for one in fields(self)})
        _require_english(typed.text)
        status, tier = _read_status(typed), _read_tier(typed)
        facts = _read_facts(typed)
        with _in_field("note"):
            Rendering(text=typed.text, note=typed.note)
        return NewRendering(
            text=typed.text,
            status=status,
            instead=typed.instead,
            note=typed.note,
            tier=tier,
            evidence=structs.replace(facts, tier=Tier.MEDIA if typed.publisher else Tier.COMPOSED),
        )


@contextmanager
def _in_field(name: str) -> Iterator[None]:
    try:
        yield
    except GlossaryError as error:
        raise Mistake(name, error) from error


def _require_english(text: str) -> None:
    if not text:
        raise Mistake("text", "write the English first, or leave with Esc")
    if GAP_MARK in text:
        raise Mistake("text", f"put a word in the place of {GAP_MARK}, the part that is not known")
    if has_han(text):
        raise Mistake("text", "the English has Chinese characters in it")
    with _in_field("text"):
        Rendering(text=text)


def _read_status(typed: Wording) -> Status | None:
    with _in_field("status"):
        status = parse_name(Status, typed.status, "status") if typed.status else None
    if typed.instead and status not in DISCOURAGED:
        raise Mistake("status", "what to write instead goes with deprecated or forbidden: say which")
    if status in DISCOURAGED and not typed.instead:
        raise Mistake("instead", f"a {status} rendering names what to write in its place")
    return status


def _read_tier(typed: Wording) -> Tier | None:
    with _in_field("tier"):
        tier = parse_name(Tier, typed.tier, "tier") if typed.tier else None
    if any((typed.title, typed.date, typed.url)) and not typed.publisher:
        raise Mistake("publisher", "say with title, date or url who published it")
    if tier not in (None, Tier.COMPOSED) and not typed.publisher:
        raise Mistake("publisher", f"say who used it: a source of tier {tier} has a name")
    return tier


def _read_facts(typed: Wording) -> Evidence:
    values = {name: getattr(typed, name) for name in FACTS}
    for name, value in values.items():
        with _in_field(name):
            Evidence(**{name: value})
    return Evidence(**values)


def begin_wording(proposal: Proposal | None) -> Wording:
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


def read_wording(written: Wording, proposal: Proposal | None) -> NewRendering:
    """Return what was written; raises Mistake.

    A source that stands in the form as it was proposed belongs to the words that were proposed: with other
    words it would say that somebody wrote what nobody did.
    """
    new = written.as_rendering()
    if proposal is None or written.source != begin_wording(proposal).source:
        return new
    if new.text != proposal.text:
        return replace(new, tier=None, evidence=Evidence())
    return replace(take_proposal(proposal), status=new.status, instead=new.instead, note=new.note)
