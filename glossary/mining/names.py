"""Persons, places and organisations among the counted strings."""

from collections.abc import Iterator, Mapping, Sequence

from glossary.mining.background import Background
from glossary.mining.evidence import Measured
from glossary.mining.segments import Segment
from glossary.mining.vocabulary import (
    INSTITUTION_TAILS,
    ORGANISATION_TAILS,
    PERSON_TITLES,
    PLACE_TAILS,
    PROVINCES,
    SURNAMES,
)
from glossary.model import CandidateKind
from glossary.text.segmentation import tag_words

PERSON_TAGS = frozenset({"nr", "nrt", "nrfg"})
NAME_TAGS = frozenset({"ns", "nr", "nrt", "nz"})
KNOWN_PERSON_TAG = "nrfg"
PERSON_CHARS = range(2, 5)
KNOWN_WORD_PER_MILLION = 1.0
LOCATION_TAG = "s"
MAX_PLACE_CHARS = 5


def find_persons(segments: Sequence[Segment]) -> frozenset[str]:
    """Return what the tagger takes for names of persons: a surname and one to three more characters."""
    return frozenset(name for segment in segments if _may_name_person(segment) for name in _names_in(segment))


def _may_name_person(segment: Segment) -> bool:
    """Whether a surname stands alone before another single character, as in a name no dictionary holds."""
    pairs = zip(segment.words, segment.words[1:], strict=False)
    return any(len(a) == 1 and a in SURNAMES and len(b) <= 2 for a, b in pairs) or any(
        tag in PERSON_TAGS for tag in segment.tags
    )


def _names_in(segment: Segment) -> Iterator[str]:
    for word, tag in tag_words(segment.text, guess_names=True):
        if tag in PERSON_TAGS and len(word) in PERSON_CHARS and _is_built_like_a_name(word):
            yield word


def _is_built_like_a_name(word: str) -> bool:
    """Whether a word begins with a surname and does not end as an institution does: 林长制 is no person."""
    return word[0] in SURNAMES and word[-1] not in INSTITUTION_TAILS


def classify_name(
    entry: Measured, persons: frozenset[str], measured: Mapping[str, Measured], background: Background
) -> CandidateKind | None:
    """Return person, place or organisation, or None for what is no name."""
    if _is_person(entry, persons, background):
        return CandidateKind.PERSON
    if _is_place(entry, measured):
        return CandidateKind.PLACE
    if entry.string.endswith(ORGANISATION_TAILS):
        return CandidateKind.ORGANISATION
    return None


def _is_person(entry: Measured, persons: frozenset[str], background: Background) -> bool:
    """Whether a string is a found name, with a title or without.

    The dictionary cuts a real name into its surname and the rest, or has it whole: 严肃|查处 is none,
    whatever the tagger guessed.
    """
    known = entry.words[0] if entry.tags[0] == KNOWN_PERSON_TAG else ""
    if known and entry.string[len(known) :] in ("", *PERSON_TITLES):
        return True
    for name in (entry.string[:length] for length in PERSON_CHARS):
        rest = entry.string[len(name) :]
        if name in persons and (not rest or rest in PERSON_TITLES):
            rare = background.per_million(name) < KNOWN_WORD_PER_MILLION
            return (rare and entry.words[0] == name) or len(entry.words[0]) == 1
    return False


def _is_place(entry: Measured, measured: Mapping[str, Measured]) -> bool:
    """Whether a string is a province, has a place's tail after a name, or is seen with one as well."""
    string, tail = entry.string, entry.string[-1]
    if string in PROVINCES:
        return True
    if entry.tags[0] not in NAME_TAGS or len(string) > MAX_PLACE_CHARS:
        return False
    if any(string + longer in measured for longer in PLACE_TAILS):
        return len(entry.words) == 1
    if len(entry.words) == 1:
        return tail in PLACE_TAILS and _is_proper(string[:-1])
    return tail in PLACE_TAILS and len(entry.words) == 2 and len(entry.words[-1]) == 1


def _is_proper(string: str) -> bool:
    """Whether a string is one word and a proper name: 琼海|市, but not 小城|镇 or 深水|区."""
    words = tag_words(string)
    return len(words) == 1 and len(string) > 1 and words[0][1] in NAME_TAGS | {LOCATION_TAG}
