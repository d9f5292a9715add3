"""What one word of a rendering may look like in a translation."""

from dataclasses import dataclass
from enum import Enum

from glossary.text.english import Word, noun_form, verb_form

ARTICLES = frozenset({"a", "an", "the"})
OF_OR_FOR = frozenset({"of", "for"})
INVERTING = frozenset(
    "of for in on at to from by with among within against under across between towards "
    "through throughout via".split()
)
"""What stands between a head and the noun that was before it: ``a center for social governance``."""
PARTICLES = frozenset("away back down forward off out over up".split())
"""What belongs to the verb before it: ``carry out inspections``."""
UNCHANGED_IN_THE_PAST = frozenset("broadcast cast cut hit hurt let put read set shut split spread".split())
JOINING = frozenset({"and", "or", "as", "well", "but", "not", "only", "both", "nor", "plus"})
NOMINAL_ENDINGS = ("ion", "ions", "ment", "ments", "ance", "ence", "al", "als")
SHORTEST_STEM = 4
LETTERS_CHANGED = 2
"""A verb and its noun may differ in so many last letters: resol-ve, resol-ution."""


class Way(Enum):
    """How a word of the translation is compared with one of the rendering."""

    NOUN = "in the singular or the plural"
    VERB = "in any form of a noun or a verb"
    PARTICIPLE = "in the past"
    GERUND = "in -ing"
    NOMINAL = "as the noun made of the verb"
    EXACT = "letter by letter"


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a rendering: the keys that a word of the translation must have one of, and in which way."""

    way: Way
    keys: frozenset[str]

    @classmethod
    def of_noun(cls, word: str) -> "Slot":
        """A word that varies in number, ``of`` with ``for``, ``and`` with ``or``."""
        if word in OF_OR_FOR:
            return cls(Way.NOUN, OF_OR_FOR)
        return cls(Way.NOUN, frozenset({"and", "or"} if word == "and" else {noun_form(word)}))

    @classmethod
    def of_verb(cls, word: str) -> "Slot":
        """A word that may be a verb."""
        return cls(Way.VERB, frozenset({verb_form(word)}))

    @classmethod
    def of_participle(cls, word: str) -> "Slot":
        """A verb after its object: ``disputes were resolved``."""
        return cls(Way.PARTICIPLE, frozenset({verb_form(word)}))

    @classmethod
    def of_gerund(cls, word: str) -> "Slot":
        """A verb as a noun: ``case handling``."""
        return cls(Way.GERUND, frozenset({verb_form(word)}))

    @classmethod
    def of_nominal(cls, word: str) -> "Slot":
        """The noun made of a verb: ``resolution`` of resolve."""
        return cls(Way.NOMINAL, frozenset({word}))

    @classmethod
    def exactly(cls, text: str) -> "Slot":
        """A word as it is written, such as SkyNet."""
        return cls(Way.EXACT, frozenset({text}))

    @classmethod
    def of_preposition(cls) -> "Slot":
        """A preposition that turns two nouns around."""
        return cls(Way.NOUN, INVERTING)


def is_nominal(word: str) -> bool:
    """Return whether a word in lower case may be the noun made of a verb."""
    return word.endswith(NOMINAL_ENDINGS)


def is_made_of(nominal: str, verb: str) -> bool:
    """Return whether ``nominal`` may be made of ``verb``: by what they begin with."""
    shared = max(SHORTEST_STEM, len(verb) - LETTERS_CHANGED)
    return nominal != verb and nominal[:shared] == verb[:shared] and is_nominal(nominal)


def is_gerund(word: Word) -> bool:
    """Return whether a word is written as a verb in -ing."""
    return word.form.endswith("ing")


def is_past(word: Word) -> bool:
    """Return whether a word is written as the past of a verb."""
    if word.form.endswith("ed") or word.form in UNCHANGED_IN_THE_PAST:
        return True
    stripped = verb_form(word.form)
    return stripped != noun_form(word.form) and not word.form.endswith("ing")
