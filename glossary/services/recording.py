"""Writing a concept with its keys, its readings and the record of the change."""

import json
import secrets
from dataclasses import asdict
from datetime import UTC, datetime

from glossary.lookup.keys import key_concept
from glossary.model import Change, Concept
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection

ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
ID_RANDOM_CHARS = 7


def now_utc() -> str:
    """Return the moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_concept_id(connection: Connection) -> str:
    """Return a random id that no concept of the base has."""
    while True:
        id = "c" + "".join(secrets.choice(ID_ALPHABET) for _ in range(ID_RANDOM_CHARS))
        if concept_rows.find_concept(connection, id) is None:
            return id


def write_concept(
    connection: Connection, concept: Concept, *, before: Concept | None, who: str, why: str, verb: str
) -> None:
    """Write a new or changed concept and record the change."""
    if before is None:
        concept_rows.insert_concept(connection, key_concept(concept))
    else:
        concept_rows.replace_concept(connection, key_concept(concept))
    change_rows.record_change(
        connection,
        Change(
            who=who,
            when=now_utc(),
            why=why,
            verb=verb,
            thing=concept.id,
            before=as_json(before),
            after=as_json(concept),
        ),
    )


def as_json(value: Concept | None) -> str:
    """Return a concept as JSON text, an absent one as an empty text."""
    return json.dumps(asdict(value), ensure_ascii=False, sort_keys=True) if value else ""
