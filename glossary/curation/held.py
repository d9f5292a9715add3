"""What the base itself holds for a term, as proposals: what its concepts recommend, and what they warn of."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.curation.proposals import HELD_SCORES, Avoid, Proposal, Proposals, Source
from glossary.model import (
    BEST_FIRST,
    DISCOURAGED,
    RECOMMENDED,
    TARGET_LANGUAGE,
    Concept,
    Rendering,
    Status,
    Term,
)
from glossary.text.folding import folded_key


def propose_held(key: str, concepts: Sequence[Concept]) -> Proposals:
    """Return the renderings of the concepts that have a term of this folded key, and those to avoid.

    A concept's rendering for another one of its terms is left out. ``concepts`` stand in the order of their
    senses; where there are several, each reason says which. What one sense recommends is not to be avoided,
    whatever another one says.
    """
    proposals: list[Proposal] = []
    avoid: list[Avoid] = []
    for concept in concepts:
        name = _name_sense(concept, is_one_of_many=len(concepts) > 1)
        for rendering in _renderings_of(concept, key):
            if rendering.status in DISCOURAGED:
                avoid.append(_warn(rendering, concept, name if len(concepts) > 1 else ""))
            else:
                proposals.append(_propose(rendering, concept, name))
    recommended = {one.text for one in proposals if one.score > HELD_SCORES[Status.PROPOSED]}
    proposals.sort(key=lambda one: -one.score)
    return Proposals(
        proposals=tuple(proposals),
        avoid=tuple(one for one in avoid if one.text not in recommended),
    )


def is_settled(held: Proposals) -> bool:
    """Whether a concept recommends a rendering, so that nothing needs to be made up."""
    return any(one.score > HELD_SCORES[Status.PROPOSED] for one in held.proposals)


def _renderings_of(concept: Concept, key: str) -> Iterator[Rendering]:
    """The English for the term: what serves it alone first, then what is of its own kind, the best first."""
    own = [term for term in concept.terms if folded_key(term.text) == key]
    texts = {"", *(term.text for term in own)}
    fitting = (one for one in concept.renderings if one.serves in texts and _is_english(one))
    yield from sorted(fitting, key=lambda one: _order(one, own))


def _order(rendering: Rendering, own: Iterable[Term]) -> tuple[int, bool, bool]:
    return (
        BEST_FIRST.index(rendering.status),
        not rendering.serves,
        all(term.term_type is not rendering.term_type for term in own),
    )


def _is_english(rendering: Rendering) -> bool:
    return rendering.language.partition("-")[0].lower() == TARGET_LANGUAGE


def _name_sense(concept: Concept, *, is_one_of_many: bool) -> str:
    told = concept.scope or (concept.subject_field if is_one_of_many else "")
    return f"{concept.id} {concept.head.text}" + (f" ({told})" if told else "")


def _propose(rendering: Rendering, concept: Concept, name: str) -> Proposal:
    return Proposal(
        text=rendering.text,
        reason=f"{rendering.status} in {name}",
        score=HELD_SCORES[rendering.status],
        source=Source.BASE,
        evidence=rendering.evidence,
        concept=concept.id,
    )


def _warn(rendering: Rendering, concept: Concept, sense: str) -> Avoid:
    usual = (one.text for status in RECOMMENDED for one in concept.renderings if one.status is status)
    instead = rendering.instead or next(usual, "")
    told = f"{rendering.status}{f' in {sense}' if sense else ''}{f': write {instead}' if instead else ''}"
    reason = f"{told}. {rendering.note}" if rendering.note else told
    return Avoid(text=rendering.text, reason=reason, evidence=rendering.evidence)
