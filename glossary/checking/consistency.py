"""A document as a whole: one term, one rendering."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from glossary.checking.segments import Use
from glossary.checking.target import Target
from glossary.checking.wording import tell_inconsistent
from glossary.model import Finding, FindingKind, Pair, Side

Family = tuple[str, ...]
Topic = tuple[str, str]
"""A term and a concept: the two senses of a homograph are rendered apart."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a segment has a name: enough to make a finding of it later."""

    segment: int
    where: str
    path: str
    start: int
    end: int
    found: str


@dataclass(slots=True)
class _Variant:
    """One way of rendering a term in a document: its places, and what the base calls it."""

    text: str
    places: dict[int, _Place] = field(default_factory=dict)


@dataclass(slots=True)
class Consistency:
    """The renderings of each term over the segments of a document."""

    _topics: dict[Topic, dict[Family, _Variant]] = field(default_factory=dict)

    def learn(self, term: str, uses: Iterable[Use], pair: Pair) -> None:
        """Remember how a segment renders a term; acronyms and short forms are no rendering of their own."""
        target = Target.read(pair.target)
        for use in uses:
            if use.name.is_short:
                continue
            variants = self._topics.setdefault((term, use.name.concept), {})
            variant = variants.setdefault(use.name.family, _Variant(use.name.text))
            start, end = target.span((min(use.words), max(use.words)))
            place = _Place(pair.number, pair.where, pair.path, start, end, pair.target[start:end])
            variant.places.setdefault(pair.number, place)

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each segment that renders a term otherwise than most, in their order."""
        found = [one for (term, _), variants in self._topics.items() for one in _deviations(term, variants)]
        yield from sorted(found, key=lambda finding: (finding.segment, finding.start))


def _deviations(term: str, variants: dict[Family, _Variant]) -> Iterator[Finding]:
    usual, *others = sorted(variants.values(), key=lambda variant: -len(variant.places))
    for other in others:
        places = [place for number, place in other.places.items() if number not in usual.places]
        for place in places:
            yield _make(term, place, usual, places)


def _make(term: str, place: _Place, usual: _Variant, places: Sequence[_Place]) -> Finding:
    return Finding(
        segment=place.segment,
        where=place.where,
        path=place.path,
        side=Side.TARGET,
        kind=FindingKind.INCONSISTENT,
        term=term,
        start=place.start,
        end=place.end,
        expected=(usual.text,),
        found=place.found,
        message=tell_inconsistent(term, place.found, len(places), usual.text, len(usual.places)),
    )
