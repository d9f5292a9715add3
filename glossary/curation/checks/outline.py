"""What the checks of the whole base need to know of it, gathered while its concepts pass by."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from glossary.curation.duplicates import Duplicate, Ground, Mark, find_collisions, marks_of
from glossary.model import Concept, KeyedConcept, RelationKind

MOST_COMPARED = 8
Arrows = dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Outline:
    """Heads, relations, subject fields and duplicates of the concepts seen so far.

    ``heads`` are the head terms by id, ``redirects`` where old ids lead. ``arrows`` are the targets of
    relations, by kind and id. Where many concepts share a key, a new one is held against the first eight of
    them: enough to find it, and a base in which all share one stays quick.
    """

    heads: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    arrows: defaultdict[RelationKind, Arrows] = field(default_factory=lambda: defaultdict(dict))
    fields: Counter[str] = field(default_factory=Counter)
    first_of_field: dict[str, str] = field(default_factory=dict)
    duplicates: list[Duplicate] = field(default_factory=list)
    _standing: dict[tuple[Ground, str], tuple[Mark, ...]] = field(default_factory=dict)

    def take(self, keyed: KeyedConcept) -> None:
        """Add one concept."""
        concept = keyed.concept
        self.heads[concept.id] = concept.head.text
        self.redirects.update(dict.fromkeys(concept.redirects, concept.id))
        self._take_relations(concept)
        self._take_field(concept)
        self._take_marks(marks_of(keyed))

    def are_related(self, one: str, other: str) -> bool:
        """Whether a relation of any kind ties the two concepts, in either direction."""
        return any(other in of.get(one, ()) or one in of.get(other, ()) for of in self.arrows.values())

    def _take_relations(self, concept: Concept) -> None:
        for relation in concept.relations:
            of_kind = self.arrows[relation.kind]
            of_kind[concept.id] = (*of_kind.get(concept.id, ()), relation.concept)

    def _take_field(self, concept: Concept) -> None:
        if concept.subject_field:
            self.fields[concept.subject_field] += 1
            self.first_of_field.setdefault(concept.subject_field, concept.id)

    def _take_marks(self, marks: tuple[Mark, ...]) -> None:
        others = [other for mark in marks for other in self._standing.get((mark.ground, mark.key), ())]
        if others:
            own = marks[0].concept
            related = {other.concept for other in others if self.are_related(own, other.concept)}
            self.duplicates += find_collisions(marks, others, related=related)
        for mark in marks:
            known = self._standing.get((mark.ground, mark.key), ())
            if len(known) < MOST_COMPARED:
                self._standing[mark.ground, mark.key] = (*known, mark)
