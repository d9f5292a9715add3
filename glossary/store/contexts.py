"""Where folded keys occur in the documents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select

from glossary.model import Context
from glossary.store.mined_tables import context, document
from glossary.store.rows import batches, insert_rows, storable

BATCH_CONTEXTS = 10_000
MOST_KEYS_A_STATEMENT = 10_000
BEST_FIRST = (
    document.c.sample,
    context.c.low_trust,
    context.c.position,
    context.c.document_id,
    context.c.start,
)
PLACE = func.row_number().over(partition_by=context.c.key, order_by=BEST_FIRST).label("place")
NUMBERED = (
    select(context, document.c.sample, PLACE)
    .join(document, document.c.id == context.c.document_id)
    .where(context.c.key.in_(bindparam("keys", expanding=True)))
    .subquery()
)
BEST_CONTEXTS = (
    select(NUMBERED).where(NUMBERED.c.place <= bindparam("limit")).order_by(NUMBERED.c.key, NUMBERED.c.place)
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
    for some in batches(dict.fromkeys(keys), MOST_KEYS_A_STATEMENT):
        for row in connection.execute(BEST_CONTEXTS, {"keys": some, "limit": limit}):
            found[row.key].append(_context(row))
    return dict(found)


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
