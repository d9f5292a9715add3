"""The curator's spreadsheet between TABs back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.files.tables import TextTable, choose_delimiter, decode_header
from glossary.formats.concepts import Piece
from glossary.formats.csv import names_needed_columns
from glossary.formats.csv.reading import read_text_table
from glossary.formats.declaration import ImportOptions

TAB = "\t"


def read_tsv(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the table says; raises InvalidInput where a required column is missing."""
    return read_text_table(TextTable(source, delimiter=TAB), options=options)


def recognise_tsv(head: bytes) -> bool:
    """Return whether the columns that every row needs stand between TABs."""
    return choose_delimiter(decode_header(head)) == TAB and names_needed_columns(head)
