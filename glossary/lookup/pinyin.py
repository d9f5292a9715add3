"""One spelling for pinyin, however it was typed: lower case, ü as v, the tone as a digit behind its vowel.

So ``Wǎng gé yuán``, ``wang3ge2yuan2`` and ``wǎnggéyuán`` all become ``wa3ngge2yua2n``, without a need to
know where a syllable ends. The neutral tone (5) is not written.
"""

import re
import unicodedata
from functools import lru_cache

SPELLINGS_REMEMBERED = 16_384
TONE_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
DIAERESIS = "\u0308"
FILLERS = re.compile(r"[\s'’·-]+")
NUMBERED = re.compile(r"([a-z]+)([1-5])")
LETTERS = re.compile(r"[a-z0-9]+")
TONES = re.compile(r"[1-5]")


@lru_cache(maxsize=SPELLINGS_REMEMBERED)
def normalize_pinyin(text: str) -> str:
    """Return pinyin in the one spelling, or an empty string for what cannot be pinyin."""
    plain = FILLERS.sub("", text.lower()).replace("u:", "v")
    letters = unicodedata.normalize("NFD", plain).replace("u" + DIAERESIS, "v")
    marked = "".join(TONE_MARKS.get(letter, letter) for letter in _marks_before_diaeresis(letters))
    spelled = marked if marked != letters else NUMBERED.sub(_place_tone, letters)
    return spelled if LETTERS.fullmatch(spelled) else ""


def _marks_before_diaeresis(letters: str) -> str:
    """Return decomposed letters with ǖ (u, diaeresis, mark) as v and its mark."""
    return letters.replace("u" + DIAERESIS, "v").replace(DIAERESIS, "")


def _place_tone(syllable: re.Match[str]) -> str:
    """Return a numbered syllable with the digit behind the vowel that bears the mark: a, e, ou, the last."""
    letters, tone = syllable.groups()
    if tone == "5":
        return letters
    at = next((letters.index(vowel) for vowel in ("a", "e", "ou") if vowel in letters), None)
    if at is None:
        at = max((letters.rfind(vowel) for vowel in "iouv"), default=-1)
    at = at if at >= 0 else len(letters) - 1
    return letters[: at + 1] + tone + letters[at + 1 :]


def has_tones(spelled: str) -> bool:
    """Whether a normalized spelling says any tone."""
    return TONES.search(spelled) is not None


def drop_tones(spelled: str) -> str:
    """Return a normalized spelling without its tones."""
    return TONES.sub("", spelled)
