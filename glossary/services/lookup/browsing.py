"""Going through the concepts: a page at a time, and from one concept to those around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.lookup.queries import check_query
from glossary.model import Concept, Relation
from glossary.services.lookup.finding import find_terms
from glossary.store import concepts as concept_rows
from glossary.store import listing as listing_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key

MOST_FOUND = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some concepts in the order of ids; ``total`` is how many fit in all.

    ``heads`` has the Chinese of the concepts that they are related to, by id; ``next`` is the id after which
    the following page begins, empty where there is none.
    """

    concepts: tuple[Concept, ...]
    total: int
    heads: Mapping[str, str]
    next: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What stands around a concept.

    ``senses`` are other concepts with a Chinese term of the same spelling; ``targets`` are those that its own
    relations lead to, in their order; ``arrows`` are the relations that lead here, each with its holder.
    """

    senses: tuple[Concept, ...]
    targets: tuple[tuple[Relation, Concept], ...]
    arrows: tuple[tuple[Relation, Concept], ...]


def list_concepts(
    base: Base, *, query: str = "", subject_field: str = "", after: str = "", limit: int
) -> Page:
    """Return at most ``limit`` of the concepts that a lookup of ``query`` finds, by id, from ``after`` on.

    Who reads page after page misses none, even where others are added meanwhile. Raises InvalidInput for an
    unusable query.
    """
    with base.reading() as connection:
        if query.strip():
            fitting = _ids_that_fit(connection, query, subject_field)
            total, ids = len(fitting), [id for id in fitting if id > after][: limit + 1]
        else:
            total = _count(connection, subject_field)
            ids = listing_rows.following_ids(
                connection, after=after, size=limit + 1, subject_field=subject_field
            )
        concepts = concept_rows.find_concepts(connection, ids[:limit])
        return Page(
            concepts=tuple(concepts),
            total=total,
            heads=_find_heads(connection, concepts),
            next=ids[limit - 1] if len(ids) > limit else "",
        )


def find_heads(base: Base, concepts: Sequence[Concept]) -> dict[str, str]:
    """Return the Chinese of the concepts that some are related to, by id."""
    with base.reading() as connection:
        return _find_heads(connection, concepts)


def find_neighbours(base: Base, concept: Concept) -> Neighbours:
    """Return the other senses of a concept's terms, and the relations that lead from it and to it."""
    with base.reading() as connection:
        keys = dict.fromkeys(folded_key(term.text) for term in concept.terms)
        ids = [id for key in keys for id in concept_rows.concepts_with_folded(connection, key)]
        senses = _find_all(connection, ids)
        targets = _find_all(connection, [arrow.concept for arrow in concept.relations])
        holders = _find_all(connection, concept_rows.concepts_related_to(connection, concept.id))
    return Neighbours(
        senses=tuple(sense for id, sense in senses.items() if id != concept.id),
        targets=tuple(
            (arrow, targets[arrow.concept]) for arrow in concept.relations if arrow.concept in targets
        ),
        arrows=tuple(
            (arrow, holder)
            for holder in holders.values()
            for arrow in holder.relations
            if arrow.concept == concept.id
        ),
    )


def _find_all(connection: Connection, ids: Iterable[str]) -> dict[str, Concept]:
    """Return concepts by id, each once, in the order of ``ids``."""
    return {one.id: one for one in concept_rows.find_concepts(connection, list(dict.fromkeys(ids)))}


def _ids_that_fit(connection: Connection, query: str, subject_field: str) -> list[str]:
    found = find_terms(connection, check_query(query), limit=MOST_FOUND, fuzzy=False)
    ids = sorted(one.concept for one in found)
    if not subject_field:
        return ids
    concepts = concept_rows.find_concepts(connection, ids)
    return [one.id for one in concepts if one.subject_field == subject_field]


def _count(connection: Connection, subject_field: str) -> int:
    if subject_field:
        return listing_rows.count_in_field(connection, subject_field)
    return concept_rows.count_concepts(connection)


def _find_heads(connection: Connection, concepts: Sequence[Concept]) -> dict[str, str]:
    targets = (relation.concept for one in concepts for relation in one.relations)
    return {id: one.head.text for id, one in _find_all(connection, targets).items()}
