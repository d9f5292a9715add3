"""How Chinese characters are read: Hanyu Pinyin by pypinyin, which is imported when first asked."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.text.folding import is_han, simplify

if TYPE_CHECKING:
    from pypinyin import Style

READINGS_REMEMBERED = 65_536
NO_READING = "\0"
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
    from pypinyin import Style

    styles = (Style.TONE, Style.NORMAL, Style.TONE3)
    spellings = (character, simplify(character))
    return {form for one in spellings for style in styles for form in _all_readings(one, style)}


@lru_cache(maxsize=READINGS_REMEMBERED)
def _all_readings(character: str, style: "Style") -> tuple[str, ...]:
    from pypinyin import pinyin

    if not is_han(character):
        return ()
    found = pinyin(
        character, style=style, heteronym=True, errors="ignore", v_to_u=True, neutral_tone_with_five=True
    )
    return tuple(found[0]) if found else ()


def reading_of(text: str) -> str:
    """Return the toned reading of ``text``, its syllables apart: 网格员 becomes ``wǎng gé yuán``.

    A character of several readings takes the one of the word it stands in. Runs of Latin letters and digits
    stay as they are; all else, such as punctuation and a character without a known reading, is left out.
    """
    from pypinyin import Style

    likely = _likely_readings(text, Style.TONE)
    parts = [(at, syllable) for at, syllable in enumerate(likely) if syllable]
    parts += [(run.start(), run.group()) for run in PLAIN_RUN.finditer(text)]
    return " ".join(part for _, part in sorted(parts))


def syllables(text: str, *, numbered: bool = False) -> list[list[str]]:
    """Return all readings of each character of ``text``, the likeliest in this text first.

    Toneless (``yuan``), or with ``numbered`` the tone behind it (``yuan2``; the neutral tone is 5); ü is
    written v, as it is typed. A letter or digit reads as itself in lower case; other characters have no
    readings, so their list is empty. There are as many lists as characters.
    """
    from pypinyin import Style

    style = Style.TONE3 if numbered else Style.NORMAL
    likely = _likely_readings(text, style)
    return [_readings_at(character, likely[at], style) for at, character in enumerate(text)]


def _readings_at(character: str, likely: str, style: "Style") -> list[str]:
    if not is_han(character):
        return [character.lower()] if character.isalnum() else []
    every = (likely, *_all_readings(character, style))
    return [reading.replace("ü", "v") for reading in dict.fromkeys(every) if reading]


def _likely_readings(text: str, style: "Style") -> list[str]:
    """One reading a character, by the words of the simplified text; empty for what is no Chinese character.

    pypinyin knows most of its words in simplified script alone: in 銀行 it would read the second character
    xíng. Where simplifying changed the word (乾坤 becomes 干坤), the reading is none of the character's own,
    and the text as it stands decides.
    """
    simple = simplify(text)
    simplified = _read_in_words(simple, style)
    if simple == text:
        return simplified
    own = _read_in_words(text, style)
    return [
        here if here == there or here in _all_readings(character, style) else there
        for character, here, there in zip(text, simplified, own, strict=True)
    ]


def _read_in_words(text: str, style: "Style") -> list[str]:
    from pypinyin import pinyin

    found = pinyin(
        text, style=style, errors=lambda run: NO_READING * len(run), v_to_u=True, neutral_tone_with_five=True
    )
    readings: list[str] = []
    for syllable in (one[0] for one in found):
        readings += [""] * len(syllable) if syllable.startswith(NO_READING) else [syllable]
    return readings
