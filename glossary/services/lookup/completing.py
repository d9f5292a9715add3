"""Looking up while somebody types: an English word that is not typed to its end is completed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from glossary.lookup.ranking import GUESSED
from glossary.lookup.words import content_words
from glossary.model import Answer, KeyKind, MatchKind, Probe
from glossary.services.lookup.answers import look_up
from glossary.store.database import Base
from glossary.store.keys import run_probe
from glossary.text.folding import fold, has_han

LEAST_LETTERS = 3
PROBED_TERMS = 200
MOST_COMPLETIONS = 5
WORD = re.compile(r"[^\W_]+")


def look_up_typed(base: Base, query: str, *, limit: int, fuzzy: bool = True, beside: str = "") -> Answer:
    """Return what a lookup finds, and where that is guessed or nothing, first what the last word may become.

    ``grid wor`` finds what ``grid worker`` does. Raises InvalidInput for an unusable query.
    """
    ask = partial(look_up, base, limit=limit, fuzzy=fuzzy, beside=beside)
    answer = ask(query)
    if any(hit.match not in GUESSED for hit in answer.hits):
        return answer
    several = (*map(ask, _complete(base, answer.query)), answer)
    hits = {hit.concept.id: hit for one in reversed(several) for hit in one.hits}
    order = dict.fromkeys(hit.concept.id for one in several for hit in one.hits)
    documents = {id: record for one in several for id, record in one.documents.items()}
    return replace(answer, hits=tuple(hits[id] for id in order)[:limit], documents=documents)


def _complete(base: Base, query: str) -> list[str]:
    """Return the query with its last word as the renderings have it, the shortest word first."""
    before, last = _split(query)
    if len(last) < LEAST_LETTERS or has_han(query):
        return []
    with base.reading() as connection:
        found = run_probe(connection, _make_probe(before, last), limit=PROBED_TERMS)
    words = {word for one in found for word in _words(one.text) if word.startswith(last) and word != last}
    return [before + word for word in sorted(words, key=lambda word: (len(word), word))][:MOST_COMPLETIONS]


def _make_probe(before: str, last: str) -> Probe:
    """Ask for what has the words before the last one; where it stands alone, for what begins with it."""
    keys_before = tuple(dict.fromkeys(content_words(before)))
    keys, is_prefix = (keys_before, False) if keys_before else ((last,), True)
    return Probe(match=MatchKind.RENDERING, kind=KeyKind.WORD, keys=keys, prefix=is_prefix)


def _split(query: str) -> tuple[str, str]:
    """Return what stands before the last word, and that word, folded."""
    last = re.search(r"[^\W_]+$", query)
    return (query[: last.start()], fold(last[0])) if last else (query, "")


def _words(text: str) -> Iterator[str]:
    return (fold(word) for word in WORD.findall(text))
