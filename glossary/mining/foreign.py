"""Names from other languages, told by the characters that write down their sounds: 穆萨维, 塔什干."""

from collections.abc import Sequence

from glossary.mining.vocabulary import (
    CONTINENTS,
    SIDES,
    STATE_LETTERS,
    STATES,
    TRANSCRIBED_NOUNS,
    TRANSCRIBING,
)

MIN_CHARS = 3
SIDE_CHARS = 2
NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "ns", "nz", "nt"})
WORLD_REGIONS = STATES | CONTINENTS


def is_transcribed(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether words write down the sounds of a name, as one word (塔什干) or in odd pieces (素|万那).

    A string of common words is none, though each of its characters may stand for a sound: 内|科|博士.
    """
    string = "".join(words)
    if len(string) < MIN_CHARS or not TRANSCRIBING.issuperset(string) or string in TRANSCRIBED_NOUNS:
        return False
    return all(len(word) == 1 or tag in NAME_TAGS for word, tag in zip(words, tags, strict=True))


def names_side(word: str) -> bool:
    """Whether a word says only whose army, firms or media there are: 俄军, 中企."""
    return len(word) == SIDE_CHARS and word[0] in STATE_LETTERS and word[1] in SIDES
