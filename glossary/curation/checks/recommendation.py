"""E1…: what is recommended, and what stands in the place of what is not."""

from collections import Counter
from collections.abc import Iterator, Sequence

from glossary.curation.checks.finding import Case
from glossary.model import DISCOURAGED, Status, Term, Tier


def find_two_preferred(case: Case) -> Iterator[str]:
    """Several renderings are preferred in one language.

    A translator who asks what to write gets two answers.

    Fix: keep one preferred and make the others admitted (`glossary concept edit ID`).
    """
    yield from _describe_rivals(case.concept.renderings)


def find_two_heads(case: Case) -> Iterator[str]:
    """Several Chinese terms are preferred in one language.

    The preferred one is the head: the name under which lists and lookups show the concept.

    Fix: keep one preferred and make the others admitted (`glossary concept edit ID`).
    """
    yield from _describe_rivals(case.concept.terms)


def find_no_replacement(case: Case) -> Iterator[str]:
    """A deprecated or forbidden rendering does not say what to write in its place.

    Whoever is told not to write it is left without an answer.

    Fix: add the replacement with `glossary add ZH EN --status deprecated --instead TEXT`.
    """
    for rendering in case.concept.renderings:
        if rendering.status in DISCOURAGED and not rendering.instead:
            yield f"{rendering.text!r} is {rendering.status} and names nothing to write instead"


def find_discouraged_replacement(case: Case) -> Iterator[str]:
    """What to write in the place of a rendering is itself deprecated or forbidden.

    One wrong form would be replaced by another.

    Fix: name a rendering that may be written, best the preferred one.
    """
    discouraged = {one.text: one.status for one in case.concept.renderings if one.status in DISCOURAGED}
    for rendering in case.concept.renderings:
        if rendering.instead in discouraged:
            status = discouraged[rendering.instead]
            yield f"{rendering.text!r} is to be replaced by {rendering.instead!r}, which is {status}"


def find_machine_preferred(case: Case) -> Iterator[str]:
    """A preferred rendering is known from machine translation alone.

    Nobody is on record as having written it, and nobody as having composed it.

    Fix: add who uses it, or who composed it; else make it proposed.
    """
    for rendering in case.concept.renderings:
        tiers = {fact.tier for fact in rendering.evidence}
        if rendering.status is Status.PREFERRED and tiers == {Tier.MACHINE}:
            yield f"{rendering.text!r} is preferred on the word of a machine alone"


def find_none_preferred(case: Case) -> Iterator[str]:
    """Renderings may be written, and none is recommended above the others.

    A translator who asks what to write has to choose without advice.

    Fix: prefer one with `glossary add ZH EN --status preferred --concept ID`.
    """
    statuses = {one.status for one in case.concept.renderings}
    if Status.ADMITTED in statuses and Status.PREFERRED not in statuses:
        yield f"none of {', '.join(repr(one.text) for one in case.concept.renderings)} is preferred"


def _describe_rivals(terms: Sequence[Term]) -> Iterator[str]:
    """Yield a message for each language in which several of the terms are preferred."""
    preferred = [one for one in terms if one.status is Status.PREFERRED]
    for language, number in Counter(one.language for one in preferred).items():
        if number > 1:
            texts = ", ".join(repr(one.text) for one in preferred if one.language == language)
            yield f"preferred in {language}: {texts}"
