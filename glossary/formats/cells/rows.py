"""Rows of text: what the tables of curators, translation tools and cards have in common."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions

ROWS_A_TIME = 64
APOSTROPHE = "'"
QUOTE, TWO_QUOTES = '"', '""'
Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a program wants its table: ``header`` is empty where the first row is a term already.

    ``spell`` gives a cell as it is to be written; it is asked in rows with an apostrophe alone.
    """

    program: str
    header: Cells = ()
    delimiter: str = ","
    line_end: str = "\n"
    spell: Callable[[str], str] = str


def write_table(out: BinaryIO, rows: Iterable[Cells], *, layout: Layout) -> None:
    """Write rows as CSV: UTF-8, a cell in quotation marks where it needs them, some rows at a time."""
    remaining = iter(rows)
    while some := list(islice(remaining, ROWS_A_TIME)):
        out.write("".join([show_line(row, layout) for row in some]).encode())


def show_line(row: Cells, layout: Layout) -> str:
    """Return a row as the line that it is in a file."""
    line = show_row(row, layout.delimiter)
    if APOSTROPHE in line:
        line = show_row(tuple(map(layout.spell, row)), layout.delimiter)
    return line + layout.line_end


def show_row(row: Cells, delimiter: str) -> str:
    """Return a row of two cells or more as the csv module would write it.

    That module looks at each character, which takes twice as long: most cells are empty or plain.
    """
    return delimiter.join(
        [
            f'"{cell.replace(QUOTE, TWO_QUOTES)}"'
            if cell and (delimiter in cell or QUOTE in cell or "\n" in cell or "\r" in cell)
            else cell
            for cell in row
        ]
    )


def write_mark(out: BinaryIO, options: ExportOptions, *, usual: bool = False) -> None:
    """Write a byte order mark where it is asked for, or usual."""
    if usual if options.bom is None else options.bom:
        out.write(BOM_UTF8)
