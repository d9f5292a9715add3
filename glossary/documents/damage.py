"""Which kinds of damage a text could hold at all: most texts hold none, and need no closer look."""

import re
from enum import IntFlag
from functools import cache

import numpy
from numpy.typing import NDArray

from glossary.documents.lost import CERTAIN, STRAY

UNITS = 1 << 16


class Damage(IntFlag):
    """Kinds of characters that repairing looks for."""

    NONE = 0
    WIDE = 1
    LINE_SEPARATOR = 2
    SURROGATE = 4
    CONTROL = 8
    INVISIBLE = 16
    BRACKET = 32
    LATIN = 64
    LOST = 128

    @property
    def may_hold_readings(self) -> bool:
        """Whether there are brackets and letters that could be a reading in brackets."""
        return Damage.BRACKET in self and Damage.LATIN in self


LINE_SEPARATORS = "\x0b\x0c\x85"
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
INVISIBLES = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
WIDES = "０-９Ａ-Ｚａ-ｚ\u3000"
SIGNS = {
    Damage.WIDE: WIDES,
    Damage.LINE_SEPARATOR: LINE_SEPARATORS,
    Damage.SURROGATE: "\ud800-\udfff",
    Damage.CONTROL: CONTROLS,
    Damage.INVISIBLE: INVISIBLES,
    Damage.BRACKET: "(（",
    Damage.LATIN: "a-zａ-ｚāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡɑ",
    Damage.LOST: f"?锟Â-ÖØ-ô{CERTAIN}{STRAY}",
}


def scan_damage(text: str) -> Damage:
    """Return the kinds of signs that ``text`` holds; characters beyond the BMP count as surrogates."""
    units = numpy.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=numpy.uint16)
    return Damage(int(numpy.bitwise_or.reduce(_signs_of_units()[units], initial=numpy.uint8(0))))


@cache
def _signs_of_units() -> NDArray[numpy.uint8]:
    every = "".join(map(chr, range(UNITS)))
    signs = numpy.zeros(UNITS, dtype=numpy.uint8)
    for kind, characters in SIGNS.items():
        signs[[found.start() for found in re.finditer(f"[{characters}]", every)]] |= numpy.uint8(kind)
    return signs
