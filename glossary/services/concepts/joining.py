"""Merging two concepts that mean the same, and splitting one that means two things; old ids go on working."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from glossary.curation.conflicts import Conflict
from glossary.curation.joining import absorb, split
from glossary.errors import InvalidInput
from glossary.model import Concept, Operation
from glossary.services.concepts.recording import (
    begin_operation,
    new_concept_id,
    remove_concept,
    write_concept,
    write_decision,
)
from glossary.services.concepts.requiring import require_concept
from glossary.services.concepts.versions import require_version
from glossary.store import candidates as candidate_rows
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """The concept that is kept after a merge, and where the two differed; the kept one's word counts."""

    concept: Concept
    conflicts: tuple[Conflict, ...]


def merge_concepts(
    base: Base, given_up: str, kept: str, *, expected: Collection[str] = (), who: str, why: str = ""
) -> Merger:
    """Give up one concept for another: its terms, renderings, evidence, relations and its id go there.

    Raises StaleVersion where the one that is given up has none of the versions that are expected.
    """
    with base.writing() as connection:
        old, before = require_concept(connection, given_up), require_concept(connection, kept)
        if old.id == before.id:
            raise InvalidInput(f"{given_up} and {kept} are one concept already")
        require_version(old, expected)
        operation = begin_operation(connection, who=who, verb="merge", why=why)
        _lead_others(connection, old.id, before.id, operation)
        _lead_decisions(connection, old.id, before.id, operation)
        before = require_concept(connection, before.id)
        merged = absorb(before, old)
        remove_concept(connection, old, operation=operation)
        write_concept(connection, merged.concept, before=before, operation=operation)
        return Merger(concept=merged.concept, conflicts=merged.conflicts)


def _lead_others(connection: Connection, old: str, new: str, operation: Operation) -> None:
    for id in concept_rows.concepts_related_to(connection, old):
        concept = require_concept(connection, id)
        write_concept(connection, concept.led({old: new}), before=concept, operation=operation)


def _lead_decisions(connection: Connection, old: str, new: str, operation: Operation) -> None:
    for decided in list(candidate_rows.list_decisions(connection, concept=old)):
        write_decision(connection, decided.key, decided.led({old: new}), operation=operation)


def split_concept(
    base: Base,
    id: str,
    texts: Sequence[str],
    *,
    scope: str = "",
    expected: Collection[str] = (),
    who: str,
    why: str = "",
) -> tuple[Concept, Concept]:
    """Make a new concept of those terms and renderings of a concept that mean something else.

    Returns what stays under the old id, and the new one.
    """
    with base.writing() as connection:
        before = require_concept(connection, id)
        require_version(before, expected)
        stays, new = split(before, new_concept_id(connection), frozenset(texts), scope=scope.strip())
        operation = begin_operation(connection, who=who, verb="split", why=why)
        write_concept(connection, stays, before=before, operation=operation)
        write_concept(connection, new, before=None, operation=operation)
        return stays, new
