"""What a lookup answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from glossary.model.query import Hit
from glossary.model.stored import DocumentRecord, RankedCandidate

LONGEST_PHRASE_CHARS = 40
"""A longer query is a text: the terms that stand in it are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found; ``documents`` are those that the contexts point into, by id.

    ``held`` are the terms that stand in a Chinese query which finds nothing itself. ``parts`` are the answers
    to the terms of a query that lists several, in its order; hits, candidates and documents are then those of
    all parts.
    """

    query: str
    hits: tuple[Hit, ...]
    candidates: tuple[RankedCandidate, ...]
    documents: Mapping[str, DocumentRecord]
    held: tuple[Hit, ...] = ()
    parts: "tuple[Answer, ...]" = ()

    @property
    def each(self) -> "tuple[Answer, ...]":
        """The answers to each term that was asked: the parts, or the answer itself."""
        return self.parts or (self,)

    @property
    def in_vain(self) -> tuple[str, ...]:
        """The terms that were asked and not found."""
        return tuple(one.query for one in self.each if not one.hits)
