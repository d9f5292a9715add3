"""States of the base that can be cited: the same content has the same id, wherever it is."""

from base64 import b32encode
from collections.abc import Iterator
from hashlib import sha256

from glossary.model import Snapshot
from glossary.model.plain import concept_as_json, decision_as_json
from glossary.services.recording import now_utc
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import snapshots as snapshot_rows
from glossary.store.database import Base, Connection

SNAPSHOT_LETTER = "s"
SNAPSHOT_ID_CHARACTERS = 10


def take_snapshot(base: Base, *, who: str, note: str = "") -> Snapshot:
    """Write down the state of the base as it is now, and return it; one that is there already stays."""
    with base.writing() as connection:
        id = identify(connection)
        known = snapshot_rows.find_snapshot(connection, id)
        if known:
            return known
        taken = Snapshot(
            id=id, change=change_rows.last_change(connection), who=who, when=now_utc(), note=note
        )
        snapshot_rows.insert_snapshot(connection, taken)
        return taken


def identify_base(base: Base) -> str:
    """Return the id that a snapshot of the base has now; nothing is written."""
    with base.reading() as connection:
        return identify(connection)


def list_snapshots(base: Base) -> list[Snapshot]:
    """Return the snapshots that were taken, the oldest first."""
    with base.reading() as connection:
        return list(snapshot_rows.list_snapshots(connection))


def identify(connection: Connection) -> str:
    """Return the id of what the base says: s and ten base-32 characters of the SHA-256 of its content.

    Content is each concept in the order of ids, then each decision by key, as a line of JSON.
    """
    digest = sha256()
    for line in _say_all(connection):
        digest.update(line.encode() + b"\n")
    return SNAPSHOT_LETTER + b32encode(digest.digest()).decode().lower()[:SNAPSHOT_ID_CHARACTERS]


def _say_all(connection: Connection) -> Iterator[str]:
    yield from map(concept_as_json, concept_rows.iterate_concepts(connection))
    yield from map(decision_as_json, candidate_rows.list_decisions(connection))
