"""Closed lists of Chinese grammar and of the general vocabulary of official prose, one file a kind of word.

They hold what every text of that kind uses: no word stands here because a certain text uses it.
"""

from glossary.mining.vocabulary.everyday import ACTIONS, MATTERS, THINGS
from glossary.mining.vocabulary.general import ABSTRACT_NOUNS, GENERAL_PHRASES
from glossary.mining.vocabulary.grammar import (
    FUNCTION_CHARACTERS,
    FUNCTION_WORDS,
    LOCAL_BODIES,
    LOCATION_TAILS,
    NUMERALS,
    OFFICES,
    OPENING_CHARACTERS,
    PREFIXES,
    TIME_CHARACTERS,
)
from glossary.mining.vocabulary.heads import (
    FRAME_HEADS,
    FRAME_MODIFIERS,
    SOFT_TAILS,
    TERM_HEADS,
    WEAK_TAILS,
)
from glossary.mining.vocabulary.proper import (
    COMMON_PLACES,
    INSTITUTION_TAILS,
    LEVELS,
    NO_ORGANISATIONS,
    ORGANISATION_TAILS,
    PERSON_TITLES,
    PLACE_TAILS,
    PROVINCES,
    SURNAMES,
)
from glossary.mining.vocabulary.qualities import (
    GENERAL_HEADS,
    GENERAL_MODIFIERS,
    NOMINAL_QUALITIES,
    QUALITIES,
)
from glossary.mining.vocabulary.verbs import (
    IMAGE_VERBS,
    LIGHT_VERBS,
    MAKING_VERBS,
    MANNER,
    NOMINAL_TAILS,
    TRANSITIVE_VERBS,
    VERB_CHARACTERS,
)

__all__ = [
    "ABSTRACT_NOUNS",
    "ACTIONS",
    "COMMON_PLACES",
    "FRAME_HEADS",
    "FRAME_MODIFIERS",
    "FUNCTION_CHARACTERS",
    "FUNCTION_WORDS",
    "GENERAL_HEADS",
    "GENERAL_MODIFIERS",
    "GENERAL_PHRASES",
    "IMAGE_VERBS",
    "INSTITUTION_TAILS",
    "LEVELS",
    "LIGHT_VERBS",
    "LOCAL_BODIES",
    "LOCATION_TAILS",
    "MAKING_VERBS",
    "MANNER",
    "MATTERS",
    "NOMINAL_QUALITIES",
    "NOMINAL_TAILS",
    "NO_ORGANISATIONS",
    "NUMERALS",
    "OFFICES",
    "OPENING_CHARACTERS",
    "ORGANISATION_TAILS",
    "PERSON_TITLES",
    "PLACE_TAILS",
    "PREFIXES",
    "PROVINCES",
    "QUALITIES",
    "SOFT_TAILS",
    "SURNAMES",
    "TERM_HEADS",
    "THINGS",
    "TIME_CHARACTERS",
    "TRANSITIVE_VERBS",
    "VERB_CHARACTERS",
    "WEAK_TAILS",
]
