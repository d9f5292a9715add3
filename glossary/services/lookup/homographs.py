"""What tells homographs apart, and which of them a text means."""

from collections.abc import Iterable, Mapping, Sequence

from glossary.lookup.senses import Sense, order_senses
from glossary.model import Concept, Found, MatchKind, NamedConcept, RelationKind, TermType
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.text.folding import folded_key


def read_senses(connection: Connection, ids: Sequence[str]) -> dict[str, Sense]:
    """Return what tells the concepts of these ids from their homographs, by id."""
    concepts = concept_rows.find_concepts(connection, ids)
    related = read_related(connection, concepts)
    return {concept.id: _make_sense(concept, related) for concept in concepts}


def read_related(connection: Connection, concepts: Iterable[Concept]) -> dict[str, Concept]:
    """Return the concepts that the relations of some lead to, by id."""
    wanted = dict.fromkeys(one.concept for concept in concepts for one in concept.relations)
    return {one.id: one for one in concept_rows.find_concepts(connection, [*wanted])}


def _make_sense(concept: Concept, related: Mapping[str, Concept]) -> Sense:
    about = [one.text for one in concept.definitions if one.language.startswith("zh")]
    spelled = {
        one.concept: tuple(folded_key(term.text) for term in related[one.concept].terms)
        for one in concept.relations
    }
    members = [one.concept for one in concept.relations if one.kind is RelationKind.HAS_MEMBER]
    return Sense(
        members=tuple(spelled[id] for id in members),
        related=tuple(spelled[id] for id in spelled if id not in members),
        about=" ".join((*about, concept.scope)),
    )


def order_named(
    connection: Connection, named: Mapping[str, Sequence[NamedConcept]], text: str
) -> dict[str, list[NamedConcept]]:
    """Return what the folded keys of homographs name, for each the one first that fits the text best."""
    found = {key: _as_found(key, some) for key, some in named.items()}
    senses = read_senses(connection, [one.concept for some in found.values() for one in some])
    ordered = order_senses([one for some in found.values() for one in some], senses, text)
    place = {(one.folded, one.concept): number for number, one in enumerate(ordered)}
    return {key: sorted(some, key=lambda one: place[key, one.concept]) for key, some in named.items()}


def _as_found(key: str, named: Sequence[NamedConcept]) -> list[Found]:
    """Return one finding a concept, as an exact lookup of the key would."""
    firsts = {one.concept: one for one in reversed(named)}
    return [
        Found(
            concept=one.concept,
            text=one.text,
            language=one.language,
            term_type=TermType.FULL_FORM,
            folded=key,
            match=MatchKind.EXACT,
            key=key,
            scope=one.scope,
        )
        for one in named
        if firsts[one.concept] is one
    ]
