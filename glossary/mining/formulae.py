"""Number-headed formulae (四位一体, 一岗双责) and parallel slogans (横向到边、纵向到底)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossary.mining.segments import Segment, Source
from glossary.mining.vocabulary import FUNCTION_CHARACTERS, NUMERALS, TIME_CHARACTERS
from glossary.text.folding import is_han

FORMULA_CHARS = 4
CLAUSE_CHARS = range(4, 9)
CLAUSE_WORDS = 2
CLAUSE_SEPARATORS = frozenset("、,，;；")
SLOGAN_CLUSTERS = 2
CLAUSE_FUNCTION_WORDS = frozenset("到不有能会要")

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Slogan:
    """Clauses of one length in which a character comes back in the same place.

    ``places`` are triples: source number, start and end in its clean text.
    """

    clauses: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def key(self) -> str:
        """The clauses without what parts them."""
        return "".join(self.clauses)


def is_formula(string: str) -> bool:
    """Whether a string counts two things (三位一体, 一总四分); numbers and dates count none (一百一十)."""
    numbers, counted = set(string[::2]), set(string[1::2])
    counts_things = not counted <= NUMERALS | TIME_CHARACTERS
    return len(string) == FORMULA_CHARS and numbers <= NUMERALS and counts_things


def find_slogans(segments: Sequence[Segment], sources: Sequence[Source]) -> list[Slogan]:
    """Return parallel clauses that stand in quotation marks, and pairs that come back in another cluster."""
    quoted = _gather(_quoted_chains(segments))
    pairs = {
        clauses: places
        for clauses, places in _gather(_pairs(segments)).items()
        if len({sources[source].cluster for source, _, _ in places}) >= SLOGAN_CLUSTERS
    }
    return [
        Slogan(clauses, tuple(sorted({*pairs.get(clauses, ()), *quoted.get(clauses, ())})))
        for clauses in dict.fromkeys((*pairs, *quoted))
    ]


def _gather(found: Iterable[tuple[tuple[str, ...], Place]]) -> dict[tuple[str, ...], list[Place]]:
    gathered: defaultdict[tuple[str, ...], list[Place]] = defaultdict(list)
    for clauses, place in found:
        gathered[clauses].append(place)
    return gathered


def _pairs(segments: Sequence[Segment]) -> Iterator[tuple[tuple[str, ...], Place]]:
    """Yield the longest end of a segment that the beginning of the next one answers, both cut at words."""
    for left, right in pairwise(segments):
        if left.source != right.source or left.after not in CLAUSE_SEPARATORS:
            continue
        for length in reversed(CLAUSE_CHARS):
            first = _clause(left, len(left.text) - length, len(left.text))
            second = _clause(right, 0, length)
            if first and second and _answer(first, second):
                start = left.positions[len(left.text) - length]
                yield (first, second), (left.source, start, right.positions[length - 1] + 1)
                break


def _clause(segment: Segment, start: int, end: int) -> str:
    """Return a stretch of a segment if it is cut at words, has two of them or more, none a function word."""
    if start not in segment.starts or end not in segment.starts:
        return ""
    words = segment.words[segment.starts.index(start) : segment.starts.index(end)]
    if len(words) < CLAUSE_WORDS or (FUNCTION_CHARACTERS - CLAUSE_FUNCTION_WORDS) & set(words):
        return ""
    text = segment.text[start:end]
    return text if all(map(is_han, text)) else ""


def _quoted_chains(segments: Sequence[Segment]) -> Iterator[tuple[tuple[str, ...], Place]]:
    """Yield the clauses between one pair of quotation marks, where each answers the one before."""
    for number, segment in enumerate(segments):
        chain = _chain_from(segments, number) if segment.opened else []
        clauses = _chain_clauses(chain)
        if len(clauses) > 1 and all(_answer(a, b) for a, b in pairwise(clauses)):
            start = chain[0].positions[max(chain[0].opened)]
            end = chain[-1].positions[min(chain[-1].closed) - 1] + 1
            yield clauses, (segment.source, start, end)


def _chain_from(segments: Sequence[Segment], number: int) -> list[Segment]:
    """Return the segments from the one that opens a quotation to the one that closes it."""
    chain = [segments[number]]
    if max(chain[0].opened) >= len(chain[0].text) or any(p > max(chain[0].opened) for p in chain[0].closed):
        return []
    for following in segments[number + 1 :]:
        if following.source != segments[number].source or following.opened:
            return []
        if chain[-1].after not in CLAUSE_SEPARATORS:
            return []
        chain.append(following)
        if following.closed:
            return chain
    return []


def _chain_clauses(chain: Sequence[Segment]) -> tuple[str, ...]:
    if not chain:
        return ()
    first, *middle, last = chain
    clauses = (
        _clause(first, max(first.opened), len(first.text)),
        *(_clause(segment, 0, len(segment.text)) for segment in middle),
        _clause(last, 0, min(last.closed)),
    )
    return clauses if all(len(clause) in CLAUSE_CHARS for clause in clauses) else ()


def _answer(first: str, second: str) -> bool:
    """Whether two clauses are of one length, differ, and share a character in the same place."""
    same = sum(a == b for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and 0 < same < len(first)
