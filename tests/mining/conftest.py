"""Short ways to write down what the miner works on: sources, segments, measured strings, a background.

Segments are written as ``前 公安 “天网 工程” 建设/vn``: words apart, each with its part of speech behind a
slash (a noun where none is given), quotation marks where they stood.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from glossary.mining.background import Background
from glossary.mining.counting import Occurrence, count_strings
from glossary.mining.evidence import Measured, measure_strings
from glossary.mining.segments import CLOSING_QUOTES, OPENING_QUOTES, Segment, Source
from glossary.model import CleanText, Document, Span

NOTHING_KNOWN = Background({})


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


def make_segment(written: str, *, source: int = 0, before: str = "。", after: str = "。") -> Segment:
    """The segment that is written as this module says."""
    words, tags = read_tagged(_without_quotes(written))
    starts = tuple(accumulate(map(len, words), initial=0))
    text = "".join(words)
    return Segment(
        source=source,
        text=text,
        positions=range(len(text)),
        words=words,
        tags=tags,
        starts=starts,
        opened=frozenset(_places_of(OPENING_QUOTES, written)),
        closed=frozenset(_places_of(CLOSING_QUOTES, written)),
        before=before,
        after=after,
    )


def read_tagged(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words and the tags of ``海堤 巡护/v 员``."""
    pairs = [word.partition("/") for word in written.split()]
    return tuple(word for word, _, _ in pairs), tuple(tag or "n" for _, _, tag in pairs)


def _places_of(marks: Iterable[str], written: str) -> Iterable[int]:
    for at, character in enumerate(written):
        if character in marks:
            yield sum(len(word) for word in read_tagged(_without_quotes(written[:at]))[0])


def _without_quotes(written: str) -> str:
    return "".join(" " if c in OPENING_QUOTES | CLOSING_QUOTES else c for c in written)


def measure(
    *segments: Segment | str,
    min_count: int = 2,
    marked: Iterable[str] = (),
    clusters: Sequence[int] = (0,),
) -> dict[str, Measured]:
    """The measured strings of segments; ``clusters`` holds the cluster of each source they come from."""
    made = [make_segment(segment) if isinstance(segment, str) else segment for segment in segments]
    sources = [make_source("", name=str(number), cluster=cluster) for number, cluster in enumerate(clusters)]
    counted = count_strings(made, min_count=min_count, marked=frozenset(marked))
    return measure_strings(counted, made, sources)


def a_measured(written: str, *, count: int = 4, **figures: int | float) -> Measured:
    """A string of these tagged words: free at both edges, never quoted, in one document."""
    words, tags = read_tagged(written)
    plain: Mapping[str, int | float] = {
        "contexts": count,
        "documents": 1,
        "clusters": 1,
        "left_entropy": 2.0,
        "right_entropy": 2.0,
        "quoted": 0,
        "verbal": 0,
    }
    occurrences = tuple(Occurrence(number, 0, len(words)) for number in range(count))
    return Measured("".join(words), words, tags, occurrences, **{**plain, **figures})
