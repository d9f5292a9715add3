"""One folding for texts and keys: traditional to simplified, full width to half width, upper to lower case.

Every character becomes exactly one character, so an offset into the folded text is an offset into the text.
The script pairs come from OpenCC's data (``make fold-table`` writes them anew); its few one-to-many choices
cost nothing in matching, since text and key go through the same table.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from glossary.text.fold_table import SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    import numpy
    from numpy.typing import NDArray

FULL_WIDTH = range(0xFF01, 0xFF5F)
FULL_TO_HALF_WIDTH = 0xFEE0
IDEOGRAPHIC_SPACE = 0x3000
CASED_BLOCKS = (range(0x0041, 0x0250), range(0x0370, 0x0530), range(0x1E00, 0x2000))
HAN_BLOCKS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF), (0x3007, 0x3007))
FIRST_HAN = min(first for first, _ in HAN_BLOCKS)
CODE_POINTS = 0x110000
NUMPY_PAYS_FROM_CHARS = 600


@cache
def _fold_pairs() -> dict[int, int]:
    pairs = {ord(a): ord(b) for a, b in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
    cased = (code for block in CASED_BLOCKS for code in block if _has_lower(code))
    pairs.update((code, ord(chr(code).lower())) for code in cased)
    pairs.update((code, ord(chr(code - FULL_TO_HALF_WIDTH).lower())) for code in FULL_WIDTH)
    pairs[IDEOGRAPHIC_SPACE] = ord(" ")
    return pairs


def _has_lower(code: int) -> bool:
    lower = chr(code).lower()
    return len(lower) == 1 and lower != chr(code)


@cache
def _fold_array() -> "NDArray[numpy.uint32]":
    return make_table(_fold_pairs())


def fold_table() -> "NDArray[numpy.uint32]":
    """Return what every code point is folded to; not to be changed."""
    return _fold_array()


def fold(text: str) -> str:
    """Return ``text`` folded; the result has as many characters."""
    if len(text) < NUMPY_PAYS_FROM_CHARS:
        return text.translate(_fold_pairs())
    return map_characters(text, _fold_array())


def map_characters(text: str, table: "NDArray[numpy.uint32]") -> str:
    """Return ``text`` with every character replaced by the one that ``table`` has at its code point."""
    import numpy

    codes = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32)
    return table[codes].tobytes().decode("utf-32-le", "surrogatepass")


def make_table(pairs: "Mapping[int, int]") -> "NDArray[numpy.uint32]":
    """Return a table for ``map_characters`` that replaces the code points of ``pairs`` and no others."""
    import numpy

    table = numpy.arange(CODE_POINTS, dtype=numpy.uint32)
    table[list(pairs)] = list(pairs.values())
    return table


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one (the zero 〇 counts)."""
    code = ord(character)
    return code >= FIRST_HAN and any(first <= code <= last for first, last in HAN_BLOCKS)


@cache
def _only_han() -> "re.Pattern[str]":
    import re

    blocks = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_BLOCKS)
    return re.compile(f"[{blocks}]+")


def is_only_han(text: str) -> bool:
    """Whether every character of ``text``, and at least one, is a Chinese one."""
    return bool(_only_han().fullmatch(text))


def has_han(text: str) -> bool:
    """Whether any character of ``text`` is a Chinese one."""
    return not text.isascii() and any(map(is_han, text))


def folded_key(text: str) -> str:
    """Return the key under which a term is found again, whatever its script, width, case and punctuation.

    In Chinese, all but letters and digits is dropped: “三无”船舶 and 三无船舶 share a key. In
    other scripts it becomes one space: ``Grid-based  worker`` and ``grid based worker`` share a key. A text
    of punctuation alone is its own key.
    """
    folded = fold(unicodedata.normalize("NFC", text))
    gap = "" if has_han(folded) else " "
    words = "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in folded).split()
    return gap.join(words) or folded.strip()


@cache
def _script_pairs() -> dict[int, int]:
    return str.maketrans(TRADITIONAL, SIMPLIFIED)


def simplify(text: str) -> str:
    """Return ``text`` in simplified script, case and width as they were; one character for each."""
    return text.translate(_script_pairs())
