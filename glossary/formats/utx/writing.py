"""UTX (AAMT): TAB columns under a header of two remarks; no byte order mark, lines end in CRLF."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.cells.rows import Cells
from glossary.formats.declaration import ExportOptions, ExportReport
from glossary.formats.pairs.comments import comment_on
from glossary.formats.pairs.lines import LineLayout, write_pair_lines
from glossary.formats.pairs.offering import Pair
from glossary.model import Concept

LAYOUT = LineLayout(program="a program that reads UTX", remark="#", line_end="\r\n")
USUAL_PART = "noun"
UNKNOWN_DAY = "1970-01-01"


def write_utx(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering."""
    day = options.date or UNKNOWN_DAY
    codes = f"{options.source_lang}/{options.target_lang}"
    out.write(f"#UTX-S 1.00; {codes}; {day}; creator: glossary\r\n".encode())
    out.write(b"#src\ttgt\tsrc:pos\tcomment\r\n")
    return write_pair_lines(concepts, out, layout=LAYOUT, row_of=show_pair)


def show_pair(concept: Concept, pair: Pair) -> Cells:
    """Return the cells of a pair; a part of speech must be there, and most terms are nouns."""
    term, rendering = pair
    part = term.part_of_speech or rendering.part_of_speech or USUAL_PART
    return term.text, rendering.text, part, comment_on(concept, pair)
