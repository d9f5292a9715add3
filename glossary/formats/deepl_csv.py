"""DeepL: the same glossary between commas, as its web page offers it."""

from glossary.formats.declaration import Format, Purpose
from glossary.formats.deepl import LOSSES
from glossary.formats.deepl.reading import read_deepl_csv, recognise_deepl_csv
from glossary.formats.deepl.writing import write_deepl_csv

FORMAT = Format(
    name="deepl-csv",
    title="DeepL glossary (CSV)",
    purpose=Purpose.MACHINE,
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    loses=LOSSES,
    write=write_deepl_csv,
    read=read_deepl_csv,
    recognises=recognise_deepl_csv,
)
