"""W3… and I3…: what a concept lacks."""

from collections.abc import Iterator

from glossary.curation.checks.finding import Case

DEFINED_IN = {"zh": "Chinese", "en": "English"}


def find_no_rendering(case: Case) -> Iterator[str]:
    """A concept has no rendering.

    A lookup finds the term and cannot say what to write.

    Fix: add one with `glossary add ZH EN`; without a publisher it counts as composed.
    """
    if not case.concept.renderings:
        yield "there is no rendering"


def find_gap(case: Case) -> Iterator[str]:
    """Nobody is on record as having used any of the renderings: a gap.

    That is no fault. Every lookup says it, and the list shows where to search for evidence.

    Fix: add evidence when you meet some; else leave it.
    """
    concept = case.concept
    if concept.renderings and concept.is_gap:
        yield "composed or machine-made: " + ", ".join(repr(one.text) for one in concept.renderings)


def find_half_defined(case: Case) -> Iterator[str]:
    """A concept is defined in one of Chinese and English and not in the other.

    Readers of the other language learn less.

    Fix: write the missing definition (`glossary concept edit ID --set definition.en=TEXT`).
    """
    languages = {one.language.lower().split("-")[0] for one in case.concept.definitions}
    there = [name for tag, name in DEFINED_IN.items() if tag in languages]
    missing = [name for tag, name in DEFINED_IN.items() if tag not in languages]
    if there and missing:
        yield f"defined in {there[0]}, not in {missing[0]}"
