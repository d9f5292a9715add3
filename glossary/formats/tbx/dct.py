"""TBX-Basic v3 in DCT style: a data category is an element of its module's namespace."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.files.xml import root_name
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.tbx.dialect import make_dialect
from glossary.formats.tbx.names import LOSES
from glossary.formats.tbx.reading import read_tbx
from glossary.formats.tbx.version3 import DECLARATION, write_file
from glossary.model import Concept

STYLE = 'style="dct"'
ROOT = f"""<tbx type="TBX-Basic" {STYLE} xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" \
xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
"""
DIALECT = make_dialect(is_dct=True)


def write_tbx_dct(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write a file of TBX v3 in DCT style."""
    return write_file(concepts, out, opening=DECLARATION + ROOT, dialect=DIALECT, options=options)


def recognise_dct(head: bytes) -> bool:
    """Return whether the root is that of TBX v3, and says that its style is DCT."""
    return root_name(head) == "tbx" and STYLE.encode() in head


FORMAT = Format(
    name="tbx-dct",
    title="TBX-Basic v3 (ISO 30042:2019, DCT style)",
    extensions=(".tbx",),
    media_type="application/xml",
    options=("source_lang", "target_lang", "snapshot", "quoting"),
    loses=LOSES,
    is_closed=True,
    write=write_tbx_dct,
    read=read_tbx,
    recognises=recognise_dct,
)
