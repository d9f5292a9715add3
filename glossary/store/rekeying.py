"""Writing the keys of all terms anew, where another program computed them."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, select

from glossary.model import KeyedConcept
from glossary.store.concept_rows import KeyRow, key_rows
from glossary.store.meta import KEYS, find_meta, write_meta
from glossary.store.rows import batches, insert_rows
from glossary.store.tables import term, term_key
from glossary.store.version import KEYS_VERSION

BATCH_CONCEPTS = 1_000
NUMBERS = (
    select(term.c.concept_id, term.c.id)
    .where(term.c.concept_id.in_(bindparam("ids", expanding=True)))
    .order_by(term.c.concept_id, term.c.is_rendering, term.c.position)
)


def has_current_keys(connection: Connection) -> bool:
    """Whether the keys of the base are those that this program computes."""
    return find_meta(connection, KEYS) == str(KEYS_VERSION)


def replace_keys(connection: Connection, keyed_concepts: Iterable[KeyedConcept]) -> None:
    """Write these keys in the place of all; the concepts must be all those of the base."""
    connection.execute(delete(term_key))
    for batch in batches(keyed_concepts, BATCH_CONCEPTS):
        insert_rows(connection, term_key, sorted(_rows_of(connection, batch)))
    write_meta(connection, KEYS, str(KEYS_VERSION))


def _rows_of(connection: Connection, batch: list[KeyedConcept]) -> set[KeyRow]:
    numbers: dict[str, list[int]] = {}
    for row in connection.execute(NUMBERS, {"ids": [one.concept.id for one in batch]}):
        numbers.setdefault(row.concept_id, []).append(row.id)
    return {
        key
        for one in batch
        for number, designation, keyed in zip(
            numbers[one.concept.id], (*one.concept.terms, *one.concept.renderings), one.keyed, strict=True
        )
        for key in key_rows(number, designation, keyed)
    }
