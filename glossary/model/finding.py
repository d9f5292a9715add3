"""What a check of a translation finds, and what somebody accepted."""

from dataclasses import dataclass
from enum import StrEnum

from glossary.model.checks import require_text, require_writable
from glossary.model.pair import Pair


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

    ``pair`` is the segment; ``start`` and ``end`` point into the text of its ``side``, in code points.
    ``term`` is the Chinese term, ``expected`` what would do, the best first, and ``found`` what stands there
    instead, if anything does.
    """

    pair: Pair
    side: Side
    kind: FindingKind
    term: str
    start: int
    end: int
    expected: tuple[str, ...] = ()
    found: str = ""
    message: str

    @property
    def text(self) -> str:
        """The text that it points into."""
        return self.pair.source if self.side is Side.SOURCE else self.pair.target


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
            and self.where in ("", finding.pair.where, str(finding.pair.number))
        )
