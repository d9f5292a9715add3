"""Short ways to write down what the miner works on: sources, streams, measured strings, a background.

Stretches of words are written as ``前 公安 “天网 工程” 建设/vn``: words apart, each with its part of speech
behind a slash (a noun where none is given), quotation marks where they stood.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy

from glossary.mining.background import PER_MILLION, Background
from glossary.mining.counted import Counted, gather
from glossary.mining.counting import count_levels
from glossary.mining.evidence import Measured, measure_strings
from glossary.mining.rows import find_rows
from glossary.mining.shards import CLOSED, CLOSING_QUOTES, OPENED, OPENING_QUOTES
from glossary.mining.sources import Source
from glossary.mining.stream import Stream
from glossary.model import CleanText, Document, Span

NOTHING_KNOWN = Background({})


def a_background(per_million: Mapping[str, float]) -> Background:
    """A background that knows some words by how often they occur in a million."""
    return Background({word: times / PER_MILLION for word, times in per_million.items()})


def make_source(
    text: str,
    *,
    name: str = "document",
    cluster: int = 0,
    cuts: tuple[tuple[int, int], ...] = (),
    lost: tuple[int, ...] = (),
    extracted: str | None = None,
) -> Source:
    """Each line of ``text`` that is not empty is kept; ``extracted`` is the text before repair."""
    clean = CleanText(document=name, text=text, kept=tuple(_lines(text)), cuts=cuts, lost=lost)
    as_read = text if extracted is None else extracted
    document = Document(id=name, paths=(name,), text=as_read, kind="text", encoding="utf-8")
    return Source(document, clean, cluster)


def _lines(text: str) -> Iterable[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start=start, end=start + len(line))
        start += len(line) + 1


def make_sources(*texts: str, copies: bool = False) -> list[Source]:
    """One document a text, each a cluster of its own, or all of them ``copies`` of one another."""
    return [
        make_source(text, name=f"document {number}", cluster=0 if copies else number)
        for number, text in enumerate(texts)
    ]


@dataclass(frozen=True)
class Written:
    """A stretch of words as this module writes it, with the punctuation around it and its document."""

    words: str
    source: int = 0
    before: str = "。"
    after: str = "。"


def make_stream(*written: Written | str) -> tuple[Stream, list[str]]:
    """The stream of what is written, and the part of speech of each of its words."""
    tags: dict[str, str] = {"\n": ""}
    ids, marks, ends = [0], [0], []
    for number, one in enumerate(_as_written(written)):
        if number and one.source != _as_written(written)[number - 1].source:
            ends.append(len(ids))
        for word, tag, mark in [(one.before, "", 0), *_marked_words(one.words), (one.after, "", 0)]:
            ids.append(list(tags).index(word) if tags.setdefault(word, tag) is not None else 0)
            marks.append(mark)
    words = tuple(tags)
    stream = Stream(
        words=words,
        ids=numpy.array(ids, dtype=numpy.int32),
        starts=numpy.cumsum([0, *(len(words[number]) for number in ids[:-1])], dtype=numpy.int32),
        marks=numpy.array(marks, dtype=numpy.uint8),
        ends=numpy.array([*ends, len(ids)], dtype=numpy.int64),
        is_word=numpy.array([word.isalnum() for word in words]),
        lengths=numpy.array([len(word) for word in words], dtype=numpy.int32),
        counts=numpy.bincount(ids, minlength=len(words)),
    )
    return stream, list(tags.values())


def _as_written(written: Sequence[Written | str]) -> list[Written]:
    return [Written(one) if isinstance(one, str) else one for one in written]


def _marked_words(written: str) -> Iterable[tuple[str, str, int]]:
    """The words with their tags, each with the marks that stand at it."""
    spaced = re.sub(r"([“‘「『])", r" \1 ", re.sub(r"([”’」』])", r" \1 ", written)).split()
    opening = 0
    found: list[tuple[str, str, int]] = []
    for piece in spaced:
        if piece in OPENING_QUOTES:
            opening = OPENED
        elif piece in CLOSING_QUOTES:
            word, tag, mark = found[-1]
            found[-1] = (word, tag, mark | CLOSED)
        else:
            word, _, tag = piece.partition("/")
            found.append((word, tag or "n", opening))
            opening = 0
    return found


def read_tagged(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words and the tags of ``海堤 巡护/v 员``."""
    pairs = [word.partition("/") for word in written.split()]
    return tuple(word for word, _, _ in pairs), tuple(tag or "n" for _, _, tag in pairs)


def count(*written: Written | str, min_count: int = 2, rows: Iterable[str] = ()) -> Counted:
    """The counted strings of what is written; ``rows`` are counted however rare."""
    stream, _ = make_stream(*written)
    levels = count_levels(stream, stream.is_word, min_count=min_count)
    keys = ["".join(row.split()) for row in rows]
    return gather(levels, find_rows(stream, dict.fromkeys(range(len(stream.ends)), keys)), stream)


def measure(
    *written: Written | str,
    min_count: int = 2,
    clusters: Sequence[int] = (0,),
    publishers: Sequence[str] = (),
) -> dict[str, Measured]:
    """The measured strings of what is written; ``clusters`` holds the cluster of each source."""
    stream, tags = make_stream(*written)
    return measure_strings(
        count(*written, min_count=min_count), stream, tags, clusters, publishers or [""] * len(clusters)
    )


def a_measured(written: str, *, count: int = 4, **figures: int | float) -> Measured:
    """A string of these tagged words: free at both edges and always alone, never quoted, in one document."""
    words, tags = read_tagged(written)
    plain: Mapping[str, int | float] = {
        "contexts": count,
        "documents": 1,
        "clusters": 1,
        "publishers": 1,
        "left_entropy": 2.0,
        "right_entropy": 2.0,
        "quoted": 0,
        "verbal": 0,
        "alone": count,
    }
    return Measured("".join(words), words, tags, count, **{**plain, **figures})
