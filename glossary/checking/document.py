"""A whole document: segment after segment, with what was said before in mind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.checking.consistency import Consistency
from glossary.checking.memory import Memory
from glossary.checking.segments import Checked, Mention, check_segment
from glossary.model import Finding, Pair

DERIVING = re.compile("化(?![解险工学石合妆纤验])")
"""What makes a verb of a term: -ize. Before these characters it begins a word of its own."""
Recognised = tuple[Pair, Sequence[Mention]]


@dataclass(slots=True)
class Checker:
    """Checks the segments of one document in their order. ``checked`` counts the terms looked for."""

    counted: bool = False
    checked: int = 0
    _memory: Memory = field(default_factory=Memory)
    _consistency: Consistency = field(default_factory=Consistency)

    def check(self, pairs: Iterable[Recognised]) -> Iterator[Finding]:
        """Yield what is wrong: segment by segment, at the end what differs between segments."""
        for pair, mentions in pairs:
            yield from self._check_pair(pair, [one for one in mentions if _counts(one, pair)])
        yield from self._consistency.findings()

    def _check_pair(self, pair: Pair, mentions: Sequence[Mention]) -> list[Finding]:
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


def _counts(mention: Mention, pair: Pair) -> bool:
    """Whether a mention demands anything: 网格化 is another word than 网格, 网格化解 is not."""
    designation = mention.designation
    is_meant = not designation.within or any(words in pair.source for words in designation.within)
    return designation.is_checked and is_meant and not DERIVING.match(pair.source, mention.end)
