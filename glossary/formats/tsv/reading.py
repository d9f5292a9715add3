"""The curator's spreadsheet between TABs back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.files.text_table import TextTable
from glossary.formats.concepts import Piece
from glossary.formats.csv.reading import read_table
from glossary.formats.declaration import ImportOptions

TAB = "\t"


def read_tsv(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the table says; raises InvalidInput where a required column is missing."""
    return read_table(TextTable(source, delimiter=TAB).rows, options=options)
