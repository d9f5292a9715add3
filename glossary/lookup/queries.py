"""What a query may mean: the probes to put to the keys, best kind first."""

from collections.abc import Iterator

from glossary.errors import InvalidInput
from glossary.lookup.keys import bigrams
from glossary.lookup.pinyin import has_tones, normalize_pinyin
from glossary.model import KeyKind, MatchKind, Probe
from glossary.model.checks import require_writable
from glossary.text.english import stem_words
from glossary.text.folding import fold, folded_key, has_han

MAX_QUERY_CHARS = 200
MIN_PINYIN_PREFIX_CHARS = 2


def check_query(query: str) -> str:
    """Return the query without blanks at its ends; refuse an empty one and one too long to be a term."""
    stripped = query.strip()
    if not stripped:
        raise InvalidInput("the query is empty; give a Chinese term, its pinyin, or English words")
    if len(stripped) > MAX_QUERY_CHARS:
        raise InvalidInput(
            f"the query has {len(stripped)} characters, a lookup takes {MAX_QUERY_CHARS}; "
            "for the terms in a longer text use `glossary mine`"
        )
    require_writable("the query", stripped)
    return stripped


def plan_probes(query: str) -> tuple[Probe, ...]:
    """Return the probes for a checked query. Its characters are data: no pattern syntax means anything."""
    key = folded_key(query)
    if not any(map(str.isalnum, key)):
        return ()
    letters = () if has_han(key) else _probe_letters(fold(query))
    return (*_probe_spelling(key), *letters)


def _probe_spelling(key: str) -> Iterator[Probe]:
    yield Probe(match=MatchKind.EXACT, kind=KeyKind.FOLDED, keys=(key,))
    yield Probe(match=MatchKind.PREFIX, kind=KeyKind.FOLDED, keys=(key,), prefix=True)
    pairs = tuple(dict.fromkeys(bigrams(key)))
    if pairs:
        yield Probe(match=MatchKind.SUBSTRING, kind=KeyKind.BIGRAM, keys=pairs)


def _probe_letters(query: str) -> Iterator[Probe]:
    pinyin = normalize_pinyin(query)
    if pinyin:
        yield from _probe_pinyin(pinyin)
    words = tuple(dict.fromkeys(stem_words(query)))
    if words:
        yield Probe(match=MatchKind.RENDERING, kind=KeyKind.WORD, keys=words)


def _probe_pinyin(pinyin: str) -> Iterator[Probe]:
    kind = KeyKind.TONED if has_tones(pinyin) else KeyKind.PINYIN
    yield Probe(match=MatchKind.PINYIN, kind=kind, keys=(pinyin,))
    if kind is KeyKind.PINYIN:
        yield Probe(match=MatchKind.INITIALS, kind=KeyKind.INITIALS, keys=(pinyin,))
    if len(pinyin) >= MIN_PINYIN_PREFIX_CHARS:
        yield Probe(match=MatchKind.PINYIN, kind=kind, keys=(pinyin,), prefix=True)
