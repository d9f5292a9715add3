"""In which script a text is written: Chinese, Latin, or neither."""

import re
from enum import StrEnum

from glossary.text.folding import HAN_BLOCKS

HAN_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_BLOCKS)
"""Chinese characters, as they stand between the brackets of a pattern."""
HAN = re.compile(f"[{HAN_CLASS}]")
KANA_OR_HANGUL = re.compile("[\u3041-\u30fa\u1100-\u11ff\uac00-\ud7af]")
LATIN = re.compile("[A-Za-z]")
LETTERS_OF_A_HAN = 3
"""A Chinese character says as much as about three Latin letters: 用GPS定位 is Chinese, "PLA (军)" is not."""
MOST_OTHER_SHARE = 0.05


class Script(StrEnum):
    """What a text is written in; nothing is said of one without letters."""

    CHINESE = "Chinese"
    LATIN = "Latin"
    OTHER = "other"
    NONE = ""


def tell_script(text: str) -> Script:
    """Return the script that most of a text is written in. Japanese and Korean are other."""
    han, latin = len(HAN.findall(text)), len(LATIN.findall(text))
    other = len(KANA_OR_HANGUL.findall(text))
    if other > MOST_OTHER_SHARE * (han + other + latin):
        return Script.OTHER
    if not han + latin:
        return Script.OTHER if any(map(str.isalpha, text)) else Script.NONE
    return Script.CHINESE if han * LETTERS_OF_A_HAN >= latin else Script.LATIN
