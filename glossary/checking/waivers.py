"""Findings that somebody accepted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.model import Finding, Waiver


@dataclass(slots=True)
class Waiving:
    """Sets findings aside that a waiver covers, and remembers which waivers covered any."""

    waivers: Sequence[Waiver]
    waived: int = 0
    _used: set[int] = field(default_factory=set)

    def sift(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that no waiver covers."""
        for finding in findings:
            covering = [number for number, waiver in enumerate(self.waivers) if waiver.covers(finding)]
            self._used.update(covering)
            self.waived += bool(covering)
            if not covering:
                yield finding

    @property
    def unused(self) -> list[Waiver]:
        """The waivers that covered nothing: what they accepted is not there any more."""
        return [waiver for number, waiver in enumerate(self.waivers) if number not in self._used]
