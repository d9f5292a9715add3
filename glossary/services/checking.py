"""Checking translations against a base: pairs in, findings out, one after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from glossary.checking.designations import Designation, designate
from glossary.checking.document import Checker, Recognised
from glossary.checking.segments import Mention
from glossary.checking.waivers import Waiving
from glossary.model import Finding, Pair, Waiver
from glossary.services.defaults import MOST_MODIFIERS
from glossary.services.recognising import Lexicon, open_lexicon
from glossary.services.running import Progress, no_progress
from glossary.store.database import Base

SEGMENTS_A_REPORT = 100


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
    """How many segments there are so far, and how many terms were looked for in their translations."""

    segments: int = 0
    checked: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check that is done: what was found but for what was waived, and how much was looked at."""

    findings: tuple[Finding, ...]
    segments: int
    checked: int
    waived: int = 0
    unused: tuple[Waiver, ...] = ()


@dataclass(slots=True)
class _Names:
    """What each term that was met may be called, made once."""

    lexicon: Lexicon
    options: CheckOptions
    _known: dict[tuple[str, tuple[str, ...]], Designation] = field(default_factory=dict)

    def mentions(self, text: str) -> list[Mention]:
        """Return the terms that a source text names, the longest at each place."""
        return [
            Mention(match.start, match.end, self._designate(match.term, match.concepts))
            for match in self.lexicon.find(text)
        ]

    def _designate(self, term: str, ids: tuple[str, ...]) -> Designation:
        known = self._known.get((term, ids))
        if known is None:
            concepts = list(self.lexicon.concepts(ids).values())
            known = self._known[term, ids] = designate(
                term,
                concepts,
                modifiers=self.options.modifiers,
                own_modifiers=self.options.own_modifiers,
            )
        return known


def check(
    base: Base,
    pairs: Iterable[Pair],
    *,
    options: CheckOptions | None = None,
    waivers: Sequence[Waiver] = (),
    progress: Progress = no_progress,
) -> Outcome:
    """Return what is wrong in the pairs, those of one file after the other; ``progress`` counts them."""
    tally, waiving = Tally(), Waiving(waivers)
    found = check_pairs(base, _counted(pairs, progress), options=options, tally=tally)
    findings = tuple(waiving.sift(found))
    return Outcome(findings, tally.segments, tally.checked, waiving.waived, tuple(waiving.unused))


def _counted(pairs: Iterable[Pair], progress: Progress) -> Iterator[Pair]:
    for number, pair in enumerate(pairs):
        if number % SEGMENTS_A_REPORT == 0:
            progress("checking", number, 0)
        yield pair


def check_pairs(
    base: Base, pairs: Iterable[Pair], *, options: CheckOptions | None = None, tally: Tally | None = None
) -> Iterator[Finding]:
    """Yield what is wrong in the pairs, those of one file after the other; ``tally`` is kept up to date.

    What differs within a file is told after its last segment.
    """
    options, tally = options or CheckOptions(), tally or Tally()
    with open_lexicon(base) as lexicon:
        names = _Names(lexicon, options)
        for _, same in groupby(pairs, key=lambda pair: pair.path):
            checker = Checker(counted=options.counted)
            yield from checker.check(_recognise(same, names, tally))
            tally.checked += checker.checked


def _recognise(pairs: Iterable[Pair], names: _Names, tally: Tally) -> Iterator[Recognised]:
    last = 0
    for pair in pairs:
        tally.segments += pair.number != last
        last = pair.number
        yield pair, names.mentions(pair.source)
