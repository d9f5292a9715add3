"""Lines of pages to paragraphs: which lines are furniture of the page, and which go on in the next one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from glossary.documents.lines import NEW_PARAGRAPH

EDGE_LINES = 3
FEW_PAGES = 5
MIN_SHARE_OF_FEW = 1 / 2
MIN_SHARE_OF_MANY = 1 / 3
"""Headers of left and right pages differ, and a chapter may have its own."""
MIN_REPEATED_PAGES = 2
SAME_COLUMN_EMS = 4.0
INDENT_EMS = 0.8
HANGING_EMS = 3.0
MAX_SIZE_RATIO = 1.15
MAX_PITCH_RATIO = 1.25
HAN_SLACK_EMS = 2.2
"""A line may end two characters early, where the next one would begin with punctuation."""
LATIN_CHARACTER_EMS = 0.55
MIN_COLUMN_EMS = 12.0
MIN_FULL_LINES = 2
WIDE_SHARE_OF_PAGE = 0.8

CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…\U00020000-\U000323af"
IS_CJK = re.compile(f"[{CJK}]")
OUTER_NUMBER = re.compile(
    r"^\d+[\s|·—–-]+|[\s|·—–-]+(?:第\s*)?\d+(?:\s*[页頁])?(?:\s*[/共]\s*共?\s*\d+\s*[页頁]?)?$"
)
BLANKS = re.compile(r"\s+")
PAGE_NUMBER = re.compile(
    r"[-—–~·•.|\s]*(?:第|page|p\.)?\s*(?:\d{1,5}|[ivxlc]{1,7})\s*(?:页|頁)?"
    r"\s*(?:(?:[/,，|]|of)?\s*(?:共|of)?\s*\d{1,5}\s*(?:页|頁)?)?[-—–~·•.|\s]*"
    r"|共\s*\d+\s*[页頁]\s*[,，]?\s*第\s*\d+\s*[页頁]",
    re.IGNORECASE,
)
RUNNING_TEXT = re.compile("[，,。；;！？]")
SENTENCE_ENDS = ("。", "！", "？")
FIRST_WORD = re.compile(r"\S+")
WIDE_GAP = re.compile(f"[{CJK}] [{CJK}]")
SPACED_HAN = re.compile(r"(?:[\u3400-\u9fff] ){3,}[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line as it stands on its page, in points from the lower left corner; ``size`` is its height.

    ``is_split``: it ends in a hyphen inside a word.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    is_split: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The column that a line stands in: where its lines begin and end, and whether some fill it."""

    left: float
    right: float
    is_filled: bool


