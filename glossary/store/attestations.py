"""What lists from elsewhere attest, by the name of the list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select

from glossary.model import Attestation, AttestationKind
from glossary.store.concept_values import read_evidence
from glossary.store.recorded_tables import attestation
from glossary.store.rows import batches, find_for, insert_rows, stream

BATCH_LINES = 5_000
OF_KEYS = (
    select(attestation)
    .where(attestation.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(attestation.c.source, attestation.c.position)
)


def replace_list(connection: Connection, source: str, lines: Iterable[tuple[str, Attestation]]) -> int:
    """Write the lines of a list, each with its folded key, in the place of those before; return how many."""
    connection.execute(delete(attestation).where(attestation.c.source == source))
    written = 0
    for batch in batches(lines, BATCH_LINES):
        rows = [_row(source, number, *line) for number, line in enumerate(batch, written)]
        insert_rows(connection, attestation, rows)
        written += len(batch)
    return written


def read_list(connection: Connection, source: str) -> Iterator[Attestation]:
    """Yield the lines of a list in their order; none where there is no such list."""
    statement = select(attestation).where(attestation.c.source == source).order_by(attestation.c.position)
    return map(_value, stream(connection, statement))


def count_lists(connection: Connection) -> dict[str, int]:
    """Return how many lines each list has, by name."""
    statement = select(attestation.c.source, func.count()).group_by(attestation.c.source)
    return {row[0]: row[1] for row in connection.execute(statement.order_by(attestation.c.source))}


def attestations_of(connection: Connection, keys: Sequence[str]) -> Mapping[str, Sequence[Attestation]]:
    """Return what is attested for each of the folded keys, in the order of lists and lines."""
    found: dict[str, list[Attestation]] = {}
    for row in find_for(connection, OF_KEYS, "keys", keys):
        found.setdefault(row.key, []).append(_value(row))
    return found


def _row(source: str, number: int, key: str, line: Attestation) -> tuple[object, ...]:
    fact = line.evidence
    basis = fact.basis.value if fact.basis else ""
    about = (
        fact.publisher,
        fact.title,
        fact.date,
        fact.url,
        fact.mirror_of,
        fact.tier.value,
        basis,
        fact.note,
    )
    return (source, number, key, line.zh, line.en, line.kind.value, *about)


def _value(row: Row[Any]) -> Attestation:
    return Attestation(zh=row.zh, en=row.en, kind=AttestationKind(row.kind), evidence=read_evidence(row))
