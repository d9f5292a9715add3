"""Duplicates of a concept that is being saved, by the index of keys."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from glossary.curation.duplicates import (
    Duplicate,
    Ground,
    Mark,
    describe_duplicate,
    find_collisions,
    is_told_by_ear,
    marks_of,
)
from glossary.lookup.pinyin import normalize_pinyin
from glossary.model import DISCOURAGED, Concept, KeyedConcept, KeyedTerm, KeyKind, Term, TermKey
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection
from glossary.store.namesakes import Namesake, find_namesakes
from glossary.store.relations import arrows_to
from glossary.text.folding import folded_key, has_han
from glossary.text.readings import reading_of

# Enough to hear of a likeness; a thousand concepts of one rendering would otherwise each tell of all others.
PROBED_TERMS = 20
Readings = Mapping[tuple[str, str], str]
Arrow = tuple[str, str]
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
    standing = _by_key(chain(_others(connection, fresh), *marks.values()))
    met = {
        id: [other for mark in new for other in standing[mark.ground, mark.key] if other.concept != id]
        for id, new in fresh.items()
    }
    arrows = _arrows(connection, [keyed.concept for keyed, _ in saved], [id for id in met if met[id]])
    found: dict[frozenset[str], Duplicate] = {}
    for id, others in met.items():
        related = _related_ids(id, others, arrows)
        for duplicate in find_collisions(fresh[id], others, related=related):
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


def _others(connection: Connection, fresh: Mapping[str, Sequence[Mark]]) -> Iterator[Mark]:
    """Yield the marks of stored concepts that equal a fresh one; what is saved now is not as it is stored."""
    keys: dict[KeyKind, dict[str, None]] = {}
    for mark in chain(*fresh.values()):
        keys.setdefault(KEY_OF_GROUND[mark.ground], {})[mark.key] = None
    for kind, some in keys.items():
        others = find_namesakes(connection, kind, [*some], most=PROBED_TERMS)
        yield from filter(None, (_mark_of(one, kind) for one in others if one.concept not in fresh))


def _mark_of(one: Namesake, kind: KeyKind) -> Mark | None:
    """Return what a stored term could be mistaken by, unless its key is no sign of that."""
    if kind is KeyKind.TONED:
        is_usual = one.key == normalize_pinyin(one.reading) and is_told_by_ear(one.text)
        return Mark(Ground.READ, one.key, one.text, one.concept, one.scope) if is_usual else None
    if not one.is_rendering:
        return Mark(Ground.SPELLED, one.key, one.text, one.concept, one.scope)
    if one.status in DISCOURAGED:
        return None
    return Mark(Ground.RENDERED, one.key, one.head, one.concept, one.scope, one.text)


def _by_key(marks: Iterable[Mark]) -> dict[tuple[Ground, str], list[Mark]]:
    """Return marks by what makes two of them equal."""
    standing: dict[tuple[Ground, str], list[Mark]] = {}
    for mark in marks:
        held = standing.setdefault((mark.ground, mark.key), [])
        if len(held) <= PROBED_TERMS:
            held.append(mark)
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


def _arrows(connection: Connection, saved: Sequence[Concept], ids: Sequence[str]) -> set[Arrow]:
    """Return the relations of what is saved, and those of all other concepts that lead to the ``ids``."""
    own = {(one.id, relation.concept) for one in saved for relation in one.relations}
    now = {one.id for one in saved}
    return own | {arrow for arrow in arrows_to(connection, ids) if arrow[0] not in now}


def _related_ids(id: str, others: Iterable[Mark], arrows: Container[Arrow]) -> set[str]:
    """Return the ids of the concepts that a relation ties to this one, in either direction."""
    ids = {other.concept for other in others}
    return {other for other in ids if (id, other) in arrows or (other, id) in arrows}


def describe_duplicates(duplicates: Sequence[Duplicate]) -> list[dict[str, str]]:
    """Return other concepts that one may be a second entry of, each with what to do about it."""
    return [
        {"concept": one.other, "kind": one.kind.value, "told": describe_duplicate(one)} for one in duplicates
    ]
