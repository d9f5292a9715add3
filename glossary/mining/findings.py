"""What is found in one document by itself, before anything is counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.mining.declared import Declaration, declared_in
from glossary.mining.marked import Mark, find_marks
from glossary.mining.names import find_persons
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


def study(folded: str, kept: Sequence[Span]) -> Findings:
    """Return what is found in the kept stretches of a folded text."""
    return Findings(
        tuple(declared_in(folded, kept)),
        tuple(sorted(find_marks(folded, kept))),
        tuple(find_parallels(folded, kept)),
        tuple(sorted(find_persons(folded, kept))),
    )
