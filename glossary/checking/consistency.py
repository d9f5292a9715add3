"""A document as a whole: one term, one rendering."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from glossary.checking.segments import Use
from glossary.checking.target import Target
from glossary.checking.wording import tell_inconsistent
from glossary.model import Finding, FindingKind, Pair, Side

MOST_PLACES = 1_000
"""So many places are kept of one rendering of a term; beyond that they are counted."""
Family = tuple[str, ...]
Topic = tuple[str, str]
"""A term and a concept: the two senses of a homograph are rendered apart."""
Place = tuple[Pair, int, int]
"""A segment, and where a name starts and ends in its translation."""


@dataclass(slots=True)
class _Variant:
    """One way of rendering a term in a document, as the base has it; in how many segments, and where."""

    text: str
    times: int = 0
    places: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Consistency:
    """The renderings of each term over the segments of a document."""

    _topics: dict[Topic, dict[Family, _Variant]] = field(default_factory=dict)

    def learn(self, term: str, mentions: int, uses: Iterable[Use], pair: Pair, target: Target) -> None:
        """Remember how a segment that names a term so many times renders it.

        Of more renderings than that only the best count: the ``oversight`` beside ``inspection`` may be that
        of something else. Acronyms and short forms are no renderings of their own.
        """
        first: dict[Family, Use] = {}
        for use in uses:
            if not use.name.is_short:
                first.setdefault(use.name.family, use)
        for family, use in list(first.items())[:mentions]:
            self._count(term, family, use, pair, target)

    def _count(self, term: str, family: Family, use: Use, pair: Pair, target: Target) -> None:
        variants = self._topics.setdefault((term, use.name.concept), {})
        variant = variants.setdefault(family, _Variant(use.name.text))
        variant.times += 1
        if len(variant.places) < MOST_PLACES:
            variant.places.append((pair, *use.span(target)))

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each segment that renders a term otherwise than most, in their order."""
        found = [one for (term, _), variants in self._topics.items() for one in _deviations(term, variants)]
        yield from sorted(found, key=lambda finding: (finding.pair.number, finding.start))


def _deviations(term: str, variants: dict[Family, _Variant]) -> Iterator[Finding]:
    usual, *others = sorted(variants.values(), key=lambda variant: -variant.times)
    for other in others:
        yield from (_make(term, place, other, usual) for place in other.places)


def _make(term: str, place: Place, other: _Variant, usual: _Variant) -> Finding:
    pair, start, end = place
    found = pair.target[start:end]
    return Finding(
        pair=pair,
        side=Side.TARGET,
        kind=FindingKind.INCONSISTENT,
        term=term,
        start=start,
        end=end,
        expected=(usual.text,),
        found=found,
        message=tell_inconsistent(term, found, other.times, usual.text, usual.times),
    )
