"""The keys of a term, computed when it is written, so that a lookup is one question to an index."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, product

from glossary.lookup.pinyin import drop_tones, normalize_pinyin
from glossary.model import Concept, KeyedConcept, KeyedTerm, KeyKind, Rendering, Term, TermKey
from glossary.text.english import stem_words
from glossary.text.folding import folded_key, has_han
from glossary.text.readings import reading_of, syllables

MAX_READINGS = 24
KEPT_SYLLABLES = 8_192


def key_concept(concept: Concept) -> KeyedConcept:
    """Return a concept with the folded spelling, the reading and the keys of each of its terms."""
    designations: tuple[Term, ...] = (*concept.terms, *concept.renderings)
    return KeyedConcept(concept=concept, keyed=tuple(map(key_term, designations)))


def key_term(term: Term) -> KeyedTerm:
    """Return what is computed from one term; only Chinese ones have a reading."""
    folded = folded_key(term.text)
    if isinstance(term, Rendering) or not has_han(term.text):
        words = ((KeyKind.WORD, word) for word in stem_words(term.text))
        return KeyedTerm(folded=folded, keys=_unique(((KeyKind.FOLDED, folded), *words)))
    reading = term.reading or reading_of(term.text)
    keys = (
        (KeyKind.FOLDED, folded),
        *((KeyKind.BIGRAM, bigram) for bigram in bigrams(folded)),
        *_reading_keys(term.reading or "", folded),
    )
    return KeyedTerm(folded=folded, reading=reading, keys=_unique(keys))


def bigrams(folded: str) -> Iterator[str]:
    """Yield each two characters that follow each other."""
    return map("".join, pairwise(folded))


def _unique(keys: Iterable[tuple[KeyKind, str]]) -> tuple[TermKey, ...]:
    return tuple(TermKey(kind, key) for kind, key in dict.fromkeys(keys) if key)


def _reading_keys(corrected: str, folded: str) -> Iterator[tuple[KeyKind, str]]:
    """Yield the pinyin keys: of the corrected reading alone where there is one, else of every reading."""
    if corrected:
        spelled = [[_spell(syllable)] for syllable in corrected.split()]
    else:
        every = syllables(folded, numbered=True)
        spelled = [[_spell(reading) for reading in readings] for readings in every if readings]
    toned, plain = ([[pair[n] for pair in each] for each in spelled] for n in (0, 1))
    yield from ((KeyKind.TONED, key) for key in _joined(toned))
    yield from ((KeyKind.PINYIN, key) for key in _joined(plain))
    yield from ((KeyKind.INITIALS, key) for key in _joined([[r[:1] for r in each] for each in plain]))


@lru_cache(maxsize=KEPT_SYLLABLES)
def _spell(syllable: str) -> tuple[str, str]:
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
