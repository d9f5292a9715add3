"""What a check of a translation finds, and what somebody accepted."""

from dataclasses import dataclass
from enum import StrEnum

from glossary.model.checks import require_text, require_writable


class FindingKind(StrEnum):
    """What is wrong with a translation."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"
    DEPRECATED = "deprecated"
    INCONSISTENT = "inconsistent"
    UNTRANSLATED = "untranslated-rule"


class Side(StrEnum):
    """The text that a finding points into."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of a translation.

    ``segment`` counts from 1 and ``where`` is what the file calls it; ``start`` and ``end`` point into the
    text of ``side``, in code points. ``term`` is the Chinese term, ``expected`` what would do, the best
    first, and ``found`` what stands there instead, if anything does.
    """

    segment: int
    where: str = ""
    path: str = ""
    side: Side
    kind: FindingKind
    term: str
    start: int
    end: int
    expected: tuple[str, ...] = ()
    found: str = ""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Findings that somebody accepted, and why.

    It covers those about ``term``, of ``kind`` where it names one, with ``found`` where it gives it, in the
    segment called ``where``. ``who`` and ``when`` (UTC, ISO 8601) are kept where a base keeps it.
    """

    term: str
    kind: FindingKind | None = None
    found: str = ""
    where: str = ""
    reason: str
    who: str = ""
    when: str = ""

    def __post_init__(self) -> None:
        require_text(self.term, "the term of a waiver")
        require_text(self.reason, "the reason of a waiver")
        require_writable("a waiver", self.found, self.where, self.who)

    def covers(self, finding: Finding) -> bool:
        """Return whether a finding is one of those accepted."""
        return (
            self.term == finding.term
            and self.kind in (None, finding.kind)
            and self.found.casefold() in ("", finding.found.casefold())
            and self.where in ("", finding.where, str(finding.segment))
        )
