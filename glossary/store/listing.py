"""A page of concepts at a time, in the order of ids."""

from sqlalchemy import Connection, func, select

from glossary.store.tables import concept


def following_ids(connection: Connection, *, after: str, size: int, subject_field: str = "") -> list[str]:
    """Return at most ``size`` ids that come after ``after`` (empty: from the first), of one subject field."""
    statement = select(concept.c.id).where(concept.c.id > after).order_by(concept.c.id).limit(size)
    if subject_field:
        statement = statement.where(concept.c.subject_field == subject_field)
    return list(connection.execute(statement).scalars())


def count_in_field(connection: Connection, subject_field: str) -> int:
    """Return how many concepts a subject field has."""
    counted = select(func.count()).select_from(concept).where(concept.c.subject_field == subject_field)
    return connection.execute(counted).scalar_one()
