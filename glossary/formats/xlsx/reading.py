"""A workbook with the curator's table, or with one from elsewhere, back as concepts."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.archive import Archive
from glossary.files.tables import Row, unify_newlines
from glossary.files.workbook import Sheet, name_cell, read_sheets
from glossary.formats.concepts import Dropped, Piece
from glossary.formats.csv.finding import lay_out
from glossary.formats.csv.guarding import unguard_row
from glossary.formats.csv.reading import read_table
from glossary.formats.declaration import ImportOptions

MOST_BYTES = 1 << 29
FAULT = "a formula that came to nothing; write its value into the cell"
DOCUMENT = "word/document.xml"
NO_WORKBOOK = "a document of Word, and no workbook; copy its table into a sheet and save that as XLSX or CSV"
Spans = Mapping[tuple[int, int], int]
"""The last row of each merged cell, by its column and row."""
ANOTHER_SHEET = "the first sheet with Chinese and English columns is read, and no other; save this one alone"


def read_xlsx(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the first sheet with terms says; raises InvalidInput for what is no workbook.

    Cells are read as they are shown: what looks like a formula stays text, and none is worked out.
    """
    data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InvalidInput("a workbook of more than 512 MiB; save the sheet as CSV in UTF-8")
    archive = Archive(data)
    if DOCUMENT in archive:
        raise InvalidInput(NO_WORKBOOK)
    sheets = [sheet for sheet in read_sheets(archive) if next(sheet.rows(), None)]
    if not sheets:
        raise InvalidInput("the workbook has no sheet with rows that is shown")
    first = next((sheet for sheet in sheets if has_terms(sheet, options)), sheets[0])
    spans, place = first.spans(), f"sheet {first.name!r}, row"
    yield from read_table(lambda: map(unguard_row, table_rows(first, spans)), options=options, place=place)
    yield from list_faults(first)
    yield from (
        Dropped(where=f"sheet {one.name!r}", what="the sheet", why=ANOTHER_SHEET)
        for one in sheets
        if one is not first
    )


def has_terms(sheet: Sheet, options: ImportOptions) -> bool:
    """Return whether a sheet has a Chinese and an English column; what explains a list has none."""
    try:
        lay_out(lambda: table_rows(sheet, {}), options=options)
    except InvalidInput:
        return False
    return True


def table_rows(sheet: Sheet, spans: Spans) -> Iterator[Row]:
    """Yield the filled rows; all are as wide as the first, or wider."""
    width = 0
    above: dict[int, tuple[str, int]] = {}
    for row in sheet.rows():
        shown = {cell.column: cell.text for cell in row.cells if not cell.is_fault}
        if any(text.strip() for text in shown.values()):
            shown = fill_merged(shown, row.number, spans, above) if spans else shown
            width = width or max(shown) + 1
            cells = [shown.get(column, "") for column in range(max(width, max(shown) + 1))]
            yield Row(row.number, unify_newlines(cells))


def fill_merged(
    shown: dict[int, str], row: int, spans: Spans, above: dict[int, tuple[str, int]]
) -> dict[int, str]:
    """Return a row with the texts of merged cells that begin above it; ``above`` holds them as they pass.

    A term that stands once beside three renderings is the term of each.
    """
    above |= {column: (text, spans[column, row]) for column, text in shown.items() if (column, row) in spans}
    return {column: text for column, (text, last) in above.items() if row <= last} | shown


def list_faults(sheet: Sheet) -> Iterator[Dropped]:
    """Yield the cells that show a fault such as #REF!, and formulas that nobody worked out."""
    for row in sheet.rows():
        for cell in row.cells:
            if cell.is_fault:
                where = f"sheet {sheet.name!r}, cell {name_cell(cell.column, row.number)}"
                yield Dropped(where=where, what=cell.text, why=FAULT)


def recognise_workbook(head: bytes) -> bool:
    """Return whether a zip archive begins like a workbook, as far as its first members tell."""
    return head.startswith(b"PK\x03\x04") and (b"xl/" in head or b"[Content_Types].xml" in head)
