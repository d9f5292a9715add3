"""Proposing renderings for a term: those of the base, those that lists attest, those composed of parts."""

from collections.abc import Sequence

from glossary.curation.composing import compose_renderings
from glossary.curation.covers import LONGEST_PART_CHARS
from glossary.curation.held import is_settled, propose_held
from glossary.curation.learning import Heads, learn_heads
from glossary.curation.proposals import Proposals, known_of, rank_proposals
from glossary.curation.senses import Known
from glossary.store.attestations import attestations_of
from glossary.store.concepts import concepts_with_folded, count_concepts, find_concepts
from glossary.store.database import Base, Connection
from glossary.store.pairs import list_pairs, pairs_of
from glossary.store.storable import storable
from glossary.text.folding import folded_key

PROPOSALS_SHOWN = 5
LEARN_AGAIN_AFTER = 10
LEARN_AGAIN_GROWTH = 0.05
"""Renderings that are new since the base taught something: so many, or such a share of its concepts."""


class Proposer:
    """Proposes renderings, term after term, from what the base teaches; learns again as the base grows."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._learn()

    def __call__(self, text: str) -> Proposals:
        """Return what to propose for a Chinese term."""
        return propose_renderings(self._base, text, heads=self._heads)

    def note_growth(self) -> None:
        """Take notice of one more rendering in the base."""
        self._news += 1
        if self._news >= max(LEARN_AGAIN_AFTER, LEARN_AGAIN_GROWTH * self._concepts):
            self._learn()

    def _learn(self) -> None:
        self._heads = learn_base(self._base)
        with self._base.reading() as connection:
            self._concepts = count_concepts(connection)
        self._news = 0


def propose_renderings(
    base: Base, text: str, *, limit: int = PROPOSALS_SHOWN, heads: Heads | None = None
) -> Proposals:
    """Return at most ``limit`` proposed renderings of a Chinese term, best first, and those to avoid.

    What the concepts of this very term hold comes first; nothing is composed where they recommend something.
    Whoever asks for many terms gives ``heads``, from ``learn_base``; without them they are learned anew for
    each call. Parts are always looked up in the base as it is now. What is no Chinese has no proposals.
    """
    key = storable(folded_key(text))
    with base.reading() as connection:
        held = propose_held(key, find_concepts(connection, concepts_with_folded(connection, key)))
        if is_settled(held):
            lines = attestations_of(connection, [key]).get(key, ())
            return rank_proposals((), lines, held=held, limit=limit)
        learned = _learn_for(connection, key, heads)
        attested = attestations_of(connection, _stretches(key))
        parts = {zh: known_of(lines) for zh, lines in attested.items()} | _find_parts(connection, key)
    composed = compose_renderings(text, parts, heads=learned)
    return rank_proposals(composed, attested.get(key, ()), held=held, limit=limit)


def learn_base(base: Base) -> Heads:
    """Return what the terms of the base teach about the words that they begin and end with.

    To be kept while many terms are asked for; a few new terms change little of it.
    """
    with base.reading() as connection:
        return _learn(connection)


def _learn_for(connection: Connection, key: str, heads: Heads | None) -> Heads:
    """Return what other terms teach: what was learned from the term itself, before it went, says nothing."""
    if heads is None or key in heads.terms:
        return _learn(connection)
    return heads


def _learn(connection: Connection) -> Heads:
    return learn_heads((zh, en) for zh, en, _ in list_pairs(connection))


def _find_parts(connection: Connection, key: str) -> dict[str, Sequence[Known]]:
    """Return what the concepts have for each stretch of a term, in one question for all of them."""
    found = pairs_of(connection, _stretches(key))
    return {
        zh: tuple(dict.fromkeys(Known(text=en, concept=concept) for _, en, concept in pairs))
        for zh, pairs in found.items()
    }


def _stretches(key: str) -> list[str]:
    sizes = range(1, min(len(key), LONGEST_PART_CHARS) + 1)
    parts = (key[start : start + size] for size in sizes for start in range(len(key) - size + 1))
    return list(dict.fromkeys((key, *parts)))
