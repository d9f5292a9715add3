"""Examining a base with the coded checks."""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from glossary.curation.checks import CODES, Finding, Severity, check_base
from glossary.errors import BaseError, InvalidInput
from glossary.model import KeyedConcept
from glossary.services.concepts.duplicates import key_stored
from glossary.services.defaults import DEFAULT_STALE_YEARS
from glossary.services.progress import Progress, no_progress
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.store.rows import batches

STAGE = "checking concepts"
CONCEPTS_AT_A_TIME = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What was found, and in how many concepts it was looked for."""

    findings: tuple[Finding, ...]
    checked: int

    @property
    def counts(self) -> dict[str, int]:
        """How many findings each code has, in the order of codes; a code without any is left out."""
        counted = Counter(finding.code for finding in self.findings)
        return {code: counted[code] for code in CODES if counted[code]}

    def has(self, worst: Severity) -> bool:
        """Whether anything was found that is as bad as ``worst``, or worse."""
        order = list(Severity)
        return any(order.index(finding.severity) <= order.index(worst) for finding in self.findings)


def examine_base(
    base: Base,
    *,
    today: date,
    stale_years: int = DEFAULT_STALE_YEARS,
    codes: Collection[str] = CODES,
    progress: Progress = no_progress,
) -> Diagnosis:
    """Return what the checks of these codes find in the base; ``progress`` hears that it goes on.

    Raises BaseError where the base holds what is no concept, and so cannot be read.
    """
    with _damage_told(base), base.reading() as connection:
        concepts = _read_keyed(connection, progress)
        findings = tuple(check_base(concepts, today=today, stale_years=stale_years, codes=codes))
        return Diagnosis(findings=findings, checked=concept_rows.count_concepts(connection))


@contextmanager
def _damage_told(base: Base) -> Iterator[None]:
    """Say what to do where another tool wrote what no concept can be, such as one without a Chinese term."""
    try:
        yield
    except InvalidInput as error:
        raise BaseError(
            f"{base.location}: another tool wrote what glossary cannot read ({error}); "
            "put a backup in its place, or take that out with the tool that wrote it"
        ) from None


def _read_keyed(connection: Connection, progress: Progress) -> Iterator[KeyedConcept]:
    """Yield all concepts with the keys that the checks need."""
    for batch in batches(concept_rows.iterate_concepts(connection), CONCEPTS_AT_A_TIME):
        progress(STAGE, 0, 0)
        yield from key_stored(connection, batch)
