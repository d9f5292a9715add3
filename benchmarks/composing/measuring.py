"""Leave one out: propose every concept's rendering from all the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.curation.learning import Heads, learn_heads
from glossary.curation.phrases import as_key
from glossary.curation.proposals import GAP_MARK
from glossary.curation.senses import Known, Parts
from glossary.curation.vocabulary import list_actions, list_modifiers, list_nouns
from glossary.model import RECOMMENDED, Concept
from glossary.text.folding import folded_key

Pair = tuple[str, str]
Propose = Callable[[str, Parts, Heads], Sequence[str]]
"""A way to propose: from a term, the parts that are known, and what was learned, to texts, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """One concept left out: its term, what curators recommend for it, and what all the others teach."""

    concept: str
    term: str
    wanted: tuple[str, ...]
    parts: Parts
    heads: Heads


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares of the terms, from 0 to 1."""

    terms: int
    first: float
    among_five: float
    with_gap: float
    nothing: float


class WithoutOne:
    """The parts of a base without one concept, and without every term that is written like one of its."""

    def __init__(self, known: Mapping[str, Sequence[Known]], left_out: Concept) -> None:
        self._known = known
        self._keys = {folded_key(term.text) for term in left_out.terms}

    def get(self, key: str, /) -> Sequence[Known] | None:
        return None if key in self._keys else self._known.get(key)


def recommended_pairs(concept: Concept) -> list[Pair]:
    """Return each term with the renderings recommended for it, those that serve it alone first."""
    pairs = []
    for term in concept.terms:
        fitting = [
            one for one in concept.renderings if one.status in RECOMMENDED and one.serves in ("", term.text)
        ]
        fitting.sort(key=lambda one: not one.serves)
        pairs += [(term.text, one.text) for one in fitting]
    return pairs


def leave_out_each(concepts: Sequence[Concept]) -> list[Left]:
    """Return every concept that has a recommended rendering for its first term.

    Terms that the word list has as they are say nothing about composing and are passed over.
    """
    known = gather_known(concepts)
    pairs = {concept.id: recommended_pairs(concept) for concept in concepts}
    trials = []
    for concept in concepts:
        term = concept.head.text
        wanted = tuple(en for zh, en in pairs[concept.id] if zh == term)
        if wanted and not is_listed(term):
            parts, heads = WithoutOne(known, concept), learn_without(pairs, concept)
            trials.append(Left(concept=concept.id, term=term, wanted=wanted, parts=parts, heads=heads))
    return trials


def is_listed(term: str) -> bool:
    return any(folded_key(term) in table() for table in (list_nouns, list_modifiers, list_actions))


def gather_known(concepts: Iterable[Concept]) -> dict[str, list[Known]]:
    known: dict[str, list[Known]] = {}
    for concept in concepts:
        for zh, en in recommended_pairs(concept):
            known.setdefault(folded_key(zh), []).append(Known(text=en, concept=concept.id))
    return known


def learn_without(pairs: Mapping[str, Sequence[Pair]], left_out: Concept) -> Heads:
    keys = {folded_key(term.text) for term in left_out.terms}
    return learn_heads(
        pair
        for concept, own in pairs.items()
        if concept != left_out.id
        for pair in own
        if folded_key(pair[0]) not in keys
    )


def measure(trials: Sequence[Left], propose: Propose) -> Figures:
    """Return how often curators recommend what is proposed, case, articles and plural apart."""
    proposed = [list(propose(one.term, one.parts, one.heads)) for one in trials]
    complete = [[text for text in texts if GAP_MARK not in text] for texts in proposed]
    ranks = [rank_of(one.wanted, texts) for one, texts in zip(trials, complete, strict=True)]
    gaps = sum(bool(texts and not whole) for texts, whole in zip(proposed, complete, strict=True))
    total = max(1, len(trials))
    return Figures(
        terms=len(trials),
        first=ranks.count(1) / total,
        among_five=sum(1 <= rank <= 5 for rank in ranks) / total,
        with_gap=gaps / total,
        nothing=sum(not texts for texts in proposed) / total,
    )


def rank_of(wanted: Iterable[str], proposed: Iterable[str]) -> int:
    """Return the place of the first proposal that curators recommend too, 0 where there is none."""
    keys = {as_key(text) for text in wanted}
    return next((place for place, text in enumerate(proposed, 1) if as_key(text) in keys), 0)
