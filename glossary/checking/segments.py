"""One segment: which of the terms that its source names are missing or wrong in its translation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.checking.designations import Designation, Name, advise_instead, is_forbidden
from glossary.checking.matching import Filled
from glossary.checking.memory import Memory
from glossary.checking.target import Target
from glossary.checking.wording import (
    tell_avoided,
    tell_left_in_chinese,
    tell_missing,
    tell_not_kept,
    tell_wrong_case,
)
from glossary.model import Finding, FindingKind, Pair, Side
from glossary.text.english import noun_form, split_words

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A term that a source names: where it stands there, and what it may be called."""

    start: int
    end: int
    designation: Designation


@dataclass(frozen=True, slots=True)
class Use:
    """A name that a translation has for a term, and the words that it takes up there."""

    name: Name
    filled: Filled

    @property
    def words(self) -> Words:
        """The numbers of its words."""
        return frozenset(at for first, last in self.filled for at in range(first, last + 1))

    def span(self, target: Target) -> tuple[int, int]:
        """Where it stands in the translation, in characters."""
        return target.span((min(self.words), max(self.words)))

    def is_closer(self, other: "Use", target: Target) -> bool:
        """Whether the same words are this name rather than another: ``gridded`` is not ``grid``."""
        return self.words == other.words and self._likeness(target) > other._likeness(target)

    def _likeness(self, target: Target) -> int:
        """How many of its words are the rendering's own, but for their number."""
        own = {noun_form(word.form) for word in split_words(self.name.text)}
        return sum(noun_form(target.words[at].form) in own for at in self.words)


@dataclass(slots=True)
class Checked:
    """What was found in a segment: its findings, and by term the names that its translation uses.

    ``mentions`` counts how often its source names each term.
    """

    target: Target
    mentions: dict[str, int]
    findings: list[Finding] = field(default_factory=list)
    uses: dict[str, list[Use]] = field(default_factory=dict)


def check_segment(
    pair: Pair, mentions: Sequence[Mention], memory: Memory, *, counted: bool = False
) -> Checked:
    """Check one segment. ``counted``: a term must be rendered as often as the source names it."""
    target = Target.read(pair.target)
    by_term: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_term.setdefault(mention.designation.term, []).append(mention)
    found = {term: find_uses(same[0].designation.accepted, target) for term, same in by_term.items()}
    wrong = {term: find_uses(same[0].designation.avoided, target) for term, same in by_term.items()}
    uses = {term: _without_closer(same, wrong[term], target) for term, same in found.items()}
    avoided = _without_shielded(wrong, [use.words for same in uses.values() for use in same])
    segment = _Segment(pair, target, memory, counted)
    findings = [
        finding
        for term, same in by_term.items()
        for finding in segment.judge(same, uses[term], avoided[term])
    ]
    return Checked(target, {term: len(same) for term, same in by_term.items()}, findings, uses)


def find_uses(names: Iterable[Name], target: Target) -> list[Use]:
    """Return where a translation has any of the names; what lies inside a longer one does not count."""
    uses = [Use(name, filled) for name in names for filled in name.find(target)]
    return [one for one in uses if not any(one.words < other.words for other in uses)]


def _without_closer(uses: Iterable[Use], avoided: Sequence[Use], target: Target) -> list[Use]:
    """Leave out what is rather, or is part of, a discouraged name: ``disputes`` of a forbidden phrase."""
    return [
        use
        for use in uses
        if not any(use.words < other.words or other.is_closer(use, target) for other in avoided)
    ]


def _without_shielded(avoided: Mapping[str, Sequence[Use]], good: Sequence[Words]) -> dict[str, list[Use]]:
    """Return the discouraged names in a translation, by term, that are a fault.

    One that is part of what will do is none: ``grid`` in ``power grid``, ``autonomy`` where the source names
    both self-governance and autonomy. Of two, one inside the other, the longer counts.
    """
    bad = [use.words for same in avoided.values() for use in same]
    return {
        term: [
            use
            for use in same
            if not any(use.words <= words for words in good) and not any(use.words < words for words in bad)
        ]
        for term, same in avoided.items()
    }


@dataclass(frozen=True, slots=True)
class _Segment:
    """A segment while it is judged, term by term."""

    pair: Pair
    target: Target
    memory: Memory
    counted: bool

    def judge(
        self, mentions: Sequence[Mention], uses: Sequence[Use], avoided: Sequence[Use]
    ) -> Iterator[Finding]:
        designation = mentions[0].designation
        if designation.kept:
            yield from self._judge_kept(mentions[0])
            return
        yield from (self._tell_avoided(use, designation) for use in avoided)
        wanted = len(mentions) if self.counted else 1
        for mention in mentions[len(uses) + len(avoided) : wanted]:
            if designation.accepted and not self._is_understood(mention):
                yield self._tell_missing(mention)

    def _is_understood(self, mention: Mention) -> bool:
        designation = mention.designation
        return self.memory.has_short_form(designation.term, self.target) or self.memory.has_pronoun(
            designation.term, self.pair, self.target, mention.start
        )

    def _judge_kept(self, mention: Mention) -> Iterator[Finding]:
        kept = mention.designation.kept
        if not any(spelling in self.pair.target for spelling in kept):
            yield self._make(FindingKind.UNTRANSLATED, mention, tell_not_kept(kept[0]), expected=kept)

    def _tell_avoided(self, use: Use, designation: Designation) -> Finding:
        start, end = use.span(self.target)
        found, instead = self.pair.target[start:end], advise_instead(use.name, designation)
        kind = FindingKind.FORBIDDEN if is_forbidden(use.name) else FindingKind.DEPRECATED
        return Finding(
            pair=self.pair,
            side=Side.TARGET,
            kind=kind,
            term=designation.term,
            start=start,
            end=end,
            expected=instead,
            found=found,
            message=tell_avoided(kind, found, designation.term, instead),
        )

    def _tell_missing(self, mention: Mention) -> Finding:
        designation, text = mention.designation, self.pair.target
        expected = designation.expected
        if designation.term in text:
            message, found = tell_left_in_chinese(designation.term, expected), designation.term
        elif other := _in_other_case(designation, text):
            message, found = tell_wrong_case(designation.term, other, expected), other
        else:
            message, found = tell_missing(designation.term, expected), ""
        return self._make(FindingKind.MISSING, mention, message, expected=expected, found=found)

    def _make(
        self, kind: FindingKind, mention: Mention, message: str, *, expected: tuple[str, ...], found: str = ""
    ) -> Finding:
        return Finding(
            pair=self.pair,
            side=Side.SOURCE,
            kind=kind,
            term=mention.designation.term,
            start=mention.start,
            end=mention.end,
            expected=expected,
            found=found,
            message=message,
        )


def _in_other_case(designation: Designation, text: str) -> str:
    """Return a case-sensitive rendering as the translation writes it, in another case."""
    for name in designation.accepted:
        at = text.casefold().find(name.text.casefold())
        if at >= 0:
            return text[at : at + len(name.text)]
    return ""
