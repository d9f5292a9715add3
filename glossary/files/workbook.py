"""Excel workbooks: what the cells of their sheets show, row by row; no formula is ever worked out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.package import (
    attribute,
    find_parts,
    main_part,
    read_part,
    read_relations,
    relation_id,
)
from glossary.files.xml import Element, local_name

SHARED, INLINE, RESULT, TRUTH, FAULT = "s", "inlineStr", "str", "b", "e"
HIDDEN = ("hidden", "veryHidden")
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
INDEX = re.compile(r"[0-9]{1,9}")
ROW_NUMBER = re.compile(r"[0-9]{1,7}")
MOST_COLUMNS = 16_384
LETTERS = 26


class Cell(NamedTuple):
    """What a cell shows; ``column`` counts from 0, ``kind`` is that of the file: s, str, b, e or a number."""

    column: int
    text: str
    kind: str

    @property
    def is_text(self) -> bool:
        """Whether it holds a text, not a number, a date, a truth or a fault."""
        return self.kind in (SHARED, INLINE, RESULT)

    @property
    def is_fault(self) -> bool:
        """Whether a formula came to nothing, such as #REF!, or was never worked out."""
        return self.kind == FAULT


class SheetRow(NamedTuple):
    """The filled cells of a row; ``number`` counts from 1, as the program shows it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that is shown, under the name of its tab."""

    name: str
    _part: str
    _archive: Archive
    _strings: Sequence[str]

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows from the first, each time anew; raises InvalidInput for a damaged sheet."""
        number = 0
        cells: list[Cell] = []
        for element in read_part(self._archive, self._part, {"c", "row"}):
            if local_name(element) == "c":
                after = cells[-1].column + 1 if cells else 0
                cells.append(_read_cell(element, self._strings, otherwise=after))
                continue
            told = element.get("r", "")
            number = int(told) if ROW_NUMBER.fullmatch(told) else number + 1
            yield SheetRow(number, tuple(cell for cell in cells if cell.text))
            cells.clear()


def read_sheets(archive: Archive) -> list[Sheet]:
    """Return the sheets that are shown, in the order of their tabs; raises InvalidInput for no workbook."""
    main = main_part(archive)
    if not main.endswith(".xml"):
        raise InvalidInput("a binary workbook (.xlsb); save it as .xlsx and try again")
    relations = read_relations(archive, main)
    parts = {one.id: one.part for one in relations}
    strings = [
        _text_of(one)
        for part in find_parts(archive, relations, "sharedStrings")
        for one in read_part(archive, part, {"si"})
    ]
    listed = [
        (attribute(sheet, "name"), parts.get(relation_id(sheet), ""))
        for sheet in read_part(archive, main, {"sheet"})
        if attribute(sheet, "state") not in HIDDEN
    ]
    return [Sheet(name, part, archive, strings) for name, part in listed if part in archive]


def _read_cell(element: Element, strings: Sequence[str], *, otherwise: int) -> Cell:
    column = _column_of(element.get("r", ""), otherwise)
    if column >= MOST_COLUMNS:
        raise InvalidInput(f"line {element.sourceline}: a row with more than {MOST_COLUMNS:,} cells")
    shown, kind = _shown(element, strings), element.get("t", "")
    if not shown and kind != RESULT and (formula := element.find("./{*}f")) is not None:
        return Cell(column, f"={formula.text or ''}", FAULT)  # who wrote it did not work it out
    return Cell(column, shown, kind)


def _column_of(reference: str, otherwise: int) -> int:
    """Return 2 for C5; where a cell does not say where it stands, it is the next one."""
    found = REFERENCE.fullmatch(reference)
    if not found:
        return otherwise
    place = 0
    for letter in found[1]:
        place = place * LETTERS + ord(letter) - ord("A") + 1
    return place - 1


def name_cell(column: int, row: int) -> str:
    """Return C5 for column 2 of row 5."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _shown(cell: Element, strings: Sequence[str]) -> str:
    kind = cell.get("t")
    if kind == INLINE:
        return "".join(_text_of(one) for one in cell.iterfind("./{*}is"))
    value = cell.find("./{*}v")
    text = "" if value is None else value.text or ""
    if kind != SHARED:
        return text
    return strings[int(text)] if INDEX.fullmatch(text) and int(text) < len(strings) else ""


def _text_of(string: Element) -> str:
    """The text of a string in all its runs, without the readings (rPh) that Japanese Excel keeps."""
    runs = (string.find("./{*}t"), *string.iterfind("./{*}r/{*}t"))
    return "".join(run.text or "" for run in runs if run is not None)
