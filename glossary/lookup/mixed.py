"""Characters, whole syllables and initials in one query: 网gy, wangge员, 网格y, wgyuan, wanggey."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from glossary.lookup.pinyin import normalize_pinyin
from glossary.model import KeyKind, MatchKind, Probe
from glossary.text.folding import folded_key, has_han, is_han
from glossary.text.readings import syllables
from glossary.text.syllables import LONGEST_SYLLABLE_CHARS, all_syllables, begins_syllable

MOST_WAYS = 8
MIN_MIXED_LETTERS = 3
"""What is shorter is initials alone, or the beginning of a syllable."""
INITIALS = frozenset("b p m f d t n l g k h j q x zh ch sh r z c s y w a e o".split())
MAX_MIXED_CHARS = 60


def is_mixed(query: str) -> bool:
    """Whether a query is letters that may be pinyin, in a row, with or without Chinese characters."""
    key = folded_key(query)
    letters = "".join(one for one in key if not is_han(one))
    is_long_enough = has_han(key) or len(key) >= MIN_MIXED_LETTERS
    return is_long_enough and letters.isascii() and letters.isalpha() and len(key) <= MAX_MIXED_CHARS


def plan_mixed(query: str, *, begun: bool = False) -> tuple[Probe, ...]:
    """Return the probes by initials: letters stand for a syllable each, or spell some.

    What they find has to be compared with the query. Of a ``begun`` term the query has the first syllables.
    """
    ways = dict.fromkeys(islice(map("".join, _initials(folded_key(query))), MOST_WAYS))
    return tuple(_probe(initials, prefix=begun) for initials in ways)


def _probe(initials: str, *, prefix: bool = False) -> Probe:
    return Probe(
        match=MatchKind.MIXED, kind=KeyKind.INITIALS, keys=(initials,), prefix=prefix, whole=not prefix
    )


def _initials(key: str) -> Iterator[tuple[str, ...]]:
    """Yield the initials that a query may stand for, those of fewest characters first."""
    pieces = [_initials_of_run(key[start:end]) for start, end in _runs(key)]
    return iter(sorted(product(*pieces), key=lambda ways: len("".join(ways))))


def _runs(key: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in range(1, len(key) + 1):
        if end == len(key) or is_han(key[end]) or is_han(key[start]):
            yield start, end
            start = end


def _initials_of_run(run: str) -> list[str]:
    """Return the initials of one Chinese character, in every reading, or those that letters may mean."""
    if len(run) == 1 and is_han(run):
        return list(dict.fromkeys(reading[:1] for reading in syllables(run)[0]))
    return _initials_of_letters(run)


def _initials_of_letters(letters: str) -> list[str]:
    """Return the initials of the ways to read letters as syllables, initials and an unfinished syllable.

    Those of fewest syllables come first: xuelianggc is xue'liang'g'c rather than xu'e'li'ang'g'c.
    """

    @cache
    def read_from(at: int) -> tuple[str, ...]:
        if at == len(letters):
            return ("",)
        ways = {letters[at] + rest for end in _ends(letters, at) for rest in read_from(end)}
        return tuple(sorted(ways, key=lambda way: (len(way), way))[:MOST_WAYS])

    return list(read_from(0))


def _ends(letters: str, at: int) -> Iterator[int]:
    """Yield where a syllable may end that begins here: whole, as its initial, or where the query ends."""
    if len(letters) - at <= LONGEST_SYLLABLE_CHARS and begins_syllable(letters[at:]):
        yield len(letters)
    for end in range(at + 1, min(at + LONGEST_SYLLABLE_CHARS, len(letters)) + 1):
        said = letters[at:end]
        if said in all_syllables() or said in INITIALS:
            yield end


def fits_mixed(query: str, folded: str, corrected: str) -> bool:
    """Whether a query says, character by character, the beginning of a term: as written, spelled or initial.

    Its last syllable may be unfinished, as it is while somebody types.
    ``corrected`` is the reading that a curator gave the term, its syllables apart.
    """
    key = folded_key(query)
    readings = _readings_of(folded, corrected)

    @cache
    def fits(at: int, place: int) -> bool:
        if at == len(key):
            return True
        if place == len(folded):
            return False
        if key[at] == folded[place]:
            return fits(at + 1, place + 1)
        return any(
            reading.startswith(key[at:]) or (key.startswith(said, at) and fits(at + len(said), place + 1))
            for reading in readings[place]
            for said in (reading, *_initials_said(reading))
        )

    return fits(0, 0)


def _initials_said(reading: str) -> tuple[str, ...]:
    """Return how a syllable is begun by who abbreviates it: zhong by z or by zh."""
    return (reading[:2], reading[:1]) if reading[:2] in INITIALS else (reading[:1],)


def _readings_of(folded: str, corrected: str) -> Sequence[Sequence[str]]:
    said = [normalize_pinyin(one) for one in corrected.split()]
    if len(said) == len(folded):
        return [[_without_tone(one)] for one in said]
    return syllables(folded)


def _without_tone(spelled: str) -> str:
    return "".join(letter for letter in spelled if letter.isalpha())
