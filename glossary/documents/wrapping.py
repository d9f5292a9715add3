"""Where the paragraphs of a text were broken at a fixed width, as copying from a PDF or a mail does.

Lines that are as wide as many others, and were cut wherever they were full, go on in the next line. Some
copies have a blank for the break. Widths are in columns: a Chinese character takes two.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from glossary.documents.lines import NEW_PARAGRAPH

SAMPLE_CHARS = 1_000
LONG_LINE_CHARS = 90
MIN_CHARS = 20
ALIKE_CHARS = 3
LEAST_SHARE_ALIKE = 0.3
MOST_LONGER = 0.2
"""A text with a larger share of lines that are as long as paragraphs was not broken at a width."""
MIN_COLUMNS = 40
SLACK_COLUMNS = 5
"""How much narrower a full line may be: a sign that may not begin a line draws a character along."""
MIN_FULL_LINES = 8
LEAST_SHARE_OF_FULL = 0.2
MOST_ENDS_OF_SENTENCES = 0.3
"""Paragraphs that chance to be of one width end in a full stop."""
LEAST_SHARE_OF_BLANKS = 0.015

ENDS_OF_SENTENCES = tuple("。！？!?；;：:…”）)")
LINE = re.compile(r"[^\r\n]*[^\s]")
WIDE = re.compile(r"[^\x00-\xff]")
GAP = re.compile(f"(?<={WIDE.pattern}) (?={WIDE.pattern})")
PIECE_END = re.compile(f"{GAP.pattern}|$")
STARTS = re.compile(rf"[ \t]{{2}}|\u3000|[#>|*+=-]|{NEW_PARAGRAPH.pattern}")
"""How a line begins that does not go on from the one before: indented, marked up, or numbered."""

Span = tuple[int, int]


class Piece(NamedTuple):
    """A line, or a part of one between blanks, without the blanks at its end."""

    start: int
    end: int
    text: str
    columns: int


def find_breaks(text: str) -> Iterator[Span]:
    """Yield the breaks inside the paragraphs of ``text``, with the blanks around them.

    The middle of a text tells for most at once that it was not broken at a width.
    """
    middle = max(0, len(text) - SAMPLE_CHARS) // 2
    sample = text[middle : middle + SAMPLE_CHARS]
    if _has_even_lines(sample):
        lines = [_line(text, *line.span()) for line in LINE.finditer(text)]
        yield from _find_between(text, list(pairwise(lines)))
    if _has_even_pieces(sample):
        pieces = (_pieces(text, *line.span()) for line in LINE.finditer(text))
        yield from _find_between(text, [pair for line in pieces for pair in pairwise(line)])


def _has_even_lines(sample: str) -> bool:
    lengths = [len(line) for line in sample.split("\n") if line]
    long = sum(length > LONG_LINE_CHARS for length in lengths)
    return long <= MOST_LONGER * len(lengths) and _are_even(lengths)


def _has_even_pieces(sample: str) -> bool:
    if sample.count(" ") < LEAST_SHARE_OF_BLANKS * len(sample):
        return False
    return _are_even([len(piece) for line in sample.split("\n") for piece in GAP.split(line)[:-1]])


def _are_even(lengths: Sequence[int]) -> bool:
    """Whether many of the lengths, in characters, are about as large as the next."""
    alike = sum(one >= MIN_CHARS and abs(one - other) <= ALIKE_CHARS for one, other in pairwise(lengths))
    return alike >= LEAST_SHARE_ALIKE * len(lengths) > 0


def _line(text: str, start: int, end: int) -> Piece:
    line = text[start:end]
    return Piece(start, end, line, len(line) + len(WIDE.findall(line)))


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    for piece in PIECE_END.finditer(text, start, end):
        yield _line(text, start, piece.start())
        start = piece.end()


def _find_between(text: str, pairs: Sequence[tuple[Piece, Piece]]) -> Iterator[Span]:
    width = find_width([line for line, _ in pairs])
    for line, following in pairs if width else ():
        if is_full(line, width) and _goes_on(line, following, text[line.end : following.start]):
            yield line.end, following.end - len(following.text.lstrip())


def find_width(lines: Sequence[Piece]) -> int:
    """Return how wide the full lines of a wrapped text are, in columns; 0 where it is not wrapped."""
    widths = sorted(line.columns for line in lines)
    width = max(set(widths), key=lambda most: _count_within(widths, most - SLACK_COLUMNS, most), default=0)
    full = [line for line in lines if is_full(line, width)]
    ends = sum(line.text.endswith(ENDS_OF_SENTENCES) for line in full)
    is_wrapped = (
        width >= MIN_COLUMNS
        and len(full) >= max(MIN_FULL_LINES, LEAST_SHARE_OF_FULL * len(lines))
        and len(lines) - bisect_right(widths, width) <= MOST_LONGER * len(lines)
        and ends <= MOST_ENDS_OF_SENTENCES * len(full)
    )
    return width if is_wrapped else 0


def _count_within(widths: Sequence[int], least: int, most: int) -> int:
    return bisect_right(widths, most) - bisect_left(widths, least)


def is_full(line: Piece, width: int) -> bool:
    """Whether a line is as wide as those that were broken."""
    return width - SLACK_COLUMNS <= line.columns <= width


def _goes_on(line: Piece, following: Piece, gap: str) -> bool:
    """Whether a full line goes on in the next: no sentence, paragraph or item of a list ends between them."""
    if line.text.endswith(ENDS_OF_SENTENCES) or gap.count("\n") > 1:
        return False
    if STARTS.match(following.text):
        return False
    return bool(WIDE.match(line.text[-1]) or WIDE.match(following.text.lstrip()))
