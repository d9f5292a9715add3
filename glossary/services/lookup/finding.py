"""Finding the terms that a query may mean: which questions are put to the base, and when it is enough."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, product

from glossary.lookup.edits import slips
from glossary.lookup.mixed import is_mixed, plan_mixed
from glossary.lookup.pinyin import drop_tones, normalize_pinyin
from glossary.lookup.queries import plan_blurred, plan_probes, plan_slips
from glossary.lookup.ranking import rank_found
from glossary.lookup.words import content_words, parted_words, typed_words
from glossary.model import Found, KeyKind, MatchKind, Probe
from glossary.store.contexts import find_mentioned
from glossary.store.database import Connection
from glossary.store.forms import find_other_forms
from glossary.store.keys import run_probes
from glossary.store.known_keys import known_keys
from glossary.text.folding import folded_key, has_han

TERMS_A_HIT = 2
"""So many terms of a kind are read for each hit that is wanted: a concept may have several that fit."""
TERMS_COMPARED = 200
"""Many terms have the same initials; so many are compared with a query that spells some of them."""
FEW_HITS = 3
"""Where fewer are found, the query may hold a slip."""
MIN_SLIP_LETTERS = 4
MAX_SLIP_LETTERS = 24
DECISIVE_LETTERS = 12
"""So long a query that is one slip from the pinyin of a term is no English word with a slip."""
MOST_CORRECTIONS = 8
NAMED = frozenset({MatchKind.EXACT, MatchKind.SCRIPT})


def find_terms(connection: Connection, query: str, *, limit: int, fuzzy: bool) -> list[Found]:
    """Return the terms that a checked query may mean, the best one of each concept, best first.

    There may be more than ``limit``, and fewer only where no more were found. Slips are looked for where
    little else is found and no term is named whole, texts where nothing is. Without ``fuzzy`` nothing is
    taken for what it only resembles.
    """
    ranked = _find_plain(connection, query, limit)
    if fuzzy and len(ranked) < limit:
        ranked = _add(connection, query, ranked, plan_blurred(query), limit)
    if fuzzy and len(ranked) < FEW_HITS and not any(one.whole for one in ranked):
        ranked = _add(connection, query, ranked, _plan_corrections(connection, query, ranked), limit)
    return ranked or find_mentioned(connection, query, limit=limit)


def _find_plain(connection: Connection, query: str, limit: int) -> list[Found]:
    most = TERMS_A_HIT * limit
    probes = plan_probes(query)
    # What a Chinese query begins is better than what holds it: then there is no need to look further.
    first = [probe for probe in probes if probe.match is not MatchKind.SUBSTRING]
    found = run_probes(connection, first, limit=most)
    if len({one.concept for one in found if one.match not in NAMED}) < limit or not has_han(query):
        rest = [probe for probe in probes if probe.match is MatchKind.SUBSTRING]
        found += run_probes(connection, rest, limit=most)
    ranked = rank_found(query, found) or _find_mixed(connection, query)
    named = [one.concept for one in ranked if one.match in NAMED]
    others = find_other_forms(connection, named, key=folded_key(query)) if named else []
    return rank_found(query, [*ranked, *others]) if others else ranked


def _find_mixed(connection: Connection, query: str) -> list[Found]:
    """Return the terms that a query says in characters, syllables and initials; whole, else begun."""
    if not is_mixed(query):
        return []
    whole = rank_found(query, run_probes(connection, plan_mixed(query), limit=TERMS_COMPARED))
    return whole or rank_found(
        query, run_probes(connection, plan_mixed(query, begun=True), limit=TERMS_COMPARED)
    )


def _add(
    connection: Connection, query: str, ranked: list[Found], probes: Sequence[Probe], limit: int
) -> list[Found]:
    found = run_probes(connection, probes, limit=TERMS_A_HIT * limit)
    return rank_found(query, [*ranked, *found]) if found else ranked


def _plan_corrections(connection: Connection, query: str, ranked: Sequence[Found]) -> list[Probe]:
    """Return the probes for what was meant: of a Chinese query, or of letters that nothing is called."""
    if has_han(query):
        return list(plan_slips(query))
    if any(one.match is not MatchKind.MIXED for one in ranked):
        return []
    of_pinyin = [*_correct_pinyin(connection, query)]
    if of_pinyin and len(query) >= DECISIVE_LETTERS:
        return of_pinyin
    return [*of_pinyin, *_correct_words(connection, query)]


def _correct_pinyin(connection: Connection, query: str) -> Iterator[Probe]:
    spelled = normalize_pinyin(query)
    pinyin = drop_tones(spelled)
    if pinyin != spelled:
        yield Probe(match=MatchKind.FUZZY, kind=KeyKind.PINYIN, keys=(pinyin,))
    for key in _meant(connection, KeyKind.PINYIN, pinyin):
        yield Probe(match=MatchKind.FUZZY, kind=KeyKind.PINYIN, keys=(key,))


def _correct_words(connection: Connection, query: str) -> Iterator[Probe]:
    """Yield the probes for English words of which some, which no rendering has, hold a slip or are two."""
    words = content_words(query)
    known = known_keys(connection, KeyKind.WORD, words)
    if len(known) == len(words):
        return
    typed = typed_words(query)
    ways = [[(word,)] if word in known else _meant_words(connection, word, typed[word]) for word in words]
    for way in islice(product(*ways), MOST_CORRECTIONS):
        yield Probe(match=MatchKind.FUZZY, kind=KeyKind.WORD, keys=(*chain.from_iterable(way),))


def _meant_words(connection: Connection, word: str, typed: str) -> list[tuple[str, ...]]:
    """Return the keys of the base that a word which it does not have may mean: of one word, else of two."""
    meant = _meant(connection, KeyKind.WORD, word) or _meant(connection, KeyKind.WORD, typed)
    return [(key,) for key in meant] or _parted(connection, typed)


def _parted(connection: Connection, typed: str) -> list[tuple[str, ...]]:
    if len(typed) > MAX_SLIP_LETTERS:
        return []
    pairs = parted_words(typed)
    known = known_keys(connection, KeyKind.WORD, [key for pair in pairs for key in pair])
    return [pair for pair in pairs if known.issuperset(pair)]


def _meant(connection: Connection, kind: KeyKind, typed: str) -> list[str]:
    """Return the keys of the base that are one slip from what was typed, swapped letters first."""
    if not MIN_SLIP_LETTERS <= len(typed) <= MAX_SLIP_LETTERS:
        return []
    meant = slips(typed)
    known = known_keys(connection, kind, meant)
    return [*islice(_in_order(meant, known), MOST_CORRECTIONS)]


def _in_order(keys: Iterable[str], known: set[str]) -> Iterator[str]:
    return (key for key in keys if key in known)
