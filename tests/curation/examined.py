"""Concepts of a few words for the checks, and the checks run over them."""

from collections.abc import Iterable
from datetime import date

from glossary.curation.checks import Finding, check_base
from glossary.lookup.keys import key_concept
from glossary.model import Concept, Evidence, Rendering, Status, Term, Tier

TODAY = date(2026, 6, 15)
STALE_YEARS = 10
FRESH = Evidence(publisher="Office of Greenways", date="2025", tier=Tier.MEDIA)
GREENWAY = Rendering(text="greenway", status=Status.PREFERRED, evidence=(FRESH,))


def make_concept(
    id: str = "cgreenwa", *terms: str, renderings: Iterable[Rendering] = (GREENWAY,), **fields: object
) -> Concept:
    """A concept without any fault, but for what the test says."""
    return Concept(
        id=id,
        terms=tuple(Term(text=text) for text in terms or ("绿道",)),
        renderings=tuple(renderings),
        **fields,
    )


def examine(*concepts: Concept) -> list[Finding]:
    """What all checks find."""
    return list(check_base(map(key_concept, concepts), today=TODAY, stale_years=STALE_YEARS))


def codes(*concepts: Concept) -> list[str]:
    return [finding.code for finding in examine(*concepts)]


def messages(code: str, *concepts: Concept) -> list[str]:
    return [finding.message for finding in examine(*concepts) if finding.code == code]
