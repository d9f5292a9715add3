"""Names in a form of their own, that hold a word of grammar, a verb or a figure all the same."""

import re
from collections.abc import Sequence

from glossary.mining.formulae import MEASURES
from glossary.mining.vocabulary import ACTIONS, LIGHT_VERBS

HAN = "[\u4e00-\u9fff]"
COINED = re.compile(
    f"以{HAN}[代释促带养换引补保强练育]{HAN}|{HAN}{{2}}即{HAN}|应({HAN})尽\\1|未{HAN}先{HAN}"
    f"|全面(?:从严|依法|深化){HAN}{{2}}"
)
"""Names of policies: 以奖代补, 接诉即办, 应保尽保, 未诉先办, 全面依法治国."""
GRAMMAR_OF_COINAGES = frozenset("以即应未")
HOTLINE, HOTLINE_NUMBER = "热线", re.compile("1[0-9]{4}")
ONE, ONE_FOR_ALL_WORDS, DOING_CHARS = "一", 3, 2


def is_set_form(words: Sequence[str]) -> bool:
    """Whether words are such a name."""
    return COINED.fullmatch("".join(words)) is not None or _names_hotline(words) or _is_one_for_all(words)


def may_stand_in_set_form(word: str) -> bool:
    """Whether a word that parts other names may stand in one of these: 以, 即, the figures of 12345热线."""
    return word in GRAMMAR_OF_COINAGES or HOTLINE_NUMBER.fullmatch(word) is not None


def _names_hotline(words: Sequence[str]) -> bool:
    return words[-1] == HOTLINE and HOTLINE_NUMBER.fullmatch(words[0]) is not None


def _is_one_for_all(words: Sequence[str]) -> bool:
    """Whether words say by which one thing all is done: 一|窗|受理, but not 一|个|窗口 or 一|次|办成."""
    if len(words) != ONE_FOR_ALL_WORDS or words[0] != ONE or len(words[1]) != 1 or words[1] in MEASURES:
        return False
    return len(words[2]) == DOING_CHARS and (words[2] in ACTIONS or words[2] in LIGHT_VERBS)
