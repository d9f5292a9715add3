"""Parallel slogans: clauses of one length that answer each other (横向到边、纵向到底).

One pass over a folded text: numpy compares what stands on the two sides of each separator, and only where the
sides answer each other are words looked at.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from glossary.mining.places import Place
from glossary.mining.quotes import curl_quotes
from glossary.mining.spans import kept_places
from glossary.mining.vocabulary import FUNCTION_CHARACTERS, LIGHT_VERBS
from glossary.model import Span
from glossary.text.folding import is_han
from glossary.text.segmentation import cut_words

Codes = NDArray[numpy.uint32]
Flags = NDArray[numpy.uint8]

MIN_CLAUSE_CHARS = 4
MAX_CLAUSE_CHARS = 8
CLAUSE_WORDS = 2
SERIES_CLAUSES = 3
MIN_CLUSTERS = 2
AROUND_CHARS = 5
SEPARATORS = "、,;"
CLAUSE_FUNCTION_WORDS = frozenset("到不有能会要")
SAME_IN_BOTH = "到不出无靠进入上下成"
CONTRASTS = (
    "一二 一两 一三 二三 三四 横纵 大小 内外 上下 前后 左右 早晚 城乡 进出 简繁 快慢 难易 放管 破立 "
    "线面 点面 条块 远近 新旧 老少 公私 虚实 软硬 冷热 东西 南北 省市 市县 县镇 镇村 户村 边底 来去 "
    "收放 事人 人物 责权 贫富 宽严 疏堵 打防 防控 升降 增减 多少 高低 长短 标本 天地 水陆 海陆 "
    "党群 官民 政企 医患 房人"
).split()
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
QUOTATION = re.compile("[“‘「『]([\u4e00-\u9fff]{3,8}(?:[、,;][\u4e00-\u9fff]{3,8})+)[”’」』]")
LAST_BREAK = re.compile(r"[^\u4e00-\u9fff]")


class Parallel(Struct, frozen=True, gc=False):
    """Clauses found in one text from ``start`` to ``end``, and whether they stand in quotation marks."""

    clauses: tuple[str, ...]
    start: int
    end: int
    quoted: bool
    around: tuple[str, str]


class Slogan(Struct, frozen=True, gc=False):
    """Clauses of one length in which a character comes back in the same place.

    ``contexts`` counts its different surroundings, ``clusters`` those of its documents.
    """

    clauses: tuple[str, ...]
    places: tuple[Place, ...]
    contexts: int
    clusters: int

    @property
    def key(self) -> str:
        """The clauses without what parts them."""
        return "".join(self.clauses)


def find_parallels(folded: str, kept: Sequence[Span]) -> list[Parallel]:
    """Return the parallel clauses of a folded text's kept lines, in order, each place once."""
    is_kept = kept_places(kept)
    quoted = [found for found in _quoted(folded) if is_kept(found.start, found.end)]
    taken = {found.start: found.end for found in quoted}
    bare = (found for found in _bare_pairs(folded) if is_kept(found.start, found.end))
    free = [found for found in bare if not any(a <= found.start and found.end <= b for a, b in taken.items())]
    return sorted([*quoted, *free], key=lambda found: (found.start, found.end))


def gather_slogans(found: Sequence[Sequence[Parallel]], clusters: Sequence[int]) -> list[Slogan]:
    """Return the slogans among what was found in each source: once quoted, or seen in several clusters."""
    gathered: defaultdict[tuple[str, ...], list[tuple[int, Parallel]]] = defaultdict(list)
    for source, parallels in enumerate(found):
        for one in parallels:
            gathered[one.clauses].append((source, one))
    slogans = (_make_slogan(places, clusters) for _, places in sorted(gathered.items()))
    return [slogan for slogan in slogans if slogan.clusters >= MIN_CLUSTERS or _is_quoted(gathered, slogan)]


def _make_slogan(places: Sequence[tuple[int, Parallel]], clusters: Sequence[int]) -> Slogan:
    return Slogan(
        clauses=places[0][1].clauses,
        places=tuple(sorted(Place(source, one.start, one.end) for source, one in places)),
        contexts=len({one.around for _, one in places}),
        clusters=len({clusters[source] for source, _ in places}),
    )


def _is_quoted(gathered: Mapping[tuple[str, ...], Sequence[tuple[int, Parallel]]], slogan: Slogan) -> bool:
    return any(one.quoted for _, one in gathered[slogan.clauses])


def _quoted(folded: str) -> Iterator[Parallel]:
    for match in QUOTATION.finditer(curl_quotes(folded)):
        clauses = tuple(re.split("[、,;]", match[1]))
        if _are_parallel(clauses) and all(map(_is_clause, clauses)):
            yield _parallel(folded, clauses, match.start(1), match.end(1), quoted=True)


def _are_parallel(clauses: Sequence[str]) -> bool:
    """Whether clauses answer each other, or three and more are of one length: 户分类、村收集、镇转运."""
    if len(clauses) >= SERIES_CLAUSES and len({*map(len, clauses)}) == 1:
        return True
    return len(clauses[0]) >= MIN_CLAUSE_CHARS and all(_answer(a, b) for a, b in pairwise(clauses))


def _parallel(folded: str, clauses: tuple[str, ...], start: int, end: int, *, quoted: bool) -> Parallel:
    before = folded[max(0, start - AROUND_CHARS) : start].rpartition("\n")[2]
    after = folded[end : end + AROUND_CHARS].partition("\n")[0]
    return Parallel(clauses, start, end, quoted, (before, after))


