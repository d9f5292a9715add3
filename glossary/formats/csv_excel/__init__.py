"""CSV for Excel: a Chinese one reads a file without a mark as GBK, and each runs what begins with =."""

from glossary.formats.csv import FORMAT as CSV
from glossary.formats.csv_excel.reading import read_csv_excel, recognise_csv_excel
from glossary.formats.csv_excel.writing import write_csv_excel
from glossary.formats.declaration import Format

FORMAT = Format(
    name="csv-excel",
    title="Spreadsheet for curators (CSV for Excel: marked as UTF-8, formulas guarded)",
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=CSV.options,
    loses=CSV.loses,
    write=write_csv_excel,
    read=read_csv_excel,
    recognises=recognise_csv_excel,
)
