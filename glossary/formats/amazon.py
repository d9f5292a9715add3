"""Amazon Translate: a custom terminology whose header is the language codes."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose
from glossary.formats.machine.tables import PAIR_LOSSES, show_texts, write_targets
from glossary.formats.machine.targets import Limits
from glossary.model import Concept
from glossary.model.concept import primary

LIMITS = Limits(program="Amazon Translate", most_bytes=10_485_760)
TRADITIONAL_CODES = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")
TRADITIONAL = "zh-TW"


def write_amazon(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the pairs between commas, below the codes that the service knows."""
    header = (source_code(options.source_lang), primary(options.target_lang))
    return write_targets(concepts, out, limits=LIMITS, row_of=show_texts, header=header)


def source_code(code: str) -> str:
    """Return ``zh``, or ``zh-TW`` for traditional script: the service knows no others."""
    return TRADITIONAL if code.lower().startswith(TRADITIONAL_CODES) else primary(code)


FORMAT = Format(
    name="amazon",
    title="Amazon Translate custom terminology (CSV)",
    purpose=Purpose.MACHINE,
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=("source_lang", "target_lang"),
    loses=PAIR_LOSSES,
    write=write_amazon,
)
