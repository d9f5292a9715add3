"""Concepts as pairs of a Chinese term and what to write for it: what most tools take."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from glossary.formats.declaration import Tally
from glossary.model import BEST_FIRST, RECOMMENDED, Concept, Evidence, Rendering, Status, Term

BREAKS = re.compile("[\t\n\r\u2028\u2029]+")
AnyTerm = TypeVar("AnyTerm", bound=Term)


class Pair(NamedTuple):
    """A Chinese term and one of the renderings that may be written for it."""

    term: Term
    rendering: Rendering


def offer_pairs(concept: Concept, tally: Tally, *, program: str) -> Iterator[Pair]:
    """Yield each Chinese term with each rendering that ``program`` may suggest for it, the best first.

    A term that is not to be translated, and has no rendering, stands for itself.
    """
    offered = offer_renderings(concept, tally, program=program)
    for term in concept.terms:
        itself = [Rendering(text=term.text, status=Status.PREFERRED)] if term.do_not_translate else []
        for rendering in serving(term, offered) or itself:
            yield Pair(term, rendering)


def offer_renderings(concept: Concept, tally: Tally, *, program: str) -> list[Rendering]:
    """Return the renderings that a program may suggest, preferred ones first; the others are left out."""
    for rendering in concept.renderings:
        if rendering.status not in RECOMMENDED:
            why = f"it is {rendering.status}, and {program} would offer it like any other"
            tally.leave_out(concept, f"rendering {rendering.text!r}", why)
    offered = [rendering for rendering in concept.renderings if rendering.status in RECOMMENDED]
    if not offered and not any(term.do_not_translate for term in concept.terms):
        tally.leave_out(concept, f"concept {concept.head.text!r}", "it has no rendering to offer")
    return sort_by_status(offered)


def sort_by_status(terms: Iterable[AnyTerm]) -> list[AnyTerm]:
    """Return the terms, preferred ones first, the forbidden last."""
    return sorted(terms, key=lambda term: BEST_FIRST.index(term.status))


def serving(term: Term, renderings: Iterable[Rendering]) -> list[Rendering]:
    """Return those of the renderings that may be written for a Chinese term."""
    return [rendering for rendering in renderings if rendering.serves in ("", term.text)]


def best_rendering(term: Term, renderings: Iterable[Rendering]) -> Rendering | None:
    """Return what to write for a Chinese term: of the best status, and of those the one that is its own.

    Where a recommended one is the term's own it goes before all: 社管平台 is the short English.
    """

    def rank(rendering: Rendering) -> tuple[bool, int]:
        is_own = rendering.serves == term.text and rendering.status in RECOMMENDED
        return not is_own, BEST_FIRST.index(rendering.status)

    return min(serving(term, renderings), key=rank, default=None)


def best_renderings(terms: Iterable[Term], renderings: Sequence[Rendering]) -> list[Rendering]:
    """Return what to write for each Chinese term, each once."""
    found = (best_rendering(term, renderings) for term in terms)
    return list(dict.fromkeys(one for one in found if one is not None))


def cite(fact: Evidence) -> str:
    """Return a fact in a few words: who and when, or the tier where nobody is named."""
    return " ".join(filter(None, [fact.publisher or fact.tier, fact.date]))


def flatten(text: str) -> str:
    """Return a text without the TABs and line breaks that would end its cell."""
    return BREAKS.sub(" ", text)


def first_definition(concept: Concept) -> str:
    """Return the first definition of a concept, or nothing."""
    return next((definition.text for definition in concept.definitions), "")
