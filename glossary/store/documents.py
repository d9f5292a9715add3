"""Source texts in and out of the base; a text is kept compressed."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update

from glossary.errors import Ambiguous
from glossary.model import Document, DocumentRecord, PackedDocument
from glossary.store.keys import end_of_prefix
from glossary.store.mined_tables import document, document_path
from glossary.store.rows import batches, insert_rows, stream
from glossary.store.storable import storable
from glossary.text.packing import unpack

BATCH_DOCUMENTS = 16
BATCH_RECORDS = 1_000
RECORD_COLUMNS = [column for column in document.c if column.name not in ("text", "read_repairs")]
SHOWN_MATCHES = 5


@dataclass(frozen=True, slots=True)
class MinedDocument:
    """What mining made of a document; ``kept`` counts characters."""

    id: str
    cluster: str
    kept: int
    repairs: Mapping[str, int]


def insert_documents(connection: Connection, values: Sequence[PackedDocument]) -> list[str]:
    """Write documents, each its own cluster and wholly kept until mining says otherwise (``set_mined``).

    The same bytes again add only their paths. Return the ids of the new ones.
    """
    known = frozenset(list_ids(connection))
    new = {value.id: value for value in values if value.id not in known}
    insert_rows(connection, document, [_row(value) for value in new.values()])
    _add_paths(connection, [value.header for value in values], known)
    return list(new)


def set_mined(connection: Connection, mined: Iterable[MinedDocument]) -> None:
    """Write what mining made of documents: their near-duplicates, how much was kept, all that was mended."""
    rows = [
        {"b_id": one.id, "cluster": one.cluster, "kept_characters": one.kept, "repairs": _json(one.repairs)}
        for one in mined
    ]
    if rows:
        connection.execute(update(document).where(document.c.id == bindparam("b_id")), rows)


def find_document(connection: Connection, id: str) -> Document | None:
    """Return the document of this id, or of the only id that begins so. Raises Ambiguous."""
    ids = _ids_with_prefix(connection, id)
    if len(ids) > 1 and ids[0] != id:
        raise Ambiguous(f"several documents begin with {id}: {', '.join(ids)}; write more of the id")
    if not ids:
        return None
    row = connection.execute(select(document).where(document.c.id == ids[0])).one()
    return unpack(_document(row, _paths(connection, ids[:1])[ids[0]]))


def list_ids(connection: Connection) -> Iterator[str]:
    """Yield the ids of all documents, ascending."""
    return (row.id for row in stream(connection, select(document.c.id).order_by(document.c.id)))


def iterate_documents(connection: Connection) -> Iterator[PackedDocument]:
    """Yield every document, in the order of ids, a few of them read at a time."""
    after = ""
    statement = select(document).order_by(document.c.id).limit(BATCH_DOCUMENTS)
    while rows := connection.execute(statement.where(document.c.id > after)).all():
        after = rows[-1].id
        paths = _paths(connection, [row.id for row in rows])
        yield from (_document(row, paths[row.id]) for row in rows)


def list_documents(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[DocumentRecord]:
    """Yield what is known of every document, or of these, without the texts, in the order of ids."""
    for some in batches(list_ids(connection) if ids is None else sorted(ids), BATCH_RECORDS):
        paths = _paths(connection, some)
        statement = select(*RECORD_COLUMNS).where(document.c.id.in_(some)).order_by(document.c.id)
        yield from (_record(row, paths[row.id]) for row in connection.execute(statement))


def list_names(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the id of each of these documents with what it is called: its title, else its first path."""
    first = (document_path.c.document_id == document.c.id) & (document_path.c.position == 0)
    name = func.coalesce(func.nullif(document.c.title, ""), document_path.c.path, "").label("name")
    statement = select(document.c.id, name).outerjoin(document_path, first)
    for some in batches(ids, BATCH_RECORDS):
        rows = connection.execute(statement.where(document.c.id.in_(some)))
        yield from ((row.id, row.name) for row in rows)


def remove_document(connection: Connection, id: str) -> bool:
    """Take a document out, with its paths and contexts; return whether it was there."""
    return bool(connection.execute(delete(document).where(document.c.id == id)).rowcount)


def _row(value: PackedDocument) -> tuple[object, ...]:
    header = value.header
    described = (storable(header.title), storable(header.publisher), header.date, header.sample)
    kept = (value.packed, value.characters, value.characters)
    repairs = _json(header.repairs)
    kinds = (header.kind, header.encoding, header.offsets)
    return (value.id, *kinds, *described, *kept, repairs, repairs, value.id)


def _json(counts: Mapping[str, int]) -> str:
    return json.dumps(dict(counts), sort_keys=True)


def _add_paths(connection: Connection, headers: Iterable[Document], known: Collection[str]) -> None:
    """Write the paths that are new; those of documents that were not known are all so."""
    paths: defaultdict[str, list[str]] = defaultdict(list)
    rows: list[tuple[object, ...]] = []
    for header in headers:
        if header.id in known and header.id not in paths:
            paths[header.id] += _paths(connection, [header.id])[header.id]
        for path in map(storable, header.paths):
            if path not in paths[header.id]:
                rows.append((header.id, path, len(paths[header.id])))
                paths[header.id].append(path)
    insert_rows(connection, document_path, rows)


def _paths(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    statement = select(document_path).order_by(document_path.c.document_id, document_path.c.position)
    statement = statement.where(document_path.c.document_id.in_(ids))
    paths = defaultdict(list)
    for row in connection.execute(statement):
        paths[row.document_id].append(row.path)
    return paths


def _ids_with_prefix(connection: Connection, prefix: str) -> list[str]:
    if not prefix.isalnum() or not prefix.isascii():
        return []
    range_of_ids = (document.c.id >= prefix, document.c.id < end_of_prefix(prefix))
    statement = select(document.c.id).where(*range_of_ids).order_by(document.c.id).limit(SHOWN_MATCHES)
    return list(connection.execute(statement).scalars())


def _document(row: Row[Any], paths: Sequence[str]) -> PackedDocument:
    header = Document(
        id=row.id,
        paths=tuple(paths),
        text="",
        kind=row.kind,
        encoding=row.encoding,
        offsets=row.offsets,
        title=row.title,
        publisher=row.publisher,
        date=row.date,
        sample=row.sample,
        repairs=json.loads(row.read_repairs),
    )
    return PackedDocument(header=header, packed=row.text, characters=row.characters)


def _record(row: Row[Any], paths: Sequence[str]) -> DocumentRecord:
    described = {**row._mapping, "repairs": json.loads(row.repairs)}
    return DocumentRecord(paths=tuple(paths), **described)
