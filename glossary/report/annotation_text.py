"""A text with its known terms for the terminal, and as text that goes on through other tools."""

from collections.abc import Callable

from glossary.model import DISCOURAGED
from glossary.report.annotation import BETWEEN_SENSES, Mark, MarkedText
from glossary.report.hits import printable

UNDERLINED, FOUND, GAP, WARNED, OFF = "\x1b[4m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[0m"
NO_RENDERING = "?"
ESCAPE = "\\"
IN_TEXT = ESCAPE + "{}"
IN_RENDERINGS = IN_TEXT + "|"
LAYOUT = frozenset("\n\t")


def format_inline(marked: MarkedText) -> str:
    """Return the text with what to write behind each term: 网格员{grid worker}; {} where nobody knows.

    Braces and backslashes of the text and of renderings have a backslash before them, so has a bar in a
    rendering: a bare brace or bar is always ours, and whoever takes those out has the text again.
    """
    return _join(marked, _write_inline, _escape)


def _write_inline(piece: str, mark: Mark) -> str:
    choices = (_escape(one, IN_RENDERINGS) for one in mark.naming.choices)
    return f"{_escape(piece)}{{{BETWEEN_SENSES.join(choices)}}}"


def _escape(text: str, marks: str = IN_TEXT) -> str:
    for one in marks:
        text = text.replace(one, ESCAPE + one)
    return text


def format_coloured(marked: MarkedText) -> str:
    """Return the text for a terminal: terms underlined, what to write behind each.

    Green is attested, yellow only composed or not there, red a term that is itself advised against.
    """
    return _join(marked, _paint, _layout_kept)


def _join(marked: MarkedText, of_term: Callable[[str, Mark], str], of_rest: Callable[[str], str]) -> str:
    return "".join(of_term(piece, mark) if mark else of_rest(piece) for piece, mark in marked.runs())


def _paint(piece: str, mark: Mark) -> str:
    naming = mark.naming
    colour = WARNED if naming.status in DISCOURAGED else GAP if naming.is_gap else FOUND
    rendering = printable(naming.best) or NO_RENDERING
    return f"{UNDERLINED}{_layout_kept(piece)}{OFF}{colour}[{rendering}]{OFF}"


def _layout_kept(text: str) -> str:
    """Return a text without control characters other than line ends: a terminal obeys them."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in LAYOUT else " " for one in text)
