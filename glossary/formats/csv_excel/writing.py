"""The curator's table as Excel opens it: with a byte order mark, and without anything that it would run."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.cells.rows import Layout, write_mark, write_table
from glossary.formats.csv.guarding import guard
from glossary.formats.csv.writing import table_rows
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.model import Concept

LAYOUT = Layout(program="Excel", line_end="\r\n")


def write_csv_excel(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a rendering and fact of evidence, as the format csv does."""
    tally = Tally()
    write_mark(out, options, usual=True)
    rows = table_rows(concepts, tally, snapshot=options.snapshot)
    write_table(out, ([guard(cell) for cell in row] for row in rows), layout=LAYOUT)
    return tally.report()
