"""Workbooks of one sheet for spreadsheet programs: every cell is text, the header stays in sight.

XlsxWriter keeps one row in memory at a time and the sheet in a temporary file, so that a million rows take as
little as ten.
"""

import errno
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.formats.packed import packing

LONGEST_CELL_CHARS = 32_767
MOST_ROWS = 1_048_576
WIDEST_COLUMN_CHARS = 40
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Always the same moment: equal bases give equal files."""
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_workbook(
    out: BinaryIO, rows: Iterable[Sequence[str]], *, header: Sequence[str], widths: Sequence[int] = ()
) -> None:
    """Write a workbook; raises InvalidInput for what no sheet can hold, OSError where ``out`` fails."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        with packing(out) as scratch:
            fill_workbook(scratch, rows, header=header, widths=widths)
    except FileCreateError as error:
        raise find_cause(error) from None


def find_cause(error: Exception) -> OSError:
    """Return what the system said, such as that the disk is full; the library wraps it up."""
    told = error.args[0] if error.args else None
    return told if isinstance(told, OSError) else OSError(errno.EIO, str(error))


def fill_workbook(
    out: BinaryIO, rows: Iterable[Sequence[str]], *, header: Sequence[str], widths: Sequence[int]
) -> None:
    """Write the one sheet row by row."""
    from xlsxwriter import Workbook

    with Workbook(out, OPTIONS) as book:
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet("glossary")
        sheet.freeze_panes(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, WIDEST_COLUMN_CHARS))
        bold = book.add_format({"bold": True})
        for column, text in enumerate(header):
            sheet.write_string(0, column, text, bold)
        for number, row in zip(count(1), rows, strict=False):
            refuse_large_row(number, row)
            for column, text in enumerate(row):
                if text:
                    sheet.write_string(number, column, text)


def refuse_large_row(number: int, row: Sequence[str]) -> None:
    """Refuse a row that a sheet has no place for, since the program would cut it without a word."""
    if number >= MOST_ROWS:
        raise InvalidInput(f"a sheet has {MOST_ROWS:,} rows and no more; export csv, or a part of the base")
    for text in row:
        if len(text) > LONGEST_CELL_CHARS:
            raise InvalidInput(
                f"a cell holds {LONGEST_CELL_CHARS:,} characters and no more, not {len(text):,} "
                f"({text[:20]}…); export csv"
            )
