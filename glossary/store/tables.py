"""The curated side of the schema: concepts, their terms and evidence, and the keys by which they are found.

SQLModel does not validate the rows of a table, so the values of ``model`` check themselves first and the
constraints here are the last line. Bulk inserts give values in the order of the columns.
"""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field

from glossary.model import Basis, KeyKind, RelationKind, Status, TermType, Tier
from glossary.store.columns import KEYED, Row, flag, not_empty, not_negative, one_of, partial_date, table_of


class ConceptRow(Row, table=True):
    """One meaning."""

    __tablename__ = "concept"
    __table_args__ = (CheckConstraint("length(id) = 8 AND substr(id, 1, 1) = 'c'", name="id"), KEYED)

    id: str = Field(primary_key=True)
    subject_field: str
    scope: str
    note: str


class DefinitionRow(Row, table=True):
    """What a concept means, in one language."""

    __tablename__ = "definition"
    __table_args__ = (not_empty("text"), not_empty("language"), not_negative("position"))

    concept_id: str = Field(primary_key=True, foreign_key="concept.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    language: str
    text: str
    source: str


class TermRow(Row, table=True):
    """A Chinese term or a rendering. ``position`` counts within the terms, or the renderings, of a concept.

    ``reading`` is what a curator wrote; ``shown_reading`` and ``folded`` are computed when it is written.
    """

    __tablename__ = "term"
    __table_args__ = (
        UniqueConstraint("concept_id", "language", "text"),
        not_empty("text"),
        not_empty("language"),
        not_negative("position"),
        one_of("status", Status),
        one_of("term_type", TermType),
        CheckConstraint("instead <> text", name="instead_is_another"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    concept_id: str = Field(foreign_key="concept.id", ondelete="CASCADE")
    language: str
    text: str
    is_rendering: bool = Field(sa_type=flag("is_rendering"))
    position: int
    folded: str
    reading: str
    shown_reading: str
    status: str
    part_of_speech: str
    term_type: str
    case_sensitive: bool = Field(sa_type=flag("case_sensitive"))
    do_not_translate: bool = Field(sa_type=flag("do_not_translate"))
    note: str
    serves: str
    instead: str


class EvidenceRow(Row, table=True):
    """One fact: somebody used this rendering. ``basis`` is empty where it is not known."""

    __tablename__ = "evidence"
    __table_args__ = (
        not_negative("position"),
        partial_date("date"),
        one_of("tier", Tier),
        one_of("basis", ["", *Basis]),
        CheckConstraint(f"publisher <> '' OR tier = '{Tier.COMPOSED}'", name="publisher_named"),
        KEYED,
    )

    term_id: int = Field(primary_key=True, foreign_key="term.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    publisher: str
    title: str
    date: str
    url: str
    mirror_of: str
    tier: str
    basis: str
    note: str


class RelationRow(Row, table=True):
    """An arrow between concepts; it may be written before its target, if both are there in the end."""

    __tablename__ = "relation"
    __table_args__ = (
        ForeignKeyConstraint(
            ["target_id"], ["concept.id"], ondelete="CASCADE", deferrable=True, initially="DEFERRED"
        ),
        UniqueConstraint("concept_id", "kind", "target_id"),
        not_negative("position"),
        one_of("kind", RelationKind),
        CheckConstraint("target_id <> concept_id", name="target_is_another"),
        KEYED,
    )

    concept_id: str = Field(primary_key=True, foreign_key="concept.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    kind: str
    target_id: str = Field(index=True)


class RedirectRow(Row, table=True):
    """An old id that leads to the concept which its own was merged into."""

    __tablename__ = "redirect"
    __table_args__ = (
        CheckConstraint("length(old_id) = 8 AND substr(old_id, 1, 1) = 'c'", name="old_id"),
        CheckConstraint("old_id <> concept_id", name="leads_elsewhere"),
        not_negative("position"),
        KEYED,
    )

    old_id: str = Field(primary_key=True)
    concept_id: str = Field(foreign_key="concept.id", ondelete="CASCADE", index=True)
    position: int


class TermKeyRow(Row, table=True):
    """One string by which a term is found; derived, so it can be made again from the terms.

    ``rank`` is the same for all keys of a term, low for short ones: the rows of a key lie best first.
    """

    __tablename__ = "term_key"
    __table_args__ = (one_of("kind", KeyKind), not_empty("key"), not_negative("rank"), KEYED)

    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    rank: int = Field(primary_key=True)
    term_id: int = Field(primary_key=True, foreign_key="term.id", ondelete="CASCADE", index=True)


concept = table_of(ConceptRow)
definition = table_of(DefinitionRow)
term = table_of(TermRow)
evidence = table_of(EvidenceRow)
relation = table_of(RelationRow)
redirect = table_of(RedirectRow)
term_key = table_of(TermKeyRow)
