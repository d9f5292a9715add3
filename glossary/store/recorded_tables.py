"""The memory of the base: changes, snapshots, requests, and what lists from elsewhere attest."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from glossary.model import AttestationKind, Basis, Tier
from glossary.store.columns import (
    KEYED,
    Row,
    moment,
    not_empty,
    not_negative,
    one_of,
    partial_date,
    table_of,
)


class ChangeRow(Row, table=True):
    """What was done to the base, in the order in which it was done.

    ``operation`` is the number of the first change of the same deed, ``undoes`` the operation that this one
    takes back, 0 for none.
    """

    __tablename__ = "change"
    __table_args__ = (
        not_empty("who"),
        moment("when"),
        not_empty("verb"),
        not_empty("thing"),
        not_negative("operation"),
        not_negative("undoes"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    who: str
    when: str
    why: str
    verb: str
    thing: str = Field(index=True)
    before: str
    after: str
    operation: int = Field(sa_column_kwargs={"server_default": "0"}, index=True)
    undoes: int = Field(sa_column_kwargs={"server_default": "0"})


class SnapshotRow(Row, table=True):
    """A state of the base that somebody wanted to cite: the last change in it, and a note."""

    __tablename__ = "snapshot"
    __table_args__ = (
        CheckConstraint("length(id) = 11 AND substr(id, 1, 1) = 's'", name="id"),
        not_negative("change_id"),
        not_empty("who"),
        moment("when"),
        KEYED,
    )

    id: str = Field(primary_key=True)
    change_id: int
    who: str
    when: str
    note: str


class RequestRow(Row, table=True):
    """A lookup that found nothing, by folded key. ``concept_id`` is what answers it now."""

    __tablename__ = "request"
    __table_args__ = (
        not_empty("key"),
        not_empty("query"),
        CheckConstraint('"count" > 0', name="count"),
        moment("first"),
        moment("last"),
        KEYED,
    )

    key: str = Field(primary_key=True)
    query: str
    count: int
    first: str
    last: str
    concept_id: str | None = Field(foreign_key="concept.id", ondelete="SET NULL", index=True)


class AttestationRow(Row, table=True):
    """One line of a list that somebody imported; ``source`` is the name of the list."""

    __tablename__ = "attestation"
    __table_args__ = (
        not_empty("source"),
        not_negative("position"),
        not_empty("key"),
        not_empty("zh"),
        not_empty("en"),
        one_of("kind", AttestationKind),
        partial_date("date"),
        one_of("tier", Tier),
        one_of("basis", ["", *Basis]),
        KEYED,
    )

    source: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    key: str = Field(index=True)
    zh: str
    en: str
    kind: str
    publisher: str
    title: str
    date: str
    url: str
    mirror_of: str
    tier: str
    basis: str
    note: str


change = table_of(ChangeRow)
snapshot = table_of(SnapshotRow)
request = table_of(RequestRow)
attestation = table_of(AttestationRow)
