"""English sentences as words that can be linked: their keys, and where no phrase may begin, end or go on."""

import re
from typing import NamedTuple

from glossary.text.english import STOP_WORDS, split_words, word_key

PHRASE_BREAK = re.compile(r"[^\s\w'’‘&/‐‑-]")
"""Any mark but a blank, a hyphen, an apostrophe and a slash: no phrase goes on over a comma or a bracket."""
FUNCTION_WORDS = STOP_WORDS | frozenset(
    "about above after again against all along also although am among another any around because been before "
    "being below between both but can cannot could did do does done down during each either else even ever "
    "every few he hence her here hers his how however i if itself just like may me might mine more moreover "
    "most much must my neither nor not now once one's only other others ought out own rather same shall she "
    "should since so some such than then there thereby therefore though through throughout thus too toward "
    "towards under unless until up us very via we what when where whereas whether which while who whom whose "
    "why would yet you your according including namely respectively".split()
)
"""Words that no term begins or ends with, though it may hold them inside: list of powers."""

INSIDE = frozenset(
    "a against all among an and as at between by for from in into its no not of off on or over per the their "
    "through to under up upon with without".split()
)
"""The function words that terms do hold; a phrase goes on over no other: safety hazards | shall report."""


class Token(NamedTuple):
    """One word: the ``key`` that its inflections share, and its place in the text.

    ``is_function``: no phrase begins or ends with it. ``breaks``: no phrase goes on from the word before.
    """

    key: str
    start: int
    end: int
    is_function: bool
    breaks: bool


def split_tokens(text: str) -> tuple[Token, ...]:
    """Return the words of an English sentence in order."""
    tokens: list[Token] = []
    before = 0
    is_over = True
    for word in split_words(text):
        is_function = word.form in FUNCTION_WORDS or word.form.isdecimal()
        ends = is_function and word.form not in INSIDE
        breaks = is_over or ends or bool(PHRASE_BREAK.search(text, before, word.start))
        is_over = ends
        tokens.append(Token(word_key(word.form), word.start, word.end, is_function, breaks))
        before = word.end
    return tuple(tokens)
