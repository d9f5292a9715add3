"""What is looked for: the spellings of known terms, and the key under which the base knows each."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.recognition.spelling import spell_term
from glossary.text.folding import simplify

SHORTEST_CHARS = 2
"""A term of one character (网, 法) stands inside thousands of words that it has nothing to do with."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of a known term, with its folded key; ``exact``: it is meant in its own case alone."""

    key: str
    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A spelled term to look for. ``forms`` are the only spellings that count, none where all do."""

    spelled: str
    key: str
    forms: frozenset[str] = frozenset()


def make_patterns(entries: Iterable[Entry], *, shortest: int = SHORTEST_CHARS) -> list[Pattern]:
    """Return what to look for, each spelling once, sorted; keys of fewer characters are left out."""
    keys: dict[str, str] = {}
    forms: dict[str, set[str]] = {}
    free: set[str] = set()
    for entry in entries:
        if len(entry.key) < shortest:
            continue
        for spelled in _spellings(entry):
            if keys.setdefault(spelled, entry.key) != entry.key:
                continue
            if entry.exact:
                forms.setdefault(spelled, set()).add(exact_form(entry.text))
            else:
                free.add(spelled)
    none: frozenset[str] = frozenset()
    return [
        Pattern(spelled, key, none if spelled in free else frozenset(forms[spelled]))
        for spelled, key in sorted(keys.items())
    ]


def _spellings(entry: Entry) -> Iterator[str]:
    """Yield how a term may be written: as it is, without its own punctuation (党委、政府), accents apart."""
    texts = {entry.text, entry.key, unicodedata.normalize("NFD", entry.text)}
    yield from {spelled for spelled in map(spell_term, texts) if spelled}


def exact_form(text: str) -> str:
    """Return a spelling with its case, in simplified script and half width, letters and digits alone."""
    narrow = unicodedata.normalize("NFKC", simplify(text))
    return "".join(character for character in narrow if character.isalnum())
