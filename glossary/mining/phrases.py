"""The noun phrase at the end of a clause: what is left behind its last verb or word of grammar."""

from collections.abc import Sequence

from glossary.mining.vocabulary import FUNCTION_CHARACTERS, FUNCTION_WORDS, LIGHT_VERBS, MAKING_VERBS
from glossary.text.segmentation import cut_words

COINED_CHARS = range(4, 7)
LAW, SYSTEM = "条例", "制"
SPOKEN = frozenset("的了着过我你您他她它们这那吗吧呢啊嘛哪谁")
"""What is said in so many words holds one of these; a name that was coined does not."""


def has_grammar(text: str) -> bool:
    """Whether any word of ``text`` is one of grammar, so that it is a clause and no name."""
    return any(word in FUNCTION_CHARACTERS or word in FUNCTION_WORDS for word in cut_words(text))


def may_be_coined(text: str) -> bool:
    """Whether a quotation may be a name in spite of a word of grammar: 接诉即办, 最多跑一次."""
    return len(text) in COINED_CHARS and not text.isdigit() and SPOKEN.isdisjoint(text)


def is_counted(before: str) -> bool:
    """Whether a figure stands before a phrase, which then begins with its measure: 64 |位版本, 3 |处水闸."""
    return before.rstrip()[-1:].isdigit()


def last_phrase(text: str) -> str:
    """Return what follows the last verb or word of grammar: 将|加快|推进|综治中心 gives 综治中心.

    A text that ends in such a word is returned whole.
    """
    words = cut_words(text)
    barred = [at for at, word in enumerate(words) if _parts(word)]
    if not barred or barred[-1] + 1 == len(words):
        return text
    start = barred[-1]
    return "".join(words[start if names_instrument(words[start:]) else start + 1 :])


def names_instrument(words: Sequence[str]) -> bool:
    """Whether a verb opens the name of a law or a system and says what for: 优化|营商|环境|条例, 告知|承诺制.

    What is done with one opens no name: 修订|垃圾|分类|条例, 实行|承诺制.
    """
    if words[0] not in LIGHT_VERBS or words[0] in MAKING_VERBS:
        return False
    if len(words) == 2:
        return len(words[1]) > 2 and words[1].endswith(SYSTEM)
    return words[-1] == LAW


def _parts(word: str) -> bool:
    return word in LIGHT_VERBS or word in FUNCTION_CHARACTERS or word in FUNCTION_WORDS
