"""The curator's table between TABs."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.cells.rows import Layout, write_mark, write_table
from glossary.formats.csv.guarding import keep_apostrophe
from glossary.formats.csv.writing import table_rows
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.model import Concept

LAYOUT = Layout(program="", delimiter="\t", spell=keep_apostrophe)


def write_tsv(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a rendering and fact of evidence, as the format csv does."""
    tally = Tally()
    write_mark(out, options)
    write_table(out, table_rows(concepts, tally, snapshot=options.snapshot), layout=LAYOUT)
    return tally.report()
