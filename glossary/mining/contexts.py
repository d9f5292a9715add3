"""Concordance: where a string stands, with what surrounds it, and how it is written there."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.mining.counting import Occurrence
from glossary.mining.segments import CLOSING_QUOTES, OPENING_QUOTES, Segment, Source
from glossary.model import CleanText, Context, Span
from glossary.text.folding import simplify

CONTEXT_WIDTH_CHARS = 40
LOW_TRUST_CHARS = 8
CONTEXTS_KEPT = 5
PAIRED_MARKS = OPENING_QUOTES | CLOSING_QUOTES | frozenset("()（）")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one source's clean text."""

    source: int
    start: int
    end: int


def locate(occurrence: Occurrence, segments: Sequence[Segment], sources: Sequence[Source]) -> Place:
    """Return where an occurrence stands; an opening mark is taken in where its partner is inside."""
    segment = segments[occurrence.segment]
    first, last = segment.starts[occurrence.first], segment.starts[occurrence.last]
    start, end = segment.positions[first], segment.positions[last - 1] + 1
    text = sources[segment.source].clean.text
    inside = text[start:end]
    if first in segment.opened and any(mark in CLOSING_QUOTES for mark in inside):
        start -= 1
    elif last in segment.closed and any(mark in OPENING_QUOTES for mark in inside):
        end += 1
    return Place(segment.source, start, end)


def count_spellings(places: Iterable[Place], sources: Sequence[Source]) -> list[str]:
    """Return how the string is written, most usual first; traditional and simplified count as one."""
    counts = Counter(_spelling_at(place, sources[place.source]) for place in places)
    return sorted(counts, key=lambda spelling: (-counts[spelling], spelling))


def _spelling_at(place: Place, source: Source) -> str:
    """Return a place's text in simplified script; half of a pair of marks says nothing, so both go."""
    text = simplify(source.clean.text[place.start : place.end])
    marks = [character for character in text if character in PAIRED_MARKS]
    return text if len(marks) % 2 == 0 else "".join(c for c in text if c not in PAIRED_MARKS)


def choose_contexts(
    places: Iterable[Place], sources: Sequence[Source], *, limit: int = CONTEXTS_KEPT
) -> tuple[Context, ...]:
    """Return up to ``limit`` contexts: trusted ones first, then one of each cluster in turn, by place."""
    turns: Counter[tuple[int, bool]] = Counter()
    ranked = []
    for place in sorted(set(places)):
        source = sources[place.source]
        queue = source.cluster, _is_low_trust(place, source.clean)
        ranked.append((queue[1], turns[queue], place))
        turns[queue] += 1
    return tuple(make_context(place, sources[place.source]) for _, _, place in sorted(ranked)[:limit])


def _is_low_trust(place: Place, clean: CleanText) -> bool:
    """Whether characters were lost within eight characters of a place."""
    following = bisect_left(clean.lost, place.start - LOW_TRUST_CHARS)
    return following < len(clean.lost) and clean.lost[following] < place.end + LOW_TRUST_CHARS


def make_context(place: Place, source: Source) -> Context:
    """Return the context of one place, within its line."""
    clean = source.clean
    line = _line_around(clean.kept, place)
    extracted = clean.extracted_span(place.start, place.end)
    return Context(
        document=source.document.id,
        start=extracted.start,
        end=extracted.end,
        left=clean.text[max(line.start, place.start - CONTEXT_WIDTH_CHARS) : place.start],
        keyword=clean.text[place.start : place.end],
        right=clean.text[place.end : min(line.end, place.end + CONTEXT_WIDTH_CHARS)],
        original=source.document.text[extracted.start : extracted.end],
        low_trust=_is_low_trust(place, clean),
    )


def _line_around(kept: Sequence[Span], place: Place) -> Span:
    before = bisect_right(kept, place.start, key=lambda span: span.start) - 1
    if before >= 0 and place.end <= kept[before].end:
        return kept[before]
    return Span(start=place.start, end=place.end)
