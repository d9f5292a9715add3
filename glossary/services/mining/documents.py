"""The documents that a base was mined from."""

from pathlib import Path

from glossary.documents import clean, read_document
from glossary.errors import NotFound
from glossary.model import Document, DocumentRecord
from glossary.services.concepts.recording import begin_operation, record_thing
from glossary.services.mining.running import mine_base
from glossary.services.mining.settings import last_settings
from glossary.services.progress import Progress, no_progress
from glossary.store import documents as document_rows
from glossary.store.database import Base


def show_document(base: Base, id: str) -> Document:
    """Return the document of this id or of an id that begins so; raises NotFound."""
    with base.reading() as connection:
        found = document_rows.find_document(connection, id)
    if found is None:
        raise NotFound(f"there is no document {id!r}; `glossary documents list` lists them")
    return found


def read_text(base: Base, name: str) -> str:
    """Return the mended text of a file that need not be in the base, or of the document of this id."""
    path = Path(name)
    if path.is_file():
        return clean(read_document(path)).text
    try:
        return clean(show_document(base, name)).text
    except NotFound:
        raise NotFound(
            f"{name!r} is neither a file nor a document; `glossary documents list` lists those"
        ) from None


def list_documents(base: Base) -> list[DocumentRecord]:
    """Return all documents of the base, without their texts."""
    with base.reading() as connection:
        return list(document_rows.list_documents(connection))


def remove_document(base: Base, id: str, *, who: str, progress: Progress = no_progress) -> Document:
    """Take a document out of the base and mine the rest anew; return it. Raises NotFound."""
    found = show_document(base, id)
    with base.writing() as connection:
        document_rows.remove_document(connection, found.id)
        operation = begin_operation(connection, who=who, verb="remove")
        record_thing(connection, found.id, operation=operation)
        mine_base(connection, last_settings(connection), progress=progress)
    return found
