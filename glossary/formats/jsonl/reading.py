"""JSON lines back as concepts, line by line."""

from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.json_stream import parse_json
from glossary.files.tables import TextTable
from glossary.formats.concepts import Dropped, FileHead, Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.json.building import build_piece

WHOLE_LINE = "\0"
LONGEST_REMINDER_CHARS = 40
CONCEPTS_WITHIN_BYTES = 200


def read_jsonl(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield the concept of each line; a line that is no JSON is dropped."""
    yield FileHead()
    for row in TextTable(source, delimiter=WHOLE_LINE, quoted=False).rows():
        where, line = f"line {row.line}", row.cells[0]
        try:
            table = parse_json(line)
        except InvalidInput as error:
            yield Dropped(where=where, what=line[:LONGEST_REMINDER_CHARS], why=str(error))
        else:
            yield from build_piece(table, where)


def recognise_jsonl(head: bytes) -> bool:
    """Return whether the first line is an object of its own, or one too long to see the end of."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    first, _, rest = text.partition(b"\n")
    is_alone = first.rstrip().endswith(b"}") or not rest
    return first.startswith(b"{") and is_alone and b'"concepts"' not in first[:CONCEPTS_WITHIN_BYTES]
