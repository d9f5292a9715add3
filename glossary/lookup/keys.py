"""The keys of a term, computed when it is written, so that a lookup is one question to an index."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, product

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
PART_CHARS = range(2, 5)
"""So many characters inside a term are keys: the terms that hold 管理 are too many to look through."""
FOUR_CHARS = 4
LONG_WORD_CHARS = 3
LINKING_WORDS = frozenset("和与及暨的")
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


def parts(folded: str, length: int) -> Iterator[str]:
    """Yield each so many characters that follow each other."""
    return (folded[at : at + length] for at in range(len(folded) - length + 1))


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
    yield from ((KeyKind.PART, part) for length in PART_CHARS for part in parts(folded, length))
    if len(folded) in DELETION_CHARS:
        yield from ((KeyKind.DELETION, rest) for rest in deletions(folded))
    yield from ((KeyKind.ABBREVIATION, short) for short in abbreviations(text))


def _start_keys(folded: str) -> Iterator[KindAndKey]:
    longest = min(longest_start(folded), len(folded) - 1)
    return ((KeyKind.START, folded[:length]) for length in range(1, longest + 1))


def abbreviations(text: str) -> list[str]:
    """Return how a Chinese term may be shortened: the first characters of its words, those before the last
    word whole, and those before the end of a long last word.

    综合治理中心 gives 综治中 and 综治中心, 市场监督管理局 also 市监局, 居民委员会 also 居委会.
    """
    folded = folded_key(text)
    if len(folded) not in ABBREVIATED_CHARS:
        return []
    words = [part for word in cut_words(folded) for part in _pieces(word) if _says_something(part)]
    if len(words) < 2:
        return []
    before, last = "".join(word[0] for word in words[:-1]), words[-1]
    shorts = dict.fromkeys(before + end for end in (last[0], last, *_end_of(last, alone=len(before) > 1)))
    return [short for short in shorts if len(short) < len(folded)]


def _says_something(word: str) -> bool:
    return has_han(word) and word not in LINKING_WORDS


def _end_of(word: str, *, alone: bool) -> list[str]:
    """Return what else a long last word becomes: 管理局 is 局, after a single character 委员会 is 委会."""
    if len(word) < LONG_WORD_CHARS:
        return []
    return [word[-1] if alone else word[0] + word[-1]]


def _pieces(word: str) -> list[str]:
    """Return a word of four characters and more as twos, the last one of three where one is left over.

    To the dictionary 综合治理 and 政法委员会 are one word, to who shortens them two.
    """
    if len(word) < FOUR_CHARS:
        return [word]
    starts = range(0, len(word) - 1, 2)
    return [word[at : at + 2] for at in starts[:-1]] + [word[starts[-1] :]]


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
