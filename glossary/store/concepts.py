"""Concepts in and out of the base."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update

from glossary.errors import NotFound
from glossary.model import Concept, KeyedConcept, KeyKind, Tier
from glossary.store.concept_rows import child_rows, concept_row
from glossary.store.concept_statements import ROWS_OF_ID, ROWS_OF_IDS, ROWS_OF_RANGE, Statements
from glossary.store.concept_values import ConceptRows, assemble
from glossary.store.rows import (
    MOST_VALUES_A_STATEMENT,
    batches,
    change_for,
    find_for,
    insert_rows,
    padded,
    stream,
)
from glossary.store.tables import concept, definition, evidence, redirect, relation, term, term_key

BATCH_CONCEPTS = 1_000


LEADS_OF_IDS = select(redirect.c.old_id, redirect.c.concept_id).where(
    redirect.c.old_id.in_(bindparam("ids", expanding=True))
)
FOLLOWING_IDS = (
    select(concept.c.id)
    .where(concept.c.id > bindparam("after"))
    .order_by(concept.c.id)
    .limit(bindparam("size"))
)
HOLDERS_OF_FOLDED = (
    select(concept.c.id)
    .distinct()
    .add_columns(concept.c.scope)
    .join(term, term.c.concept_id == concept.c.id)
    .join(term_key, term_key.c.term_id == term.c.id)
    .where(term_key.c.kind == KeyKind.FOLDED.value, term_key.c.key == bindparam("key"), ~term.c.is_rendering)
    .order_by(concept.c.scope, concept.c.id)
)
HOLDERS_OF_FOLDED_KEYS = (
    select(term_key.c.key, term.c.concept_id)
    .distinct()
    .join(term, term.c.id == term_key.c.term_id)
    .join(concept, concept.c.id == term.c.concept_id)
    .add_columns(concept.c.scope)
    .where(term_key.c.kind == KeyKind.FOLDED.value, ~term.c.is_rendering)
    .where(term_key.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(term_key.c.key, concept.c.scope, term.c.concept_id)
)
KNOWN_IDS = select(concept.c.id).where(concept.c.id.in_(bindparam("ids", expanding=True)))
OVERWRITTEN = ("same_id", "subject_field", "scope", "note")
OVERWRITE = (
    update(concept)
    .where(concept.c.id == bindparam("same_id"))
    .values({name: bindparam(name) for name in OVERWRITTEN[1:]})
)
DELETE_CHILDREN = tuple(
    delete(children).where(children.c.concept_id.in_(bindparam("ids", expanding=True)))
    for children in (definition, relation, redirect, term)
)
DELETE_CONCEPTS = delete(concept).where(concept.c.id.in_(bindparam("ids", expanding=True)))


def insert_concepts(connection: Connection, keyed_concepts: Iterable[KeyedConcept]) -> int:
    """Write a stream of new concepts and return how many; the target of a relation may come later in it."""
    written = 0
    for batch in batches(keyed_concepts, BATCH_CONCEPTS):
        insert_rows(connection, concept, [concept_row(keyed.concept) for keyed in batch])
        _insert_children(connection, batch)
        written += len(batch)
    return written


def replace_concepts(connection: Connection, keyed_concepts: Iterable[KeyedConcept]) -> None:
    """Write concepts over those of the same ids; relations that lead to them stay. Raises NotFound."""
    for batch in batches(keyed_concepts, BATCH_CONCEPTS):
        ids = [keyed.concept.id for keyed in batch]
        there = existing_ids(connection, ids)
        if missing := [id for id in ids if id not in there]:
            raise NotFound(f"there is no concept {', '.join(missing)}")
        rows = [dict(zip(OVERWRITTEN, concept_row(keyed.concept), strict=True)) for keyed in batch]
        connection.execute(OVERWRITE, rows)
        for statement in DELETE_CHILDREN:
            connection.execute(statement, {"ids": padded(ids)})
        _insert_children(connection, batch)


def delete_concept(connection: Connection, id: str) -> None:
    """Take a concept out, with relations and redirects that lead to it. Raises NotFound."""
    delete_concepts(connection, [id])


def delete_concepts(connection: Connection, ids: Sequence[str]) -> None:
    """Take concepts out, with relations and redirects that lead to them. Raises NotFound."""
    there = existing_ids(connection, ids)
    if missing := [id for id in ids if id not in there]:
        raise NotFound(f"there is no concept {', '.join(missing)}")
    change_for(connection, DELETE_CONCEPTS, "ids", ids)


def find_concept(connection: Connection, id: str) -> Concept | None:
    """Return the concept of this id, if there is one."""
    return next(iter(find_concepts(connection, [id])), None)


def current_id(connection: Connection, id: str) -> str:
    """Return the id that an old one leads to, any other as it is."""
    leads_to = select(redirect.c.concept_id).where(redirect.c.old_id == id)
    return connection.execute(leads_to).scalar_one_or_none() or id


def current_ids(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return where those of the ids lead that are old ones."""
    return {row.old_id: row.concept_id for row in find_for(connection, LEADS_OF_IDS, "ids", ids)}


