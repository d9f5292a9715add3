"""XLSX: the curator's spreadsheet as a workbook, so that no program takes a cell for a formula or a date."""

from glossary.formats.csv import FORMAT as CSV
from glossary.formats.declaration import Format
from glossary.formats.xlsx.reading import read_xlsx, recognise_workbook
from glossary.formats.xlsx.writing import write_xlsx

FORMAT = Format(
    name="xlsx",
    title="Spreadsheet for curators (XLSX)",
    extensions=(".xlsx",),
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    options=CSV.options,
    loses=CSV.loses,
    is_text=False,
    write=write_xlsx,
    read=read_xlsx,
    recognises=recognise_workbook,
)
