"""TBX-Basic of 2008 (martif with tig), which OmegaT 3 and translate-toolkit read."""

from collections.abc import Iterable
from typing import BinaryIO

from msgspec.structs import replace

from glossary.files.xml import root_name
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.omegat.places import GLOSSARY_PLACE
from glossary.formats.tbx.dialect import make_dialect
from glossary.formats.tbx.names import LOSES, OUR_SOURCE, V2_NAMES
from glossary.formats.tbx.reading import read_tbx
from glossary.formats.tbx.writing import show_provenance, write_entries
from glossary.model import BEST_FIRST, Concept

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
<martifHeader>
<fileDesc>
<titleStmt><title>Chinese-English glossary</title></titleStmt>
<sourceDesc><p>{source}</p>{provenance}</sourceDesc>
</fileDesc>
<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
</martifHeader>
<text>
<body>
"""
DIALECT = make_dialect(names=V2_NAMES)
FOOTER = "</body>\n</text>\n</martif>\n"


def write_tbx2(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write a martif file."""
    out.write(HEADER.format(source=OUR_SOURCE, provenance=show_provenance(options)).encode())
    report = write_entries(map(put_best_first, concepts), out, dialect=DIALECT, options=options)
    out.write(FOOTER.encode())
    return report


def put_best_first(concept: Concept) -> Concept:
    """Return the concept with its preferred renderings first, the forbidden last.

    translate-toolkit takes the first term of a language and no other: it would teach a deprecated one.
    """
    if len(concept.renderings) < 2:
        return concept
    ordered = sorted(concept.renderings, key=lambda rendering: BEST_FIRST.index(rendering.status))
    return replace(concept, renderings=tuple(ordered))


def recognise_martif(head: bytes) -> bool:
    """Return whether the root is that of TBX of 2008."""
    return root_name(head) == "martif"


FORMAT = Format(
    name="tbx2",
    title="TBX-Basic of 2008 (martif), for OmegaT and Weblate",
    extensions=(".tbx",),
    media_type="application/xml",
    options=("source_lang", "target_lang", "snapshot", "quoting"),
    loses=(
        *LOSES,
        "Renderings stand preferred ones first, since translate-toolkit takes the first alone.",
        "OmegaT does not heed the status and offers deprecated renderings too: give it the omegat format.",
        "An empty base: its rules ask for one entry at least, so a file without any is not valid.",
    ),
    is_closed=True,
    place=GLOSSARY_PLACE,
    write=write_tbx2,
    read=read_tbx,
    recognises=recognise_martif,
)
