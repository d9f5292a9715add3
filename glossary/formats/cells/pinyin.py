"""Pinyin beside Chinese, as lists for learners have it: no English, though it is in Latin letters."""

import re
import unicodedata
from collections.abc import Iterable

from glossary.text.folding import has_han
from glossary.text.readings import is_reading
from glossary.text.syllables import split_syllables

MIN_SHARE = 0.6
LONGEST_READING_CHARS = 80
TONES = re.compile("[\u0300\u0301\u0304\u030c1-5]")
BETWEEN = re.compile(r"[\s'’,·-]+")


def are_readings(pairs: Iterable[tuple[str, str]]) -> bool:
    """Return whether most of the texts beside Chinese ones say how these are read."""
    found = [is_toned_reading(chinese, text) for chinese, text in pairs]
    return bool(found) and sum(found) >= MIN_SHARE * len(found)


def is_toned_reading(chinese: str, text: str) -> bool:
    """Return whether a text is Chinese in pinyin with its tones; ``Beijing`` without them may be English."""
    if len(text) > LONGEST_READING_CHARS or not has_han(chinese):
        return False
    spelled = BETWEEN.sub("", text.lower())
    plain, tones = TONES.subn("", unicodedata.normalize("NFD", spelled))
    letters = unicodedata.normalize("NFC", plain).replace("ü", "v")
    if not tones or not letters.isalpha() or not split_syllables(letters):
        return False
    return is_reading("".join(filter(has_han, chinese)), spelled)
