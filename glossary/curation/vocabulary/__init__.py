"""A list of words that official Chinese is built of, each with its usual English in American spelling.

A default for when the base says nothing: what its own terms say comes first. A word is here because any text
on government, law or public services uses it, never because a certain term needs it. In the tables an entry
is the Chinese, a blank, and its renderings between strokes, the usual one first; entries end in semicolons.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from glossary.curation.vocabulary.actions import ACTIONS
from glossary.curation.vocabulary.company import CHOICES, COORDINATES
from glossary.curation.vocabulary.grammar import PLACES, PREPOSITIONS
from glossary.curation.vocabulary.modifiers import MODIFIERS
from glossary.curation.vocabulary.nouns import NOUNS

Renderings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A rendering that a word has behind one of the words ``before``, or in front of one ``after``."""

    en: str
    before: Renderings
    after: Renderings

    def fits(self, left: str, right: str) -> bool:
        """Whether what stands left and right of the word picks this rendering."""
        return left.endswith(self.before) or right.startswith(self.after)


@cache
def list_nouns() -> Mapping[str, Renderings]:
    """Return the nouns, each with its renderings."""
    return {zh: _split(rest) for zh, rest in _entries(NOUNS)}


@cache
def list_modifiers() -> Mapping[str, Renderings]:
    """Return the modifiers, each with its renderings."""
    return {zh: _split(rest) for zh, rest in _entries(MODIFIERS)}


@cache
def list_actions() -> Mapping[str, Renderings]:
    """Return the actions, each with its nouns: 化解 resolution."""
    return {zh: _split(rest.partition(", ")[0]) for zh, rest in _entries(ACTIONS)}


@cache
def list_gerunds() -> Mapping[str, Renderings]:
    """Return the actions that take an object, each in the form before it: 化解 resolving."""
    return {zh: _split(rest.partition(", ")[2]) for zh, rest in _entries(ACTIONS) if ", " in rest}


@cache
def list_places() -> Mapping[str, str]:
    """Return the places that are not written in pinyin."""
    return dict(_entries(PLACES))


@cache
def list_prepositions() -> Mapping[str, str]:
    """Return the preposition behind each head that takes another one than *of*."""
    lines = (line.split() for line in PREPOSITIONS.strip().splitlines())
    return {zh: word for word, *heads in lines for zh in heads}


@cache
def list_coordinates() -> Mapping[str, frozenset[str]]:
    """Return, for each word, those that make a list with it: 矛盾 and 纠纷 are conflicts and disputes."""
    groups = [frozenset(group.split()) for group in COORDINATES.split(";")]
    return {
        zh: frozenset[str]().union(*(group for group in groups if zh in group)) - {zh}
        for zh in frozenset[str]().union(*groups)
    }


@cache
def list_choices() -> Mapping[str, tuple[Choice, ...]]:
    """Return, for each word of several senses, by what company one of them is known."""
    found: dict[str, tuple[Choice, ...]] = {}
    for entry in CHOICES.split(";"):
        named, _, company = entry.partition(":")
        zh, _, en = named.strip().partition(", ")
        before, _, after = company.partition("-")
        choice = Choice(en, tuple(before.split()), tuple(after.split()))
        found[zh] = (*found.get(zh, ()), choice)
    return found


def _entries(table: str) -> Iterator[tuple[str, str]]:
    for entry in table.replace("\n", " ").split(";"):
        zh, _, rest = entry.strip().partition(" ")
        yield zh, rest


def _split(renderings: str) -> Renderings:
    return tuple(renderings.split("/"))
