"""Where folded keys occur in the documents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, String, bindparam, delete, func, select

from glossary.model import Context, Found, KeyKind, MatchKind
from glossary.store.found import TERM_COLUMNS, first_of_each, found_term
from glossary.store.mined_tables import context, document
from glossary.store.rows import batches, find_for, insert_rows
from glossary.store.storable import storable
from glossary.store.tables import concept, term, term_key

BATCH_CONTEXTS = 10_000
MOST_CONTEXTS_SCANNED = 20_000
MOST_KEYS_MENTIONED = 1_000
"""Most keys with contexts are candidates, not terms."""
MIN_MENTIONED_CHARS = 2
TERMS_A_CONCEPT = 3
BEST_FIRST = (
    document.c.sample,
    context.c.low_trust,
    context.c.position,
    context.c.document_id,
    context.c.start,
)
SAID = context.c.left + context.c.keyword + context.c.right
# Both engines have replace(); LIKE would take % and _ for patterns.
MENTIONS = func.replace(SAID, bindparam("asked"), "") != SAID
PLACE = func.row_number().over(partition_by=context.c.key, order_by=BEST_FIRST).label("place")
CONTEXTS = (
    select(context, document.c.sample, PLACE)
    .join(document, document.c.id == context.c.document_id)
    .where(context.c.key.in_(bindparam("keys", expanding=True)))
)


def _best_of_each(contexts: Select[Any]) -> Select[Any]:
    numbered = contexts.subquery()
    best = select(numbered).where(numbered.c.place <= bindparam("limit"))
    return best.order_by(numbered.c.key, numbered.c.place)


BEST_CONTEXTS = _best_of_each(CONTEXTS)
BEST_MENTIONING = _best_of_each(CONTEXTS.where(MENTIONS))
SCANNED = select(context.c.key, SAID.label("said")).limit(MOST_CONTEXTS_SCANNED).subquery()
MENTIONING = (
    select(SCANNED.c.key)
    .distinct()
    # Both engines have replace(); LIKE would take % and _ for patterns.
    .where(func.replace(SCANNED.c.said, bindparam("asked"), "") != SCANNED.c.said)
    .order_by(SCANNED.c.key)
    .limit(bindparam("limit"))
)
# Asked apart: in one statement the engine may begin with every spelling that there is.
MENTIONED = (
    select(*TERM_COLUMNS, bindparam("asked", type_=String))
    .select_from(term_key)
    .join(term, term.c.id == term_key.c.term_id)
    .join(concept, concept.c.id == term.c.concept_id)
    .where(term_key.c.kind == KeyKind.FOLDED.value, term_key.c.key.in_(bindparam("keys", expanding=True)))
    .where(~term.c.is_rendering)
    .order_by(func.length(term.c.text), term.c.text, term.c.concept_id)
    .limit(bindparam("limit"))
)


def replace_contexts(connection: Connection, contexts: Iterable[tuple[str, Sequence[Context]]]) -> int:
    """Write, in the place of all contexts, those of each folded key, best first; return how many.

    Their documents must be there, and no key may come twice.
    """
    connection.execute(delete(context))
    rows = (_row(key, value, place) for key, values in contexts for place, value in enumerate(values))
    written = 0
    for batch in batches(rows, BATCH_CONTEXTS):
        insert_rows(connection, context, batch)
        written += len(batch)
    return written


def contexts_of(connection: Connection, keys: Sequence[str], *, limit: int) -> dict[str, list[Context]]:
    """Return at most ``limit`` contexts for each folded key; a key without contexts has no entry.

    Those of documents that are no samples come first; of each kind the trusted ones; each in the order in
    which it was written.
    """
    found = defaultdict(list)
    for row in find_for(connection, BEST_CONTEXTS, "keys", dict.fromkeys(keys), limit=limit):
        found[row.key].append(_context(row))
    return dict(found)


def contexts_mentioning(
    connection: Connection, keys: Sequence[str], text: str, *, limit: int
) -> dict[str, list[Context]]:
    """Return what ``contexts_of`` does of the contexts in which a text stands."""
    found = defaultdict(list)
    for row in connection.execute(BEST_MENTIONING, {"keys": list(keys), "asked": text, "limit": limit}):
        found[row.key].append(_context(row))
    return dict(found)


def find_mentioned(connection: Connection, text: str, *, limit: int) -> list[Found]:
    """Return the terms, at most ``limit``, one a concept, in whose contexts a text stands as it is given.

    It looks at the first MOST_CONTEXTS_SCANNED contexts; one character says too little.
    """
    if len(text) < MIN_MENTIONED_CHARS:
        return []
    most = limit * TERMS_A_CONCEPT
    keys = connection.execute(MENTIONING, {"asked": text, "limit": MOST_KEYS_MENTIONED}).scalars().all()
    if not keys:
        return []
    rows = connection.execute(MENTIONED, {"asked": text, "keys": keys, "limit": most})
    return first_of_each(found_term(row, MatchKind.CONTEXT) for row in rows)[:limit]


def _row(key: str, value: Context, position: int) -> tuple[object, ...]:
    words = map(storable, (value.left, value.keyword, value.right, value.original))
    return (key, value.document, value.start, value.end, *words, value.low_trust, position)


def _context(row: Row[Any]) -> Context:
    return Context(
        document=row.document_id,
        start=row.start,
        end=row.end,
        left=row.left,
        keyword=row.keyword,
        right=row.right,
        original=row.original,
        low_trust=row.low_trust,
        sample=row.sample,
    )
