"""Finding the concepts that a term resembles, by the index of keys."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.curation.likeness import Likeness, rank_likenesses
from glossary.lookup.keys import key_term, parts
from glossary.model import Concept, KeyKind, MatchKind, Probe, Term
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.keys import run_probe
from glossary.text.folding import folded_key

MOST_SIMILAR = 5
PROBED_TERMS = 200
"""The most terms to weigh for one key: 管理 is in hundreds, and none of them is like the term for it."""
LONGEST_PART_CHARS = 6
PAIR_CHARS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A concept that resembles the candidate, and in what."""

    concept: Concept
    likeness: Likeness


def find_similar(connection: Connection, text: str, renderings: Sequence[str] = ()) -> tuple[Similar, ...]:
    """Return concepts whose terms resemble a Chinese term, or that already have one of the ``renderings``."""
    key = folded_key(text)
    probes = dict.fromkeys((*_probe_parts(key), *_probe_sound(text), *_probe_renderings(renderings)))
    found = [one for probe in probes for one in run_probe(connection, probe, limit=PROBED_TERMS)]
    own = {one.concept for one in found if one.folded == key}
    others = (one for one in found if one.concept not in own)
    likenesses = rank_likenesses(key, others, limit=MOST_SIMILAR)
    concepts = concept_rows.find_concepts(connection, [one.concept for one in likenesses])
    return tuple(
        Similar(concept=concept, likeness=one) for one, concept in zip(likenesses, concepts, strict=True)
    )


def _probe_parts(key: str) -> Iterator[Probe]:
    """The term itself, each of its parts as a term of its own, and terms that share two characters."""
    yield Probe(match=MatchKind.EXACT, kind=KeyKind.FOLDED, keys=(key,))
    for size in range(2, min(len(key) - 1, LONGEST_PART_CHARS) + 1):
        for start in range(len(key) - size + 1):
            part = key[start : start + size]
            yield Probe(match=MatchKind.EXACT, kind=KeyKind.FOLDED, keys=(part,))
    for pair in parts(key, PAIR_CHARS):
        yield Probe(match=MatchKind.SUBSTRING, kind=KeyKind.PART, keys=(pair,))


def _probe_sound(text: str) -> Iterator[Probe]:
    toned = (one.key for one in key_term(Term(text=text)).keys if one.kind is KeyKind.TONED)
    if usual := next(toned, ""):
        yield Probe(match=MatchKind.PINYIN, kind=KeyKind.TONED, keys=(usual,))


def _probe_renderings(renderings: Iterable[str]) -> Iterator[Probe]:
    for text in renderings:
        yield Probe(match=MatchKind.RENDERING, kind=KeyKind.FOLDED, keys=(folded_key(text),))
