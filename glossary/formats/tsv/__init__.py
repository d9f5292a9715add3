"""TSV: the curator's spreadsheet between TABs."""

from glossary.formats.csv import FORMAT as CSV
from glossary.formats.declaration import Format
from glossary.formats.tsv.reading import read_tsv, recognise_tsv
from glossary.formats.tsv.writing import write_tsv

FORMAT = Format(
    name="tsv",
    title="Spreadsheet for curators (TSV, UTF-8)",
    extensions=(".tsv",),
    media_type="text/tab-separated-values; charset=utf-8",
    options=(*CSV.options, "bom"),
    loses=CSV.loses,
    write=write_tsv,
    read=read_tsv,
    recognises=recognise_tsv,
)
