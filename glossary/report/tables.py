"""Rows as a table of plain text; Chinese characters count two columns."""

from collections.abc import Iterable, Sequence

from glossary.report.hits import clip, display_width, printable, wrap

GAP = "  "
WIDEST_COLUMN = 28
NARROWEST_COLUMN = 6
NARROWEST_LAST_COLUMN = 12
LEGIBLE_LAST_COLUMN = 24
"""So much room the last column takes from wide ones: a context shows its term."""


def format_table(
    header: Sequence[str], rows: Iterable[Sequence[object]], *, columns: int, wrapped: bool = False
) -> str:
    """Return rows under their header, ``columns`` wide.

    The last column takes what room is left: it is cut short, or goes on below where it may be ``wrapped``.
    """
    cells = [list(header), *([printable(str(cell)) for cell in row] for row in rows)]
    *wanted, widest_last = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    room = columns - len(GAP) * len(wanted)
    widths = [min(width, WIDEST_COLUMN) for width in wanted]
    widths = _cut_down(widths, room - min(widest_last, LEGIBLE_LAST_COLUMN))
    last = max(room - sum(widths), NARROWEST_LAST_COLUMN)
    return "".join(
        line.rstrip() + "\n" for row in cells for line in _format_row(row, widths, last, wrapped=wrapped)
    )


def _cut_down(widths: Sequence[int], room: int) -> list[int]:
    """Return widths that fit together, taken from the widest columns first."""
    fitting = list(widths)
    while sum(fitting) > room and max(fitting) > NARROWEST_COLUMN:
        fitting[fitting.index(max(fitting))] -= 1
    return fitting


def _format_row(row: Sequence[str], widths: Sequence[int], last: int, *, wrapped: bool) -> Iterable[str]:
    head = "".join(_pad(cell, width) + GAP for cell, width in zip(row, widths, strict=False))
    tail = wrap(row[-1], last, "") if wrapped else [clip(row[-1], last)]
    indent = " " * display_width(head)
    return [(head if number == 0 else indent) + part for number, part in enumerate(tail or [""])]


def _pad(cell: str, width: int) -> str:
    text = clip(cell, width)
    return text + " " * (width - display_width(text))
