"""Attestation lists from elsewhere: who wrote what for which term, kept beside the concepts for curators."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InvalidInput, NotFound, UndoRefused
from glossary.files.attestations import read_attestations
from glossary.model import LIST_PREFIX, Attestation, Change, Operation
from glossary.model.plain import attestations_as_json, attestations_from_json
from glossary.services.concepts.recording import begin_operation, record_thing
from glossary.store import attestations as attestation_rows
from glossary.store.database import Base, Connection
from glossary.text.folding import folded_key


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReport:
    """What became of a list: its name, how many lines it has now, and the lines that were not read."""

    source: str
    lines: int
    problems: tuple[str, ...] = ()


def import_list(base: Base, path: Path, *, name: str = "", who: str, why: str = "") -> ListReport:
    """Keep the lines of an attestation list under a name, in the place of those before."""
    lines, problems = read_attestations(path)
    if not lines:
        raise InvalidInput(f"{path}: no line could be used: {'; '.join(problems[:3]) or 'it has none'}")
    source = name.strip() or path.name
    keep_list(base, source, lines, who=who, why=why)
    return ListReport(source=source, lines=len(lines), problems=tuple(problems))


def keep_list(base: Base, source: str, lines: Sequence[Attestation], *, who: str, why: str = "") -> None:
    """Keep some attestations as the list of this name, in the place of those that it had before."""
    with base.writing() as connection:
        operation = begin_operation(connection, who=who, verb="attest", why=why)
        _write(connection, source, lines, operation=operation)


def list_lists(base: Base) -> dict[str, int]:
    """Return how many lines each list has, by name."""
    with base.reading() as connection:
        return attestation_rows.count_lists(connection)


def remove_list(base: Base, source: str, *, who: str, why: str = "") -> ListReport:
    """Take a list out of the base; what curators took over from it stays. Raises NotFound."""
    with base.writing() as connection:
        if next(attestation_rows.read_list(connection, source), None) is None:
            raise NotFound(f"there is no list {source!r}; `glossary attestations list` shows them")
        operation = begin_operation(connection, who=who, verb="remove-list", why=why)
        _write(connection, source, (), operation=operation)
    return ListReport(source=source, lines=0)


def restore_list(connection: Connection, change: Change, *, operation: Operation) -> None:
    """Write a list as it was before a change; raises InvalidInput where it was changed since."""
    source = change.thing.removeprefix(LIST_PREFIX)
    if attestations_as_json([*attestation_rows.read_list(connection, source)]) != change.after:
        raise UndoRefused(f"the list {source} was changed since; take that back first")
    _write(connection, source, attestations_from_json(change.before), operation=operation)


def _write(
    connection: Connection, source: str, lines: Sequence[Attestation], *, operation: Operation
) -> None:
    before = attestations_as_json([*attestation_rows.read_list(connection, source)])
    attestation_rows.replace_list(connection, source, ((folded_key(line.zh), line) for line in lines))
    record_thing(
        connection,
        LIST_PREFIX + source,
        operation=operation,
        before=before,
        after=attestations_as_json(lines),
    )
