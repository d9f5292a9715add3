"""The curator's spreadsheet between TABs back as concepts."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.tables import Row, TextTable, choose_delimiter, decode_header
from glossary.formats.concepts import Piece
from glossary.formats.csv import names_needed_columns
from glossary.formats.csv.guessing import guess_layout
from glossary.formats.csv.headers import READING
from glossary.formats.csv.reading import read_text_table
from glossary.formats.declaration import ImportOptions
from glossary.formats.pairs.lines import TAB, list_rows

NOTES = b"#separator:tab"
"""So the notes begin that Anki writes as text."""


def read_tsv(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the table says; raises InvalidInput where a required column is missing."""
    return read_text_table(TextTable(source, delimiter=TAB), options=options)


def recognise_tsv(head: bytes) -> bool:
    """Return whether the columns that every row needs stand between TABs, or pinyin between two of them."""
    if head.startswith(NOTES):
        return True
    is_table = choose_delimiter(decode_header(head)) == TAB
    return is_table and (names_needed_columns(head) or _has_pinyin(head))


def _has_pinyin(head: bytes) -> bool:
    rows = [Row(number, tuple(cells)) for number, cells in enumerate(list_rows(head, delimiter=TAB), 1)]
    try:
        return READING in guess_layout(rows, rows[0]).columns
    except InvalidInput:
        return False
