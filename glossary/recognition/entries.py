"""What is looked for: the spellings of known terms, and the key under which the base knows each."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.recognition.spelling import spell_terms
from glossary.text.folding import simplify

SHORTEST_CHARS = 2
"""A term of one character (网, 法) stands inside thousands of words that it has nothing to do with."""
ANY_FORM: frozenset[str] = frozenset()


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
    forms: frozenset[str] = ANY_FORM


def make_patterns(entries: Iterable[Entry]) -> list[Pattern]:
    """Return what to look for, each spelling once, sorted; keys of one character are left out."""
    keys: dict[str, str] = {}
    forms: dict[str, set[str]] = {}
    free: set[str] = set()
    for spelled, entry in _spell_all([one for one in entries if len(one.key) >= SHORTEST_CHARS]):
        if keys.setdefault(spelled, entry.key) != entry.key:
            continue
        if entry.exact:
            forms.setdefault(spelled, set()).add(exact_form(entry.text))
        else:
            free.add(spelled)
    return [
        Pattern(spelled, keys[spelled], ANY_FORM if spelled in free else frozenset(forms[spelled]))
        for spelled in sorted(keys)
    ]


def _spell_all(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    written = [(text, entry) for entry in entries for text in _ways_to_write(entry)]
    spelled = spell_terms(text for text, _ in written)
    return (
        (one, entry) for one, (_, entry) in zip(spelled, written, strict=True) if len(one) >= SHORTEST_CHARS
    )


def _ways_to_write(entry: Entry) -> set[str]:
    """Return how a term may be written: as it is, without its own punctuation (党委、政府), accents apart."""
    return {entry.text, entry.key, unicodedata.normalize("NFD", entry.text)}


def exact_form(text: str) -> str:
    """Return a spelling with its case, in simplified script and half width, letters and digits alone."""
    narrow = unicodedata.normalize("NFKC", simplify(text))
    return "".join(character for character in narrow if character.isalnum())
