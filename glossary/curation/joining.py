"""Two concepts that turn out to be one meaning, and one that turns out to be two: pure."""

import dataclasses
from collections.abc import Collection

from msgspec.structs import replace

from glossary.curation.conflicts import Policy
from glossary.curation.merging import Merged, merge_concepts, spell_alike
from glossary.errors import InvalidInput
from glossary.model import Concept, Rendering, Status, Term

NOT_A_TERM = "is neither a term nor a rendering of the concept"


def absorb(kept: Concept, given_up: Concept) -> Merged:
    """Return ``kept`` with all that ``given_up`` has, and its id as a redirect; differences are told.

    The head of what is given up becomes an admitted term; its preferred rendering gives way to ours.
    """
    terms = tuple(map(_step_back, given_up.terms))
    incoming = spell_alike(kept, replace(given_up, terms=terms, relations=()))
    incoming = replace(incoming, id=kept.id, redirects=(given_up.id, *given_up.redirects))
    merged = merge_concepts(kept.without_relations_to({given_up.id}), incoming, policy=Policy.KEEP)
    arrows = (one for one in given_up.relations if one.concept != kept.id)
    relations = tuple(dict.fromkeys((*merged.concept.relations, *arrows)))
    return dataclasses.replace(merged, concept=replace(merged.concept, relations=relations))


def split(
    concept: Concept, new_id: str, texts: Collection[str], *, scope: str = ""
) -> tuple[Concept, Concept]:
    """Return what stays under the old id, and a new concept of the terms and renderings named by ``texts``.

    A Chinese term that both senses have is named by its renderings alone: where no Chinese term is named, the
    new concept gets the head of the old one, and the two are homographs. Its first rendering that may be
    written is preferred. Raises InvalidInput for a text that the concept does not have, or where one of the
    two would have no Chinese term.
    """
    _refuse_unknown(concept, texts)
    terms = tuple(term for term in concept.terms if term.text in texts) or (concept.head,)
    renderings = tuple(one for one in concept.renderings if one.text in texts)
    left_terms = tuple(one for one in concept.terms if one.text not in texts)
    left_renderings = tuple(one for one in concept.renderings if one.text not in texts)
    if not left_terms:
        raise InvalidInput("all Chinese terms would go; name only those that mean something else")
    if not renderings and len(terms) == len(concept.terms):
        raise InvalidInput("nothing would be told apart; name at least one rendering of the other meaning")
    new = Concept(
        id=new_id,
        subject_field=concept.subject_field,
        scope=scope,
        terms=_with_head(terms),
        renderings=_with_preferred(_closed(renderings, terms)),
    )
    return replace(
        concept, terms=_with_head(left_terms), renderings=_closed(left_renderings, left_terms)
    ), new


def _refuse_unknown(concept: Concept, texts: Collection[str]) -> None:
    known = {one.text for one in (*concept.terms, *concept.renderings)}
    if not texts:
        raise InvalidInput("name the terms and renderings of the other meaning")
    for text in texts:
        if text not in known:
            raise InvalidInput(f"{text!r} {NOT_A_TERM} {concept.id}; it has: {', '.join(sorted(known))}")


def _step_back(term: Term) -> Term:
    return replace(term, status=Status.ADMITTED) if term.status is Status.PREFERRED else term


def _with_head(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    if any(term.status is Status.PREFERRED for term in terms):
        return terms
    return (replace(terms[0], status=Status.PREFERRED), *terms[1:])


def _with_preferred(renderings: tuple[Rendering, ...]) -> tuple[Rendering, ...]:
    """Return renderings of which the first that may be written is preferred, where none is."""
    usable = next((one.text for one in renderings if one.status is Status.ADMITTED), "")
    if not usable or any(one.status is Status.PREFERRED for one in renderings):
        return renderings
    return tuple(replace(one, status=Status.PREFERRED) if one.text == usable else one for one in renderings)


def _closed(renderings: tuple[Rendering, ...], terms: tuple[Term, ...]) -> tuple[Rendering, ...]:
    """Return renderings that name only each other and the terms beside them."""
    texts, served = {one.text for one in renderings}, {term.text for term in terms}
    return tuple(
        replace(
            one,
            instead=one.instead if one.instead in texts else "",
            serves=one.serves if one.serves in served else "",
        )
        for one in renderings
    )
