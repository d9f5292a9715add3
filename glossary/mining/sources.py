"""The documents that are mined, as they are asked for a context or a spelling."""

from dataclasses import dataclass

from glossary.model import CleanText, Document


@dataclass(frozen=True, slots=True)
class Source:
    """One document to mine: as read, as repaired, and the number of its near-duplicate cluster."""

    document: Document
    clean: CleanText
    cluster: int
