"""Tables in text files: CSV as spreadsheets and programs write it."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.errors import InvalidInput
from glossary.text.folding import simplify

TAB = "\t"
DELIMITERS = (",", TAB, ";")
WHOLLY_QUOTED = re.compile(r'"(?:[^"]|"")*"')
SAMPLE_BYTES = 4096
CHINESE_ENCODINGS = ("gb18030", "big5hkscs")
FIRST_USUAL, LAST_USUAL = b"\xb0\xa1", b"\xd7\xf9"
"""Where GB 2312 keeps the characters of level 1, by how common they are."""
LAST_ASCII = "\x7f"
LONGEST_CELL_CHARS = csv.field_size_limit()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the number of the line that it starts on, from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


def tell_encoding(data: bytes) -> str:
    """Return the encoding of a table by its mark or, without one, by its bytes.

    Excel writes UTF-16 for "Unicode text" and GB18030 for CSV on a Chinese system. A header in ASCII shows
    UTF-16 without a mark by its NULs.
    """
    return tell_by_mark(data) or ("utf-8" if is_utf8(data) else likelier_encoding(data))


def tell_by_mark(head: bytes) -> str:
    """Return the encoding that a mark or a NUL among the first bytes shows, or nothing."""
    if head.startswith(BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if head[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if head[:1] == b"\0" else ""


def likelier_encoding(data: bytes) -> str:
    """Return GB18030 or Big5, whichever gives the more usual characters: most bytes are legal in both."""
    return max(CHINESE_ENCODINGS, key=lambda encoding: _usual_share(data.decode(encoding, "ignore")))


def _usual_share(text: str) -> float:
    """Return the share, from 0 to 1, of the characters beyond ASCII that are among the 3,755 of everyday."""
    beyond = [character for character in simplify(text) if character > LAST_ASCII]
    return sum(map(_is_usual, beyond)) / len(beyond) if beyond else 0.0


def _is_usual(character: str) -> bool:
    return FIRST_USUAL <= character.encode("gb2312", "ignore") <= LAST_USUAL


def is_utf8(data: bytes) -> bool:
    """Return whether all of ``data`` is UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode_table(data: bytes) -> str:
    """Return the text of a table; raises InvalidInput where no encoding fits."""
    encoding = tell_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidInput(
            f"line {line}: the bytes are neither UTF-8, UTF-16, GB18030 nor Big5; "
            "save the table as CSV in UTF-8"
        ) from None


def decode_header(head: bytes) -> str:
    """Return the first line of a table of which only the first bytes are known."""
    sample = head[:SAMPLE_BYTES]
    text = sample.decode(tell_encoding(sample), errors="ignore")
    return text.lstrip("\r\n").partition("\n")[0].rstrip("\r")


def choose_delimiter(header: str) -> str:
    """Return what separates the cells of a header line: comma, TAB or semicolon, whichever is there most."""
    return max(DELIMITERS, key=header.count)


def read_rows(data: bytes, *, delimiter: str = "") -> Iterator[Row]:
    """Yield the rows that have a filled cell; raises InvalidInput, with the line, for a broken table.

    Without a ``delimiter`` it is the one that the first line has most often.
    """
    text = decode_table(data)
    delimiter = delimiter or choose_delimiter(text.lstrip("\r\n").partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, tuple(unify_newlines(cell) for cell in cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InvalidInput(f"line {line}: {explain_csv_error(str(error))}") from None


def split_at_tabs(text: str) -> list[Row]:
    """Return the rows of a TSV whose quotation marks quote nothing (``"three-no" ship``).

    None are returned of what is no TSV by its first line.
    """
    lines = text.split("\n")
    if choose_delimiter(next(filter(None, lines), "")) != TAB:
        return []
    return [
        Row(number, tuple(map(_unquote, line.rstrip("\r").split(TAB))))
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if WHOLLY_QUOTED.fullmatch(cell) else cell


def unify_newlines(cell: str) -> str:
    """Return a cell with every line break as LF."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def explain_csv_error(message: str) -> str:
    """Return what to do about a fault that the csv module found."""
    if "field limit" in message:
        return f"a cell has more than {LONGEST_CELL_CHARS:,} characters; is a quotation mark missing?"
    if "unexpected end" in message:
        return "a quotation mark opens here and never closes; close it or write it twice"
    return f"no CSV from here on ({message}); a quotation mark inside a quoted cell is written twice"
