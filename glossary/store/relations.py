"""Relations of many concepts at a time."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from glossary.store.rows import batches
from glossary.store.tables import relation

MOST_IDS_A_STATEMENT = 10_000
ARROWS = select(relation.c.concept_id, relation.c.target_id).where(
    relation.c.target_id.in_(bindparam("ids", expanding=True))
)


def arrows_to(connection: Connection, ids: Sequence[str]) -> set[tuple[str, str]]:
    """Return (concept, target) for each relation to one of the concepts."""
    parts = batches(ids, MOST_IDS_A_STATEMENT)
    return {(row[0], row[1]) for some in parts for row in connection.execute(ARROWS, {"ids": some})}
