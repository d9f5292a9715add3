"""Concepts out to files and in from files."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from glossary.curation.duplicates import Duplicate
from glossary.curation.merging import Conflict, Policy, merge_concepts, spell_alike
from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.concepts import Addition, Dropped, ImportedFile
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.registry import find_format, tell_format
from glossary.model import Concept
from glossary.services.duplicates import find_duplicates
from glossary.services.recording import begin_operation, new_concept_id, write_concept, write_decision
from glossary.services.relations import (
    find_taken_redirects,
    lead_relations,
    refuse_lost_relations,
    without_redirects,
)
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key

DRAFT_NAME_BYTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, by concept id; ``dropped`` says what of the file is not in the base, and why.

    ``duplicates`` are concepts of the file that may be one with another, for what is new about them.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    dropped: tuple[Dropped, ...]
    duplicates: tuple[Duplicate, ...] = ()


def export_to_stream(base: Base, format: Format, out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write all concepts to a binary stream."""
    if format.is_folder:
        raise InvalidInput(f"{format.name} is a folder of files; name the folder with -o")
    with base.reading() as connection:
        return format.write(concept_rows.iterate_concepts(connection), out, options=options)


def export_to_path(base: Base, format: Format, target: Path, *, options: ExportOptions) -> ExportReport:
    """Write all concepts to a file, or a folder for a folder format; a failure leaves what was there."""
    if format.is_folder:
        with base.reading() as connection:
            decisions = tuple(candidate_rows.list_decisions(connection))
            options = replace(options, decisions=decisions)
            return format.write(concept_rows.iterate_concepts(connection), target, options=options)
    with _replacing(target) as out:
        return export_to_stream(base, format, out, options=options)


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


def import_file(
    base: Base,
    path: Path,
    *,
    format_name: str | None = None,
    policy: Policy = Policy.REPLACE,
    dry_run: bool = False,
    who: str,
) -> ImportReport:
    """Bring the concepts of a file into the base, all or nothing; a dry run only says what would happen."""
    imported = read_file(path, format_name)
    with base.reading() if dry_run else base.writing() as connection:
        return _Import(connection, imported, policy, who, dry_run=dry_run, source=path.name).run()


def read_file(path: Path, format_name: str | None) -> ImportedFile:
    """Read a file in the named format, or in the one that its content tells."""
    try:
        _require_file_or_folder(path)
        format = find_format(format_name) if format_name else tell_format(path)
        read = _require_reader(format)
        if format.is_folder:
            return read(path)
        with path.open("rb") as source:
            return read(source)
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from None


def _require_file_or_folder(path: Path) -> None:
    if not path.exists():
        raise UnreadableFile(path, "there is no such file")
    if not (path.is_file() or path.is_dir()):
        raise UnreadableFile(path, "is no regular file; save what it gives as a file, and import that")


def _require_reader(format: Format) -> Callable[[object], ImportedFile]:
    if format.read is None:
        raise InvalidInput(f"{format.name} can be written but not read yet; export csv, or tbx, instead")
    return format.read


class _Import:
    """One import: what it met so far, written down concept by concept."""

    def __init__(
        self,
        connection: Connection,
        imported: ImportedFile,
        policy: Policy,
        who: str,
        *,
        dry_run: bool,
        source: str,
    ) -> None:
        self._connection = connection
        self._imported = imported
        self._policy = policy
        self._dry_run = dry_run
        self._operation = begin_operation(connection, who=who, verb="import", why=f"import of {source}")
        self._outcome: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
        self._conflicts: list[Conflict] = []
        self._dropped = list(imported.dropped)
        self._duplicates: list[Duplicate] = []

    def run(self) -> ImportReport:
        """Bring in every concept and every addition."""
        for concept in self._imported.concepts:
            id = concept_rows.current_id(self._connection, concept.id)
            here = concept_rows.find_concept(self._connection, id)
            self._bring(self._settle(replace(concept, id=id)), here, is_ours=True)
        for addition in self._imported.additions:
            self._bring_addition(addition)
        refuse_lost_relations(self._connection)
        self._bring_decisions()
        return ImportReport(
            added=tuple(self._outcome["added"]),
            changed=tuple(self._outcome["changed"]),
            unchanged=tuple(self._outcome["unchanged"]),
            conflicts=tuple(self._conflicts),
            dropped=tuple(self._dropped),
            duplicates=tuple(self._duplicates),
        )

    def _settle(self, concept: Concept) -> Concept:
        """Return a concept of the file as it can stand here; what cannot is told."""
        led = lead_relations(self._connection, concept)
        taken = find_taken_redirects(self._connection, led)
        for old in taken:
            why = (
                f"{old} is a concept here, or leads to another one; merge them with `glossary concept merge`"
            )
            self._dropped.append(Dropped(where=concept.id, what=f"the old id {old}", why=why))
        return without_redirects(led, taken)

    def _bring_addition(self, addition: Addition) -> None:
        key = folded_key(addition.terms[0].text)
        ids = concept_rows.concepts_with_folded(self._connection, key)
        found = concept_rows.find_concepts(self._connection, ids)
        fitting = [one for one in found if addition.scope in ("", one.scope)]
        if len(fitting) > 1:
            why = f"several concepts have this term ({', '.join(ids)}); write the id of one"
            self._dropped.append(Dropped(where=addition.where, what=addition.terms[0].text, why=why))
            return
        here = fitting[0] if fitting else None
        there = addition.concept_with(here.id if here else new_concept_id(self._connection))
        self._bring(spell_alike(here, there) if here else there, here, is_ours=False)

    def _bring_decisions(self) -> None:
        """Write the decisions on candidates that nobody decided on here; what was decided here stays."""
        for decided in () if self._dry_run else self._imported.decisions:
            if candidate_rows.find_decision(self._connection, decided.key) is None:
                write_decision(self._connection, decided.key, decided, operation=self._operation)

    def _bring(self, there: Concept, here: Concept | None, *, is_ours: bool) -> None:
        merged = merge_concepts(
            here or replace(there, renderings=()),
            there,
            policy=self._policy,
            absent=self._imported.absent,
            defaults_count=is_ours,
        )
        self._conflicts += merged.conflicts
        after = merged.concept
        outcome = "added" if here is None else "unchanged" if after == here else "changed"
        self._outcome[outcome].append(after.id)
        if outcome == "unchanged":
            return
        self._duplicates += find_duplicates(self._connection, after, before=here)
        if not self._dry_run:
            write_concept(self._connection, after, before=here, operation=self._operation)
