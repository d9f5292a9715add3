"""The form that the inflections of an English word share: plural and singular, and the forms of a verb.

The endings follow steps 1a and 1b of Porter's algorithm (Program 14, 1980) with the irregular forms looked
up before; nothing is cut that makes another word of it, so ``governance`` and ``government`` stay apart.
"""

import re
from functools import lru_cache

from glossary.text.english.irregular import (
    COMPOUND_NOUNS,
    COMPOUND_VERBS,
    IN_ED_OR_ING,
    IN_MEN,
    LONG_E_IN_EED,
    NOUNS,
    UNCHANGED_IN_S,
    VERBS,
)
from glossary.text.english.spelling import fold_spelling

KEPT_WORDS = 65_536
# Consonant, vowel, consonant (not w, x, y) and nothing before but consonants: ``plan``, ``us``, ``rat``.
SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
DOUBLED = re.compile(r".+([bdgkmnprtv])\1")
VERB_ENDING = re.compile(r"(.*[aeiouy].*)(?:ed|ing)")
KEPT_S = ("ss", "us", "is")
SHORTEST_WORD = 2
MAN, MEN = "man", "men"


@lru_cache(maxsize=KEPT_WORDS)
def noun_form(word: str) -> str:
    """Return what the singular and the plural of a noun share: policy for ``policies``, ``centre`` and
    ``centers`` give center. A key in the one spelling of both countries, not always a word.
    """
    return _close(_singular(fold_spelling(word)))


@lru_cache(maxsize=KEPT_WORDS)
def verb_form(word: str) -> str:
    """Return what the forms of a verb share: ``resolves``, ``resolved`` and ``resolving`` give resolv."""
    infinitive = _irregular_verb(word) or _infinitive(_singular(fold_spelling(word)))
    return _close(fold_spelling(infinitive))


def _singular(word: str) -> str:
    if word in NOUNS:
        return NOUNS[word]
    if plural := next((one for one in COMPOUND_NOUNS if word.endswith(one)), ""):
        return word.removesuffix(plural) + NOUNS[plural]
    if word.endswith(MEN) and word not in IN_MEN:
        return word.removesuffix(MEN) + MAN
    is_plural = word.endswith("s") and not word.endswith(KEPT_S) and word not in UNCHANGED_IN_S
    return word[:-1] if is_plural and len(word) > SHORTEST_WORD else word


def _irregular_verb(word: str) -> str:
    if compound := COMPOUND_VERBS.fullmatch(word):
        return compound[1] + VERBS[compound[2]]
    return VERBS.get(word, "")


def _infinitive(word: str) -> str:
    """Cut -ed and -ing, and mend what is left: ``planned`` plan, ``rated`` rate, ``resolved`` resolv."""
    if word in IN_ED_OR_ING or word.endswith("eed"):
        return word[:-1] if word in LONG_E_IN_EED else word
    found = VERB_ENDING.fullmatch(word)
    if not found:
        return word
    stem = found[1]
    if DOUBLED.fullmatch(stem):
        return stem[:-1]
    return f"{stem}e" if SHORT_STEM.fullmatch(stem) else stem


def _close(word: str) -> str:
    """Give words that end in y, ie and i, in e or none, in -sis and -ses, one end."""
    if word.endswith("sis"):
        word = word[:-2] + "e"
    if word.endswith("ie"):
        return word[:-2] + "y"
    if word.endswith("i") and len(word) > SHORTEST_WORD:
        return word[:-1] + "y"
    if word.endswith("e") and len(word) > SHORTEST_WORD and not SHORT_STEM.fullmatch(word[:-1]):
        return word[:-1]
    return word
