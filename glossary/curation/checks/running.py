"""Running the checks over a base."""

from collections.abc import Container, Iterable, Iterator
from datetime import date

from glossary.curation.checks.finding import AnyCheck, Case, Finding, Trouble
from glossary.curation.checks.outline import Outline
from glossary.curation.checks.registry import BASE_CHECKS, CODES, CONCEPT_CHECKS
from glossary.model import Concept, KeyedConcept

FIRST_YEAR = 1
RECOMMENDATION_GROUP = "1"


def check_base(
    concepts: Iterable[KeyedConcept],
    *,
    today: date,
    stale_years: int,
    codes: Container[str] = CODES,
) -> Iterator[Finding]:
    """Yield what the checks of these codes find, first concept by concept, then about the whole base.

    Evidence is stale when it is more than ``stale_years`` older than ``today``.

    Each concept is looked at once and let go. What remains of it until the end is its id, its head, its
    relations and the keys by which duplicates are found: 1.5 to 2 kB, so about 2 GB for a million concepts.
    """
    outline = Outline()
    oldest, day = _years_before(today, stale_years), today.isoformat()
    one_by_one = [check for check in CONCEPT_CHECKS if check.code in codes]
    for keyed in concepts:
        outline.take(keyed)
        case, head = Case(keyed.concept, oldest, day), keyed.concept.head.text
        for check in one_by_one:
            for message in check.find(case):
                yield _make_finding(check, Trouble(keyed.concept.id, message), head)
    for whole in BASE_CHECKS:
        if whole.code in codes:
            for trouble in whole.find(outline):
                yield _make_finding(whole, trouble, outline.heads[trouble.concept])


def find_problems(concept: Concept) -> list[str]:
    """Return what is wrong with the recommendations of one concept, a sentence each with what to do."""
    case = Case(concept, "", "")
    checks = (check for check in CONCEPT_CHECKS if check.code[1:].startswith(RECOMMENDATION_GROUP))
    return [f"{message}; {check.fix}" for check in checks for message in check.find(case)]


def _make_finding(check: AnyCheck, trouble: Trouble, term: str) -> Finding:
    return Finding(
        code=check.code,
        severity=check.severity,
        concept=trouble.concept,
        term=term,
        message=trouble.message,
        fix=check.fix,
        other=trouble.other,
    )


def _years_before(today: date, years: int) -> str:
    """Return the day so many years ago as YYYY-MM-DD; it may be February 29 of a year without one."""
    return f"{max(today.year - years, FIRST_YEAR):04d}-{today:%m-%d}"
