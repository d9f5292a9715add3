"""UTX (AAMT): TAB columns under a header of two remarks; no byte order mark, lines end in CRLF."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.comments import comment_on
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.omegat.writing import COMMENT_MARK
from glossary.formats.pairs import Pair, flatten, offer_pairs
from glossary.model import Concept

PROGRAM = "a program that reads UTX"
USUAL_PART = "noun"
UNKNOWN_DAY = "1970-01-01"


def write_utx(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering."""
    tally = Tally()
    day = options.date or UNKNOWN_DAY
    codes = f"{options.source_lang}/{options.target_lang}"
    out.write(f"#UTX-S 1.00; {codes}; {day}; creator: glossary\r\n".encode())
    out.write(b"#src\ttgt\tsrc:pos\tcomment\r\n")
    for concept in concepts:
        fitting = [
            pair for pair in offer_pairs(concept, tally, program=PROGRAM) if fits(concept, pair, tally)
        ]
        for pair in fitting:
            out.write(("\t".join(show_pair(concept, pair)) + "\r\n").encode())
        if fitting:
            texts = {one.text for one in concept.renderings}
            tally.count(len({pair.rendering.text for pair in fitting} & texts))
    return tally.report()


def fits(concept: Concept, pair: Pair, tally: Tally) -> bool:
    """Return whether a term can begin a line; one that would make it a remark is told."""
    if pair.term.text.startswith(COMMENT_MARK):
        what = f"rendering {pair.rendering.text!r} for {pair.term.text!r}"
        tally.leave_out(concept, what, "a line that starts with # is a remark")
        return False
    return True


def show_pair(concept: Concept, pair: Pair) -> list[str]:
    """Return the cells of a pair; a part of speech must be there, and most terms are nouns."""
    term, rendering = pair
    part = flatten(term.part_of_speech or rendering.part_of_speech) or USUAL_PART
    return [flatten(term.text), flatten(rendering.text), part, comment_on(concept, pair)]
