"""Writing to the base with the record of who did what: nothing is changed past this module."""

import secrets
from datetime import UTC, datetime

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
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import requests as request_rows
from glossary.store.database import Connection
from glossary.text.folding import folded_key

ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
ID_RANDOM_CHARS = 7
WHOLE = frozenset({KeyKind.FOLDED, KeyKind.TONED, KeyKind.PINYIN, KeyKind.INITIALS})


def now_utc() -> str:
    """Return the moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_concept_id(connection: Connection) -> str:
    """Return a random id that no concept of the base has, or had before it was merged."""
    while True:
        id = "c" + "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_RANDOM_CHARS))
        current = concept_rows.current_id(connection, id)
        if current == id and concept_rows.find_concept(connection, id) is None:
            return id


def begin_operation(
    connection: Connection, *, who: str, verb: str, why: str = "", undoes: int = 0
) -> Operation:
    """Return the operation to which all changes of this transaction belong."""
    number = change_rows.last_change(connection) + 1
    return Operation(number=number, who=who, when=now_utc(), verb=verb, why=why, undoes=undoes)


def write_concept(
    connection: Connection, concept: Concept, *, before: Concept | None, operation: Operation
) -> None:
    """Write a new or changed concept, record the change, and close the requests that it answers."""
    keyed = key_concept(concept)
    if before is None:
        concept_rows.insert_concept(connection, keyed)
    else:
        concept_rows.replace_concept(connection, keyed)
    _record(connection, operation, concept.id, concept_as_json(before), concept_as_json(concept))
    request_rows.close_requests(connection, _names_of(keyed), concept=concept.id)


def _names_of(keyed: KeyedConcept) -> list[str]:
    """Return the folded queries that name a term of the concept whole: its spelling, pinyin, initials."""
    keys = (key.key for one in keyed.keyed for key in one.keys if key.kind in WHOLE)
    readings = (folded_key(one.reading) for one in keyed.keyed if one.reading)
    marked = (written for reading in readings for written in (reading, reading.replace(" ", "")))
    return [*dict.fromkeys((*keys, *marked))]


def remove_concept(connection: Connection, concept: Concept, *, operation: Operation) -> None:
    """Take a concept out and record it; the caller has led elsewhere whatever names it."""
    concept_rows.delete_concept(connection, concept.id)
    _record(connection, operation, concept.id, concept_as_json(concept), "")


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
    change = Change(
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
    change_rows.record_change(connection, change)
