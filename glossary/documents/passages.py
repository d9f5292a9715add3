"""A document passage by passage, so that a text of any length is worked through in bounded memory."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from glossary.documents.contents import parse_document
from glossary.documents.decoding import decode
from glossary.documents.kinds import OFFSETS_OF_FILE, is_zip, tell_by_bytes, tell_kind

WHOLE_UP_TO_BYTES = 8_000_000
READ_BYTES = 1_000_000
SAMPLE_BYTES = 4_000_000
WIDEST_CHARACTER_BYTES = 4
PASSAGE_CHARS = 1 << 18
LINE_END, SENTENCE_END = "\n", "。"


@dataclass(frozen=True, slots=True)
class Passages:
    """A document: its kind, and its text before repair, cut behind lines.

    ``size`` is in bytes; ``read`` tells how many of them have been read so far.
    """

    kind: str
    texts: Iterator[str]
    size: int
    read: Callable[[], int]


def read_passages(file: BinaryIO, name: str, *, size: int) -> Passages:
    """Return the passages of a file that can be read anew from its start; joined they are its whole text.

    A plain text of more than a few megabytes is read as it is asked for; any other document is held whole.
    Raises InvalidInput where the file holds no text, or is an archive of files.
    """
    if size > WHOLE_UP_TO_BYTES:
        long = _read_long(file, name, size)
        if long:
            return long
    file.seek(0)
    document = parse_document(file.read(), [name])
    return Passages(document.kind, _cut(iter([document.text])), size, file.tell)


def _read_long(file: BinaryIO, name: str, size: int) -> Passages | None:
    sample = file.read(SAMPLE_BYTES)
    if is_zip(sample) or tell_by_bytes(sample):
        return None
    decoded = decode(sample[: _whole_characters(sample)])
    kind = tell_kind(decoded.text, name)
    if kind not in OFFSETS_OF_FILE:
        return None
    file.seek(0)
    return Passages(kind.value, _cut(_decode(file, decoded.encoding)), size, file.tell)


def _whole_characters(sample: bytes) -> int:
    """Return up to where a sample can be decoded: a line, else as many bytes as no character is cut by."""
    line = sample.rfind(b"\n\n") + 1 or sample.rfind(b"\n") + 1 or len(sample)
    return line - line % WIDEST_CHARACTER_BYTES if b"\0" in sample else line


def _decode(file: BinaryIO, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while read := file.read(READ_BYTES):
        yield decoder.decode(read)
    yield decoder.decode(b"", final=True)


def _cut(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the same text in passages that end behind a line, a sentence where a line is too long."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        start = 0
        while len(waiting) - start > PASSAGE_CHARS:
            end = _find_end(waiting, start)
            yield waiting[start:end]
            start = end
        waiting = waiting[start:]
    if waiting:
        yield waiting


def _find_end(text: str, start: int) -> int:
    for stop in (LINE_END, SENTENCE_END):
        found = text.rfind(stop, start, start + PASSAGE_CHARS)
        if found >= 0:
            return found + 1
    return start + PASSAGE_CHARS
