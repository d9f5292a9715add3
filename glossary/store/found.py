"""A row that tells of a term that was found, whatever found it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row

from glossary.model import Found, MatchKind, TermType
from glossary.store.tables import concept, term

TERM_TYPES = {one.value: one for one in TermType}
TERM_COLUMNS = (
    term.c.concept_id,
    term.c.text,
    term.c.language,
    term.c.term_type,
    term.c.folded,
    term.c.shown_reading,
    term.c.reading,
    concept.c.scope,
)
"""What is told of a term; a row ends with these and the key that matched."""

TOLD = len(TERM_COLUMNS) + 1


def found_term(row: Row[Any], match: MatchKind, *, whole: bool = False) -> Found:
    """Return the finding of a row that ends with TERM_COLUMNS and the key."""
    values: Sequence[Any] = row[-TOLD:]
    concept_id, text, language, term_type, folded, shown, reading, scope, key = values
    return Found(
        concept_id,
        text,
        language,
        TERM_TYPES[term_type],
        folded,
        match,
        key,
        shown,
        reading,
        scope,
        whole,
    )


def first_of_each(found: Iterable[Found]) -> list[Found]:
    """Return the first finding of each concept."""
    first: dict[str, Found] = {}
    for one in found:
        first.setdefault(one.concept, one)
    return list(first.values())
