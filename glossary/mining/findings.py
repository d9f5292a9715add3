"""What is found in one document by itself, before anything is counted."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from msgspec.structs import replace

from glossary.mining.declared import Declaration, declared_in
from glossary.mining.marked import Mark, find_marks
from glossary.mining.persons import find_persons
from glossary.mining.slogans import Parallel, find_parallels
from glossary.model import Span


@dataclass(frozen=True, slots=True)
class Findings:
    """What one document declares and marks, its parallel clauses, and the persons that it names."""

    declarations: tuple[Declaration, ...] = ()
    marks: tuple[Mark, ...] = ()
    parallels: tuple[Parallel, ...] = ()
    persons: tuple[str, ...] = ()

    @property
    def marked_keys(self) -> frozenset[str]:
        """The keys of all that is marked or declared."""
        declared = (name for pair in self.declarations for name in (pair.full, pair.name))
        return frozenset((*declared, *(mark.key for mark in self.marks)))


def study(masked: Sequence[str]) -> list[Findings]:
    """Return what is found in each of some masked texts."""
    parallels = _find_all_parallels(masked)
    return [_study_one(*pair) for pair in zip(masked, parallels, strict=True)]


def _study_one(masked: str, parallels: Sequence[Parallel]) -> Findings:
    whole = [Span(start=0, end=len(masked))]
    return Findings(
        tuple(declared_in(masked, whole)),
        tuple(sorted(find_marks(masked, whole))),
        tuple(parallels),
        tuple(sorted(find_persons(masked, whole))),
    )


def _find_all_parallels(masked: Sequence[str]) -> list[list[Parallel]]:
    """Return the parallel clauses of each text; many texts are looked through at once, which is faster."""
    starts = [0, *accumulate(map(len, masked))]
    found: list[list[Parallel]] = [[] for _ in masked]
    for one in find_parallels("".join(masked), [Span(start=0, end=starts[-1])]):
        number = bisect_right(starts, one.start) - 1
        found[number].append(replace(one, start=one.start - starts[number], end=one.end - starts[number]))
    return found
