"""Relations of many concepts at a time."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from glossary.store.rows import find_for
from glossary.store.tables import relation

ARROWS = select(relation.c.concept_id, relation.c.target_id).where(
    relation.c.target_id.in_(bindparam("ids", expanding=True))
)


def arrows_to(connection: Connection, ids: Sequence[str]) -> set[tuple[str, str]]:
    """Return (concept, target) for each relation to one of the concepts."""
    return {(row.concept_id, row.target_id) for row in find_for(connection, ARROWS, "ids", ids)}
