"""Counting a base."""

from glossary.model import BaseCounts
from glossary.store.counts import count_base as count_rows
from glossary.store.database import Base


def count_base(base: Base) -> BaseCounts:
    """Return how much the base holds."""
    with base.reading() as connection:
        return count_rows(connection)
