"""Every row as a line: two bases whose dumps are equal hold the same.

Left out is what is derived or may differ from one making to the next: keys, shown readings, ranks, internal
numbers, the revision, snapshots and how mining was last asked for. A stored text is given by its digest,
since compression may differ, and a score to six digits, since the last ones may.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, select

from glossary.store.database import Base, open_base
from glossary.store.meta import KEYS, MIN_COUNT, SCHEMA, SNAPSHOT, STOPPED, TOP, WATCHED
from glossary.store.mined_tables import (
    candidate,
    candidate_decision,
    context,
    document,
    document_path,
    meta,
)
from glossary.store.recorded_tables import attestation, change, request
from glossary.store.rows import stream
from glossary.store.schema import REVISION
from glossary.store.tables import concept, definition, evidence, redirect, relation, term
from glossary.store.waiver_tables import waiver
from glossary.text.packing import unpack_text


def dump_rows(connection: Connection) -> Iterator[str]:
    """Yield one JSON list a row, its table first; sorted by table and by what names the row."""
    for table, statement in STATEMENTS.items():
        for row in stream(connection, statement, rows=ROWS_AT_A_TIME):
            values = [_plain(name, value) for name, value in row._mapping.items()]
            yield json.dumps([table, *values], ensure_ascii=False)


def _without(table: Table, *left_out: str) -> list[Column[Any]]:
    return [column for column in table.c if column.name not in left_out]


def _whole(table: Table) -> Select[Any]:
    return select(table).order_by(*table.primary_key)


NOT_CONTENT = (REVISION, KEYS, SCHEMA, SNAPSHOT, MIN_COUNT, TOP, WATCHED, STOPPED)
# Documents are among them, which may have megabytes each.
ROWS_AT_A_TIME = 16
TERM_NAME = (term.c.concept_id, term.c.language, term.c.text)
STATEMENTS: dict[str, Select[Any]] = {
    "attestation": _whole(attestation),
    "candidate": select(*_without(candidate, "rank")).order_by(candidate.c.key),
    "candidate_decision": _whole(candidate_decision),
    "change": select(*_without(change, "id")).order_by(change.c.id),
    "concept": _whole(concept),
    "context": _whole(context),
    "definition": _whole(definition),
    "document": _whole(document),
    "document_path": _whole(document_path),
    "evidence": select(*TERM_NAME, *_without(evidence, "term_id"))
    .join(term, term.c.id == evidence.c.term_id)
    .order_by(*TERM_NAME, evidence.c.position),
    "meta": _whole(meta).where(meta.c.name.not_in(NOT_CONTENT)),
    "redirect": _whole(redirect),
    "relation": _whole(relation),
    "request": _whole(request),
    "term": select(*_without(term, "id", "shown_reading")).order_by(*TERM_NAME),
    "waiver": _whole(waiver),
}


def _digest(compressed: bytes) -> str:
    return sha256(unpack_text(compressed).encode("utf-8", "surrogatepass")).hexdigest()


def _rounded(score: float) -> float:
    return float(f"{score:.6g}")


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, bytes):
        return _digest(value)
    if isinstance(value, float):
        return _rounded(value)
    if name == candidate.c.features.name:
        return {feature: _rounded(score) for feature, score in sorted(json.loads(value).items())}
    return value


def dump(location: Path | str) -> list[str]:
    """Every row of the base, sorted."""
    with open_base(str(location), write=False) as base:
        return rows_of(base)


def rows_of(base: Base) -> list[str]:
    """The same of an open base."""
    with base.reading() as connection:
        return sorted(dump_rows(connection))
