"""Translation memories of terms back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.files.tmx import read_tmx as read_units
from glossary.files.xml import root_name
from glossary.formats.concepts import Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.pairs.units import settle_units


def read_tmx(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield the units that hold a term; raises InvalidInput, with the line, for broken XML."""
    return settle_units(read_units(source), noun="unit")


def recognise_tmx(head: bytes) -> bool:
    """Return whether the root is that of a translation memory."""
    return root_name(head) == "tmx"
