"""The curator's table as Excel keeps it, back as concepts: what was guarded is a plain cell again."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from glossary.files.tables import Row, TextTable, choose_delimiter, decode_header
from glossary.formats.concepts import Piece
from glossary.formats.csv import TAB, names_needed_columns
from glossary.formats.csv.reading import read_table
from glossary.formats.csv_excel.guarding import unguard
from glossary.formats.declaration import ImportOptions


def read_csv_excel(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the table says; raises InvalidInput where a required column is missing."""
    table = TextTable(source)
    return read_table(lambda: map(unguard_row, table.rows()), options=options)


def unguard_row(row: Row) -> Row:
    """Return a row with its cells as they were before they were guarded."""
    return Row(row.line, tuple(map(unguard, row.cells)))


def recognise_csv_excel(head: bytes) -> bool:
    """Return whether a table begins with a byte order mark, as what Excel writes does."""
    is_table = names_needed_columns(head) and choose_delimiter(decode_header(head)) != TAB
    return head.startswith(BOM_UTF8) and is_table
