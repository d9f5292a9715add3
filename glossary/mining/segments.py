"""Clean texts cut into segments: stretches of words between punctuation, ready to be counted.

A term may have quotation marks inside (三道“防控圈”) or a short bracket (专(兼)职网格员): such marks are left
out of a segment's text and remembered as places. All other punctuation ends a segment.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from glossary.model import CleanText, Document
from glossary.text.folding import fold
from glossary.text.segmentation import tag_words

OPENING_QUOTES = frozenset('“‘「『"')
CLOSING_QUOTES = frozenset('”’」』"')
WEAK_EDGES = frozenset("()[]【】〔〕 -—·+/")
INNER_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])[(（]([\u4e00-\u9fff])[)）](?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Source:
    """One document to mine: as read, as repaired, and the number of its near-duplicate cluster."""

    document: Document
    clean: CleanText
    cluster: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two hard boundaries.

    ``text`` is folded, ``positions[i]`` says where its character i stands in the clean text, ``starts`` where
    each word begins in ``text`` (and its length at the end). ``opened`` and ``closed`` are the places of
    quotation marks in ``text``; ``before`` and ``after`` the characters that bound it.
    """

    source: int
    text: str
    positions: Sequence[int]
    words: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]
    opened: frozenset[int]
    closed: frozenset[int]
    before: str
    after: str


def cut_segments(sources: Sequence[Source]) -> list[Segment]:
    """Return the segments of all kept lines, in order."""
    return [segment for number, source in enumerate(sources) for segment in _cut_source(number, source.clean)]


def _cut_source(number: int, clean: CleanText) -> Iterator[Segment]:
    folded = fold(clean.text)
    for span in clean.kept:
        yield from _cut_line(number, folded, span.start, span.end)


def _cut_line(number: int, folded: str, start: int, end: int) -> Iterator[Segment]:
    inner = _inner_brackets(folded, start, end)
    positions: list[int] = []
    opened: set[int] = set()
    closed: set[int] = set()
    before = "\n"
    quoting = False
    for position in range(start, end):
        character = folded[position]
        if character.isalnum():
            positions.append(position)
        elif position in inner:
            continue
        elif character in OPENING_QUOTES or character in CLOSING_QUOTES:
            quoting = _opens_quotation(character, quoting=quoting)
            (opened if quoting else closed).add(len(positions))
        else:
            if positions:
                yield _make_segment(number, folded, positions, opened, closed, before, character)
            positions, opened, closed, before = [], set(), set(), character
    if positions:
        yield _make_segment(number, folded, positions, opened, closed, before, "\n")


def _opens_quotation(character: str, *, quoting: bool) -> bool:
    """Whether a quotation mark opens; the straight one opens where none is open, if only before a comma."""
    straight = character in OPENING_QUOTES and character in CLOSING_QUOTES
    return not quoting if straight else character in OPENING_QUOTES


def _inner_brackets(folded: str, start: int, end: int) -> frozenset[int]:
    edges = (edge for match in INNER_BRACKET.finditer(folded, start, end) for edge in match.span())
    return frozenset(edge if index % 2 == 0 else edge - 1 for index, edge in enumerate(edges))


def _tag_between(text: str, marks: Iterable[int]) -> list[tuple[str, str]]:
    """Return the words of ``text``, none of them across a mark: “雪亮工程”建设 holds no word 工程建设."""
    edges = sorted({0, *marks, len(text)})
    return [tagged for start, end in pairwise(edges) for tagged in tag_words(text[start:end])]


def _make_segment(
    number: int,
    folded: str,
    positions: list[int],
    opened: Iterable[int],
    closed: Iterable[int],
    before: str,
    after: str,
) -> Segment:
    text = "".join(folded[position] for position in positions)
    words, tags = zip(*_tag_between(text, {*opened, *closed}), strict=True)
    starts = tuple(accumulate(map(len, words), initial=0))
    return Segment(
        number, text, positions, words, tags, starts, frozenset(opened), frozenset(closed), before, after
    )
