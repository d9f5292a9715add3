"""How much of a text's recurring terms a base covers: the values, the figures and the JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from glossary.report.annotation import Naming

Payload = dict[str, Any]


class Readiness(StrEnum):
    """How far a translator is helped: by an attested preferred rendering, by less, by nothing."""

    READY = "ready"
    NO_PREFERRED = "no-preferred"
    GAP = "gap"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringTerm:
    """A term that comes back in the texts: how often, in how many of them, and how it stood once.

    ``concepts`` are ids; ``rendering`` is what to write; both are empty where the base does not know it.
    """

    term: str
    count: int
    documents: int
    readiness: Readiness
    left: str
    keyword: str
    right: str
    rendering: str = ""
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Share:
    """So many of ``total`` are ready, need a decision or evidence, or are missing."""

    ready: int
    unfinished: int
    missing: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.ready + self.unfinished + self.missing

    @property
    def known(self) -> float:
        """Which share of all the base knows, from 0 to 1; nothing to know is wholly known."""
        return (self.ready + self.unfinished) / self.total if self.total else 1.0


@dataclass(frozen=True)
class Coverage:
    """The recurring terms of some texts, the most frequent first; ``copies`` of them were left out."""

    terms: Sequence[RecurringTerm]
    documents: int
    characters: int
    copies: int = 0

    @cached_property
    def of_terms(self) -> Share:
        """The share of different terms."""
        return _share([(one, 1) for one in self.terms])

    @cached_property
    def of_occurrences(self) -> Share:
        """The share of all places where one of the terms stands."""
        return _share([(one, one.count) for one in self.terms])

    def that_are(self, readiness: Readiness) -> list[RecurringTerm]:
        """Return the terms that are so far."""
        return [one for one in self.terms if one.readiness is readiness]


def _share(weighed: Iterable[tuple[RecurringTerm, int]]) -> Share:
    sums = dict.fromkeys(Readiness, 0)
    for one, weight in weighed:
        sums[one.readiness] += weight
    unfinished = sums[Readiness.NO_PREFERRED] + sums[Readiness.GAP]
    return Share(sums[Readiness.READY], unfinished, sums[Readiness.MISSING])


def judge_readiness(naming: Naming) -> Readiness:
    """Return how far a known term helps: a gap says less than a rendering that is not preferred."""
    if naming.is_gap:
        return Readiness.GAP
    return Readiness.READY if naming.has_preferred else Readiness.NO_PREFERRED


def describe_coverage(coverage: Coverage) -> Payload:
    """Return the coverage as JSON; shares are from 0 to 1."""
    return {
        "documents": coverage.documents,
        "characters": coverage.characters,
        "copies": coverage.copies,
        "recurring": {
            "terms": _describe_share(coverage.of_terms),
            "occurrences": _describe_share(coverage.of_occurrences),
            "missing": [asdict(one) for one in coverage.that_are(Readiness.MISSING)],
            "without_preferred": [asdict(one) for one in coverage.that_are(Readiness.NO_PREFERRED)],
            "gaps": [asdict(one) for one in coverage.that_are(Readiness.GAP)],
            "ready": [asdict(one) for one in coverage.that_are(Readiness.READY)],
        },
    }


def _describe_share(share: Share) -> Payload:
    return {"total": share.total, "known_share": round(share.known, 4), **asdict(share)}