def existing_ids(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return those of the ids that are a concept."""
    return {row.id for row in find_for(connection, KNOWN_IDS, "ids", ids)}


def ids_in_use(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return those of the ids that are a concept, or lead to one."""
    return existing_ids(connection, ids) | current_ids(connection, ids).keys()


def concepts_related_to(connection: Connection, id: str) -> list[str]:
    """Return the ids of the concepts that have a relation to this one, in the order of ids."""
    holders = select(relation.c.concept_id).distinct().where(relation.c.target_id == id)
    return list(connection.execute(holders.order_by(relation.c.concept_id)).scalars())


def find_concepts(connection: Connection, ids: Sequence[str]) -> list[Concept]:
    """Return the concepts in the order of ``ids``, without those that are not there.

    It takes four statements, however many ids there are (four for each ten thousand).
    """
    if len(ids) == 1:
        return _assemble([connection.execute(statement, {"id": ids[0]}).all() for statement in ROWS_OF_ID])
    found = {
        value.id: value
        for some in batches(ids, MOST_VALUES_A_STATEMENT)
        for value in _read(connection, ROWS_OF_IDS, {"ids": padded(some)})
    }
    return [found[id] for id in ids if id in found]


def iterate_concepts(connection: Connection, *, batch: int = BATCH_CONCEPTS) -> Iterator[Concept]:
    """Yield every concept in the order of ids, ``batch`` of them in memory at a time."""
    after = ""
    while ids := connection.execute(FOLLOWING_IDS, {"after": after, "size": batch}).scalars().all():
        after = ids[-1]
        yield from _read(connection, ROWS_OF_RANGE, {"first": ids[0], "last": after})


def concepts_with_folded(connection: Connection, key: str) -> list[str]:
    """Return the ids of the concepts that have a Chinese term of this folded spelling.

    Homographs come in the order in which they are shown: by scope, the empty one first, then by id.
    """
    return list(connection.execute(HOLDERS_OF_FOLDED, {"key": key}).scalars())


def holders_of_folded(connection: Connection, keys: Sequence[str]) -> dict[str, list[str]]:
    """Return for each folded spelling the ids of the concepts that have such a Chinese term."""
    holders: dict[str, list[str]] = {}
    for row in find_for(connection, HOLDERS_OF_FOLDED_KEYS, "keys", keys):
        holders.setdefault(row.key, []).append(row.concept_id)
    return holders


def usual_tier(connection: Connection, publisher: str) -> Tier | None:
    """Return the tier that most evidence of a publisher has, if it has any."""
    counted = (
        select(evidence.c.tier)
        .where(evidence.c.publisher == publisher)
        .group_by(evidence.c.tier)
        .order_by(func.count().desc(), evidence.c.tier)
        .limit(1)
    )
    found = connection.execute(counted).scalar_one_or_none() if publisher else None
    return Tier(found) if found else None


def chinese_keys(connection: Connection) -> Iterator[str]:
    """Yield the folded key of every Chinese term, each once."""
    statement = select(term.c.folded).where(~term.c.is_rendering).distinct().order_by(term.c.folded)
    return (row.folded for row in stream(connection, statement))


def find_homographs(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Return those of the folded keys that are Chinese terms of several concepts."""
    holders = (
        select(term_key.c.key)
        .join(term, term.c.id == term_key.c.term_id)
        .where(term_key.c.kind == KeyKind.FOLDED.value, ~term.c.is_rendering)
        .where(term_key.c.key.in_(bindparam("keys", expanding=True)))
        .group_by(term_key.c.key)
        .having(func.count(func.distinct(term.c.concept_id)) > 1)
    )
    return {row.key for row in find_for(connection, holders, "keys", keys)}


def shown_readings(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return the reading of each Chinese term of the concepts, by concept and text."""
    columns = (term.c.concept_id, term.c.text, term.c.shown_reading)
    statement = select(*columns).where(
        term.c.concept_id.in_(bindparam("ids", expanding=True)), ~term.c.is_rendering
    )
    found = find_for(connection, statement, "ids", ids)
    return {(row.concept_id, row.text): row.shown_reading for row in found}


def count_concepts(connection: Connection) -> int:
    """Return how many concepts there are."""
    return connection.execute(select(func.count()).select_from(concept)).scalar_one()


def _read(connection: Connection, statements: Statements, parameters: dict[str, Any]) -> list[Concept]:
    return _assemble([connection.execute(statement, parameters).all() for statement in statements])


def _assemble(rows: Sequence[Sequence[Row[Any]]]) -> list[Concept]:
    concepts, details, terms, facts = rows
    return assemble(ConceptRows(concepts=concepts, details=details, terms=terms, evidence=facts))


def _insert_children(connection: Connection, keyed_concepts: Sequence[KeyedConcept]) -> None:
    first_term_id = connection.execute(select(func.coalesce(func.max(term.c.id), 0))).scalar_one() + 1
    for table, rows in child_rows(keyed_concepts, first_term_id=first_term_id).items():
        insert_rows(connection, table, rows)
