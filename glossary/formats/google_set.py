"""Google Cloud Translation: equivalent term sets, with the language codes as header."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Format, Purpose
from glossary.formats.google import LIMITS
from glossary.formats.machine.tables import CHOICE_LOSSES, write_targets
from glossary.formats.machine.targets import Chosen
from glossary.formats.pairs.offering import first_definition, flatten
from glossary.model import Concept


def write_google_set(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the sets between commas."""
    header = (options.source_lang, options.target_lang, "pos", "description")
    return write_targets(concepts, out, limits=LIMITS, row_of=show_set, header=header)


def show_set(chosen: Chosen) -> tuple[str, str, str, str]:
    """Return both texts, the part of speech and the definition."""
    concept, term, rendering = chosen
    return term.text, rendering.text, rendering.part_of_speech, flatten(first_definition(concept))


FORMAT = Format(
    name="google-set",
    title="Google Cloud Translation glossary, equivalent term sets (CSV)",
    purpose=Purpose.MACHINE,
    extensions=(".csv",),
    media_type="text/csv; charset=utf-8",
    options=("source_lang", "target_lang"),
    loses=(
        *CHOICE_LOSSES,
        "Everything but the two texts, the part of speech and the first definition.",
    ),
    write=write_google_set,
)
