"""Google Cloud Translation: a unidirectional glossary of two columns without a header."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose
from glossary.formats.machine.tables import PAIR_LOSSES, show_texts, write_targets
from glossary.formats.machine.targets import MIB, Limits
from glossary.model import Concept

LIMITS = Limits(program="Google", most_bytes=10 * MIB)


def write_google(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the pairs between commas."""
    return write_targets(concepts, out, limits=LIMITS, row_of=show_texts)


FORMAT = Format(
    name="google",
    title="Google Cloud Translation glossary, one direction (CSV)",
    purpose=Purpose.MACHINE,
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    loses=PAIR_LOSSES,
    write=write_google,
)
