"""Texts cut and padded to columns of the terminal, where a Chinese character takes two."""

from rich.cells import cell_len

ELLIPSIS = "…"


def clip(text: str, columns: int) -> str:
    """Return as much of the beginning as fits; what is cut off leaves an ellipsis."""
    if cell_len(text) <= columns:
        return text
    return _take(text, columns - 1) + ELLIPSIS if columns > 0 else ""


def clip_left(text: str, columns: int) -> str:
    """Return as much of the end as fits; what is cut off leaves an ellipsis."""
    if cell_len(text) <= columns:
        return text
    return ELLIPSIS + _take(text[::-1], columns - 1)[::-1] if columns > 0 else ""


def pad(text: str, columns: int) -> str:
    """Return the text cut or padded to exactly so many columns."""
    cut = clip(text, columns)
    return cut + " " * (columns - cell_len(cut))


def pad_left(text: str, columns: int) -> str:
    """Return the end of the text, pushed to the right edge of exactly so many columns."""
    cut = clip_left(text, columns)
    return " " * (columns - cell_len(cut)) + cut


def wrap(text: str, columns: int) -> list[str]:
    """Return the text as lines that fit, broken at blanks where that is possible, else anywhere."""
    lines, rest = [], text.strip()
    while cell_len(rest) > columns > 0:
        full = _take(rest, columns) or rest[0]
        at = full.rfind(" ")
        if at > 0 and not rest[len(full)].isspace():
            full = full[:at]
        lines.append(full.rstrip())
        rest = rest[len(full) :].lstrip()
    return [*lines, rest]


def _take(text: str, columns: int) -> str:
    taken = 0
    for at, character in enumerate(text):
        taken += cell_len(character)
        if taken > columns:
            return text[:at]
    return text
