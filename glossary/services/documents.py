"""The documents that a base was mined from."""

from glossary.errors import NotFound
from glossary.model import Change, Document, DocumentRecord
from glossary.services.recording import now_utc
from glossary.services.running import mine_base
from glossary.services.settings import last_settings
from glossary.store import changes as change_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base


def show_document(base: Base, id: str) -> Document:
    """Return the document of this id or of an id that begins so; raises NotFound."""
    with base.reading() as connection:
        found = document_rows.find_document(connection, id)
    if found is None:
        raise NotFound(f"there is no document {id!r}; `glossary documents list` lists them")
    return found


def list_documents(base: Base) -> list[DocumentRecord]:
    """Return all documents of the base, without their texts."""
    with base.reading() as connection:
        return document_rows.list_documents(connection)


def remove_document(base: Base, id: str, *, who: str) -> Document:
    """Take a document out of the base and mine the rest anew; return it. Raises NotFound."""
    found = show_document(base, id)
    with base.writing() as connection:
        document_rows.remove_document(connection, found.id)
        change_rows.record_change(
            connection, Change(who=who, when=now_utc(), why="", verb="remove", thing=found.id)
        )
        mine_base(connection, last_settings(connection))
    return found
