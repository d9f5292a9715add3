"""The lines of the pages of a PDF and where each stands, through PDFium; one page is open at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from glossary.documents.pdf_lines import EDGE_LINES, IS_CJK, PageLine

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

Box = tuple[float, float, float, float]

MAX_FALSE_GAP_EMS = 0.5
MIN_FALL_EMS = 0.5
MIN_PICTURE_SHARE_OF_PAGE = 0.5
UNKNOWN = "\ufffd"
LINE_ENDS = frozenset("\r\n")
QUOTATION_MARKS = frozenset("“”‘’\"'")
SPLIT_WORD = frozenset("\x02\ufffe\u00ad")
"""What PDFium gives for the hyphen of a word that is broken at the end of a line."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of a page.

    ``is_picture``: it has a few lines at most, and pictures cover most of it; a program that scans may put
    its own name on every page. ``is_broken``: it cannot be read.
    """

    lines: Sequence[PageLine] = ()
    is_picture: bool = False
    is_broken: bool = False


def read_pages(pdf: "PdfDocument") -> Iterator[Page]:
    """Yield the pages of an open PDF; a broken one does not stop the others."""
    from pypdfium2 import PdfiumError

    for number in range(len(pdf)):
        try:
            yield _read_page(pdf, number)
        except PdfiumError:
            yield Page(is_broken=True)


def _read_page(pdf: "PdfDocument", number: int) -> Page:
    page = pdf[number]
    try:
        text_page = page.get_textpage()
        lines = list(_read_lines(text_page, page.get_rotation(), number))
        return Page(lines, len(lines) <= 2 * EDGE_LINES and _is_picture(page))
    finally:
        page.close()  # and with it its text


def _is_picture(page: "PdfPage") -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, height = page.get_size()
    boxes = (one.get_bounds() for one in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,)))
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return bool(covered > MIN_PICTURE_SHARE_OF_PAGE * width * height)


def _read_lines(page: "PdfTextPage", rotation: int, number: int) -> Iterator[PageLine]:
    characters = _read_characters(page)
    _mend_blanks(page, characters, rotation)
    start = 0
    for at, character in enumerate([*characters, "\n"]):
        if character in LINE_ENDS:
            filled = [one for one in range(start, at) if characters[one].strip()]
            if filled:
                yield _read_line(page, characters, filled, rotation, number)
            start = at + 1


def _read_line(
    page: "PdfTextPage", characters: Sequence[str], filled: Sequence[int], rotation: int, number: int
) -> PageLine:
    """The line whose characters that are no blanks have the numbers ``filled``."""
    places = filled[0], filled[len(filled) // 2], filled[-1]
    boxes = [_turn(page.get_charbox(place, loose=True), rotation) for place in places]
    order: Sequence[int] = range(filled[0], filled[-1] + 1)
    if characters[filled[-1]] in QUOTATION_MARKS and _is_level(boxes):
        order = _order(page, order, rotation)
    return _make_line("".join(characters[one] for one in order), boxes, number)


def _is_level(boxes: Sequence[Box]) -> bool:
    """Whether the first, the middle and the last character stand on one height, as in no upright line."""
    bottoms = [box[1] for box in boxes]
    return max(bottoms) - min(bottoms) < MIN_FALL_EMS * (boxes[1][3] - boxes[1][1])


def _order(page: "PdfTextPage", drawn: Sequence[int], rotation: int) -> Sequence[int]:
    """Return the characters of a line from left to right, without the blanks set in for those drawn later.

    Some programs draw quotation marks, which come from another font, after the rest of the line.
    """
    from pypdfium2.raw import FPDFText_IsGenerated

    real = [one for one in drawn if not FPDFText_IsGenerated(page, one)]
    seen = sorted(real, key=lambda one: _turn(page.get_charbox(one, loose=True), rotation)[0])
    return drawn if seen == real else seen


def _read_characters(page: "PdfTextPage") -> list[str]:
    """The characters of a page by their numbers; the two halves of one beyond the BMP are put together."""
    from pypdfium2.raw import FPDFText_GetUnicode

    codes = (FPDFText_GetUnicode(page, number) for number in range(page.count_chars()))
    return [chr(code) if 0 < code < 0x110000 else UNKNOWN for code in codes]


def _mend_blanks(page: "PdfTextPage", characters: list[str], rotation: int) -> None:
    """Put right the blanks that PDFium set into gaps, in place: some are none, some end a line."""
    from pypdfium2.raw import FPDFText_IsGenerated

    for at in range(1, len(characters) - 1):
        if characters[at] == " " and FPDFText_IsGenerated(page, at):
            before, after = (_turn(page.get_charbox(one, loose=True), rotation) for one in (at - 1, at + 1))
            characters[at] = _what_is_in_gap(characters[at - 1] + characters[at + 1], before, after)


def _what_is_in_gap(sides: str, before: Box, after: Box) -> str:
    """A line break where the text goes back and down, nothing in a narrow gap beside Chinese: 第 1 章."""
    height = before[3] - before[1]
    if after[0] < before[0] and before[1] - after[1] > MIN_FALL_EMS * height:
        return "\n"
    return "" if after[0] - before[2] < MAX_FALSE_GAP_EMS * height and IS_CJK.search(sides) else " "


def _make_line(text: str, boxes: Sequence[Box], number: int) -> PageLine:
    """The line of a text with the boxes of its first, middle and last character.

    The height is what two of them agree in: one may be a bullet or a digit from another font.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return PageLine(
        text="".join(one for one in whole if one not in SPLIT_WORD),
        page=number,
        left=min(box[0] for box in boxes),
        right=max(box[2] for box in boxes),
        base=boxes[1][1],
        size=max(median(box[3] - box[1] for box in boxes), 1.0),
        is_split=text[-1] in SPLIT_WORD,
    )


def _turn(box: Box, rotation: int) -> Box:
    """Return left, bottom, right, top of a box as it is seen on a page that is shown turned clockwise."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    if rotation == 270:
        return -top, left, -bottom, right
    return left, bottom, right, top
