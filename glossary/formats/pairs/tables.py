"""Pairs as rows of a table, with a header or without: what memoQ, Trados and Weblate take."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from glossary.formats.cells.rows import Cells, Layout, write_mark, write_table
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.pairs.offering import Pair, offer_pairs
from glossary.model import Concept

RowOf = Callable[[Concept, Pair], Cells]


def write_pairs(
    concepts: Iterable[Concept], out: BinaryIO, *, layout: Layout, row_of: RowOf, options: ExportOptions
) -> ExportReport:
    """Write one row a Chinese term and rendering that may be offered for it."""
    tally = Tally()
    write_mark(out, options)
    write_table(out, _rows(concepts, tally, layout, row_of), layout=layout)
    return tally.report()


def _rows(concepts: Iterable[Concept], tally: Tally, layout: Layout, row_of: RowOf) -> Iterator[Cells]:
    if layout.header:
        yield layout.header
    for concept in concepts:
        pairs = list(offer_pairs(concept, tally, program=layout.program))
        yield from (row_of(concept, pair) for pair in pairs)
        if pairs:
            tally.count(count_renderings(concept, pairs))


def count_renderings(concept: Concept, pairs: Iterable[Pair]) -> int:
    """Return how many of the concept's renderings stand in ``pairs``."""
    return len({pair.rendering.text for pair in pairs} & {one.text for one in concept.renderings})
