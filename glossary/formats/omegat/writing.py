"""OmegaT glossary: source, target and comment between TABs; no header, no quoting (OmegaT user manual)."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.comments import comment_on
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.pairs import flatten, offer_pairs
from glossary.model import Concept

COMMENT_MARK = "#"
PROGRAM = "OmegaT"


def write_omegat(
    concepts: Iterable[Concept],
    out: BinaryIO,
    *,
    options: ExportOptions,
) -> ExportReport:
    """Write one row a Chinese term and rendering that may be offered for it."""
    tally = Tally()
    for concept in concepts:
        rows = list(concept_rows(concept, tally))
        for row in rows:
            out.write(("\t".join(row) + "\n").encode())
        if rows:
            tally.count(len({target for _, target, _ in rows}))
    return tally.report()


def concept_rows(concept: Concept, tally: Tally) -> Iterator[tuple[str, str, str]]:
    """Yield source, target and comment of each row of a concept."""
    told: set[str] = set()
    for pair in offer_pairs(concept, tally, program=PROGRAM):
        source = flatten(pair.term.text)
        if not source.startswith(COMMENT_MARK):
            yield source, flatten(pair.rendering.text), comment_on(concept, pair)
        elif source not in told:
            told.add(source)
            what = f"term {pair.term.text!r}"
            tally.leave_out(concept, what, "OmegaT skips a line that starts with #")
