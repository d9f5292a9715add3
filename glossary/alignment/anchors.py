"""Words that must come back in a translation: numbers, Latin letters in Chinese, and known terms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NUMBER = re.compile(r"\d+(?:[,，.]\d+)*")
LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9&-]+")
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
LONGEST_TERM_CHARS = 12
LONGEST_PHRASE_WORDS = 8

Lexicon = Mapping[str, Sequence[str]]
"""Chinese terms, each with its English."""
Anchors = frozenset[str]


@dataclass(frozen=True, slots=True)
class Anchored:
    """The anchors of the lines of either text; the same text is the same anchor on both sides."""

    chinese: tuple[Anchors, ...]
    english: tuple[Anchors, ...]


def find_anchors(chinese: Sequence[str], english: Sequence[str], lexicon: Lexicon) -> Anchored:
    """Return the anchors of each line of two texts. A known term is one by each English that it has."""
    phrases: dict[str, set[str]] = {}
    for term, renderings in lexicon.items():
        for rendering in renderings:
            phrases.setdefault(_as_phrase(rendering), set()).add(term)
    terms = frozenset(term for term in lexicon if 1 < len(term) <= LONGEST_TERM_CHARS)
    return Anchored(
        tuple(_numbers(line) | _letters(line) | _terms_in(line, terms) for line in chinese),
        tuple(_numbers(line) | _words(line) | _phrases_in(line, phrases) for line in english),
    )


def _numbers(line: str) -> Anchors:
    """The numbers of a line; 1,200 and 1200 are one, and so are 05 and 5."""
    plain = (found.replace(",", "").replace("，", "") for found in NUMBER.findall(line))
    return frozenset(number.lstrip("0") or "0" for number in plain)


def _letters(line: str) -> Anchors:
    return frozenset(word.lower() for word in LETTERS.findall(line))


def _words(line: str) -> Anchors:
    return frozenset(word.lower() for word in WORD.findall(line))


def _terms_in(line: str, terms: frozenset[str]) -> Anchors:
    sizes = range(2, LONGEST_TERM_CHARS + 1) if terms else ()
    return frozenset(
        line[start : start + size]
        for size in sizes
        for start in range(len(line) - size + 1)
        if line[start : start + size] in terms
    )


def _phrases_in(line: str, phrases: Mapping[str, set[str]]) -> Anchors:
    words = _as_phrase(line).split() if phrases else []
    found: set[str] = set()
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_PHRASE_WORDS, len(words)) + 1):
            found |= phrases.get(" ".join(words[start:end]), set())
    return frozenset(found)


def _as_phrase(text: str) -> str:
    """Lower case, words apart, without a final s: plural and singular are one."""
    return " ".join(
        word.lower().removesuffix("s") for word in WORD.findall(text.replace("-", " ").replace("’", "'"))
    )
