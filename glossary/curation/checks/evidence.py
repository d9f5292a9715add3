"""W2…: who used a rendering, and when."""

from collections import defaultdict
from collections.abc import Iterator

from glossary.curation.checks.finding import Case
from glossary.model import DISCOURAGED, Concept, Rendering, Status, Tier

NOBODYS_USE = (Tier.COMPOSED, Tier.MACHINE)


def find_undated(case: Case) -> Iterator[str]:
    """Evidence has no date.

    Official English moves; without a date nobody can tell what is newer. What was composed, and what a
    machine wrote, needs none.

    Fix: add the date, be it the year alone; where nothing can be found, say so in the note and leave it.
    """
    for rendering in case.concept.renderings:
        undated = [fact for fact in rendering.evidence if not fact.date and fact.tier not in NOBODYS_USE]
        if undated:
            publishers = ", ".join(dict.fromkeys(fact.publisher for fact in undated))
            yield f"no date for {rendering.text!r}: {publishers}"


def find_future(case: Case) -> Iterator[str]:
    """Evidence has a date that is still to come.

    Most often a slip of the pen; and for years it would hide that a rendering has become stale.

    Fix: look the date up again and correct it (`glossary concept edit ID`).
    """
    for rendering in case.concept.renderings:
        for fact in rendering.evidence:
            if fact.date > case.today[: len(fact.date)]:
                yield f"{fact.publisher or 'evidence'} for {rendering.text!r} is dated {fact.date}"


def find_stale(case: Case) -> Iterator[str]:
    """Nobody is on record as having used the preferred rendering for years.

    Only dated evidence counts, and the newest of it; a year or a month counts to its end. A rendering that
    was composed has no age. `--stale-years` says how many years are too many.

    Fix: look whether it is still in use; add newer evidence, or prefer what is written now.
    """
    for rendering in case.concept.renderings:
        dates = [fact.date for fact in rendering.evidence if fact.date and fact.tier not in NOBODYS_USE]
        newest = max(dates, default="")
        if rendering.status is Status.PREFERRED and newest and newest < case.oldest[: len(newest)]:
            yield f"the newest evidence for {rendering.text!r} is of {newest}"


def find_no_evidence(case: Case) -> Iterator[str]:
    """A rendering that may be written has no evidence whatever.

    Even one that was composed has a line that says so.

    Fix: say who uses it with `glossary add ZH EN --publisher …`, or without a publisher that it is composed.
    """
    for rendering in case.concept.renderings:
        if rendering.status not in DISCOURAGED and not rendering.evidence:
            yield f"nothing says where {rendering.text!r} comes from"


def find_official_conflict(case: Case) -> Iterator[str]:
    """Several official forms compete, and nothing says which one to write where.

    Official bodies disagree; both forms stay, but a translator must be told. Forms of different types, or
    for different Chinese terms of the concept, do not compete.

    Fix: prefer one form, and say in the note of each other one where it belongs.
    """
    for official in _rivals(case.concept):
        others = ", ".join(repr(one.text) for one in official)
        if not any(one.status is Status.PREFERRED for one in case.concept.renderings):
            yield f"official, and none preferred: {others}"
            continue
        for one in official:
            if one.status is not Status.PREFERRED and not one.note:
                yield f"{one.text!r} has no note that says where it belongs; official are {others}"


def _rivals(concept: Concept) -> Iterator[list[Rendering]]:
    """Yield the official forms that compete, where there are several."""
    groups: defaultdict[tuple[str, str, str], list[Rendering]] = defaultdict(list)
    for one in concept.renderings:
        if one.status not in DISCOURAGED and any(fact.tier is Tier.OFFICIAL for fact in one.evidence):
            groups[one.language, one.term_type, one.serves].append(one)
    yield from (group for group in groups.values() if len(group) > 1)
