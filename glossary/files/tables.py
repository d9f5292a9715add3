"""Tables in text files: CSV as spreadsheets and programs write it, line by line, whatever the size."""

import csv
import io
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.encodings import (
    CHUNK_BYTES,
    SAMPLE_BYTES,
    explain_bytes,
    find_bad_line,
    find_encoding,
    tell_encoding,
)

TAB = "\t"
DELIMITERS = (",", TAB, ";")
STRAY_QUOTE = re.compile(r'(?:^|\t)"(?:[^"\t\n]|"")*"(?=[^"\t\r\n])')
"""A cell that goes on behind its quotation mark: the mark quotes nothing."""
WHOLLY_QUOTED = re.compile(r'"(?:[^"]|"")*"')
LONGEST_CELL_CHARS = csv.field_size_limit()
LONGEST_LINE_CHARS = 4_000_000
"""More than thirty cells of the longest there may be; a file of one endless line is never held whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the number of the line that it starts on, from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


class TextTable:
    """A table in a stream that can be read from its start again; ``delimiter`` stands between its cells.

    Between TABs quotation marks may quote nothing (``"three-no" ship``). One reading must end before another
    begins: they share the stream.

    Raises InvalidInput, with the line, where the bytes are in no encoding that is known, or no table.
    """

    def __init__(self, source: BinaryIO, *, delimiter: str = "", quoted: bool = True) -> None:
        self._source = source
        self._encoding = find_encoding(source)
        self._quoted = quoted
        self.delimiter = delimiter or choose_delimiter(self._first_line())
        self._is_plain = quoted and self.delimiter == TAB and self._has_stray_quotes()
        self._quoted = quoted and not self._is_plain

    def rows(self) -> Iterator[Row]:
        """Yield the rows that have a filled cell."""
        number = 1
        reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
        try:
            for cells in reader if self._quoted else (line.split(self.delimiter) for line in self._lines()):
                if any(cell.strip() for cell in cells):
                    yield Row(
                        number, tuple(map(_unquote, cells)) if self._is_plain else unify_newlines(cells)
                    )
                number = reader.line_num + 1 if self._quoted else number + 1
        except csv.Error as error:
            raise InvalidInput(f"line {number}: {explain_csv_error(str(error))}") from None

    def _has_stray_quotes(self) -> bool:
        return any(STRAY_QUOTE.search(line) for line in self._lines() if '"' in line)

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
            line = find_bad_line(self._source, self._encoding)
            raise InvalidInput(explain_bytes(line)) from None
        yield from io.StringIO(rest if self._quoted else rest.removesuffix("\n"), newline=newline)


def refuse_endless_line(line: str, number: int) -> None:
    """Refuse a line that no table has, before the next piece of it is read."""
    if len(line) > LONGEST_LINE_CHARS:
        raise InvalidInput(
            f"line {number}: it has more than {LONGEST_LINE_CHARS:,} characters; is this a table?"
        )


def read_rows(data: bytes, *, delimiter: str = "") -> list[Row]:
    """Return the rows that have a filled cell; raises InvalidInput, with the line, for a broken table.

    Without a ``delimiter`` it is the one that the first line has most often.
    """
    return list(TextTable(io.BytesIO(data), delimiter=delimiter).rows())


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if WHOLLY_QUOTED.fullmatch(cell) else cell


def decode_header(head: bytes) -> str:
    """Return the first line of a table of which only the first bytes are known."""
    sample = head[:SAMPLE_BYTES]
    text = sample.decode(tell_encoding(sample), errors="ignore")
    return text.lstrip("\r\n").partition("\n")[0].rstrip("\r")


def choose_delimiter(header: str) -> str:
    """Return what separates the cells of a header line: comma, TAB or semicolon, whichever is there most."""
    return max(DELIMITERS, key=header.count)


def unify_newlines(cells: Sequence[str]) -> tuple[str, ...]:
    """Return cells with every line break as LF; most rows have no other."""
    if "\r" not in "".join(cells):
        return tuple(cells)
    return tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells)


def explain_csv_error(message: str) -> str:
    """Return what to do about a fault that the csv module found."""
    if "field limit" in message:
        return f"a cell has more than {LONGEST_CELL_CHARS:,} characters; is a quotation mark missing?"
    if "unexpected end" in message:
        return "a quotation mark opens here and never closes; close it or write it twice"
    return f"no CSV from here on ({message}); a quotation mark inside a quoted cell is written twice"
