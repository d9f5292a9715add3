"""Azure Custom Translator: a dictionary as a workbook whose first row is the language codes."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.cells.workbook import write_workbook
from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose, Tally
from glossary.formats.machine.tables import PAIR_LOSSES, show_texts
from glossary.formats.machine.targets import Limits, choose_targets
from glossary.model import Concept

LIMITS = Limits(program="Azure Custom Translator")
WIDTHS = (30, 40)


def write_azure(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a Chinese text."""
    tally = Tally()
    rows = map(show_texts, choose_targets(concepts, tally, limits=LIMITS))
    write_workbook(out, rows, header=(options.source_lang, options.target_lang), widths=WIDTHS)
    return tally.report()


FORMAT = Format(
    name="azure",
    title="Azure Custom Translator dictionary (XLSX)",
    purpose=Purpose.MACHINE,
    extensions=(".xlsx",),
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    options=("source_lang", "target_lang"),
    loses=PAIR_LOSSES,
    is_text=False,
    write=write_azure,
)
