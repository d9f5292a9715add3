"""The curator's table as a workbook."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.cells.workbook import write_workbook
from glossary.formats.csv.guarding import keep_apostrophe
from glossary.formats.csv.writing import table_rows
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.model import Concept

WIDTHS = (10, 18, 36, 11, 20, 24, 30, 11, 30, 12, 12)


def write_xlsx(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a rendering and fact of evidence, as the format csv does."""
    tally = Tally()
    rows = table_rows(concepts, tally, snapshot=options.snapshot)
    header = next(rows)
    write_workbook(out, ([*map(keep_apostrophe, row)] for row in rows), header=header, widths=WIDTHS)
    return tally.report()
