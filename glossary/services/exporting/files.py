"""Concepts out to files: into a stream, or in the place of the old file or folder."""

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.languages import is_source, is_target
from glossary.formats.registry import FORMATS
from glossary.formats.selection import Selection
from glossary.services.drafts import replacing
from glossary.services.exporting.selecting import write_selected
from glossary.services.history.snapshots import cite_for_export
from glossary.services.recognition.lexicon import Lexicon
from glossary.store import candidates as candidate_rows
from glossary.store.database import Base

EXPORTER = "export"
SWAPPED = (
    "`source_lang` is the code to write for Chinese, such as zh-CN, and `target_lang` that for English, "
    "such as en-GB, whichever way the file is used"
)
EVERYTHING = Selection()


def export_to_stream(
    base: Base,
    format: Format,
    out: BinaryIO,
    *,
    options: ExportOptions,
    selection: Selection = EVERYTHING,
    who: str = EXPORTER,
) -> ExportReport:
    """Write what is selected to a binary stream.

    A format that can carry it names the state of the base, which ``who`` writes down there if need be.
    """
    if format.is_folder:
        raise InvalidInput(f"{format.name} is a folder of files; name the folder with `output`")
    refuse_unheeded(format, options, selection)
    is_cited = format.carries_snapshot and not options.snapshot and may_name_state(format, selection)
    cited = cite_for_export(base, who=who) if is_cited else None
    named = name_concepts(base, selection.passage)
    with base.reading() as connection:
        if cited:
            options = replace(options, snapshot=cited.as_seen_by(connection))
        report = write_selected(connection, format, out, options=options, selection=selection, named=named)
        return replace(report, snapshot=options.snapshot)


def export_to_path(
    base: Base,
    format: Format,
    target: Path,
    *,
    options: ExportOptions,
    selection: Selection = EVERYTHING,
    who: str = EXPORTER,
) -> ExportReport:
    """Write what is selected to a file, or a folder for a folder format; a failure leaves what was there."""
    if not format.is_folder:
        with replacing(target) as out:
            return export_to_stream(base, format, out, options=options, selection=selection, who=who)
    refuse_unheeded(format, options, selection)
    named = name_concepts(base, selection.passage)
    with base.reading() as connection:
        decisions = tuple(candidate_rows.list_decisions(connection)) if selection.is_everything else ()
        options = replace(options, decisions=decisions)
        return write_selected(connection, format, target, options=options, selection=selection, named=named)


def refuse_unheeded(format: Format, options: ExportOptions, selection: Selection) -> None:
    """Refuse a choice that a format does not leave, such as a part of the base, and swapped codes."""
    if format.is_whole and not selection.is_everything:
        raise InvalidInput(f"{format.name} is the whole base, never a part of it; export json for a part")
    if options.bom is not None and "bom" not in format.options:
        free = ", ".join(known.name for known in FORMATS if "bom" in known.options)
        raise InvalidInput(
            f"{format.name} leaves no choice about the byte order mark; leave out that option "
            f"(csv-excel begins with one; {free} have it as you like)"
        )
    if is_target(options.source_lang) or is_source(options.target_lang):
        raise InvalidInput(SWAPPED)


def may_name_state(format: Format, selection: Selection) -> bool:
    """Return whether an import of the file may take what is not there for taken out."""
    return selection.is_everything or not (selection.cuts_concepts or format.is_closed)


def name_concepts(base: Base, passage: str | None) -> list[str] | None:
    """Return the ids of what a passage names, in the order in which it first does; None without one."""
    if passage is None:
        return None
    return [*dict.fromkeys(id for match in Lexicon(base).find(passage) for id in match.concepts)]
