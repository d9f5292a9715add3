"""What the occurrences of one string say about it, before anything is judged."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.mining.counting import Occurrence
from glossary.mining.segments import WEAK_EDGES, Segment, Source

NEIGHBOUR_CHARS = 4
ADVERB_TAGS = frozenset({"d", "ad"})
ASPECT_CHARACTERS = frozenset("了着过")


Placed = tuple[Segment, int, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """One counted string with its evidence.

    ``contexts`` is the number of distinct surroundings (4 characters on each side), so that near-copies count
    once; the entropies are in nats; ``quoted`` and ``verbal`` are counts of occurrences that stand exactly
    within quotation marks, or beside an adverb or an aspect particle.
    """

    string: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    contexts: int
    documents: int
    clusters: int
    left_entropy: float
    right_entropy: float
    quoted: int
    verbal: int

    @property
    def count(self) -> int:
        """How often the string occurs."""
        return len(self.occurrences)

    @property
    def figures(self) -> dict[str, float]:
        """The raw figures, by name."""
        return {
            "contexts": self.contexts,
            "left_entropy": self.left_entropy,
            "right_entropy": self.right_entropy,
            "quoted": self.quoted,
            "verbal": self.verbal,
        }


def measure_strings(
    counted: Mapping[str, Sequence[Occurrence]], segments: Sequence[Segment], sources: Sequence[Source]
) -> dict[str, Measured]:
    """Return the evidence of every counted string."""
    return {
        string: _measure(string, occurrences, segments, sources) for string, occurrences in counted.items()
    }


def _measure(
    string: str, occurrences: Sequence[Occurrence], segments: Sequence[Segment], sources: Sequence[Source]
) -> Measured:
    placed = [(segments[place.segment], place.first, place.last) for place in occurrences]
    homes = {segment.source for segment, _, _ in placed}
    distinct = _without_copies(placed)
    words, tags = _usual_words(placed)
    return Measured(
        string=string,
        words=words,
        tags=tags,
        occurrences=tuple(occurrences),
        contexts=len({_surroundings(*place) for place in placed}),
        documents=len(homes),
        clusters=len({sources[home].cluster for home in homes}),
        left_entropy=_entropy(_left_neighbour(index, *place) for index, place in enumerate(distinct)),
        right_entropy=_entropy(_right_neighbour(index, *place) for index, place in enumerate(distinct)),
        quoted=sum(_is_quoted(*place) for place in placed),
        verbal=sum(_is_verbal(*place) for place in placed),
    )


def _without_copies(placed: Sequence[Placed]) -> list[Placed]:
    """Return the occurrences, those with the same words around them once.

    A copy repeats the neighbours and would make a string look free; bare punctuation around two occurrences
    says nothing of a copy.
    """
    kept: dict[Hashable, Placed] = {}
    for number, place in enumerate(placed):
        around = _surroundings(*place)
        kept.setdefault(around if sum(map(len, around)) >= NEIGHBOUR_CHARS else number, place)
    return list(kept.values())


def _usual_words(placed: Sequence[tuple[Segment, int, int]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    cuts = Counter((segment.words[first:last], segment.tags[first:last]) for segment, first, last in placed)
    return max(cuts, key=lambda cut: (cuts[cut], cut))


def _surroundings(segment: Segment, first: int, last: int) -> tuple[str, str]:
    start, end = segment.starts[first], segment.starts[last]
    left = segment.text[max(0, start - NEIGHBOUR_CHARS) : start]
    right = segment.text[end : end + NEIGHBOUR_CHARS]
    return left or segment.before, right or segment.after


def _left_neighbour(index: int, segment: Segment, first: int, _last: int) -> Hashable:
    """Return the word before; a punctuation edge is a new neighbour each time, a weak one always the same."""
    start = segment.starts[first]
    if start == 0:
        return "" if segment.before in WEAK_EDGES else index
    return index if start in segment.opened or start in segment.closed else segment.words[first - 1]


def _right_neighbour(index: int, segment: Segment, _first: int, last: int) -> Hashable:
    end = segment.starts[last]
    if end == len(segment.text):
        return "" if segment.after in WEAK_EDGES else index
    return index if end in segment.opened or end in segment.closed else segment.words[last]


def _entropy(neighbours: Iterable[Hashable]) -> float:
    counts = Counter(neighbours).values()
    total = sum(counts)
    return math.log(total) - sum(count * math.log(count) for count in counts) / total


def _is_quoted(segment: Segment, first: int, last: int) -> bool:
    return segment.starts[first] in segment.opened and segment.starts[last] in segment.closed


def _is_verbal(segment: Segment, first: int, last: int) -> bool:
    after_adverb = first > 0 and segment.tags[first - 1] in ADVERB_TAGS
    # The whole next word: 了 is a particle, 了解 is a verb of its own.
    return after_adverb or (last < len(segment.words) and segment.words[last] in ASPECT_CHARACTERS)
