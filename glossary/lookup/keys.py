"""The keys of a term, computed when it is written, so that a lookup is one question to an index."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, product

from glossary.lookup.edits import deletions
from glossary.lookup.pinyin import drop_tones, normalize_pinyin
from glossary.lookup.words import acronym_of, content_words
from glossary.model import Concept, KeyedConcept, KeyedTerm, KeyKind, Rendering, Term, TermKey
from glossary.text.folding import folded_key, has_han
from glossary.text.readings import reading_of, syllables
from glossary.text.segmentation import cut_words
from glossary.text.syllables import blur_syllable

MAX_READINGS = 24
KEPT_SYLLABLES = 8_192
START_CHARS = 4
"""So many first characters are keys of their own: the terms that begin with 管理 are too many to sort."""
LATIN_START_CHARS = 16
PINYIN_START_LETTERS = range(2, 7)
DELETION_CHARS = range(3, 17)
"""Of terms of so many characters one can be wrong."""
ABBREVIATED_CHARS = range(4, 31)
FOUR_CHARS = 4
Spelled = tuple[str, str]
"""A syllable with its tone and without."""
KindAndKey = tuple[KeyKind, str]


def key_concept(concept: Concept) -> KeyedConcept:
    """Return a concept with the folded spelling, the reading and the keys of each of its terms."""
    designations: tuple[Term, ...] = (*concept.terms, *concept.renderings)
    return KeyedConcept(concept=concept, keyed=tuple(map(key_term, designations)))


def key_term(term: Term) -> KeyedTerm:
    """Return what is computed from one term; only Chinese ones have a reading."""
    folded = folded_key(term.text)
    if isinstance(term, Rendering):
        return KeyedTerm(folded=folded, keys=_unique(_english_keys(term.text, folded)))
    if not has_han(term.text):
        keys = chain(_english_keys(term.text, folded), _start_keys(folded))
        return KeyedTerm(folded=folded, keys=_unique(keys))
    reading = term.reading or reading_of(term.text)
    keys = chain(_spelling_keys(term.text, folded), _reading_keys(term.reading or "", folded))
    return KeyedTerm(folded=folded, reading=reading, keys=_unique(keys))


def bigrams(folded: str) -> Iterator[str]:
    """Yield each two characters that follow each other."""
    return map("".join, pairwise(folded))


def longest_start(folded: str) -> int:
    """Return how many first characters of a spelling are a key at most."""
    return LATIN_START_CHARS if folded[:START_CHARS].isascii() else START_CHARS


def _unique(keys: Iterable[KindAndKey]) -> tuple[TermKey, ...]:
    return tuple(TermKey(kind, key) for kind, key in dict.fromkeys(keys) if key)


def _english_keys(text: str, folded: str) -> Iterator[KindAndKey]:
    yield KeyKind.FOLDED, folded
    yield from ((KeyKind.WORD, word) for word in content_words(text))
    yield KeyKind.ABBREVIATION, acronym_of(text)


def _spelling_keys(text: str, folded: str) -> Iterator[KindAndKey]:
    yield KeyKind.FOLDED, folded
    yield from _start_keys(folded)
    yield from ((KeyKind.BIGRAM, bigram) for bigram in bigrams(folded))
    if len(folded) in DELETION_CHARS:
        yield from ((KeyKind.DELETION, rest) for rest in deletions(folded))
    yield from ((KeyKind.ABBREVIATION, short) for short in abbreviations(text))


def _start_keys(folded: str) -> Iterator[KindAndKey]:
    longest = min(longest_start(folded), len(folded) - 1)
    return ((KeyKind.START, folded[:length]) for length in range(1, longest + 1))


def abbreviations(text: str) -> list[str]:
    """Return how a Chinese term may be shortened: the first characters of its words, and those before the
    last word whole. 综合治理中心 gives 综治中 and 综治中心.
    """
    folded = folded_key(text)
    if len(folded) not in ABBREVIATED_CHARS:
        return []
    words = [part for word in cut_words(folded) if has_han(word) for part in _halves(word)]
    firsts = "".join(word[0] for word in words)
    whole = (firsts, firsts[:-1] + words[-1]) if len(words) > 1 else ()
    return [short for short in dict.fromkeys(whole) if len(short) < len(folded)]


def _halves(word: str) -> tuple[str, ...]:
    """Return a word of four characters as two: to the dictionary 综合治理 is one, to who shortens it two."""
    return (word[:2], word[2:]) if len(word) == FOUR_CHARS else (word,)


def _reading_keys(corrected: str, folded: str) -> Iterator[KindAndKey]:
    """Yield the pinyin keys: of the corrected reading alone where there is one, else of every reading."""
    if corrected:
        spelled = [[_spell(syllable)] for syllable in corrected.split()]
    else:
        every = syllables(folded, numbered=True)
        spelled = [[_spell(reading) for reading in readings] for readings in every if readings]
    plain = [[toneless for _, toneless in each] for each in spelled]
    whole = [*_joined(plain)]
    yield from ((KeyKind.TONED, key) for key in _joined([[toned for toned, _ in each] for each in spelled]))
    yield from ((KeyKind.PINYIN, key) for key in whole)
    yield from ((KeyKind.PINYIN_START, key[:length]) for key in whole for length in PINYIN_START_LETTERS)
    yield from ((KeyKind.INITIALS, key) for key in _joined([[r[:1] for r in each] for each in plain]))
    blurred = [[blur_syllable(reading) for reading in each] for each in plain]
    yield from ((KeyKind.FUZZY_PINYIN, key) for key in _joined(blurred))


@lru_cache(maxsize=KEPT_SYLLABLES)
def _spell(syllable: str) -> Spelled:
    """Return a syllable in the one spelling of pinyin, with its tone and without."""
    toned = normalize_pinyin(syllable)
    return toned, drop_tones(toned)


def _joined(readings: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the whole readings: the usual one, those that differ from it in one place, then as many others
    as there is room for. The plain product alone would never vary the first characters of a long term.
    """
    distinct = [list(dict.fromkeys(each)) for each in readings]
    usual = [each[0] for each in distinct]
    in_one_place = (
        [*usual[:at], other, *usual[at + 1 :]] for at, each in enumerate(distinct) for other in each[1:]
    )
    every = map("".join, chain([usual], in_one_place, product(*distinct)))
    return islice(dict.fromkeys(islice(every, 2 * MAX_READINGS)), MAX_READINGS)