def drop_furniture(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """Return the lines of the pages without page numbers and without headers and footers.

    These are the outermost lines of a page that many pages have, the same but for numbers; what holds a
    comma or ends a sentence is text all the same.
    """
    edges = [_edge_lines(lines) for lines in pages]
    times = Counter(key for page in edges for key in {_key(line) for edge in page for line in edge})
    share = MIN_SHARE_OF_FEW if len(pages) <= FEW_PAGES else MIN_SHARE_OF_MANY
    least = max(MIN_REPEATED_PAGES, share * len(pages))
    kept = []
    for lines, page in zip(pages, edges, strict=True):
        furniture = [
            line for edge in page for line in takewhile(lambda one: _is_furniture(one, times, least), edge)
        ]
        kept.append([line for line in lines if line not in furniture])
    return kept


def _edge_lines(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """The uppermost and the lowest lines of a page, from the outside in."""
    by_height = sorted(lines, key=lambda line: line.base)
    return by_height[::-1][:EDGE_LINES], by_height[:EDGE_LINES]


def _is_furniture(line: PageLine, times: Counter[str], least: float) -> bool:
    if PAGE_NUMBER.fullmatch(line.text):
        return True
    return times[_key(line)] >= least and not RUNNING_TEXT.search(line.text)


def _key(line: PageLine) -> str:
    """What is the same on every page: the text without a number that stands apart at its begin or end."""
    return BLANKS.sub("", OUTER_NUMBER.sub("", line.text))


def join_paragraphs(pages: Sequence[Sequence[PageLine]]) -> Iterator[str]:
    """Yield the paragraphs of the pages, each with the lines that it was broken into put together."""
    lines = [line for page in pages for line in page]
    columns = [column for page in pages for column in find_columns(page)]
    pitch = _find_pitch(lines)
    paragraph = ""
    before: tuple[PageLine, Column] | None = None
    for line, column in zip(lines, columns, strict=True):
        if before and goes_on(before, (line, column), pitch):
            paragraph = join(paragraph, line.text, is_split=before[0].is_split)
        else:
            yield from _finish(paragraph)
            paragraph = line.text
        before = line, column
    yield from _finish(paragraph)


def _finish(paragraph: str) -> Iterator[str]:
    if paragraph:
        yield SPACED_HAN.sub(lambda found: found.group().replace(" ", ""), paragraph)


def find_columns(lines: Sequence[PageLine]) -> list[Column]:
    """Return for each line of a page the column that it stands in: the lines of its size that begin near."""
    columns: dict[tuple[int, int], Column] = {}
    found = []
    for line in lines:
        key = round(line.left), round(line.size)
        if key not in columns:
            columns[key] = _column_of(line, lines)
        found.append(columns[key])
    return found


def _column_of(line: PageLine, lines: Sequence[PageLine]) -> Column:
    near = [
        one
        for one in lines
        if abs(one.left - line.left) <= SAME_COLUMN_EMS * line.size and _is_alike(one, line)
    ]
    left, right = min(one.left for one in near), max(one.right for one in near)
    full = sum(right - one.right <= HAN_SLACK_EMS * line.size for one in near)
    page_width = max(one.right for one in lines) - min(one.left for one in lines)
    is_wide = full >= MIN_FULL_LINES or right - left >= WIDE_SHARE_OF_PAGE * page_width
    return Column(left, right, is_wide and right - left >= MIN_COLUMN_EMS * line.size)


def _is_alike(one: PageLine, other: PageLine) -> bool:
    return max(one.size, other.size) <= MAX_SIZE_RATIO * min(one.size, other.size)


def _find_pitch(lines: Sequence[PageLine]) -> float:
    """How far a line usually stands below the one before."""
    steps = [one.base - other.base for one, other in pairwise(lines) if one.page == other.page]
    return median([step for step in steps if step > 0] or [0.0])


def goes_on(before: tuple[PageLine, Column], after: tuple[PageLine, Column], pitch: float) -> bool:
    """Return whether the paragraph of one line goes on in the next: one full, the other not indented."""
    (line, column), (following, its_column) = before, after
    if line.is_split:
        return True
    if not column.is_filled or not _is_alike(line, following) or NEW_PARAGRAPH.match(following.text):
        return False
    if _is_row(line) or _is_row(following):
        return False
    is_below = following.page == line.page and following.base < line.base
    if is_below and line.base - following.base > MAX_PITCH_RATIO * max(pitch, line.size):
        return False
    room = _room_for_first_word(following, after_sentence=line.text.endswith(SENTENCE_ENDS))
    if column.right - line.right > room:
        return False
    indent, its_indent = line.left - column.left, following.left - its_column.left
    return not _begins_paragraph(line, indent, its_indent)


def _is_row(line: PageLine) -> bool:
    """Whether a line is the row of a table: Chinese with a wide gap in it, and no sentence."""
    gaps = WIDE_GAP.search(line.text)
    return gaps is not None and not RUNNING_TEXT.search(line.text) and not SPACED_HAN.search(line.text)


def _begins_paragraph(line: PageLine, indent: float, its_indent: float) -> bool:
    """Whether the line after ``line`` is indented; under an item of a list it may be a little."""
    least = INDENT_EMS * line.size
    if NEW_PARAGRAPH.match(line.text):
        return its_indent > indent + HANGING_EMS * line.size
    return its_indent > indent + least or (its_indent > least and indent > least)


def _room_for_first_word(line: PageLine, *, after_sentence: bool) -> float:
    """How much room the first word of a line needs, that there was no room for in the line before.

    A long English word after a Chinese sentence that ends early more often begins a paragraph.
    """
    found = FIRST_WORD.match(line.text)
    if not found or after_sentence or IS_CJK.match(found.group()):
        return HAN_SLACK_EMS * line.size
    return max(HAN_SLACK_EMS, (len(found.group()) + 1) * LATIN_CHARACTER_EMS) * line.size


def join(before: str, after: str, *, is_split: bool = False) -> str:
    """Put two lines of a paragraph together, with a blank where neither side of the break is Chinese."""
    if is_split or IS_CJK.match(before[-1:]) or IS_CJK.match(after):
        return before + after
    return f"{before} {after}"
