"""Which strings are general prose: known to every reader, and of no matter of their own."""

from glossary.mining.vocabulary import (
    ABSTRACT_NOUNS,
    ACTIONS,
    GENERAL_PHRASES,
    QUALITIES,
    THINGS,
    WEAK_TAILS,
)

EVERYDAY = ACTIONS | THINGS


def is_general(string: str) -> bool:
    """Whether a string is a word or a set combination of general prose, however it is cut (标签|化)."""
    return string in ABSTRACT_NOUNS or string in QUALITIES or string in GENERAL_PHRASES


def is_plain(string: str) -> bool:
    """Whether a string names nothing that a tail could be weak behind: 平台|建设, 治理|新模式."""
    return is_general(string) or string in EVERYDAY or string in WEAK_TAILS
