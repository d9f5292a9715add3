"""A whole document: segment after segment, with what was said before in mind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.checking.consistency import Consistency
from glossary.checking.memory import Memory
from glossary.checking.segments import Checked, Mention, check_segment
from glossary.model import Finding, Pair

Recognised = tuple[Pair, Sequence[Mention]]


@dataclass(slots=True)
class Checker:
    """Checks the segments of one document in their order. ``checked`` counts the terms looked for."""

    counted: bool = False
    checked: int = 0
    segments: int = 0
    _memory: Memory = field(default_factory=Memory)
    _consistency: Consistency = field(default_factory=Consistency)

    def check(self, pairs: Iterable[Recognised]) -> Iterator[Finding]:
        """Yield what is wrong: segment by segment, at the end what differs between segments."""
        for pair, mentions in pairs:
            yield from self._check_pair(pair, [one for one in mentions if one.designation.is_checked])
        yield from self._consistency.findings()

    def _check_pair(self, pair: Pair, mentions: Sequence[Mention]) -> list[Finding]:
        self.segments = max(self.segments, pair.number)
        if not pair.is_whole:
            return []
        self.checked += len(mentions)
        checked = check_segment(pair, mentions, self._memory, counted=self.counted)
        self._learn(pair, checked)
        return checked.findings

    def _learn(self, pair: Pair, checked: Checked) -> None:
        for term, uses in checked.uses.items():
            self._memory.learn(term, [use.name for use in uses], pair.number)
            self._consistency.learn(term, checked.mentions[term], uses, pair, checked.target)
