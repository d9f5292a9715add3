"""Wordfast: source, target and comment between TABs, without a header and without quoting."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.comments import comment_on
from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.pairs import flatten, offer_pairs
from glossary.formats.table_text import count_renderings, write_mark
from glossary.model import Concept

PROGRAM = "Wordfast"


def write_wordfast(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering that may be offered for it."""
    tally = Tally()
    write_mark(out, options)
    for concept in concepts:
        pairs = list(offer_pairs(concept, tally, program=PROGRAM))
        for pair in pairs:
            cells = (flatten(pair.term.text), flatten(pair.rendering.text), comment_on(concept, pair))
            out.write(("\t".join(cells) + "\r\n").encode())
        if pairs:
            tally.count(count_renderings(concept, pairs))
    return tally.report()


FORMAT = Format(
    name="wordfast",
    title="Wordfast glossary",
    purpose=Purpose.TOOLS,
    extensions=(".txt",),
    media_type="text/tab-separated-values; charset=utf-8",
    options=("bom",),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out, since Wordfast would offer them.",
        "TABs and line breaks become blanks.",
        "Ids, relations, parts of speech, readings, sources and addresses have no place in it.",
    ),
    write=write_wordfast,
)
