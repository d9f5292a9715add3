"""Translation memories of terms back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.files.tmx import read_tmx as read_units
from glossary.formats.bilingual import settle_units
from glossary.formats.concepts import Piece
from glossary.formats.declaration import ImportOptions


def read_tmx(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:  # noqa: ARG001 (every reader has them)
    """Yield the units that hold a term; raises InvalidInput, with the line, for broken XML."""
    return settle_units(read_units(source), noun="unit")
