"""Texts from documents, made fit for a page: they may hold anything."""

import re
from typing import Final

from glossary.text.folding import simplify

UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
"""Control characters, half surrogate pairs, and marks that would turn the direction of the page around."""
TRADITIONAL_CHARS_ENOUGH = 2
SIMPLIFIED_TAG = "zh-Hans"
TRADITIONAL_TAG = "zh-Hant"
ELLIPSIS = "…"


def clean_text(text: str) -> str:
    """Return a text without characters that a page cannot carry or that would disturb it."""
    return UNPRINTABLE.sub(" ", text)


def clip_text(text: str, characters: int) -> str:
    """Return the beginning of a text, its blanks made single, with … where something was cut."""
    text = " ".join(text.split())
    return text if len(text) <= characters else text[: characters - 1].rstrip() + ELLIPSIS


def chinese_tag(text: str) -> str:
    """Return the language tag of a Chinese text: traditional where two or more characters are so written."""
    differing = sum(one != other for one, other in zip(text, simplify(text), strict=True))
    return TRADITIONAL_TAG if differing >= TRADITIONAL_CHARS_ENOUGH else SIMPLIFIED_TAG
