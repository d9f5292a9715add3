"""Duplicates of a concept that is being saved, by the index of keys."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.curation.duplicates import Duplicate, Ground, Mark, find_collisions, marks_of
from glossary.lookup.pinyin import normalize_pinyin
from glossary.model import Concept, KeyedConcept, KeyedTerm, KeyKind, MatchKind, Probe, Term, TermKey
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.keys import run_probe
from glossary.text.folding import folded_key, has_han
from glossary.text.readings import reading_of

# Enough to hear of a likeness; a thousand concepts of one rendering would otherwise each tell of all others.
PROBED_TERMS = 20
Readings = Mapping[tuple[str, str], str]
KEY_OF_GROUND = {
    Ground.SPELLED: KeyKind.FOLDED,
    Ground.READ: KeyKind.TONED,
    Ground.RENDERED: KeyKind.FOLDED,
}


def find_duplicates(
    connection: Connection, concept: Concept, *, before: Concept | None = None
) -> tuple[Duplicate, ...]:
    """Return the concepts that ``concept`` may be a second entry of; it need not be written yet.

    Where it was there ``before``, only what has become new about it is asked for, so that nobody hears of
    the same likeness twice.
    """
    marks = marks_of(_key_anew(concept))
    if before:
        known = set(marks_of(_key_anew(before)))
        marks = tuple(mark for mark in marks if mark not in known)
    others = concept_rows.find_concepts(connection, _probe_ids(connection, marks, concept.id))
    return find_collisions(
        marks,
        (mark for keyed in key_stored(connection, others) for mark in marks_of(keyed)),
        related=_related_ids(concept, others),
    )


def key_stored(connection: Connection, concepts: Sequence[Concept]) -> Iterator[KeyedConcept]:
    """Yield stored concepts with the keys by which duplicates are found, from the readings that are stored.

    To compute every key anew takes ten times as long.
    """
    readings = concept_rows.shown_readings(connection, [concept.id for concept in concepts])
    return (_key_by(concept, readings) for concept in concepts)


def _key_anew(concept: Concept) -> KeyedConcept:
    """Return the same of a concept that need not be stored."""
    chinese = (term for term in concept.terms if has_han(term.text))
    return _key_by(concept, {(concept.id, one.text): one.reading or reading_of(one.text) for one in chinese})


def _key_by(concept: Concept, readings: Readings) -> KeyedConcept:
    chinese = (_key_term(term, readings.get((concept.id, term.text), "")) for term in concept.terms)
    english = (_key_term(rendering, "") for rendering in concept.renderings)
    return KeyedConcept(concept=concept, keyed=(*chinese, *english))


def _key_term(term: Term, reading: str) -> KeyedTerm:
    toned = normalize_pinyin(reading)
    keys = (TermKey(KeyKind.TONED, toned),) if toned else ()
    return KeyedTerm(folded=folded_key(term.text), reading=reading, keys=keys)


def _probe_ids(connection: Connection, marks: Iterable[Mark], own: str) -> list[str]:
    """Return the ids of the concepts that hold a key of a mark."""
    probes = dict.fromkeys(
        Probe(match=MatchKind.EXACT, kind=KEY_OF_GROUND[mark.ground], keys=(mark.key,)) for mark in marks
    )
    found = (one.concept for probe in probes for one in run_probe(connection, probe, limit=PROBED_TERMS))
    return [id for id in dict.fromkeys(found) if id != own]


def _related_ids(concept: Concept, others: Iterable[Concept]) -> set[str]:
    """Return the ids of the concepts that a relation ties to this one, in either direction."""
    arrows = {relation.concept for relation in concept.relations}
    tied = (other.id for other in others if any(one.concept == concept.id for one in other.relations))
    return arrows.union(tied)
