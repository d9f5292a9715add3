"""TBX-Basic v4 (2025): the structure of v3 with the status under its new name, usageStatus."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.files.xml import root_name
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.tbx.dialect import make_dialect
from glossary.formats.tbx.names import LOSES
from glossary.formats.tbx.reading import read_tbx
from glossary.formats.tbx.version3 import DECLARATION, ROOT, write_file
from glossary.model import Concept

STATUS = "usageStatus"
DIALECT = make_dialect(status=STATUS)


def write_tbx4(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write a file with the names of 2025."""
    return write_file(concepts, out, opening=DECLARATION + ROOT, dialect=DIALECT, options=options)


def recognise_tbx4(head: bytes) -> bool:
    """Return whether the first entries have the status of 2025; a file in which none does is read as v3."""
    return root_name(head) == "tbx" and STATUS.encode() in head


FORMAT = Format(
    name="tbx4",
    title="TBX-Basic v4 (2025, usageStatus)",
    extensions=(".tbx",),
    media_type="application/xml",
    options=("source_lang", "target_lang", "snapshot", "quoting"),
    loses=LOSES,
    is_closed=True,
    write=write_tbx4,
    read=read_tbx,
    recognises=recognise_tbx4,
)
