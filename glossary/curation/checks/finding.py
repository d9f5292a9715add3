"""What a check is, what it looks at, and what it finds."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

from glossary.model import Concept

FIX = "Fix: "


class Severity(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SEVERITY_OF_LETTER = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check found: ``concept`` is an id, ``term`` its head, ``fix`` says what to do.

    ``other`` is the id of the other concept where two are concerned, else empty.
    """

    code: str
    severity: Severity
    concept: str
    term: str
    message: str
    fix: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One concept under examination on the day ``today``; evidence from before ``oldest`` is stale.

    Both are YYYY-MM-DD.
    """

    concept: Concept
    oldest: str
    today: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a check of the whole base found about one concept, and about another one, by their ids."""

    concept: str
    message: str
    other: str = ""


Seen = TypeVar("Seen")
Said = TypeVar("Said", str, Trouble)


@dataclass(frozen=True, slots=True)
class Check(Generic[Seen, Said]):
    """A code and the function behind it, whose docstring explains it."""

    code: str
    find: Callable[[Seen], Iterator[Said]]

    @property
    def severity(self) -> Severity:
        """How bad its findings are; the letter of the code says it."""
        return SEVERITY_OF_LETTER[self.code[0]]

    @property
    def explanation(self) -> str:
        """The whole docstring."""
        return inspect.getdoc(self.find) or ""

    @property
    def message(self) -> str:
        """The first paragraph of the docstring."""
        return _join(self.explanation.split("\n\n")[0])

    @property
    def fix(self) -> str:
        """What to do, by the docstring."""
        return _read_fix(self.find)


AnyCheck = Check[Any, Any]


@cache
def _read_fix(find: Callable[[Any], Any]) -> str:
    """Return the last paragraph; kept, since a big base has a finding a concept."""
    return _join((inspect.getdoc(find) or "").partition(f"\n\n{FIX}")[2])


def _join(lines: str) -> str:
    return " ".join(lines.split())
