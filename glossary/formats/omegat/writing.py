"""OmegaT glossary: source, target and comment between TABs; no header, no quoting (OmegaT user manual)."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport
from glossary.formats.pairs.lines import LineLayout, show_commented, write_pair_lines
from glossary.model import Concept

REMARK = "#"
LAYOUT = LineLayout(program="OmegaT", remark=REMARK)


def write_omegat(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese term and rendering that may be offered for it."""
    return write_pair_lines(concepts, out, layout=LAYOUT, row_of=show_commented)
