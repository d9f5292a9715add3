"""Cells that a spreadsheet program would run: made text by an apostrophe, and undone again.

Nobody can tell whether a program kept the apostrophes of the table that it saved, even as a workbook. So all
tables are read alike: an apostrophe before such a sign is taken off. A cell that has one of its own gets one
more, in whichever flavour it is written, so that undoing is exact.
"""

import re

from glossary.files.tables import Row

APOSTROPHE = "'"
DANGEROUS = re.compile(r"'*[=+\-@\t\r\x00-\x08\x0b\x0c\x0e-\x1f]")
GUARDED = re.compile(r"'+[=+\-@\t\r\x00-\x08\x0b\x0c\x0e-\x1f]")


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula: ``=1+1`` is ``'=1+1``."""
    return APOSTROPHE + cell if DANGEROUS.match(cell) else cell


def keep_apostrophe(cell: str) -> str:
    """Return a cell that is read back as it is: ``'=1+1`` is ``''=1+1``, and ``=1+1`` itself."""
    return APOSTROPHE + cell if GUARDED.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell that ``guard`` or ``keep_apostrophe`` was given."""
    return cell[1:] if GUARDED.match(cell) else cell


def unguard_row(row: Row) -> Row:
    """Return a row with its cells as they were before they were guarded."""
    if APOSTROPHE not in "".join(row.cells):
        return row
    return Row(row.line, tuple(map(unguard, row.cells)))
