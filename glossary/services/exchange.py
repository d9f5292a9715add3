"""Concepts out to files and in from files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.concepts import FileHead, ImportedFile
from glossary.formats.declaration import NOT_TOLD, ExportOptions, ExportReport, Format, ImportOptions
from glossary.formats.registry import find_format, tell_format
from glossary.services.snapshots import cite_for_export
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base

DRAFT_NAME_BYTES = 4
EXPORTER = "export"


def export_to_stream(
    base: Base, format: Format, out: BinaryIO, *, options: ExportOptions, who: str = EXPORTER
) -> ExportReport:
    """Write all concepts to a binary stream.

    A format that can carry it names the state of the base, which ``who`` writes down there if need be.
    """
    if format.is_folder:
        raise InvalidInput(f"{format.name} is a folder of files; name the folder with -o")
    is_cited = format.carries_snapshot and not options.snapshot
    cited = cite_for_export(base, who=who) if is_cited else None
    with base.reading() as connection:
        if cited:
            options = replace(options, snapshot=cited.as_seen_by(connection))
        report = format.write(concept_rows.iterate_concepts(connection), out, options=options)
        return replace(report, snapshot=options.snapshot)


def export_to_path(
    base: Base, format: Format, target: Path, *, options: ExportOptions, who: str = EXPORTER
) -> ExportReport:
    """Write all concepts to a file, or a folder for a folder format; a failure leaves what was there."""
    if format.is_folder:
        with base.reading() as connection:
            decisions = tuple(candidate_rows.list_decisions(connection))
            options = replace(options, decisions=decisions)
            return format.write(concept_rows.iterate_concepts(connection), target, options=options)
    with _replacing(target) as out:
        return export_to_stream(base, format, out, options=options, who=who)


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a draft beside ``target`` that takes its place when the block ends well.

    What is no regular file, such as a pipe or /dev/null, is written as it is; a link stays a link.
    """
    try:
        if target.is_dir():
            raise UnreadableFile(target, "is a folder; name a file")
        if target.exists() and not target.is_file():
            with target.open("wb") as out:
                yield out
        else:
            with _draft_of(Path(os.path.realpath(target))) as out:
                yield out
    except OSError as error:
        raise UnreadableFile(target, f"cannot be written ({error.strerror}); name another place") from None


@contextmanager
def _draft_of(target: Path) -> Iterator[BinaryIO]:
    draft = target.with_name(f".{target.name}.{token_hex(DRAFT_NAME_BYTES)}.tmp")
    try:
        with draft.open("wb") as out:
            yield out
        draft.replace(target)
    finally:
        if draft.exists():
            draft.unlink()


def read_file(path: Path, format_name: str | None) -> ImportedFile:
    """Read a file in the named format, or in the one that its content tells."""
    return read_as(choose_format(path, format_name), path)


def choose_format(path: Path, name: str | None) -> Format:
    """Return the format of this name, or the one that the content of a file or folder tells."""
    _require_file_or_folder(path)
    return find_format(name) if name else tell_format(path)


def read_as(format: Format, path: Path, *, options: ImportOptions = NOT_TOLD) -> ImportedFile:
    """Read a file, or a folder, in a format."""
    try:
        if format.is_folder:
            return format.read_whole(path, options=options)
        with path.open("rb") as source:
            return format.read_whole(source, options=options)
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from None


def read_head(format: Format, path: Path) -> FileHead:
    """Return what a file says of itself before its first concept, such as its columns."""
    if format.read is None or format.is_folder:
        return FileHead()
    try:
        with path.open("rb") as source:
            head = next(format.read(source, options=NOT_TOLD), None)
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from None
    return head if isinstance(head, FileHead) else FileHead()


def _require_file_or_folder(path: Path) -> None:
    if not path.exists():
        raise UnreadableFile(path, "there is no such file")
    if not (path.is_file() or path.is_dir()):
        raise UnreadableFile(path, "is no regular file; save what it gives as a file, and import that")
