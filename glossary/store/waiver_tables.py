"""Findings of checks that somebody accepted, whatever the document."""

from sqlmodel import Field

from glossary.model import FindingKind
from glossary.store.columns import Row, moment, not_empty, one_of, table_of


class WaiverRow(Row, table=True):
    """A finding that is accepted: an empty kind, wording or place stands for any."""

    __tablename__ = "waiver"
    __table_args__ = (
        not_empty("term"),
        one_of("kind", ["", *FindingKind]),
        not_empty("reason"),
        not_empty("who"),
        moment("when"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    term: str
    kind: str
    found: str
    where: str
    reason: str
    who: str
    when: str


waiver = table_of(WaiverRow)
