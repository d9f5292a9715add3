"""The longest match by trying every known term at every place: slow, and written without the automaton.

It shares with the program the folding of single characters, which has tests of its own, and nothing else.
"""

import unicodedata
from collections.abc import Iterable

from glossary.text.folding import fold, folded_key, is_han, simplify

LEFT_OUT = set('"“”„‟«»《》〈〉「」『』〝〞〟＂\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f')
ONE_OF = {"'": "'‘’‛`´＇", "-": "-‐‑‒–−－", "·": "·•‧・･⋅", " ": " \t\u00a0\u2009\u3000"}
LIKE = {mark: one for one, marks in ONE_OF.items() for mark in marks}

Letter = tuple[str, int]
Found = tuple[int, int, str]


def find_longest(text: str, terms: Iterable[str], exact: Iterable[str] = ()) -> list[Found]:
    """Return (start, end, key) of the longest known term at each place, leftmost first.

    The marks around a term are not part of it: a caller compares the letters that a span holds.
    """
    spelled = _letters(text)
    wanted = [(_forms(term), term, term in set(exact)) for term in terms if len(folded_key(term)) > 1]
    found: list[Found] = []
    at = 0
    while at < len(spelled):
        best = max(
            (length, folded_key(term))
            for forms, term, is_exact in [*wanted, ([], "", False)]
            for length in [_length_at(text, spelled, at, forms, term if is_exact else "")]
        )
        if best[0]:
            found.append((spelled[at][1], spelled[at + best[0] - 1][1] + 1, best[1]))
        at += best[0] or 1
    return found


def _forms(term: str) -> list[list[str]]:
    every = (term, folded_key(term), unicodedata.normalize("NFD", term))
    return [_written(form, _letters(form)) for form in every]


def _written(text: str, letters: list[Letter]) -> list[str]:
    """Return the letters, each with whether its word goes on: 1 1 is not 11."""
    joins = (_joins(text, at) for _, at in letters[:-1])
    return [f"{one} {join}" for (one, _), join in zip(letters, (*joins, False), strict=False)]


def _length_at(text: str, spelled: list[Letter], at: int, forms: list[list[str]], exact: str) -> int:
    return max((len(form) for form in forms if _is_there(text, spelled, at, form, exact)), default=0)


def _is_there(text: str, spelled: list[Letter], at: int, form: list[str], exact: str) -> bool:
    here = spelled[at : at + len(form)]
    if not form or _written(text, here) != form:
        return False
    start, end = here[0][1], here[-1][1] + 1
    if _joins(text, start - 1) or _joins(text, end - 1):
        return False
    return not exact or _plain(text[start:end]) == _plain(exact)


def _plain(text: str) -> list[str]:
    narrow = (unicodedata.normalize("NFKC", simplify(one)) for one in text)
    return [one for letters in narrow for one in letters if one.isalnum()]


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on from this character to the next."""
    return 0 <= at < len(text) - 1 and _is_word(text[at]) and _is_word(text[at + 1])


def _is_word(character: str) -> bool:
    one = fold(character)
    return ord(one) < 0x3000 and (one.isalnum() or bool(unicodedata.combining(one)))


def _letters(text: str) -> list[Letter]:
    return [(_one(text[at]), at) for at in range(len(text)) if not _is_left_out(text, at)]


def _one(character: str) -> str:
    return LIKE.get(character) or fold(character)


def _is_left_out(text: str, at: int) -> bool:
    one = _one(text[at])
    before, after = text[at - 1] if at else "\n", (text[at + 1 :] + "\n")[0]
    if one == "'":
        return not (_is_word(before) and _is_word(after))
    if one == " ":
        after = next((one for one in text[at + 1 :] if _one(one) != " "), "\n")
        sides = {_is_word(before) and is_han(after), is_han(before) and _is_word(after)}
        return _one(before) == " " or True in sides
    return text[at] in LEFT_OUT
