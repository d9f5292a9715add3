"""memoQ: a table with a header row, whose columns are mapped when it is imported."""

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from glossary.formats.cells.rows import Layout
from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose
from glossary.formats.pairs.offering import Pair, cite, first_definition
from glossary.formats.pairs.tables import write_pairs
from glossary.model import Concept

LANGUAGE_NAMES: Mapping[str, str] = {
    "zh": "Chinese",
    "zh-cn": "Chinese (PRC)",
    "zh-hans": "Chinese (PRC)",
    "zh-sg": "Chinese (Singapore)",
    "zh-tw": "Chinese (Taiwan)",
    "zh-hant": "Chinese (Taiwan)",
    "zh-hk": "Chinese (Hong Kong S.A.R.)",
    "en": "English",
    "en-us": "English (United States)",
    "en-gb": "English (United Kingdom)",
}
ABOUT = (
    "Definition",
    "Subject",
    "Scope",
    "Note",
    "Rendering note",
    "Source",
    "Status",
    "Entry ID",
)


def write_memoq(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering, with what a translator wants to know beside it."""
    codes = (options.source_lang, options.target_lang)
    names = [LANGUAGE_NAMES.get(code.lower(), code) for code in codes]
    header = (*names, *ABOUT)
    layout = Layout(program="memoQ", header=header)
    return write_pairs(concepts, out, layout=layout, row_of=show_pair, options=options)


def show_pair(concept: Concept, pair: Pair) -> list[str]:
    """Return the cells of a pair."""
    term, rendering = pair
    return [
        term.text,
        rendering.text,
        first_definition(concept),
        concept.subject_field,
        concept.scope,
        concept.note,
        rendering.note,
        "; ".join(map(cite, rendering.evidence)),
        rendering.status,
        concept.id,
    ]


FORMAT = Format(
    name="memoq",
    title="memoQ termbase import (CSV)",
    purpose=Purpose.TOOLS,
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=("source_lang", "target_lang", "bom"),
    loses=(
        "Deprecated, forbidden and proposed renderings are left out: columns are mapped by hand, and one who "
        "leaves out the status would be offered them.",
        "Of several definitions the first one; relations, parts of speech, readings and addresses.",
    ),
    write=write_memoq,
)
