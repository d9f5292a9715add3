"""The text of Excel files: cells that hold text, sheet by sheet, row by row; no numbers and no formulae."""

from collections.abc import Iterator

from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.documents.office import (
    Relation,
    attribute,
    find_parts,
    main_part,
    read_part,
    read_properties,
    read_relations,
    relation_id,
)
from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.xml import Element, local_name

SHARED, INLINE, RESULT = "s", "inlineStr", "str"
HIDDEN = ("hidden", "veryHidden")


def read_spreadsheet(archive: Archive) -> Extracted:
    """Return the text of an .xlsx file, one cell a line; hidden sheets are left out.

    Raises InvalidInput where it is damaged.
    """
    main = main_part(archive)
    if not main.endswith(".xml"):
        raise InvalidInput("a binary workbook (.xlsb); save it as .xlsx and try again")
    relations = read_relations(archive, main)
    strings = [
        _text_of(one)
        for part in find_parts(archive, relations, "sharedStrings")
        for one in read_part(archive, part, {"si"})
    ]
    sheets = [part for part in _list_sheets(archive, main, relations) if part in archive]
    lines = [line for sheet in sheets for line in _read_sheet(archive, sheet, strings)]
    said = read_properties(archive)
    return Extracted(
        kind=DocumentKind.XLSX,
        text="\n".join(lines),
        title=said.title,
        publisher=said.publisher,
        date=said.date,
    )


def _list_sheets(archive: Archive, main: str, relations: list[Relation]) -> Iterator[str]:
    """The parts of the sheets that are shown, in the order of their tabs."""
    targets = {one.id: one.part for one in relations}
    for sheet in read_part(archive, main, {"sheet"}):
        if attribute(sheet, "state") not in HIDDEN:
            yield targets.get(relation_id(sheet), "")


def _read_sheet(archive: Archive, part: str, strings: list[str]) -> Iterator[str]:
    for element in read_part(archive, part, {"c", "row"}):
        text = _text_of_cell(element, strings) if local_name(element) == "c" else ""
        yield from (line for line in map(str.strip, text.splitlines()) if line)


def _text_of_cell(cell: Element, strings: list[str]) -> str:
    kind = cell.get("t")
    if kind == INLINE:
        return "".join(_text_of(one) for one in cell.iterfind("./{*}is"))
    value = cell.find("./{*}v")
    text = "" if value is None else value.text or ""
    if kind != SHARED:
        return text if kind == RESULT else ""
    return strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""


def _text_of(string: Element) -> str:
    """The text of a string in all its runs, without the readings (rPh) that Japanese Excel keeps."""
    runs = (string.find("./{*}t"), *string.iterfind("./{*}r/{*}t"))
    return "".join(run.text or "" for run in runs if run is not None)
