"""TBX-Basic v3 in DCA style (ISO 30042:2019)."""

from collections.abc import Iterable
from itertools import chain, islice
from typing import BinaryIO

from glossary.files.xml import root_name
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.tbx.dialect import Dialect, make_dialect
from glossary.formats.tbx.names import LOSES, OUR_SOURCE
from glossary.formats.tbx.reading import read_tbx
from glossary.formats.tbx.writing import show_provenance, write_entries
from glossary.model import Concept

SCHEMAS = "https://raw.githubusercontent.com/LTAC-Global"
RULES = f"""<?xml-model href="{SCHEMAS}/TBX_Core_RNG/master/TBXcoreStructV03.rng" type="application/xml" \
schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="{SCHEMAS}/TBX-Basic_dialect/master/DCA/TBX-Basic_DCA.sch" type="application/xml" \
schematypens="http://purl.oclc.org/dsdl/schematron"?>
"""
DECLARATION = """<?xml version="1.0" encoding="UTF-8"?>
"""
ROOT = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
"""
HEADER = """<tbxHeader>
<fileDesc>
<titleStmt><title>Chinese-English glossary</title></titleStmt>
<sourceDesc><p>{source}</p>{provenance}</sourceDesc>
</fileDesc>
</tbxHeader>
<text>
"""
DIALECT = make_dialect()
FOOTER = "</text>\n</tbx>\n"


def write_tbx(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write a file of TBX v3 in DCA style."""
    return write_file(concepts, out, opening=DECLARATION + RULES + ROOT, dialect=DIALECT, options=options)


def write_file(
    concepts: Iterable[Concept], out: BinaryIO, *, opening: str, dialect: Dialect, options: ExportOptions
) -> ExportReport:
    """Write a file in a dialect of v3; without a concept it has no body, since a body may not be empty."""
    entries = iter(concepts)
    first = list(islice(entries, 1))
    out.write((opening + HEADER.format(source=OUR_SOURCE, provenance=show_provenance(options))).encode())
    out.write(b"<body>\n" if first else b"")
    report = write_entries(chain(first, entries), out, dialect=dialect, options=options)
    out.write(b"</body>\n" if first else b"")
    out.write(FOOTER.encode())
    return report


def recognise_tbx(head: bytes) -> bool:
    """Return whether the root is that of TBX v3, or of TBX-Min."""
    return root_name(head).lower() == "tbx"


FORMAT = Format(
    name="tbx",
    title="TBX-Basic v3 (ISO 30042:2019, DCA style)",
    extensions=(".tbx",),
    media_type="application/xml",
    options=("source_lang", "target_lang", "snapshot", "quoting"),
    loses=LOSES,
    is_closed=True,
    write=write_tbx,
    read=read_tbx,
    recognises=recognise_tbx,
)
