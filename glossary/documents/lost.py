"""Where characters were lost before we read the text. They are never guessed back, only pointed at."""

import re
from collections.abc import Iterator

from glossary.text.scripts import HAN

# Replacement and private characters; what the two most usual wrong decodings leave behind (UTF-8 read as GBK
# is full of 锛, 銆 and 鈥, read as Latin-1 of Ã and its like).
CERTAIN = "\ufffd\ue000-\uf8ff锛銆鈥"
# Cyrillic, ∥, box drawing, Bopomofo and half-width kana: strays where Chinese characters stand on both sides.
STRAY = "\u0400-\u04ff\u2225\u2500-\u257f\u3105-\u312f\uff61-\uff9f"
GARBLED = re.compile(f"[{CERTAIN}]+|[{STRAY}]+|(?:锟斤拷)+|[Â-ÖØ-ô][\u00a0-\u00ff]{{2,}}")
STRAYS = re.compile(f"[{STRAY}]+")
QUESTION_MARKS = re.compile(r"\?\?+!?|(?<=\d)\?(?=\d)|\?!")
QUESTION_PARTICLES = frozenset("吗嗎呢吧么麼啊呀")


def find_lost(text: str) -> tuple[int, ...]:
    """Return the positions in ``text``, ascending, that stand where characters were lost."""
    if text.isascii():
        return ()
    spans = sorted([*_garbled_spans(text), *_question_mark_spans(text)])
    return tuple(position for start, end in spans for position in range(start, end))


def _garbled_spans(text: str) -> Iterator[tuple[int, int]]:
    for found in GARBLED.finditer(text):
        start, end = found.span()
        if not STRAYS.fullmatch(found.group()) or _is_between_han(text, start, end):
            yield start, end


def _question_mark_spans(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in QUESTION_MARKS.finditer(text) if _stands_for_lost(text, *found.span()))


def _stands_for_lost(text: str, start: int, end: int) -> bool:
    """Whether question marks stand where characters were, not where somebody asks.

    ``海南???。`` and ``4?13`` do; ``真的吗??``, ``what??`` and a last ``为什么?!`` do not.
    """
    if text[start:end] == "?":
        return True
    if text[start:end] == "?!":
        return _is_between_han(text, start, end)
    before, after = text[start - 1 : start], text[end : end + 1]
    return before not in QUESTION_PARTICLES and bool(HAN.match(before) or HAN.match(after))


def _is_between_han(text: str, start: int, end: int) -> bool:
    return bool(HAN.match(text, start - 1) and HAN.match(text, end)) if start else False
