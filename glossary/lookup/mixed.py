"""Chinese characters and letters in one query: 网gy, wangge员, 网格y."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from glossary.lookup.pinyin import normalize_pinyin
from glossary.model import KeyKind, MatchKind, Probe
from glossary.text.folding import folded_key, has_han, is_han
from glossary.text.readings import syllables
from glossary.text.syllables import LONGEST_SYLLABLE_CHARS, all_syllables, begins_syllable

MOST_WAYS = 8
MAX_MIXED_CHARS = 60


def is_mixed(query: str) -> bool:
    """Whether a query has Chinese characters and letters that may be pinyin, in one word."""
    key = folded_key(query)
    letters = "".join(one for one in key if not is_han(one))
    return has_han(key) and letters.isascii() and letters.isalpha() and len(key) <= MAX_MIXED_CHARS


def plan_mixed(query: str) -> tuple[Probe, ...]:
    """Return the probes by initials: letters stand for a syllable each, or spell some."""
    ways = dict.fromkeys(islice(map("".join, _initials(folded_key(query))), MOST_WAYS))
    whole = [_probe(initials) for initials in ways]
    starts = [_probe(initials, prefix=True) for initials in ways]
    return (*whole, *starts)


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
    return list(islice(dict.fromkeys(_cut_letters(run)), MOST_WAYS))


def _cut_letters(letters: str) -> Iterator[str]:
    if not letters or begins_syllable(letters):
        yield letters[:1]
    for end in range(min(len(letters), LONGEST_SYLLABLE_CHARS), 0, -1):
        if end == 1 or letters[:end] in all_syllables():
            for rest in _cut_letters(letters[end:]):
                yield letters[0] + rest


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
            for said in (reading, reading[:1])
        )

    return fits(0, 0)


def _readings_of(folded: str, corrected: str) -> Sequence[Sequence[str]]:
    said = [normalize_pinyin(one) for one in corrected.split()]
    if len(said) == len(folded):
        return [[_without_tone(one)] for one in said]
    return syllables(folded)


def _without_tone(spelled: str) -> str:
    return "".join(letter for letter in spelled if letter.isalpha())
