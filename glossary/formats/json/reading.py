"""JSON back as concepts, one at a time."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from glossary.errors import InvalidInput
from glossary.files.encodings import find_bad_line, find_encoding
from glossary.files.json_stream import JsonFile, read_keys, read_members
from glossary.formats.concepts import Dropped, FileHead, Piece, Said
from glossary.formats.declaration import ImportOptions
from glossary.formats.json.building import build_piece
from glossary.formats.json.pairs import LONGEST_KEY_CHARS, build_other

CONCEPTS, SNAPSHOT = "concepts", "snapshot"
WHAT_TO_WRITE = "and no terms as its keys; write a list of concepts there, or each term with its translation"
HEAD_KEYS = frozenset({"format", "version", SNAPSHOT})


def read_json(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what an object with ``concepts``, or an array of concepts, says; raises InvalidInput by line."""
    encoding = find_encoding(source)
    source.seek(0)
    text = io.TextIOWrapper(source, encoding=encoding)
    try:
        file = JsonFile(text)
        yield from _read_array(file) if file.peek() == "[" else _read_object(file)
        if file.peek():
            raise InvalidInput(f"line {file.place()}: there is more after the end of the value; cut it off")
    except UnicodeDecodeError:
        line = find_bad_line(source, encoding)
        raise InvalidInput(f"line {line}: the bytes are no UTF-8; save the file in UTF-8") from None
    finally:
        text.detach()


def _read_array(file: JsonFile) -> Iterator[Piece]:
    yield FileHead()
    yield from _read_concepts(file)


def _read_concepts(file: JsonFile) -> Iterator[Piece]:
    for number, (line, table) in enumerate(read_members(file), start=1):
        yield from build_piece(table, f"line {line}, concept {number}")


def _read_object(file: JsonFile) -> Iterator[Piece]:
    """Yield the concepts of an object of ours; of another one the pairs that its keys and values are."""
    head: dict[str, Any] = {}
    others: list[tuple[str, str, Any]] = []
    is_found = False
    for key in read_keys(file):
        if key == CONCEPTS and not is_found:
            is_found = True
            snapshot = head.get(SNAPSHOT, "")
            yield FileHead(snapshot=snapshot if isinstance(snapshot, str) else "")
            yield from _read_concepts(file)
            continue
        line = file.place()
        head[key] = value = file.value()
        if key not in HEAD_KEYS:
            others.append((f"line {line}", key, value))
    pieces = [
        _tell_other(where, key) if is_found else build_other(where, key, value)
        for where, key, value in others
    ]
    if not (is_found or any(isinstance(piece, Said) for found in pieces for piece in found)):
        raise InvalidInput(f"it has no {CONCEPTS!r}, {WHAT_TO_WRITE}")
    yield from [] if is_found else [FileHead()]
    for found in pieces:
        yield from found


def _tell_other(where: str, key: str) -> list[Piece]:
    return [Dropped(where=where, what=key[:LONGEST_KEY_CHARS], why="it is none of ours")]


def recognise_json(head: bytes) -> bool:
    """Return whether a file is a list of objects, or an object that holds concepts."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return text.startswith(b"[") or (text.startswith(b"{") and b'"concepts"' in text)
