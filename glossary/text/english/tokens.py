"""English words with their places: hyphens part words, apostrophes belong to them, numbers are words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.text.folding import fold
from glossary.text.scripts import HAN_CLASS

APOSTROPHES = str.maketrans("’‘ʼ＇`´", "''''''")
HYPHENS = "-‐‑­"
"""Hyphen-minus, hyphen, non-breaking hyphen and soft hyphen; a dash parts sentences, not words."""
LETTER_OR_DIGIT = rf"[^\W_{HAN_CLASS}]"
NUMBER = rf"\d+(?:[.,]\d+)*(?!{LETTER_OR_DIGIT})"
ACRONYM_WITH_DOTS = r"\b(?:[a-z]\.){2,}"
PLAIN_WORD = rf"{LETTER_OR_DIGIT}+(?:'{LETTER_OR_DIGIT}+)*"
AND_SIGN = "&"
# ``R&D`` is one word, ``letters & visits`` three.
LETTERS_WITH_AND = rf"\b[a-z]&[a-z](?!{LETTER_OR_DIGIT})"
WORD = re.compile(f"{ACRONYM_WITH_DOTS}|{LETTERS_WITH_AND}|{NUMBER}|{PLAIN_WORD}|{AND_SIGN}")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as it stands in ``text[start:end]``, and its ``form`` in lower case, without what marks a
    possessive. ``is_joined``: only a hyphen stands between it and the word before.
    """

    text: str
    start: int
    end: int
    form: str
    is_possessive: bool = False
    is_joined: bool = False


def split_words(text: str) -> list[Word]:
    """Return the English words of a text in order: ``grid-based workers'`` gives grid, based, workers.

    Chinese characters are no words of it. Offsets are in characters of ``text``.
    """
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    folded = fold(text).translate(APOSTROPHES)
    before = 0
    for found in WORD.finditer(folded):
        start, end = found.span()
        form, is_possessive = _without_possessive(found[0], folded[end : end + 1])
        joined = start > 0 and start - 1 == before and text[before] in HYPHENS
        yield Word(text[start:end], start, end, form, is_possessive, joined)
        before = end


def _without_possessive(word: str, next_character: str) -> tuple[str, bool]:
    """Return the word without 's and dots, and whether it is a possessive (or closes a quotation)."""
    if word == AND_SIGN:
        return "and", False
    if word.endswith("'s"):
        return word[:-2], True
    is_plural = next_character == "'" and word.endswith("s")
    return (word.replace(".", "") if word[0].isalpha() else word), is_plural
