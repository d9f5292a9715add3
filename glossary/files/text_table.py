"""A table in a text file, read line by line and as often as needed, whatever its size."""

import csv
import io
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.tables import (
    SAMPLE_BYTES,
    Row,
    choose_delimiter,
    explain_csv_error,
    likelier_encoding,
    tell_by_mark,
    unify_newlines,
)

CHUNK_BYTES = 1 << 18
LONGEST_LINE_CHARS = 4_000_000
"""More than thirty cells of the longest there may be; a file of one endless line is never held whole."""


class TextTable:
    """A table in a stream that can be read from its start again; ``delimiter`` stands between its cells.

    One reading must end before another begins: they share the stream.

    Raises InvalidInput, with the line, where the bytes are in no encoding that is known, or no table.
    """

    def __init__(self, source: BinaryIO, *, delimiter: str = "", quoted: bool = True) -> None:
        self._source = source
        self._encoding = find_encoding(source)
        self._quoted = quoted
        self.delimiter = delimiter or choose_delimiter(self._first_line())

    def rows(self) -> Iterator[Row]:
        """Yield the rows that have a filled cell."""
        number = 1
        reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
        try:
            for cells in reader if self._quoted else (line.split(self.delimiter) for line in self._lines()):
                if any(cell.strip() for cell in cells):
                    yield Row(number, tuple(unify_newlines(cell) for cell in cells))
                number = reader.line_num + 1 if self._quoted else number + 1
        except csv.Error as error:
            raise InvalidInput(f"line {number}: {explain_csv_error(str(error))}") from None

    def _first_line(self) -> str:
        return next((line for line in self._lines() if line.strip()), "")

    def _lines(self) -> Iterator[str]:
        """Yield the lines, with their breaks where csv reads them."""
        self._source.seek(0)
        newline = "" if self._quoted else None
        decoder = getincrementaldecoder(self._encoding)()
        rest, number = "", 1
        try:
            while chunk := self._source.read(CHUNK_BYTES):
                *lines, rest = io.StringIO(rest + decoder.decode(chunk), newline=newline).readlines() or [""]
                yield from lines if self._quoted else (line.removesuffix("\n") for line in lines)
                number += len(lines)
                refuse_endless_line(rest, number)
            rest += decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise InvalidInput(self._explain_bytes()) from None
        yield from io.StringIO(rest if self._quoted else rest.removesuffix("\n"), newline=newline)

    def _explain_bytes(self) -> str:
        line = find_bad_line(self._source, self._encoding)
        return (
            f"line {line}: the bytes are neither UTF-8, UTF-16, GB18030 nor Big5; "
            "save the table as CSV in UTF-8"
        )


def refuse_endless_line(line: str, number: int) -> None:
    """Refuse a line that no table has, before the next piece of it is read."""
    if len(line) > LONGEST_LINE_CHARS:
        raise InvalidInput(
            f"line {number}: it has more than {LONGEST_LINE_CHARS:,} characters; is this a table?"
        )


def find_encoding(source: BinaryIO) -> str:
    """Return the encoding of a table by its mark or, without one, by all of its bytes."""
    source.seek(0)
    head = source.read(SAMPLE_BYTES)
    if marked := tell_by_mark(head):
        return marked
    source.seek(0)
    beyond = _first_beyond_utf8(source)
    if beyond is None:
        return "utf-8"
    source.seek(0 if beyond < CHUNK_BYTES else beyond)
    return likelier_encoding(source.read(CHUNK_BYTES))


def _first_beyond_utf8(source: BinaryIO) -> int | None:
    """Return about where the first bytes are that are no UTF-8, None where there are none."""
    decoder = getincrementaldecoder("utf-8")()
    done = 0
    try:
        while chunk := source.read(CHUNK_BYTES):
            decoder.decode(chunk)
            done += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return done + error.start
    return None


def find_bad_line(source: BinaryIO, encoding: str) -> int:
    """Return the number, from 1, of the line that holds the first bytes that are not in ``encoding``."""
    source.seek(0)
    decoder = getincrementaldecoder(encoding)()
    line = 1
    while chunk := source.read(CHUNK_BYTES):
        try:
            line += decoder.decode(chunk).count("\n")
        except UnicodeDecodeError as error:
            return line + error.object[: error.start].decode(encoding, "ignore").count("\n")
    return line
