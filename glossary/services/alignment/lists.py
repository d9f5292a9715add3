"""What aligning found, kept in the base as a list of attestations, so that review proposes it."""

from collections.abc import Sequence

from msgspec.structs import replace

from glossary.curation.proposals import STANDS_FOR
from glossary.errors import InvalidInput
from glossary.model import Attestation, Basis, Evidence, Pair, Tier
from glossary.services.alignment.files import Alignment, FoundTerm
from glossary.services.review.attesting import ListReport, keep_list
from glossary.store.candidates import find_candidate
from glossary.store.database import Base
from glossary.text.folding import folded_key
from glossary.text.tidying import as_one_line

QUOTED_CHARS = 240
RENDERINGS_KEPT = 3
"""Of one term; what comes after is what was linked by chance."""


def save_alignment(
    base: Base, found: Alignment, *, evidence: Evidence, name: str, who: str, why: str = ""
) -> ListReport:
    """Keep the best renderings of each term as attested by the document that ``evidence`` describes.

    The list has this name, and takes the place of one that has it; its notes quote a sentence pair each.
    Raises InvalidInput where the evidence has no publisher.
    """
    if not evidence.publisher or evidence.tier is Tier.COMPOSED:
        raise InvalidInput("evidence needs somebody who published the text: give `publisher`, and `tier`")
    lines = [line for term in found.terms for line in _attest(term, evidence)]
    keep_list(base, name, lines, who=who, why=why)
    return ListReport(source=name, lines=len(lines))


def unreviewed_terms(base: Base, found: Alignment) -> list[str]:
    """Return the terms found that nobody comes upon in a review: neither known nor mined as candidates."""
    with base.reading() as connection:
        return [
            one.term
            for one in found.terms
            if not one.concepts and not find_candidate(connection, folded_key(one.term))
        ]


def _attest(term: FoundTerm, evidence: Evidence) -> list[Attestation]:
    return [
        Attestation(
            zh=term.term,
            en=one.rendering.text,
            evidence=replace(
                evidence, basis=Basis.BILINGUAL, note=_quote(one.rendering.examples, one.rendering.count)
            ),
        )
        for one in term.renderings[:RENDERINGS_KEPT]
    ]


def _quote(examples: Sequence[Pair], count: int) -> str:
    """The first sentence pair, and how many there are."""
    if not examples:
        return ""
    first = examples[0]
    sides = [_shorten(as_one_line(text)) for text in (first.source, first.target) if text.strip()]
    more = f" (in {count} sentence pairs)" if count > 1 else ""
    return STANDS_FOR.join(sides) + more


def _shorten(text: str) -> str:
    return text if len(text) <= QUOTED_CHARS else f"{text[:QUOTED_CHARS]}…"
