"""PO files of terms back as concepts, such as Weblate and Pootle keep their glossaries in."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.encodings import decode_text, tell_by_mark
from glossary.files.po import looks_like_po
from glossary.files.po import read_po as read_units
from glossary.formats.concepts import Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.pairs.units import settle_units

MOST_BYTES = 1 << 28
TOO_LARGE = "a PO file of more than 256 MiB; cut it with msgsplit, or convert it to TMX"


def read_po(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield the entries that hold a term, fuzzy ones as proposed.

    Raises InvalidInput, with the line, for a broken file.
    """
    data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InvalidInput(TOO_LARGE)
    return settle_units(read_units(decode_text(data), unsettled=True), noun="entry")


def recognise_po(head: bytes) -> bool:
    """Return whether a file has the entries of gettext."""
    return looks_like_po(head.decode(tell_by_mark(head) or "utf-8", errors="ignore"))
