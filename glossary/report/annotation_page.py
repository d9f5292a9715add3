"""The page of a text with its known terms: one HTML text that holds everything it needs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from glossary.errors import InvalidInput
from glossary.model import DISCOURAGED
from glossary.report.annotation import Mark, MarkedText, Naming
from glossary.report.annotation_json import Tally
from glossary.report.pages import fill, make_environment

MOST_CHARS = 2_000_000
"""A browser shows a page of so many characters without a halt."""
LINE_END = "\n"

Piece = tuple[str, int, str]
"""A piece of a line, the number of its term from 1 (0: none), and how that looks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as a page shows it: lines of pieces, and its terms with how often each stands in the text."""

    lines: list[list[Piece]]
    namings: list[tuple[Naming, int]]
    counts: dict[str, Any]


def write_annotation_page(passages: Iterable[MarkedText], *, title: str) -> str:
    """Return the page; raises InvalidInput for a text that no browser would show."""
    template = make_environment().get_template("annotation.html")
    return fill(template, style="terms.css", script="terms.js", title=title, layout=lay_out(passages))


def lay_out(passages: Iterable[MarkedText]) -> Layout:
    """Return a text line by line, empty ones left out; raises InvalidInput for one that is too long."""
    tally = Tally()
    numbers: dict[Naming, int] = {}
    places: Counter[Naming] = Counter()
    lines: list[list[Piece]] = [[]]
    for passage in tally.counting(passages):
        if tally.characters > MOST_CHARS:
            raise InvalidInput(f"a page holds {MOST_CHARS:,} characters; cut the text, or ask for `json`")
        for piece, mark in passage.runs():
            if mark:
                places[mark.naming] += 1
                number = numbers.setdefault(mark.naming, len(numbers) + 1)
                lines[-1].append((piece, number, _looks(mark)))
            else:
                _add_lines(lines, piece)
    shown = [line for line in lines if any(piece.strip() for piece, _, _ in line)]
    return Layout(shown, [(naming, places[naming]) for naming in numbers], tally.describe())


def _add_lines(lines: list[list[Piece]], text: str) -> None:
    first, *others = text.split(LINE_END)
    lines[-1].append((first, 0, ""))
    lines += [[(other, 0, "")] for other in others]


def _looks(mark: Mark) -> str:
    if mark.naming.status in DISCOURAGED:
        return " bad"
    return " gap" if mark.naming.is_gap or not mark.naming.best else ""
