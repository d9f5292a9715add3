"""Wordfast: source, target and comment between TABs, without a header, without quoting, without remarks."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.encodings import SAMPLE_BYTES
from glossary.formats.cells.rows import write_mark
from glossary.formats.concepts import Piece
from glossary.formats.declaration import ExportOptions, ExportReport, Format, ImportOptions, Purpose
from glossary.formats.omegat.writing import REMARK
from glossary.formats.pairs.equivalents import settle_equivalents
from glossary.formats.pairs.lines import (
    TAB,
    LineLayout,
    are_commented_pairs,
    decode_sample,
    list_rows,
    read_pair_lines,
    show_commented,
    write_pair_lines,
)
from glossary.model import Concept

MEMORY = "\t%Wordfast TM"
LAYOUT = LineLayout(program="Wordfast", line_end="\r\n")


def write_wordfast(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering that may be offered for it."""
    write_mark(out, options)
    return write_pair_lines(concepts, out, layout=LAYOUT, row_of=show_commented)


def read_wordfast(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a glossary says; a comment that is not ours becomes the note of the rendering.

    Raises InvalidInput for a translation memory, which ends with .txt too.
    """
    if _is_memory(source.read(SAMPLE_BYTES)):
        raise InvalidInput("a translation memory of Wordfast; save it as TMX and import that")
    return settle_equivalents(read_pair_lines(source, delimiter=TAB, quoted=False, commented=True))


def recognise_wordfast(head: bytes) -> bool:
    """Return whether the first lines are pairs with comments that end as on Windows, and none begins with #.

    For OmegaT, which reads the same otherwise, such a line is a remark.
    """
    if _is_memory(head):
        return True
    rows = list_rows(head, delimiter=TAB)
    has_remarks = any(row[0].startswith(REMARK) for row in rows)
    return are_commented_pairs(rows) and not has_remarks and LAYOUT.line_end in decode_sample(head)


def _is_memory(head: bytes) -> bool:
    return MEMORY in decode_sample(head).partition("\n")[0]


FORMAT = Format(
    name="wordfast",
    title="Wordfast glossary",
    purpose=Purpose.TOOLS,
    extensions=(".txt",),
    media_type="text/tab-separated-values; charset=utf-8",
    options=("bom",),
    loses=LAYOUT.losses(),
    write=write_wordfast,
    read=read_wordfast,
    recognises=recognise_wordfast,
)
