"""States of the base that can be cited: the same content has the same id, wherever it is."""

from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from glossary.errors import BaseError
from glossary.model import Snapshot
from glossary.model.plain import concept_as_json, decision_as_json
from glossary.services.clock import now_utc
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import concepts as concept_rows
from glossary.store import snapshots as snapshot_rows
from glossary.store.database import Base, Connection

SNAPSHOT_LETTER = "s"
LETTERS_OF_CONTENT = ("c", "k")
EXPORTED, BUILT = "exported", "as it was built"
AUTOMATIC_NOTES = (EXPORTED, BUILT)
"""Of snapshots that nobody took; the first person who takes one of that state puts a name to it."""
SNAPSHOT_ID_CHARACTERS = 10


def take_snapshot(base: Base, *, who: str, note: str = "") -> Snapshot:
    """Write down the state of the base as it is now, and return it; one that is there already stays."""
    with base.writing() as connection:
        return write_snapshot(connection, who=who, note=note)


def write_snapshot(connection: Connection, *, who: str, note: str = "") -> Snapshot:
    """Write down the state that a connection sees, and return it; one that somebody took already stays."""
    current = _find_current(connection)
    id = current.id if current else identify(connection)
    known = snapshot_rows.find_snapshot(connection, id)
    if known is None:
        taken = Snapshot(
            id=id, change=change_rows.last_change(connection), who=who, when=now_utc(), note=note
        )
        snapshot_rows.insert_snapshot(connection, taken)
        return taken
    if known.note not in AUTOMATIC_NOTES or note in AUTOMATIC_NOTES:
        return known
    taken = replace(known, who=who, when=now_utc(), note=note)
    snapshot_rows.rename_snapshot(connection, taken)
    return taken


@dataclass(frozen=True, slots=True)
class Cited:
    """The id under which an export can be found again (empty: none), and the last change before it."""

    id: str
    change: int

    def as_seen_by(self, connection: Connection) -> str:
        """Return the id, empty where somebody has changed the base meanwhile."""
        return self.id if change_rows.last_change(connection) == self.change else ""


def cite_for_export(base: Base, *, who: str) -> Cited:
    """Return what names the state that is exported now, and write it down where the base can be written.

    Where it can only be read, and nobody has written its state down, there is no id that could be found.
    """
    with base.reading() as connection:
        last = change_rows.last_change(connection)
        current = _find_current(connection)
        if current or not base.can_write:
            return Cited(current.id if current else "", last)
        seen = Snapshot(id=identify(connection), change=last, who=who, when=now_utc(), note=EXPORTED)
    try:
        with base.writing() as connection:
            if snapshot_rows.find_snapshot(connection, seen.id) is None:
                snapshot_rows.insert_snapshot(connection, seen)
    except BaseError:  # somebody is writing, or the disk is full: the export itself need not wait
        return Cited("", last)
    return Cited(seen.id, last)


def _find_current(connection: Connection) -> Snapshot | None:
    """Return the last snapshot if the content has not changed since; no need to read all of it then."""
    last = snapshot_rows.find_last_snapshot(connection)
    is_old = last is None or change_rows.is_changed_since(connection, last.change, LETTERS_OF_CONTENT)
    return None if is_old else last


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