def _is_clause(text: str) -> bool:
    words = cut_words(text)
    return len(words) >= CLAUSE_WORDS and not (FUNCTION_CHARACTERS - CLAUSE_FUNCTION_WORDS) & set(words)


def _answer(first: str, second: str) -> bool:
    """Whether two clauses are of one length, differ, and share a character in the same place."""
    same = sum(a == b for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and 0 < same < len(first)


def _bare_pairs(folded: str) -> Iterator[Parallel]:
    """Yield the longest pair of clauses around each separator that say a thing and its counterpart."""
    seen: set[int] = set()
    for middle, length in _answering_places(folded):
        if middle not in seen and _is_cut_at_words(folded, middle, length):
            seen.add(middle)
            first, second = folded[middle - length : middle], folded[middle + 1 : middle + 1 + length]
            yield _parallel(folded, (first, second), middle - length, middle + 1 + length, quoted=False)


def _answering_places(folded: str) -> list[tuple[int, int]]:
    """Return (place of a separator, length of the clauses), longest first, where the two sides answer."""
    codes = numpy.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32)
    han = (codes >= FIRST_HAN) & (codes <= LAST_HAN)
    marks, clauses = _find_separators(codes, han)
    found: list[tuple[int, int]] = []
    for length in range(MAX_CLAUSE_CHARS, MIN_CLAUSE_CHARS - 1, -1):
        answering = _answering(codes, marks[clauses >= length], length)
        found.extend((mark, length) for mark in answering.tolist())
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _find_separators(
    codes: Codes, han: NDArray[numpy.bool_]
) -> tuple[NDArray[numpy.intp], NDArray[numpy.intp]]:
    """Return where separators stand, and how many Chinese characters each has on both sides at least."""
    breaks = numpy.concatenate([[-1], numpy.flatnonzero(~han), [len(codes)]])
    between = numpy.minimum(breaks[1:-1] - breaks[:-2], breaks[2:] - breaks[1:-1]) - 1
    separates = (between >= MIN_CLAUSE_CHARS) & _is_separator(codes[breaks[1:-1]])
    return breaks[1:-1][separates], between[separates]


def _is_separator(codes: Codes) -> NDArray[numpy.bool_]:
    found = numpy.zeros(len(codes), dtype=bool)
    for mark in SEPARATORS:
        found |= codes == ord(mark)
    return found


def _answering(codes: Codes, marks: NDArray[numpy.intp], length: int) -> NDArray[numpy.intp]:
    """Return the separators whose two sides, of so many characters, share one in its place, and not all.

    They must also hold a thing and its counterpart (一线…二线), or go in one direction (…到…, …到…).
    """
    same = numpy.zeros(len(marks), dtype=numpy.int8)
    answers = numpy.zeros(len(marks), dtype=bool)
    counterparts = _counterparts()
    for at in range(length):
        left, right = codes[marks - length + at], codes[marks + 1 + at]
        same += left == right
        answers |= counterparts.answers[counterparts.numbers[left], counterparts.numbers[right]]
    return marks[answers & (same > 0) & (same < length)]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Numbers of the characters that make parallels, by code point, and which of them answer which."""

    numbers: Flags
    answers: NDArray[numpy.bool_]


@cache
def _counterparts() -> Counterparts:
    characters = sorted({*SAME_IN_BOTH, *"".join(CONTRASTS)})
    numbers = numpy.zeros(LAST_HAN + 1, dtype=numpy.uint8)
    numbers[[ord(character) for character in characters]] = range(1, len(characters) + 1)
    answers = numpy.zeros((len(characters) + 1, len(characters) + 1), dtype=bool)
    for pair in (*CONTRASTS, *(character * 2 for character in SAME_IN_BOTH)):
        one, other = (numbers[ord(character)] for character in pair)
        answers[one, other] = answers[other, one] = True
    return Counterparts(numbers, answers)


def _is_cut_at_words(folded: str, middle: int, length: int) -> bool:
    """Whether both clauses begin and end with a word, have two or more, and none of grammar or light verb."""
    before, after = _run_before(folded, middle), _run_after(folded, middle + 1)
    left, right = _words_at_end(before, length), _words_at_start(after, length)
    return all(_may_be_clause(words) for words in (left, right))


def _may_be_clause(words: Sequence[str]) -> bool:
    barred = (FUNCTION_CHARACTERS - CLAUSE_FUNCTION_WORDS) & set(words)
    return len(words) >= CLAUSE_WORDS and not barred and words[0] not in LIGHT_VERBS


def _run_before(folded: str, end: int) -> str:
    text = folded[max(0, end - 24) : end]
    return LAST_BREAK.split(text)[-1]


def _run_after(folded: str, start: int) -> str:
    return LAST_BREAK.split(folded[start : start + 24], maxsplit=1)[0]


def _words_at_end(run: str, length: int) -> list[str]:
    return _reversed_words(cut_words(run)[::-1], length)[::-1]


def _words_at_start(run: str, length: int) -> list[str]:
    return _reversed_words(cut_words(run), length)


def _reversed_words(words: Sequence[str], length: int) -> list[str]:
    """Return the first words that make up exactly ``length`` characters, or none."""
    taken: list[str] = []
    for word in words:
        if sum(map(len, taken)) >= length:
            break
        taken.append(word)
    return taken if sum(map(len, taken)) == length and all(map(is_han, "".join(taken))) else []
