"""Checking translations against a base: pairs in, findings out, one after the other."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, islice

from glossary.checking.designations import Designation, designate
from glossary.checking.document import Checker, Recognised
from glossary.checking.segments import Mention
from glossary.model import Concept, Finding, Pair
from glossary.services.defaults import MOST_MODIFIERS
from glossary.services.progress import Progress, no_progress
from glossary.services.recognition.automata import Shelf
from glossary.services.recognition.lexicon import Lexicon
from glossary.store.database import Base

PAIRS_AT_ONCE = 200
LINE_END, SPACE = "\n", " "


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How strictly to check.

    ``counted``: a term must be rendered as often as its segment names it. ``modifiers``: how many other words
    may stand between two words of a rendering, ``own_modifiers`` the same for some, by their text.
    """

    counted: bool = False
    modifiers: int = MOST_MODIFIERS
    own_modifiers: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """So far: how many segments, how many of them lack a side, how many terms were looked for."""

    segments: int = 0
    empty: int = 0
    checked: int = 0


@dataclass(slots=True)
class _Names:
    """What each term that was met may be called, made once."""

    lexicon: Lexicon
    options: CheckOptions
    _known: dict[tuple[str, tuple[str, ...]], Designation] = field(default_factory=dict)

    def mentions(self, pairs: Sequence[Pair]) -> list[list[Mention]]:
        """Return for each pair the terms that its source names, the longest at each place.

        All sources are searched at once, each as a line, which no term reaches over.
        """
        lines = [pair.source.replace(LINE_END, SPACE) for pair in pairs]
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        found: list[list[Mention]] = [[] for _ in pairs]
        for match in self.lexicon.find(LINE_END.join(lines)):
            line = bisect_right(starts, match.start) - 1
            designation = self._designate(match.term, match.concepts)
            found[line].append(Mention(match.start - starts[line], match.end - starts[line], designation))
        return found

    def _designate(self, term: str, ids: tuple[str, ...]) -> Designation:
        known = self._known.get((term, ids))
        if known is None:
            concepts = list(self.lexicon.concepts(ids).values())
            known = self._known[term, ids] = designate(
                term,
                concepts,
                modifiers=self.options.modifiers,
                own_modifiers=self.options.own_modifiers,
                nested=self._nested(term),
            )
        return known

    def _nested(self, term: str) -> list[Concept]:
        """The concepts that shorter terms within a term name."""
        inner = [one for one in self.lexicon.find(term, nested=True) if one.end - one.start < len(term)]
        ids = dict.fromkeys(id for one in inner for id in one.concepts)
        return list(self.lexicon.concepts([*ids]).values())


def check_pairs(
    base: Base,
    pairs: Iterable[Pair],
    *,
    options: CheckOptions | None = None,
    tally: Tally | None = None,
    shelf: Shelf | None = None,
    progress: Progress = no_progress,
) -> Iterator[Finding]:
    """Yield what is wrong in the pairs, those of one file after the other.

    What differs within a file is told after its last segment. ``tally`` is kept up to date, and ``progress``
    hears how many segments are done. A program that runs on gives its own ``shelf``. Some hundred pairs are
    held at a time, and the findings not at all.
    """
    options, tally = options or CheckOptions(), tally or Tally()
    names = _Names(Lexicon(base, shelf), options)
    for _, same in groupby(pairs, key=lambda pair: pair.path):
        checker = Checker(counted=options.counted)
        yield from checker.check(_recognise(same, names, tally, progress))
        tally.checked += checker.checked


def _recognise(
    pairs: Iterator[Pair], names: _Names, tally: Tally, progress: Progress
) -> Iterator[Recognised]:
    last = 0
    while some := list(islice(pairs, PAIRS_AT_ONCE)):
        for pair, mentions in zip(some, names.mentions(some), strict=True):
            tally.segments += pair.number != last
            tally.empty += not pair.is_whole
            last = pair.number
            yield pair, mentions
        progress("checking", tally.segments, 0)
