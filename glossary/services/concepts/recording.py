"""Writing to the base with the record of who did what: nothing is changed past this module."""

import secrets
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_

from glossary.lookup.keys import key_concept
from glossary.model import (
    CANDIDATE_LETTER,
    Change,
    Concept,
    DecidedKey,
    KeyedConcept,
    KeyKind,
    Operation,
    derive_id,
)
from glossary.model.plain import concept_as_json, decision_as_json
from glossary.services.clock import now_utc
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import requests as request_rows
from glossary.store.database import Connection
from glossary.text.folding import folded_key

ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
ID_RANDOM_CHARS = 7
WHOLE = frozenset({KeyKind.FOLDED, KeyKind.TONED, KeyKind.PINYIN, KeyKind.INITIALS})


def new_concept_id(connection: Connection) -> str:
    """Return a random id that no concept of the base has, or had before it was merged."""
    (id,) = new_concept_ids(connection, 1, taken=())
    return id


def new_concept_ids(connection: Connection, count: int, *, taken: Container[str]) -> list[str]:
    """Return so many random ids that no concept of the base has or had, and that are not ``taken``."""
    free: dict[str, None] = {}
    while len(free) < count:
        drawn = [draw_concept_id() for _ in range(count - len(free))]
        known = concept_rows.ids_in_use(connection, drawn)
        free |= dict.fromkeys(id for id in drawn if id not in known and id not in taken)
    return [*free]


def draw_concept_id() -> str:
    """Return a random id; somebody may have it."""
    return "c" + "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_RANDOM_CHARS))


def begin_operation(
    connection: Connection, *, who: str, verb: str, why: str = "", undoes: int = 0
) -> Operation:
    """Return the operation to which all changes of this transaction belong."""
    number = change_rows.last_change(connection) + 1
    return Operation(number=number, who=who, when=now_utc(), verb=verb, why=why, undoes=undoes)


@dataclass(frozen=True, slots=True)
class Writing:
    """A concept to write, with its keys, and as it was before; None is one that was not there."""

    keyed: KeyedConcept
    before: Concept | None


def write_concept(
    connection: Connection, concept: Concept, *, before: Concept | None, operation: Operation
) -> None:
    """Write a new or changed concept, record the change, and close the requests that it answers."""
    write_concepts(connection, [Writing(key_concept(concept), before)], operation=operation)


def write_concepts(connection: Connection, writings: Sequence[Writing], *, operation: Operation) -> None:
    """Write new or changed concepts, each once, record the changes, and close the requests they answer."""
    keyed = [one.keyed for one in writings]
    is_new = [one.before is None for one in writings]
    concept_rows.insert_concepts(connection, compress(keyed, is_new))
    concept_rows.replace_concepts(connection, compress(keyed, map(not_, is_new)))
    change_rows.record_changes(connection, (_change_of(one, operation) for one in writings))
    _release_requests(connection, [one.keyed for one in writings if one.before])
    _close_requests(connection, keyed)


def _change_of(one: Writing, operation: Operation) -> Change:
    after = one.keyed.concept
    return _change(operation, after.id, concept_as_json(one.before), concept_as_json(after))


def _release_requests(connection: Connection, changed: Sequence[KeyedConcept]) -> None:
    """Open the requests again that a concept answered by a name which it has no more."""
    known = {keyed.concept.id: keyed for keyed in changed}
    answered = request_rows.find_answered_requests(connection, [*known])
    gone = [name for name, concept in answered if name not in _names_of(known[concept])]
    request_rows.release_requests(connection, gone)


def _close_requests(connection: Connection, keyed_concepts: Sequence[KeyedConcept]) -> None:
    if not request_rows.has_open_requests(connection):
        return
    named = {name: keyed.concept.id for keyed in reversed(keyed_concepts) for name in _names_of(keyed)}
    for name in request_rows.find_open_requests(connection, [*named]):
        request_rows.close_requests(connection, [name], concept=named[name])


def _names_of(keyed: KeyedConcept) -> list[str]:
    """Return the folded queries that name a term of the concept whole: its spelling, pinyin, initials."""
    keys = (key.key for one in keyed.keyed for key in one.keys if key.kind in WHOLE)
    readings = (folded_key(one.reading) for one in keyed.keyed if one.reading)
    marked = (written for reading in readings for written in (reading, reading.replace(" ", "")))
    return [*dict.fromkeys((*keys, *marked))]


def remove_concept(connection: Connection, concept: Concept, *, operation: Operation) -> None:
    """Take a concept out and record it; the caller has led elsewhere whatever names it."""
    concept_rows.delete_concept(connection, concept.id)
    record_removals(connection, [concept], operation=operation)


def record_removals(connection: Connection, concepts: Iterable[Concept], *, operation: Operation) -> None:
    """Record that concepts are taken out, which the caller does."""
    gone = (_change(operation, one.id, concept_as_json(one), "") for one in concepts)
    change_rows.record_changes(connection, gone)


def write_decision(
    connection: Connection, key: str, decided: DecidedKey | None, *, operation: Operation
) -> None:
    """Write what was decided about the candidate of a folded key, or take it back, and record the change."""
    before = candidate_rows.find_decision(connection, key)
    candidate_rows.decide(connection, key, decided.decision if decided else None)
    thing = derive_id(CANDIDATE_LETTER, key)
    _record(connection, operation, thing, decision_as_json(before), decision_as_json(decided))


def record_thing(
    connection: Connection, thing: str, *, operation: Operation, before: str = "", after: str = ""
) -> None:
    """Record a change of a thing that is neither concept nor decision, such as a document or a list."""
    _record(connection, operation, thing, before, after)


def _record(connection: Connection, operation: Operation, thing: str, before: str, after: str) -> None:
    change_rows.record_change(connection, _change(operation, thing, before, after))


def _change(operation: Operation, thing: str, before: str, after: str) -> Change:
    return Change(
        who=operation.who,
        when=operation.when,
        why=operation.why,
        verb=operation.verb,
        thing=thing,
        before=before,
        after=after,
        operation=operation.number,
        undoes=operation.undoes,
    )
