"""Cells that a spreadsheet program would run: made text by an apostrophe, and undone again.

A cell that already begins with apostrophes before such a sign gets one more, so that undoing is exact.
"""

import re

DANGEROUS = re.compile(r"'*[=+\-@\t\r\x00-\x08\x0b\x0c\x0e-\x1f]")
GUARDED = re.compile(r"'+[=+\-@\t\r\x00-\x08\x0b\x0c\x0e-\x1f]")


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula: ``=1+1`` is ``'=1+1``."""
    return "'" + cell if DANGEROUS.match(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell that ``guard`` was given."""
    return cell[1:] if GUARDED.match(cell) else cell
