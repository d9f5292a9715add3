"""Dispersion strips: where in the documents a term stands, one column a document, or a bin of several.

A strip is stretched to the room that it gets, so that it holds no text: numbers stand below it, and its
title says it in words. With few documents every place is a stroke in its document's column, with many a bar
says how often.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from glossary.report.mining_values import Mark
from glossary.report.svg import element, number

STRIP_WIDTH = 600
STRIP_HEIGHT = 24
CLUSTER_HEIGHT = 4
BODY_HEIGHT = STRIP_HEIGHT - CLUSTER_HEIGHT
COLUMN_GAP = 4
MOST_STROKED_DOCUMENTS = 24
MOST_COLUMNS = 60
MOST_NAMED_DOCUMENTS = 12
STROKE_MARGIN = 2
FORM_SHARE = 0.5
COLUMNS_ID = "columns"


@dataclass(frozen=True, slots=True)
class Columns:
    """How many documents share how many columns, and which documents are near-copies (by number)."""

    documents: int
    clusters: tuple[tuple[int, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many columns there are."""
        return min(self.documents, MOST_COLUMNS)

    @property
    def are_stroked(self) -> bool:
        """Whether each place is a stroke; else the height of a bar says how many there are."""
        return self.documents <= MOST_STROKED_DOCUMENTS

    @property
    def are_bins(self) -> bool:
        """Whether a column holds several documents."""
        return self.documents > MOST_COLUMNS

    def column_of(self, document: int) -> int:
        """Return the column, from 0, of a document, whose number counts from 1."""
        return (document - 1) * self.count // self.documents

    def documents_in(self, column: int) -> range:
        """Return the numbers of the documents that share a column."""
        first = -(-column * self.documents // self.count)
        return range(first + 1, -(-(column + 1) * self.documents // self.count) + 1)

    def left_of(self, column: float) -> float:
        """Return where a column begins."""
        return column * (self.width + self.gap)

    @property
    def gap(self) -> float:
        """The room between two columns."""
        return COLUMN_GAP if self.are_stroked else 1

    @property
    def width(self) -> float:
        """The width of one column."""
        return (STRIP_WIDTH - (self.count - 1) * self.gap) / self.count


def draw_columns(columns: Columns) -> Markup:
    """Return what lies behind every strip, once, hidden: each strip points to it by its id."""
    if not columns.documents:
        return Markup("")
    return element(
        "svg",
        {"class": "hidden", "width": 0, "height": 0, "aria-hidden": "true"},
        element(
            "defs",
            {},
            element(
                "g",
                {"id": COLUMNS_ID},
                element("path", {"class": "column", "d": _column_path(columns)}),
                element("path", {"class": "copies", "d": _cluster_path(columns)}),
            ),
        ),
    )


def _column_path(columns: Columns) -> str:
    width = number(columns.width)
    return "".join(
        f"M{number(columns.left_of(column))} 0h{width}v{BODY_HEIGHT}h-{width}z"
        for column in range(columns.count)
    )


def _cluster_path(columns: Columns) -> str:
    """Return a line below the columns of near-copies, which stand beside each other."""
    if columns.are_bins:
        return ""
    middle = STRIP_HEIGHT - CLUSTER_HEIGHT / 2 + 0.5
    ends = (
        (columns.left_of(group[0] - 1), columns.left_of(group[-1] - 1) + columns.width)
        for group in columns.clusters
    )
    return "".join(f"M{number(left)} {number(middle)}H{number(right)}" for left, right in ends)


def draw_strip(term: str, marks: Sequence[Mark], columns: Columns) -> Markup:
    """Return the strip of one term; its title says the same in words."""
    attributes = {
        "class": "strip",
        "viewBox": f"0 0 {STRIP_WIDTH} {STRIP_HEIGHT}",
        "preserveAspectRatio": "none",
        "role": "img",
    }
    if columns.are_stroked:
        drawn = [
            element("path", {"class": name, "d": path})
            for name, path in (
                ("place", _stroke_path(marks, columns, of_form=False)),
                ("form", _stroke_path(marks, columns, of_form=True)),
            )
            if path
        ]
    else:
        drawn = [element("path", {"class": "amount", "d": _bar_path(marks, columns)})]
    title = element("title", {}, describe_marks(term, marks, columns))
    return element("svg", attributes, title, element("use", {"href": f"#{COLUMNS_ID}"}), *drawn)


def _stroke_path(marks: Iterable[Mark], columns: Columns, *, of_form: bool) -> str:
    """Return strokes over the whole height for the term itself, over the lower half for its forms."""
    top = number(BODY_HEIGHT * (1 - FORM_SHARE)) if of_form else "0"
    places = (mark for mark in marks if mark.of_form is of_form)
    lefts = dict.fromkeys(number(_left_of_mark(mark, columns)) for mark in places)
    return "".join(f"M{left} {top}V{BODY_HEIGHT}" for left in lefts)


def _left_of_mark(mark: Mark, columns: Columns) -> float:
    room = columns.width - 2 * STROKE_MARGIN
    return columns.left_of(columns.column_of(mark.document)) + STROKE_MARGIN + mark.at * room


def _bar_path(marks: Iterable[Mark], columns: Columns) -> str:
    """Return a bar a column, as high as the logarithm of how often the term stands in its documents."""
    counts = Counter(columns.column_of(mark.document) for mark in marks)
    scale = BODY_HEIGHT / math.log1p(max(counts.values(), default=1))
    return "".join(
        f"M{number(columns.left_of(column))} {BODY_HEIGHT}"
        f"v-{number(scale * math.log1p(count))}h{number(columns.width)}V{BODY_HEIGHT}z"
        for column, count in sorted(counts.items())
    )


def describe_marks(term: str, marks: Iterable[Mark], columns: Columns) -> str:
    """Return in words in how many documents a term stands, and how often in each where they are few."""
    counts = Counter(mark.document for mark in marks)
    of = "1 document" if columns.documents == 1 else f"{columns.documents:,} documents"
    said = f"{term}: in {len(counts):,} of {of}"
    if not 0 < len(counts) <= MOST_NAMED_DOCUMENTS:
        return said
    return said + " – " + ", ".join(f"document {one}: {count}×" for one, count in sorted(counts.items()))


def label_columns(columns: Columns) -> list[str]:
    """Return a number for each column, blank where there is no room for one."""
    if columns.are_stroked:
        return [str(column + 1) for column in range(columns.count)]
    ends = {0: "1", columns.count - 1: f"{columns.documents:,}"}
    return [ends.get(column, "") for column in range(columns.count)]
