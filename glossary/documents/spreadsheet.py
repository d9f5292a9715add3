"""The text of Excel files: cells that hold text, sheet by sheet, row by row; no numbers and no formulae."""

from glossary.documents.extracted import Extracted
from glossary.documents.kinds import DocumentKind
from glossary.documents.office import read_properties
from glossary.files.archive import Archive
from glossary.files.workbook import read_sheets


def read_spreadsheet(archive: Archive) -> Extracted:
    """Return the text of an .xlsx file, one cell a line; hidden sheets are left out.

    Raises InvalidInput where it is damaged.
    """
    cells = (cell for sheet in read_sheets(archive) for row in sheet.rows() for cell in row.cells)
    lines = (line for cell in cells if cell.is_text for line in map(str.strip, cell.text.splitlines()))
    text = "\n".join(filter(None, lines))
    said = read_properties(archive)
    return Extracted(
        kind=DocumentKind.XLSX, text=text, title=said.title, publisher=said.publisher, date=said.date
    )
