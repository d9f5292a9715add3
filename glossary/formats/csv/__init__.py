"""CSV: the curator's spreadsheet, one row a rendering and fact of evidence, without loss."""

from codecs import BOM_UTF8

from glossary.files.tables import choose_delimiter, decode_header
from glossary.formats.csv.columns import REQUIRED_COLUMNS, name_column
from glossary.formats.csv.headers import EITHER, SIDES, guess_header
from glossary.formats.csv.reading import read_csv
from glossary.formats.csv.writing import write_csv
from glossary.formats.declaration import Format

TAB = "\t"


def recognise_csv(head: bytes) -> bool:
    """Return whether it is such a table, without a mark at its start and without TABs between its cells."""
    is_another = head.startswith(BOM_UTF8) or choose_delimiter(decode_header(head)) == TAB
    return names_needed_columns(head) and not is_another


def names_needed_columns(head: bytes) -> bool:
    """Return whether the first line names Chinese and English, or two sides that the content tells apart."""
    header = decode_header(head)
    cells = [cell.strip('"') for cell in header.split(choose_delimiter(header))]
    sides = [name for cell in cells for name in (name_column(cell), guess_header(cell)) if name in SIDES]
    return {*sides}.issuperset(REQUIRED_COLUMNS) or sides.count(EITHER) >= len(REQUIRED_COLUMNS)


FORMAT = Format(
    name="csv",
    title="Spreadsheet for curators (CSV, UTF-8)",
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=("snapshot",),
    loses=(
        "A fact of evidence that a rendering states twice in the same words is read back once.",
        "A text of blanks alone is read back as none.",
        "Ids of concepts that were merged into another, and decisions about candidates.",
    ),
    write=write_csv,
    read=read_csv,
    recognises=recognise_csv,
)
