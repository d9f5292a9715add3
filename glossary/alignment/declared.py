"""Renderings that a text declares in brackets: 网格员 (grid worker), grid workers (网格员)."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.alignment.words import Token, split_tokens
from glossary.model import Pair
from glossary.text.folding import fold
from glossary.text.scripts import HAN_CLASS
from glossary.text.segmentation import tag_words

LONGEST_TERM_CHARS = 20
MOST_ENGLISH_WORDS = 10
MOST_WORDS_BEFORE = 6
HAN_OF_A_WORD = 2
"""An English word of a rendering stands for about two characters: 综治中心, governance center."""
ENGLISH = r"[A-Za-z][A-Za-z0-9&'’.\-–/ ]*"
AFTER_CHINESE = re.compile(
    rf"(?P<zh>[{HAN_CLASS}A-Za-z0-9·]*[{HAN_CLASS}])[”’」』》\"]?\s?[(（]\s*(?:英文(?:名)?(?:为|：|:)?|英译(?:为|：|:)?|English:?)?\s*"
    rf"[“\"]?(?P<en>{ENGLISH})[”\"]?\s*(?P<more>[,，;；、/][^()（）]*)?[)）]"
)
CHINESE_IN_BRACKETS = re.compile(
    rf"[(（]\s*[“\"「]?(?P<zh>[{HAN_CLASS}·]{{2,{LONGEST_TERM_CHARS}}})[”\"」]?\s*(?:[,，;；/][^()（）]*)?[)）]"
)
ENGLISH_BEFORE = re.compile(r"[A-Za-z][^()（）.;:!?\n]*$")
MOST_CHARS_BEFORE = 120
QUOTED = re.compile(r"[“‘「『《\"]([^“”‘’「」『』《》\"]+)$")
CLOSING = ("”", "’", "」", "』", "》", '"')
ARTICLE = re.compile(r"^(?:the|an?) (?=[a-z])", re.IGNORECASE)
NO_RENDERING = frozenset("km kg cm mm m g l ml mg pm am no vol pp p fig tel e-mail email app www etc".split())
LOOSE_TAGS = ("u", "p", "c", "r", "y", "e", "o", "w", "d")
VERBS = ("v", "vd", "ad", "d")
SHORTEST_TERM_CHARS = 2
DETERMINERS = frozenset("the a an its their our this that these those each every any such".split())


@dataclass(frozen=True, slots=True)
class Declared:
    """A Chinese term and the English that a text gives for it, with the sentence that does so."""

    chinese: str
    english: str
    pair: Pair


def find_declared(lines: Iterable[Pair], *, terms: Collection[str] = ()) -> list[Declared]:
    """Return what the lines of texts declare, on either side; either side may be empty.

    A known or mined term (of ``terms``) before a bracket ends the question where the Chinese begins; else
    quotation marks do, else parts of speech. English before a bracket begins where the same words come again
    in the text, else by the length of the Chinese.
    """
    lines = list(lines)
    known = frozenset(map(fold, terms))
    counts = _count_endings([text for line in lines for text in (line.source, line.target)])
    found: list[Declared] = []
    for line in lines:
        for text in (line.source, line.target):
            found += (replace(one, pair=line) for one in _after_chinese(text, known, line))
            found += _after_english(text, counts, line)
    return found


def _after_chinese(text: str, known: frozenset[str], line: Pair) -> Iterator[Declared]:
    for match in AFTER_CHINESE.finditer(text):
        english = ARTICLE.sub("", " ".join(match["en"].split()).strip(" .-–/"))
        chinese = _term_before(text, match.end("zh"), known)
        if not chinese or not _is_rendering(english):
            continue
        yield Declared(chinese, english, line)
        acronym = (match["more"] or "").strip(",，;；、/ .")
        if acronym.isascii() and acronym.isupper() and acronym.isalpha():
            yield Declared(chinese, acronym, line)


def _is_rendering(english: str) -> bool:
    words = english.split()
    return len(english) > 1 and len(words) <= MOST_ENGLISH_WORDS and english.lower() not in NO_RENDERING


def _term_before(text: str, end: int, known: frozenset[str]) -> str:
    """The Chinese term that ends at ``end``: in quotation marks, a known one, or the last nouns."""
    before = text[max(0, end - LONGEST_TERM_CHARS) : end]
    quoted = QUOTED.search(before) if text[end : end + 1] in CLOSING else None
    if quoted:
        return quoted[1]
    folded = fold(before)
    longest = next((before[at:] for at in range(len(before)) if folded[at:] in known), "")
    return longest or _last_nouns(before)


def _last_nouns(before: str) -> str:
    """The words at the end of a text that may be one term, without verbs in front: 推进|网格化服务管理."""
    run = re.search(rf"[{HAN_CLASS}A-Za-z0-9·]+$", before)
    words = tag_words(run[0]) if run else []
    start = len(words)
    while start > 0 and not words[start - 1][1].startswith(LOOSE_TAGS):
        start -= 1
    kept = words[start:]
    while len(kept) > 1 and _is_verb(*kept[0]) and _length(kept[1:]) >= SHORTEST_TERM_CHARS:
        kept = kept[1:]
    return "".join(word for word, _ in kept) if _length(kept) >= SHORTEST_TERM_CHARS else ""


def _is_verb(word: str, tag: str) -> bool:
    """Verbs of one character begin terms too: 接|诉|即|办."""
    return tag in VERBS and len(word) > 1


def _length(words: Sequence[tuple[str, str]]) -> int:
    return sum(len(word) for word, _ in words)


def _after_english(text: str, counts: Counter[tuple[str, ...]], line: Pair) -> Iterator[Declared]:
    for match in CHINESE_IN_BRACKETS.finditer(text):
        start = max(0, match.start() - MOST_CHARS_BEFORE)
        before = ENGLISH_BEFORE.search(text[start : match.start()].rstrip())
        english = _phrase_before(before[0], match["zh"], counts) if before else ""
        if english:
            yield Declared(match["zh"], english, line)


def _phrase_before(text: str, chinese: str, counts: Counter[tuple[str, ...]]) -> str:
    quoted = QUOTED.search(text[:-1]) if text.endswith(CLOSING) else None
    if quoted:
        return quoted[1].strip()
    words = split_tokens(text)
    tokens = _last_words(words)
    if not tokens:
        return ""
    size = min(_usual_size(tokens, chinese, counts), len(tokens))
    before = words[-len(tokens) - 1] if len(words) > len(tokens) and not tokens[0].breaks else None
    if before and text[before.start : before.end].lower() in DETERMINERS:
        size = len(tokens)
    return text[tokens[-size].start : tokens[-1].end]


def _usual_size(tokens: Sequence[Token], chinese: str, counts: Counter[tuple[str, ...]]) -> int:
    """By the length of the Chinese, or one word more or less where just these words come again."""
    usual = -(-len(chinese) // HAN_OF_A_WORD)
    sizes = range(min(usual + 1, len(tokens)), max(usual - 2, 0), -1)
    again = (size for size in sizes if counts[tuple(token.key for token in tokens[-size:])] > 1)
    return next(again, usual)


def _last_words(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words at the end of a text, up to a function word or a mark."""
    start = len(tokens)
    while start > 0 and len(tokens) - start < MOST_WORDS_BEFORE and not tokens[start - 1].is_function:
        start -= 1
        if tokens[start].breaks:
            break
    return tokens[start:]


def _count_endings(texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    """How often each phrase without function words occurs in texts that have brackets of Chinese in them."""
    counts: Counter[tuple[str, ...]] = Counter()
    texts = list(texts)
    if not any(CHINESE_IN_BRACKETS.search(text) for text in texts):
        return counts
    for text in texts:
        tokens = split_tokens(text)
        for end in range(1, len(tokens) + 1):
            run = _last_words(tokens[:end])
            counts.update(tuple(token.key for token in run[at:]) for at in range(len(run)))
    return counts
