"""How much a base holds, counted by the engine."""

from enum import StrEnum
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from glossary.model import BaseCounts, CandidateKind, CandidateState, Status, Tier
from glossary.store.candidates import GLOSSARY_KINDS, STATE
from glossary.store.mined_tables import candidate, candidate_decision, document
from glossary.store.recorded_tables import change
from glossary.store.tables import concept, evidence, term

OURS = [Tier.COMPOSED.value, Tier.MACHINE.value]
Name = TypeVar("Name", bound=StrEnum)


def count_base(connection: Connection) -> BaseCounts:
    """Return the counts for `glossary stats`; nothing but numbers is read."""
    return BaseCounts(
        concepts=_count(connection, concept),
        terms=_count(connection, term, ~term.c.is_rendering),
        renderings=_count_by(connection, Status, term.c.status, term, term.c.is_rendering),
        evidence=_count_by(connection, Tier, evidence.c.tier, evidence),
        gaps=_count(connection, concept, ~_attested()),
        documents=_count(connection, document),
        clusters=connection.execute(select(func.count(document.c.cluster.distinct()))).scalar_one(),
        candidates=_count_candidates(connection),
        changes=_count(connection, change),
    )


def _attested() -> ColumnElement[bool]:
    facts = select(evidence.c.term_id).join(term, term.c.id == evidence.c.term_id)
    return facts.where(term.c.concept_id == concept.c.id, evidence.c.tier.not_in(OURS)).exists()


def _count_candidates(connection: Connection) -> dict[CandidateState, int]:
    decided = candidate.outerjoin(candidate_decision, candidate_decision.c.key == candidate.c.key)
    in_glossary = candidate.c.kind.in_([kind.value for kind in CandidateKind if kind in GLOSSARY_KINDS])
    return _count_by(connection, CandidateState, STATE, decided, in_glossary)


def _count(connection: Connection, table: FromClause, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()


def _count_by(
    connection: Connection,
    names: type[Name],
    column: ColumnElement[str],
    table: FromClause,
    *conditions: ColumnElement[bool],
) -> dict[Name, int]:
    statement = select(column, func.count()).select_from(table).where(*conditions).group_by(column)
    counts = {row[0]: row[1] for row in connection.execute(statement)}
    return {name: counts.get(name.value, 0) for name in names}
