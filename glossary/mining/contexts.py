"""Concordance: where a string stands, with what surrounds it, and how it is written there."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy
from numpy.typing import NDArray

from glossary.mining.counted import Counted
from glossary.mining.counting import count_marks
from glossary.mining.places import Occurrences, Place
from glossary.mining.shards import CLOSING_QUOTES, OPENING_QUOTES, STRAIGHT_QUOTE
from glossary.mining.sources import Source
from glossary.mining.stream import Places, Stream
from glossary.model import CleanText, Context, Span
from glossary.text.folding import is_only_han, simplify

CONTEXT_WIDTH_CHARS = 40
LOW_TRUST_CHARS = 8
CONTEXTS_KEPT = 5
SPELLINGS_LOOKED_AT = 20
PAIRED_MARKS = OPENING_QUOTES | CLOSING_QUOTES | {STRAIGHT_QUOTE} | frozenset("()（）")


def locate_all(counted: Counted, stream: Stream) -> dict[str, Occurrences]:
    """Return where each counted string stands; a mark is taken in where its partner is inside."""
    last = counted.places + counted.widths - 1
    starts = stream.starts[counted.places]
    ends = stream.starts[last] + stream.lengths[stream.ids[last]]
    for width in numpy.unique(counted.widths).tolist():
        chosen = counted.widths == width
        marks = count_marks(stream, counted.places[chosen], width)
        starts[chosen] -= marks.opens_at_start & (marks.closed_inside > 0)
        ends[chosen] += marks.closes_at_end & (marks.opened_inside > 0) & ~marks.opens_at_start
    everything = Occurrences(stream.documents_of(counted.places), starts, ends)
    spans = map(slice, counted.bounds[:-1].tolist(), counted.bounds[1:].tolist())
    return dict(zip(counted.strings, map(everything.take, spans), strict=True))


def count_spellings(key: str, places: Occurrences, text_of: Callable[[int], str]) -> list[str]:
    """Return how the string is written, most usual first; traditional and simplified count as one.

    A stretch as long as the key, without letters that have a case, is written as the key is; of the others
    twenty are looked at. ``text_of`` gives the clean text of a source.
    """
    is_other = places.ends - places.starts != len(key)
    others = places.take(numpy.flatnonzero(is_other) if is_only_han(key) else slice(None))
    looked_at = others.take(slice(SPELLINGS_LOOKED_AT))
    counts = Counter(_spelling_at(place, text_of(place.source)) for place in looked_at)
    counts[key] += len(places) - len(others)
    return sorted(+counts, key=lambda spelling: (-counts[spelling], spelling))


def _spelling_at(place: Place, text: str) -> str:
    """Return a place's text in simplified script; half of a pair of marks says nothing, so both go."""
    text = simplify(text[place.start : place.end])
    marks = [character for character in text if character in PAIRED_MARKS]
    return text if len(marks) % 2 == 0 else "".join(c for c in text if c not in PAIRED_MARKS)


def count_homes(places: Occurrences, clusters: Places) -> tuple[int, int]:
    """Return in how many documents and in how many clusters the places are."""
    documents = places.homes
    return len(documents), len(set(clusters[documents].tolist()))


def choose_places(
    places: Occurrences, clusters: Places, lost: Mapping[int, Sequence[int]], *, limit: int = CONTEXTS_KEPT
) -> Occurrences:
    """Return up to ``limit`` places: trusted ones first, then one of each cluster in turn, by place.

    ``clusters`` are the numbers of the documents' clusters, ``lost`` says where they lost characters.
    """
    distrusted = _find_distrusted(places, lost)
    queues = clusters[places.sources] * 2 + distrusted
    order = numpy.argsort(queues, kind="stable")
    turns = numpy.empty(len(order), dtype=numpy.int64)
    turns[order] = numpy.arange(len(order)) - numpy.searchsorted(queues[order], queues[order])
    return places.take(numpy.lexsort((turns, distrusted))[:limit])


def _find_distrusted(places: Occurrences, lost: Mapping[int, Sequence[int]]) -> NDArray[numpy.bool_]:
    """Whether characters were lost within eight characters of each place."""
    found = numpy.zeros(len(places), dtype=bool)
    for source, positions in lost.items():
        here = numpy.flatnonzero(places.sources == source)
        following = numpy.searchsorted(positions, places.starts[here] - LOW_TRUST_CHARS)
        nearest = numpy.append(positions, numpy.iinfo(numpy.int64).max)[following]
        found[here] = nearest < places.ends[here] + LOW_TRUST_CHARS
    return found


def _is_low_trust(place: Place, clean: CleanText) -> bool:
    """Whether characters were lost within eight characters of a place."""
    following = bisect_left(clean.lost, place.start - LOW_TRUST_CHARS)
    return following < len(clean.lost) and clean.lost[following] < place.end + LOW_TRUST_CHARS


def choose_contexts(
    places: Iterable[Place], sources: Sequence[Source], *, limit: int = CONTEXTS_KEPT
) -> tuple[Context, ...]:
    """Return the contexts of the places that ``choose_places`` chooses, in sources that are all at hand."""
    clusters = numpy.array([source.cluster for source in sources], dtype=numpy.int64)
    lost = {number: source.clean.lost for number, source in enumerate(sources) if source.clean.lost}
    return make_contexts(choose_places(Occurrences.of(places), clusters, lost, limit=limit), sources)


def make_contexts(places: Iterable[Place], sources: Sequence[Source]) -> tuple[Context, ...]:
    """Return the context of each place."""
    return tuple(make_context(place, sources[place.source]) for place in places)


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
