"""The mined side of the schema, and what is written down about the base itself."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from glossary.model import CandidateKind, CandidateState
from glossary.store.columns import (
    KEYED,
    Row,
    flag,
    moment,
    not_empty,
    not_negative,
    one_of,
    partial_date,
    table_of,
)

OFFSETS = ("file", "extracted")
DECIDED = [state for state in CandidateState if state is not CandidateState.NEW]


class DocumentRow(Row, table=True):
    """One source text, compressed. ``read_repairs`` counts, as a JSON object, what reading it mended, and
    ``repairs`` all that was mended until it was mined.
    """

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("length(id) = 64", name="id"),
        one_of("offsets", OFFSETS),
        partial_date("date"),
        not_empty("kind"),
        not_empty("cluster"),
        not_negative("characters"),
        CheckConstraint("kept_characters BETWEEN 0 AND characters", name="kept_characters"),
    )

    id: str = Field(primary_key=True)
    kind: str
    encoding: str
    offsets: str
    title: str
    publisher: str
    date: str
    sample: bool = Field(sa_type=flag("sample"))
    text: bytes
    characters: int
    kept_characters: int
    read_repairs: str
    repairs: str
    cluster: str


class DocumentPathRow(Row, table=True):
    """Where a document was read; the same bytes may lie in several places."""

    __tablename__ = "document_path"
    __table_args__ = (not_empty("path"), not_negative("position"), KEYED)

    document_id: str = Field(primary_key=True, foreign_key="document.id", ondelete="CASCADE")
    path: str = Field(primary_key=True)
    position: int


class CandidateRow(Row, table=True):
    """A mined string. ``features`` is a JSON object; ``variants`` and ``short_forms`` are JSON lists.

    ``members`` is a JSON object: for each document that lists the members of a formula, the list of them.
    """

    __tablename__ = "candidate"
    __table_args__ = (
        one_of("kind", CandidateKind),
        not_empty("key"),
        not_empty("term"),
        not_negative("count"),
        not_negative("documents"),
        not_negative("clusters"),
        CheckConstraint("rank > 0", name="rank"),
    )

    id: str = Field(primary_key=True)
    key: str = Field(unique=True)
    term: str
    kind: str
    score: float
    count: int
    documents: int
    clusters: int
    features: str
    variants: str
    short_forms: str
    rank: int = Field(index=True)
    members: str = Field(sa_column_kwargs={"server_default": "{}"})


class CandidateDecisionRow(Row, table=True):
    """What a person decided, by key and apart from the candidate, so that it survives mining again."""

    __tablename__ = "candidate_decision"
    __table_args__ = (one_of("state", DECIDED), not_empty("key"), not_empty("who"), moment("when"), KEYED)

    key: str = Field(primary_key=True)
    state: str
    reason: str
    who: str
    when: str
    concept_id: str | None = Field(foreign_key="concept.id", ondelete="SET NULL", index=True)


class ContextRow(Row, table=True):
    """One occurrence of a folded key in a document; ``position`` counts from the best one for the key."""

    __tablename__ = "context"
    __table_args__ = (
        not_empty("key"),
        CheckConstraint('0 <= "start" AND "start" < "end"', name="span"),
        not_negative("position"),
        KEYED,
    )

    key: str = Field(primary_key=True)
    document_id: str = Field(primary_key=True, foreign_key="document.id", ondelete="CASCADE", index=True)
    start: int = Field(primary_key=True)
    end: int
    left: str
    keyword: str
    right: str
    original: str
    low_trust: bool = Field(sa_type=flag("low_trust"))
    position: int


class MetaRow(Row, table=True):
    """A fact about the base as a whole: its revision, its snapshot, the fold version of its keys."""

    __tablename__ = "meta"
    __table_args__ = (not_empty("name"), KEYED)

    name: str = Field(primary_key=True)
    value: str


document = table_of(DocumentRow)
document_path = table_of(DocumentPathRow)
candidate = table_of(CandidateRow)
candidate_decision = table_of(CandidateDecisionRow)
context = table_of(ContextRow)
meta = table_of(MetaRow)
