"""DeepL glossaries: source and target, no header, UTF-8 without a mark (DeepL API documentation)."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport
from glossary.formats.machine.tables import TAB, show_texts, write_targets
from glossary.formats.machine.targets import MIB, Limits
from glossary.model import Concept

LIMITS = Limits(program="DeepL", most_bytes=10 * MIB, most_text_bytes=1_024)


def write_deepl(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the pairs between TABs."""
    return write_targets(concepts, out, limits=LIMITS, row_of=show_texts, delimiter=TAB)


def write_deepl_csv(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the pairs between commas."""
    return write_targets(concepts, out, limits=LIMITS, row_of=show_texts)
