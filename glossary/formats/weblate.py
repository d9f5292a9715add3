"""Weblate: a bilingual CSV file for a glossary component, with the columns that translate-toolkit knows."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.cells.rows import Layout
from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose
from glossary.formats.pairs.comments import comment_on
from glossary.formats.pairs.offering import Pair, first_definition
from glossary.formats.pairs.tables import write_pairs
from glossary.model import Concept

LAYOUT = Layout(
    program="Weblate", header=("source", "target", "context", "translator_comments", "developer_comments")
)
CONTEXT_SEPARATOR = " / "


def write_weblate(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering; its context tells it from the same term elsewhere."""
    return write_pairs(concepts, out, layout=LAYOUT, row_of=show_pair, options=options)


def show_pair(concept: Concept, pair: Pair) -> list[str]:
    """Return the cells of a pair: the context holds the id, and the rendering where it is not the first."""
    context = CONTEXT_SEPARATOR.join(filter(None, [concept.scope, concept.id, pair.rendering.text]))
    return [
        pair.term.text,
        pair.rendering.text,
        context,
        comment_on(concept, pair),
        first_definition(concept),
    ]


FORMAT = Format(
    name="weblate",
    title="Weblate glossary (bilingual CSV)",
    purpose=Purpose.TOOLS,
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=("bom",),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out: in this file nothing marks them; tbx2 "
        "has them with their status.",
        "Relations, parts of speech, readings and addresses.",
    ),
    write=write_weblate,
)
