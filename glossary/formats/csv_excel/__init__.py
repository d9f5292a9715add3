"""CSV for Excel: a Chinese one reads a file without a mark as GBK, and each runs what begins with =."""

from codecs import BOM_UTF8

from glossary.files.tables import choose_delimiter, decode_header
from glossary.formats.csv import FORMAT as CSV
from glossary.formats.csv import TAB, names_needed_columns
from glossary.formats.csv_excel.writing import write_csv_excel
from glossary.formats.declaration import Format


def recognise_csv_excel(head: bytes) -> bool:
    """Return whether a table begins with a byte order mark, as what Excel writes does."""
    is_table = names_needed_columns(head) and choose_delimiter(decode_header(head)) != TAB
    return head.startswith(BOM_UTF8) and is_table


FORMAT = Format(
    name="csv-excel",
    title="Spreadsheet for curators (CSV for Excel: marked as UTF-8, formulas guarded)",
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=CSV.options,
    loses=CSV.loses,
    write=write_csv_excel,
    read=CSV.read,
    recognises=recognise_csv_excel,
)
