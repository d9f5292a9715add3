"""Machine translators' glossaries as tables: what is common to their CSV and TSV files."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from glossary.formats.declaration import ExportReport, Tally
from glossary.formats.machine.targets import Chosen, Limits, choose_targets, refuse_oversize
from glossary.model import Concept

TAB = "\t"
RowOf = Callable[[Chosen], Sequence[str]]
CHOICE_LOSSES = (
    "One rendering a Chinese term: of several concepts the one without a scope, then the preferred one; the "
    "others are listed.",
    "Deprecated, forbidden and proposed renderings are left out, since they would be enforced.",
)
PAIR_LOSSES = (*CHOICE_LOSSES, "Everything but the two texts.")


def write_targets(
    concepts: Iterable[Concept],
    out: BinaryIO,
    *,
    limits: Limits,
    row_of: RowOf,
    header: Sequence[str] = (),
    delimiter: str = ",",
) -> ExportReport:
    """Write one row a Chinese text; raises InvalidInput where the file would be too large."""
    tally = Tally()
    chosen = map(row_of, choose_targets(concepts, tally, limits=limits))
    rows = [header, *chosen] if header else list(chosen)
    text = show_tabbed(rows) if delimiter == TAB else show_quoted(rows)
    out.write(refuse_oversize(text.encode(), limits))
    return tally.report()


def show_tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Return rows between TABs: no text has one, and quotation marks are text."""
    return "".join(TAB.join(row) + "\n" for row in rows)


def show_quoted(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def show_texts(chosen: Chosen) -> tuple[str, str]:
    """Return source and target."""
    return chosen.term.text, chosen.rendering.text
