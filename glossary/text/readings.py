"""How Chinese characters are read: Hanyu Pinyin by pypinyin, which is imported when first asked.

Within, a reading has its tone mark, as in pypinyin's dictionaries; every other style is made from that.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from glossary.text.folding import is_han, simplify

if TYPE_CHECKING:
    from pypinyin.core import Pinyin

NO_READING = "\0"
KEPT_CHARACTERS = 16_384
"""Readings of so many characters are kept in mind; most texts use three thousand."""
KEPT_WORDS = 65_536
KEPT_SYLLABLES = 4_096
KEPT_TEXTS = 64
"""A few: a term is asked for its reading and then for its syllables."""
LOOK_ALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "v": "ü", " ": None, "'": None, "’": None})
PLAIN_RUN = re.compile(r"[0-9A-Za-z]+(?:[.+-][0-9A-Za-z]+)*")


def is_reading(characters: str, reading: str) -> bool:
    """Whether ``reading`` is how ``characters``, in either script, can be read.

    Every reading of a character counts, with tone marks (chuàng), numbers (chuang4) or neither (chuang);
    those of several characters stand together or apart (tāotiè, tāo tiè).
    """
    spelled = unicodedata.normalize("NFC", reading).translate(LOOK_ALIKES)
    return bool(characters) and _is_spelled(characters, spelled)


def _is_spelled(characters: str, spelled: str) -> bool:
    if not characters or not spelled:
        return not characters and not spelled
    starts = [form for form in _forms(characters[0]) if spelled.startswith(form)]
    return any(_is_spelled(characters[1:], spelled[len(form) :]) for form in starts)


def _forms(character: str) -> set[str]:
    readings = {one for spelling in (character, simplify(character)) for one in _all_readings(spelling)}
    return {form for one in readings for form in (one, _without_tone(one), _numbered(one))}


@lru_cache(maxsize=KEPT_CHARACTERS)
def _all_readings(character: str) -> tuple[str, ...]:
    from pypinyin import pinyin

    if not is_han(character):
        return ()
    found = pinyin(character, heteronym=True, errors="ignore")
    return tuple(found[0]) if found else ()


@lru_cache(maxsize=KEPT_SYLLABLES)
def _numbered(reading: str) -> str:
    """Return a toned reading with its tone behind it; 5 is the neutral one: ``le`` becomes ``le5``."""
    from pypinyin.contrib.tone_convert import tone_to_tone3

    return str(tone_to_tone3(reading, v_to_u=True, neutral_tone_with_five=True))


@lru_cache(maxsize=KEPT_SYLLABLES)
def _without_tone(reading: str) -> str:
    from pypinyin.contrib.tone_convert import tone_to_normal

    return str(tone_to_normal(reading, v_to_u=True))


def reading_of(text: str) -> str:
    """Return the toned reading of ``text``, its syllables apart: 网格员 becomes ``wǎng gé yuán``.

    A character of several readings takes the one of the word it stands in. Runs of Latin letters and digits
    stay as they are; all else, such as punctuation and a character without a known reading, is left out.
    """
    parts = [(at, syllable) for at, syllable in enumerate(_likely_readings(text)) if syllable]
    parts += [(run.start(), run.group()) for run in PLAIN_RUN.finditer(text)]
    return " ".join(part for _, part in sorted(parts))


def syllables(text: str, *, numbered: bool = False) -> list[list[str]]:
    """Return all readings of each character of ``text``, the likeliest in this text first.

    Toneless (``yuan``), or with ``numbered`` the tone behind it (``yuan2``; the neutral tone is 5); ü is
    written v, as it is typed. A letter or digit reads as itself in lower case; other characters have no
    readings, so their list is empty. There are as many lists as characters.
    """
    likely = _likely_readings(text)
    return [list(_typed_readings(one, likely[at], numbered=numbered)) for at, one in enumerate(text)]


@lru_cache(maxsize=KEPT_CHARACTERS)
def _typed_readings(character: str, likely: str, *, numbered: bool) -> tuple[str, ...]:
    if not is_han(character):
        return (character.lower(),) if character.isalnum() else ()
    spell = _numbered if numbered else _without_tone
    every = (spell(reading) for reading in (likely, *_all_readings(character)) if reading)
    return tuple(dict.fromkeys(reading.replace("ü", "v") for reading in every))


@lru_cache(maxsize=KEPT_TEXTS)
def _likely_readings(text: str) -> tuple[str, ...]:
    """One reading a character, by the words of the simplified text; empty for what is no Chinese character.

    pypinyin knows most of its words in simplified script alone: in 銀行 it would read the second character
    xíng. Where simplifying changed the word (乾坤 becomes 干坤), the reading is none of the character's own,
    and the text as it stands decides.
    """
    simple = simplify(text)
    simplified = _read_in_words(simple)
    if simple == text:
        return simplified
    return tuple(
        here if here == there or here in _all_readings(character) else there
        for character, here, there in zip(text, simplified, _read_in_words(text), strict=True)
    )


def _read_in_words(text: str) -> tuple[str, ...]:
    return tuple(reading for word in _word_cutter().seg(text) for reading in _read_word(word))


@cache
def _word_cutter() -> "Pinyin":
    from pypinyin.core import Pinyin

    return Pinyin()


@lru_cache(maxsize=KEPT_WORDS)
def _read_word(word: str) -> tuple[str, ...]:
    """Return the readings of one of pypinyin's words; a run of other characters has as many empty ones."""
    from pypinyin import pinyin

    found = pinyin([word], errors=lambda run: NO_READING * len(run))
    readings: list[str] = []
    for (syllable,) in found:
        readings += [""] * syllable.count(NO_READING) or [syllable]
    return tuple(readings)
