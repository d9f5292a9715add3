"""Duplicates of a concept that is being saved, by the index of keys."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.curation.duplicates import (
    Duplicate,
    Ground,
    Mark,
    describe_duplicate,
    find_collisions,
    marks_of,
)
from glossary.lookup.pinyin import normalize_pinyin
from glossary.model import Concept, KeyedConcept, KeyedTerm, KeyKind, Term, TermKey
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.keys import find_holders
from glossary.text.folding import folded_key, has_han
from glossary.text.readings import reading_of

# Enough to hear of a likeness; a thousand concepts of one rendering would otherwise each tell of all others.
PROBED_TERMS = 20
Readings = Mapping[tuple[str, str], str]
Marked = tuple[Sequence[Mark], Concept]
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
    return find_duplicates_of(connection, [(_key_anew(concept), before)])


def find_duplicates_of(
    connection: Connection, saved: Sequence[tuple[KeyedConcept, Concept | None]]
) -> tuple[Duplicate, ...]:
    """Return the same of many concepts, each with what it was before; they may be doubles of each other."""
    marks = {keyed.concept.id: _marks(keyed) for keyed, _ in saved}
    fresh = {
        keyed.concept.id: _fresh_marks(keyed, before, marks[keyed.concept.id]) for keyed, before in saved
    }
    own = ((marks[keyed.concept.id], keyed.concept) for keyed, _ in saved)
    standing = _by_key((*_others(connection, fresh), *own))
    found: dict[frozenset[str], Duplicate] = {}
    for keyed, _ in saved:
        new = fresh[keyed.concept.id]
        met = [pair for mark in new for pair in standing.get((mark.ground, mark.key), ())]
        related = _related_ids(keyed.concept, (concept for _, concept in met))
        for duplicate in find_collisions(new, (mark for mark, _ in met), related=related):
            found.setdefault(frozenset((duplicate.concept, duplicate.other)), duplicate)
    return tuple(found.values())


def _fresh_marks(keyed: KeyedConcept, before: Concept | None, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks of a concept that it did not have before."""
    if before is None:
        return marks
    pairs = zip((*keyed.concept.terms, *keyed.concept.renderings), keyed.keyed, strict=True)
    readings = {(before.id, term.text): keys.reading for term, keys in pairs}
    corrected = {(before.id, term.text): term.reading for term in before.terms if term.reading}
    gone = (term.text for term in before.terms if (before.id, term.text) not in readings)
    anew = {(before.id, text): reading_of(text) for text in gone if has_han(text)}
    known = set(marks_of(_key_by(before, {**readings, **anew, **corrected})))
    return tuple(mark for mark in marks if mark not in known)


def _marks(keyed: KeyedConcept) -> tuple[Mark, ...]:
    """Return the marks of a concept; of its keys the reading alone counts, which is stored too."""
    compared = tuple(_compared(one.folded, one.reading) for one in keyed.keyed)
    return marks_of(KeyedConcept(concept=keyed.concept, keyed=compared))


def _others(connection: Connection, fresh: Mapping[str, Sequence[Mark]]) -> Iterator[Marked]:
    """Return the stored concepts that hold a key of a mark, but those that are saved now."""
    keys: dict[KeyKind, dict[str, None]] = {}
    for mark in (mark for marks in fresh.values() for mark in marks):
        keys.setdefault(KEY_OF_GROUND[mark.ground], {})[mark.key] = None
    holders = (find_holders(connection, kind, [*some], most=PROBED_TERMS) for kind, some in keys.items())
    ids = dict.fromkeys(id for held in holders for some in held.values() for id in some)
    others = concept_rows.find_concepts(connection, [id for id in ids if id not in fresh])
    return ((marks_of(keyed), keyed.concept) for keyed in key_stored(connection, others))


def _by_key(concepts: Iterable[Marked]) -> dict[tuple[Ground, str], list[tuple[Mark, Concept]]]:
    """Return the marks of concepts with whose they are, by what makes two of them equal."""
    standing: dict[tuple[Ground, str], list[tuple[Mark, Concept]]] = {}
    for marks, concept in concepts:
        for mark in marks:
            held = standing.setdefault((mark.ground, mark.key), [])
            if len(held) <= PROBED_TERMS:
                held.append((mark, concept))
    return standing


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
    return _compared(folded_key(term.text), reading)


def _compared(folded: str, reading: str) -> KeyedTerm:
    toned = normalize_pinyin(reading) if reading else ""
    keys = (TermKey(KeyKind.TONED, toned),) if toned else ()
    return KeyedTerm(folded=folded, reading=reading, keys=keys)


def _related_ids(concept: Concept, others: Iterable[Concept]) -> set[str]:
    """Return the ids of the concepts that a relation ties to this one, in either direction."""
    arrows = {relation.concept for relation in concept.relations}
    tied = (other.id for other in others if any(one.concept == concept.id for one in other.relations))
    return arrows.union(tied)


def describe_duplicates(duplicates: Sequence[Duplicate]) -> list[dict[str, str]]:
    """Return other concepts that one may be a second entry of, each with what to do about it."""
    return [
        {"concept": one.other, "kind": one.kind.value, "told": describe_duplicate(one)} for one in duplicates
    ]
