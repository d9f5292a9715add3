"""The closed lists: every status, type, tier, kind and state that there is."""

from enum import StrEnum
from typing import TypeVar

from glossary.errors import UnknownName


class Status(StrEnum):
    """How far a term is recommended."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"
    PROPOSED = "proposed"


RECOMMENDED = (Status.PREFERRED, Status.ADMITTED)
DISCOURAGED = (Status.DEPRECATED, Status.FORBIDDEN)
BEST_FIRST = (*RECOMMENDED, Status.PROPOSED, *DISCOURAGED)


class TermType(StrEnum):
    """What kind of designation a term is."""

    FULL_FORM = "full-form"
    SHORT_FORM = "short-form"
    ACRONYM = "acronym"
    VARIANT = "variant"


class Tier(StrEnum):
    """The authority of whoever used a rendering."""

    OFFICIAL = "official"
    STATE_MEDIA = "state-media"
    ACADEMIC = "academic"
    MEDIA = "media"
    REFERENCE = "reference"
    MACHINE = "machine"
    IN_HOUSE = "in-house"
    COMPOSED = "composed"


class Basis(StrEnum):
    """Whether the source shows both languages or the English alone."""

    BILINGUAL = "bilingual"
    ENGLISH_ONLY = "english-only"


class AttestationKind(StrEnum):
    """What a line of an attestation list says: it is in use, it is to be avoided, or somebody made it up."""

    ATTESTED = "attested"
    AVOID = "avoid"
    COMPOSED = "composed"


class RelationKind(StrEnum):
    """How one concept stands to another."""

    SHORT_FORM_OF = "short-form-of"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
    HAS_MEMBER = "has-member"


class CandidateKind(StrEnum):
    """What a mined string is; persons and places are names, not candidates for a glossary."""

    TERM = "term"
    FORMULA = "formula"
    SLOGAN = "slogan"
    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"


NAME_KINDS = frozenset({CandidateKind.PERSON, CandidateKind.PLACE})


class CandidateState(StrEnum):
    """What a person decided about a candidate."""

    NEW = "new"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class MatchKind(StrEnum):
    """Why a query found a term; docs/lookup.md says which comes first."""

    EXACT = "exact"
    SCRIPT = "script"
    ABBREVIATION = "abbreviation"
    PREFIX = "prefix"
    SUBSTRING = "substring"
    PINYIN = "pinyin"
    INITIALS = "initials"
    MIXED = "mixed"
    FUZZY_PINYIN = "fuzzy-pinyin"
    FUZZY = "fuzzy"
    RENDERING = "rendering"
    CONTEXT = "context"


class KeyKind(StrEnum):
    """By what a stored term is found: its folded spelling and what is computed from it at write time.

    ``start`` and ``pinyin-start`` are the first characters of the spelling and letters of the reading,
    ``part`` two to four characters that follow each other, ``deletion`` the spelling without one of its
    characters, ``word`` a word of a rendering.
    """

    FOLDED = "folded"
    START = "start"
    PART = "part"
    DELETION = "deletion"
    ABBREVIATION = "abbreviation"
    PINYIN = "pinyin"
    PINYIN_START = "pinyin-start"
    TONED = "toned"
    INITIALS = "initials"
    FUZZY_PINYIN = "fuzzy-pinyin"
    WORD = "word"


Name = TypeVar("Name", bound=StrEnum)


def parse_name(kind: type[Name], value: str, what: str) -> Name:
    """Return the member of ``kind`` with this value, whatever its case, or say which values exist."""
    try:
        return kind(value.lower())
    except ValueError:
        raise UnknownName(what, value, [member.value for member in kind]) from None
