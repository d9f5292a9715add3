"""Concepts out to files and in from files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.concepts import Dropped, FileHead, ImportedFile, gather
from glossary.formats.declaration import NOT_TOLD, ExportOptions, ExportReport, Format
from glossary.formats.registry import find_format, tell_format
from glossary.formats.selection import Selection, close_relations, select
from glossary.model import Concept
from glossary.model.checks import ISO_DATE_CHARS
from glossary.services.clock import now_utc
from glossary.services.drafts import replacing
from glossary.services.incoming import read_pieces
from glossary.services.quoting import Quotations
from glossary.services.recognising import open_lexicon
from glossary.services.snapshots import cite_for_export
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store.counts import count_concepts
from glossary.store.database import Base, Connection

EXPORTER = "export"
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
        raise InvalidInput(f"{format.name} is a folder of files; name the folder with -o")
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
    """Refuse a part of the base, or a byte order mark, where a format leaves no such choice."""
    if format.is_whole and not selection.is_everything:
        raise InvalidInput(f"{format.name} is the whole base, never a part of it; export json for a part")
    if options.bom is not None and "bom" not in format.options:
        raise InvalidInput(f"{format.name} leaves no choice about the byte order mark; leave out that option")


def may_name_state(format: Format, selection: Selection) -> bool:
    """Return whether an import of the file may take what is not there for taken out."""
    return selection.is_everything or not (selection.cuts_concepts or format.is_closed)


def name_concepts(base: Base, passage: str | None) -> list[str] | None:
    """Return the ids of what a passage names, in the order in which it first does; None without one."""
    if passage is None:
        return None
    with open_lexicon(base) as lexicon:
        return [*dict.fromkeys(id for match in lexicon.find(passage) for id in match.concepts)]


def write_selected(
    connection: Connection,
    format: Format,
    out: Any,
    *,
    options: ExportOptions,
    selection: Selection,
    named: Sequence[str] | None,
) -> ExportReport:
    """Write the concepts that are selected, as far as the format can carry them."""
    options = options if options.date else replace(options, date=now_utc()[:ISO_DATE_CHARS])
    chosen = Counted(select_concepts(connection, selection, named))
    told: list[Dropped] = []
    concepts: Iterable[Concept] = chosen
    if format.is_closed and not selection.is_everything:
        ids = frozenset(concept.id for concept in select_concepts(connection, selection, named))
        concepts = close_all(chosen, ids, told)
    limit = format.usual_contexts if selection.contexts is None else selection.contexts
    if limit and "quoting" in format.options:
        quotations = Quotations(connection, limit=limit)
        concepts = quotations.passing(concepts)
        options = replace(options, quoting=quotations.of)
    report = format.write(concepts, out, options=options)
    left_out = (*report.left_out, *told)
    not_selected = count_concepts(connection) - chosen.count
    return replace(report, left_out=left_out, not_selected=not_selected)


def select_concepts(
    connection: Connection, selection: Selection, named: Sequence[str] | None
) -> Iterator[Concept]:
    """Yield what is asked for, of the concepts that are ``named`` in their order, else of all by id."""
    if named is None:
        return select(concept_rows.iterate_concepts(connection), selection)
    return select(concept_rows.find_concepts(connection, named), selection)


class Counted:
    """Concepts that are counted as they pass."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = concepts
        self.count = 0

    def __iter__(self) -> Iterator[Concept]:
        for concept in self._concepts:
            self.count += 1
            yield concept


def close_all(concepts: Iterable[Concept], ids: frozenset[str], told: list[Dropped]) -> Iterator[Concept]:
    """Yield the concepts without relations that would lead out of the file; what is left out is told."""
    for concept in concepts:
        closed = close_relations(concept, ids)
        for relation in concept.relations if closed is not concept else ():
            if relation.concept not in ids:
                what = f"relation {relation.kind} {relation.concept}"
                told.append(Dropped(where=concept.id, what=what, why="that concept is not in the file"))
        yield closed


def read_file(path: Path, format_name: str | None) -> ImportedFile:
    """Read a file in the named format, or in the one that its content tells."""
    format = choose_format(path, format_name)
    return gather(read_pieces(format, path, options=NOT_TOLD))


def choose_format(path: Path, name: str | None) -> Format:
    """Return the format of this name, or the one that the content of a file or folder tells."""
    _require_file_or_folder(path)
    return find_format(name) if name else tell_format(path)


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
