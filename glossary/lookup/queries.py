"""What a query may mean: the probes to put to the keys, best kind first."""

from collections.abc import Iterator

from glossary.errors import InvalidInput
from glossary.lookup.edits import deletions
from glossary.lookup.keys import (
    DELETION_CHARS,
    PART_CHARS,
    PINYIN_START_LETTERS,
    longest_start,
    parts,
)
from glossary.lookup.pinyin import has_tones, normalize_pinyin
from glossary.lookup.words import content_words
from glossary.model import KeyKind, MatchKind, Probe
from glossary.model.checks import require_writable
from glossary.text.folding import fold, folded_key, has_han
from glossary.text.syllables import blur_syllable, split_syllables

MAX_QUERY_CHARS = 200
LONGEST_PART = PART_CHARS[-1]
MOST_BLURRED_SPLITS = 8
MAX_PINYIN_LETTERS = 60
"""A term of ten characters has so many at most; what is longer is no pinyin."""


def check_query(query: str) -> str:
    """Return the query without blanks at its ends; refuse an empty one and one too long to be a term."""
    stripped = query.strip()
    if not stripped:
        raise InvalidInput("the query is empty; give a Chinese term, its pinyin, or English words")
    if len(stripped) > MAX_QUERY_CHARS:
        raise InvalidInput(
            f"the query has {len(stripped)} characters, a lookup takes {MAX_QUERY_CHARS}; "
            "for the terms in a longer text use `glossary annotate`"
        )
    require_writable("the query", stripped)
    return stripped


def plan_probes(query: str) -> tuple[Probe, ...]:
    """Return the probes for a checked query. Its characters are data: no pattern syntax means anything.

    These are the questions that leave no doubt about what was typed; the others are ``plan_blurred`` and
    ``plan_slips``.
    """
    key = folded_key(query)
    if not any(map(str.isalnum, key)):
        return ()
    if has_han(key):
        return tuple(_probe_spelling(key))
    return (*_probe_spelling(key), *_probe_letters(fold(query)))


def _probe_spelling(key: str) -> Iterator[Probe]:
    yield Probe(match=MatchKind.EXACT, kind=KeyKind.FOLDED, keys=(key,), whole=True)
    yield Probe(match=MatchKind.ABBREVIATION, kind=KeyKind.ABBREVIATION, keys=(key,), whole=has_han(key))
    if len(key) <= longest_start(key):
        yield Probe(match=MatchKind.PREFIX, kind=KeyKind.START, keys=(key,))
    elif has_han(key):
        yield Probe(match=MatchKind.PREFIX, kind=KeyKind.FOLDED, keys=(key,), prefix=True)
    yield from _probe_inside(key)


def _probe_inside(key: str) -> Iterator[Probe]:
    """Yield the probe for terms that hold a text; of a long one its parts alone do not tell."""
    if len(key) in PART_CHARS:
        yield Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=(key,))
    elif len(key) > LONGEST_PART:
        held = tuple(dict.fromkeys(parts(key, LONGEST_PART)))
        yield Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=held, within=key)


def _probe_letters(query: str) -> Iterator[Probe]:
    pinyin = normalize_pinyin(query)
    if pinyin and len(pinyin) <= MAX_PINYIN_LETTERS:
        yield from _probe_pinyin(pinyin)
    words = tuple(content_words(query))
    if words:
        yield Probe(match=MatchKind.RENDERING, kind=KeyKind.WORD, keys=words)


def _probe_pinyin(pinyin: str) -> Iterator[Probe]:
    kind = KeyKind.TONED if has_tones(pinyin) else KeyKind.PINYIN
    yield Probe(match=MatchKind.PINYIN, kind=kind, keys=(pinyin,), whole=True)
    if kind is KeyKind.PINYIN:
        yield Probe(match=MatchKind.INITIALS, kind=KeyKind.INITIALS, keys=(pinyin,))
    if kind is KeyKind.PINYIN and len(pinyin) in PINYIN_START_LETTERS:
        yield Probe(match=MatchKind.PINYIN, kind=KeyKind.PINYIN_START, keys=(pinyin,))
    elif len(pinyin) >= PINYIN_START_LETTERS.start:
        yield Probe(match=MatchKind.PINYIN, kind=kind, keys=(pinyin,), prefix=True)


def plan_blurred(query: str) -> tuple[Probe, ...]:
    """Return the probes for pinyin as it is often confused: shang for sang, lan for nan."""
    pinyin = normalize_pinyin(fold(query))
    if not pinyin or has_tones(pinyin) or len(pinyin) > MAX_PINYIN_LETTERS:
        return ()
    splits = split_syllables(pinyin)[:MOST_BLURRED_SPLITS]
    keys = dict.fromkeys("".join(map(blur_syllable, split)) for split in splits)
    return tuple(Probe(match=MatchKind.FUZZY_PINYIN, kind=KeyKind.FUZZY_PINYIN, keys=(key,)) for key in keys)


def plan_slips(query: str) -> tuple[Probe, ...]:
    """Return the probes for a Chinese term with one wrong, missing, surplus or swapped character.

    What they find has to be compared: two terms can lack the same after losing different characters.
    """
    key = folded_key(query)
    if not has_han(key) or len(key) + 1 not in DELETION_CHARS:
        return ()
    shorter = [rest for rest in deletions(key) if len(rest) + 1 in DELETION_CHARS]
    missing = [(KeyKind.DELETION, rest) for rest in (key, *shorter)]
    surplus = [(KeyKind.FOLDED, rest) for rest in shorter if len(rest) in DELETION_CHARS]
    return tuple(Probe(match=MatchKind.FUZZY, kind=kind, keys=(rest,)) for kind, rest in (*missing, *surplus))
