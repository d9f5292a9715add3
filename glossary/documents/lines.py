"""Lines of a text, and which of them are written prose."""

import re
from collections.abc import Iterator

from msgspec import Struct

from glossary.documents.page_words import SHORT_CHARS
from glossary.text.folding import fold

MIN_SENTENCE_CHARS = 15
MIN_PARAGRAPH_CHARS = 40
SENTENCE_ENDS = tuple(".。!！?？;；…")
CLOSERS = tuple("”’\"'）)】:：")
COMMA = re.compile("[,，]")
NEW_PARAGRAPH = re.compile(
    r"[•●■◆▪○□▲★※☆]|第[一二三四五六七八九十百零〇\d]+[章节節条條编編]|[一二三四五六七八九十]{1,3}、"
    r"|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]"
)
"""How a paragraph, a chapter or an item of a list begins."""
TEASER_ENDS = ("...", "[详细]", "[更多]")


class Line(Struct, frozen=True, gc=False):
    """A line without the blanks at its ends, where it stands in the text, and what it is.

    ``is_prose``: written in sentences. ``is_label``: neither that nor long, so that it may be a headline, an
    item of a list, or furniture of the page.
    """

    start: int
    end: int
    text: str
    folded: str
    is_prose: bool
    is_label: bool


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines of ``text`` from ``start`` on that are not blank."""
    return list(iterate_lines(text, start))


def iterate_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the same, each line when it is asked for."""
    folded = fold(text)
    for raw in text[start:].splitlines(keepends=True):
        line = raw.strip()
        if line:
            first = start + raw.index(line)
            last = first + len(line)
            prose = is_prose(line)
            is_label = not prose and len(line) <= SHORT_CHARS
            yield Line(first, last, line, folded[first:last], prose, is_label)
        start += len(raw)


def is_prose(line: str) -> bool:
    """Whether a line is written in sentences, unlike a headline, a label or an item of a menu."""
    has_stop = "。" in line
    if len(line) < (MIN_SENTENCE_CHARS if has_stop else MIN_PARAGRAPH_CHARS) or line.endswith(TEASER_ENDS):
        return False
    return has_stop or line.endswith(SENTENCE_ENDS) or (line.endswith(CLOSERS) and bool(COMMA.search(line)))
