"""Source texts in and out of the base; a text is kept compressed."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from glossary.errors import Ambiguous
from glossary.model import Document, DocumentRecord
from glossary.store.keys import end_of_prefix
from glossary.store.mined_tables import document, document_path
from glossary.store.rows import insert_rows, storable

BATCH_DOCUMENTS = 16
RECORD_COLUMNS = [column for column in document.c if column.name not in ("text", "read_repairs")]
SHOWN_MATCHES = 5


def insert_document(connection: Connection, value: Document) -> bool:
    """Write a document, its own cluster and wholly kept until mining says otherwise (``set_mined``).

    The same bytes again add only their paths. Return whether the document is new.
    """
    known = connection.execute(select(document.c.id).where(document.c.id == value.id)).first()
    if known is None:
        insert_rows(connection, document, [_row(value)])
    _add_paths(connection, value)
    return known is None


def set_mined(
    connection: Connection, id: str, *, cluster: str, kept_characters: int, repairs: Mapping[str, int]
) -> None:
    """Write what mining made of a document: its near-duplicates, how much was kept, all that was mended."""
    values = {"cluster": cluster, "kept_characters": kept_characters, "repairs": _json(repairs)}
    connection.execute(update(document).where(document.c.id == id).values(values))


def find_document(connection: Connection, id: str) -> Document | None:
    """Return the document of this id, or of the only id that begins so. Raises Ambiguous."""
    ids = _ids_with_prefix(connection, id)
    if len(ids) > 1 and ids[0] != id:
        raise Ambiguous(f"several documents begin with {id}: {', '.join(ids)}; write more of the id")
    if not ids:
        return None
    row = connection.execute(select(document).where(document.c.id == ids[0])).one()
    return _document(row, _paths(connection, ids[:1])[ids[0]])


def iterate_documents(connection: Connection) -> Iterator[Document]:
    """Yield every document with its text, in the order of ids, a few of them in memory at a time."""
    after = ""
    statement = select(document).order_by(document.c.id).limit(BATCH_DOCUMENTS)
    while rows := connection.execute(statement.where(document.c.id > after)).all():
        after = rows[-1].id
        paths = _paths(connection, [row.id for row in rows])
        yield from (_document(row, paths[row.id]) for row in rows)


def list_documents(connection: Connection, ids: Sequence[str] | None = None) -> list[DocumentRecord]:
    """Return what is known of every document, or of these, without the texts, in the order of ids."""
    paths = _paths(connection, ids)
    statement = select(*RECORD_COLUMNS).order_by(document.c.id)
    if ids is not None:
        statement = statement.where(document.c.id.in_(ids))
    return [_record(row, paths[row.id]) for row in connection.execute(statement)]


def remove_document(connection: Connection, id: str) -> bool:
    """Take a document out, with its paths and contexts; return whether it was there."""
    return bool(connection.execute(delete(document).where(document.c.id == id)).rowcount)


def _row(value: Document) -> tuple[object, ...]:
    characters = len(value.text)
    described = (storable(value.title), storable(value.publisher), value.date, value.sample)
    kept = (compress(value.text), characters, characters)
    repairs = _json(value.repairs)
    return (
        value.id,
        value.kind,
        value.encoding,
        value.offsets,
        *described,
        *kept,
        repairs,
        repairs,
        value.id,
    )


def compress(text: str) -> bytes:
    """Return a text as it is kept; lone surrogates of a damaged file survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def decompress(data: bytes) -> str:
    """Return the text that was kept."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _json(counts: Mapping[str, int]) -> str:
    return json.dumps(dict(counts), sort_keys=True)


def _add_paths(connection: Connection, value: Document) -> None:
    known = _paths(connection, [value.id])[value.id]
    new = [path for path in dict.fromkeys(map(storable, value.paths)) if path not in known]
    rows = [(value.id, path, position) for position, path in enumerate(new, len(known))]
    insert_rows(connection, document_path, rows)


def _paths(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, list[str]]:
    statement = select(document_path).order_by(document_path.c.document_id, document_path.c.position)
    if ids is not None:
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


def _document(row: Row[Any], paths: Sequence[str]) -> Document:
    return Document(
        id=row.id,
        paths=tuple(paths),
        text=decompress(row.text),
        kind=row.kind,
        encoding=row.encoding,
        offsets=row.offsets,
        title=row.title,
        publisher=row.publisher,
        date=row.date,
        sample=row.sample,
        repairs=json.loads(row.read_repairs),
    )


def _record(row: Row[Any], paths: Sequence[str]) -> DocumentRecord:
    described = {**row._mapping, "repairs": json.loads(row.repairs)}
    return DocumentRecord(paths=tuple(paths), **described)
