"""Texts and terms in one spelling, so that a term is found however a text writes it.

On top of folding (script, width, case) quotation marks and invisible characters are dropped, dashes and
middle dots are one each, and so are blanks; a blank between a Chinese character and a Latin word goes. The
first and the last letter of a Latin word are other characters than those inside it: so no term that begins or
ends in Latin letters is found inside a word, and a search needs no second look at edges.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

from glossary.text.folding import fold_table, make_table

Codes: TypeAlias = NDArray[numpy.uint32]
Positions: TypeAlias = NDArray[numpy.int64]
Flags: TypeAlias = NDArray[numpy.bool_]

UTF_32 = "utf-32-le"
FIRST_OF_WORD = 0x40000
LAST_OF_WORD = 0x80000
"""Added to the code of a letter; what it becomes is a character that no text holds."""
IGNORED = "\u200b"
QUOTES = '"“”„‟«»《》〈〉「」『』〝〞〟＂'
INVISIBLES = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
APOSTROPHES = "'‘’‛`´＇"
DASHES = "-‐‑‒–−－"
DOTS = "·•‧・･⋅"
BLANKS = " \t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
NUL = 0
SURROGATES = range(0xD800, 0xE000)
LOST = 0xFFFD
FIRST_WITHOUT_WORDS = 0x3020
"""Below stand all letters of words with blanks between them, and all marks that are looked at here."""
FIRST_OF_CHINESE = 0x3400
WORD, MARK, APOSTROPHE, BLANK = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text in the one spelling; ``places`` say where its characters stood, None where none was dropped."""

    codes: Codes
    places: Positions | None

    def original(self, starts: Positions, ends: Positions) -> tuple[Positions, Positions]:
        """Return spans of the spelled text, none of them empty, as spans of the text before."""
        if self.places is None:
            return starts, ends
        return self.places.take(starts), self.places.take(ends - 1) + 1


def spell(text: str) -> Spelled:
    """Return a text in the one spelling; no term reaches over a line end, since no spelled term has one."""
    written = numpy.frombuffer(text.encode(UTF_32, "surrogatepass"), dtype=numpy.uint32)
    codes = _spelling_table().take(written)
    low = numpy.flatnonzero(codes < FIRST_WITHOUT_WORDS)
    kinds = _kinds().take(codes.take(low))
    dropped = _find_dropped(codes, low, kinds)
    _mark_edges(codes, _those(low, kinds == WORD))
    if not len(dropped):
        return Spelled(codes, None)
    is_kept = numpy.ones(len(codes), dtype=numpy.bool_)
    is_kept[dropped] = False
    kept = numpy.flatnonzero(is_kept)
    return Spelled(codes.take(kept), kept)


def spell_terms(texts: Iterable[str]) -> list[str]:
    """Return terms in the spelling in which they are looked for; one without letters becomes empty."""
    lines = (" ".join(text.split()) if any(map(str.isalnum, text)) else "" for text in texts)
    spelled = spell("".join(f"{line}\n" for line in lines))
    return spelled.codes.tobytes().decode(UTF_32).split("\n")[:-1]


def _those(places: Positions, wanted: Flags) -> Positions:
    """Return the places with a flag; numpy does the same by ``places[wanted]``, seven times as slowly."""
    return places.take(numpy.flatnonzero(wanted))


def _mark_edges(codes: Codes, letters: Positions) -> None:
    """Mark the first and the last letter of each word, in place."""
    if len(letters):
        apart = numpy.diff(letters) != 1
        codes[letters[numpy.concatenate(([True], apart))]] += FIRST_OF_WORD
        codes[letters[numpy.concatenate((apart, [True]))]] += LAST_OF_WORD


def _find_dropped(codes: Codes, low: Positions, kinds: NDArray[numpy.uint8]) -> Positions:
    """Return where the characters stand that are left out: marks, stray apostrophes, needless blanks."""
    marks, apostrophes, blanks = (_those(low, kinds == kind) for kind in (MARK, APOSTROPHE, BLANK))
    stray = apostrophes[~(_are_letters(codes, apostrophes - 1) & _are_letters(codes, apostrophes + 1))]
    return numpy.concatenate((marks, stray, *_find_needless(codes, blanks)))


def _find_needless(codes: Codes, blanks: Positions) -> tuple[Positions, Positions]:
    """Return all blanks but the first of each run, and the first ones beside Chinese and a word: 社管 App."""
    is_first = _at(codes, blanks - 1) != ord(" ")
    first, last = blanks[is_first], blanks[_at(codes, blanks + 1) != ord(" ")]
    before, after = _at(codes, first - 1), _at(codes, last + 1)
    between_scripts = numpy.where(_is_letter(before), after, before) >= FIRST_OF_CHINESE
    return blanks[~is_first], first[between_scripts & (_is_letter(before) != _is_letter(after))]


def _are_letters(codes: Codes, places: Positions) -> Flags:
    return _is_letter(_at(codes, places))


def _is_letter(codes: Codes) -> Flags:
    return numpy.equal(_kinds()[numpy.minimum(codes, FIRST_WITHOUT_WORDS)], WORD)


def _at(codes: Codes, places: Positions) -> Codes:
    """Return the characters at places; beyond either end a line ends."""
    outside = (places < 0) | (places >= len(codes))
    return numpy.where(outside, ord("\n"), codes[numpy.where(outside, 0, places)]).astype(numpy.uint32)


@cache
def _spelling_table() -> Codes:
    """Return one table for script, width, case and all marks that are one."""
    alike = {mark: chars[0] for chars in (APOSTROPHES, DASHES, DOTS, BLANKS) for mark in chars}
    ignored = [*map(ord, QUOTES + INVISIBLES), *(code for block in VARIATION_SELECTORS for code in block)]
    pairs = {ord(mark): ord(one) for mark, one in alike.items()}
    pairs |= dict.fromkeys(ignored, ord(IGNORED)) | dict.fromkeys((NUL, *SURROGATES), LOST)
    return make_table(pairs)[fold_table()]


@cache
def _kinds() -> NDArray[numpy.uint8]:
    """Return what each character below FIRST_WITHOUT_WORDS is after folding, and 0 for that one."""
    kinds = numpy.zeros(FIRST_WITHOUT_WORDS + 1, dtype=numpy.uint8)
    for code in range(FIRST_WITHOUT_WORDS):
        character = chr(code)
        if code != ord("〇") and (character.isalnum() or unicodedata.combining(character)):
            kinds[code] = WORD
    kinds[ord(IGNORED)], kinds[ord("'")], kinds[ord(" ")] = MARK, APOSTROPHE, BLANK
    return kinds
