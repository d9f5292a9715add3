"""What a server needs of a base: opened as far as it may be written, and what a client may ask of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.documents import clean
from glossary.services.bases.choosing import Base, Choice, base_to_read, is_shipped
from glossary.services.bases.renewing import open_to_write
from glossary.services.concepts.recording import new_concept_id
from glossary.services.mining.documents import show_document
from glossary.store.connecting import BUSY_TIMEOUT_SECONDS
from glossary.store.places import names_server

PATIENCE_SECONDS = BUSY_TIMEOUT_SECONDS


@contextmanager
def base_to_serve(
    choice: Choice, *, read_only: bool = False, patience_seconds: float = PATIENCE_SECONDS
) -> Iterator[Base]:
    """Open the chosen base to write where that is wanted and possible, else to read; nothing is made.

    The base that comes with the program is never written. A write waits ``patience_seconds`` for another.
    """
    if read_only or not _may_be_written(choice.location):
        with base_to_read(choice) as base:
            yield base
    else:
        with open_to_write(choice.location, busy_timeout_seconds=patience_seconds) as base:
            yield base


def draw_concept_id(base: Base) -> str:
    """Return an id that no concept of the base has, or had."""
    with base.reading() as connection:
        return new_concept_id(connection)


def text_beside(base: Base, document: str) -> str:
    """Return the mended text of a document of the base, empty where none is named; raises NotFound.

    The command line takes a file as well; a client of a server must not make it read one.
    """
    return clean(show_document(base, document)).text if document else ""


def _may_be_written(location: str) -> bool:
    """Whether a file may be written; a database says so itself."""
    if names_server(location):
        return True
    path = Path(location)
    places = (path, path.resolve().parent)
    return path.is_file() and all(os.access(one, os.W_OK) for one in places) and not is_shipped(location)
