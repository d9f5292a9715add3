"""Opening input of one language or two: what a file is, told by its content, and how its text is read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from glossary.documents.contents import parse_document
from glossary.documents.decoding import decode
from glossary.documents.kinds import HEAD_BYTES, DocumentKind, is_zip, tell_by_bytes
from glossary.documents.packages import tell_package
from glossary.documents.walking import explain, printable
from glossary.documents.word_tables import read_word_tables
from glossary.errors import InvalidInput, UnreadableFile
from glossary.files.archive import Archive
from glossary.files.columns import SAMPLE_ROWS, read_columns, tell_columns, tell_delimiter
from glossary.files.po import looks_like_po, read_po
from glossary.files.sides import Note
from glossary.files.tables import Row, read_rows
from glossary.files.tmx import read_tmx
from glossary.files.units import Unit
from glossary.files.workbook import SheetRow, read_sheets
from glossary.files.xliff import read_xliff
from glossary.model import Document

XML_READERS: dict[DocumentKind, Callable[[BinaryIO], Iterator[Unit]]] = {
    DocumentKind.TMX: read_tmx,
    DocumentKind.XLIFF: read_xliff,
}
TABLE_NAMES = frozenset({".csv", ".tsv", ".tab"})
HEAD_CHARS = 20_000


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A file that holds both languages; ``read`` yields its units, opening the file anew each time."""

    path: Path
    read: Callable[[Note], Iterator[Unit]]


@dataclass(frozen=True, slots=True)
class Monolingual:
    """A file that holds one text."""

    path: Path
    document: Document


def open_input(path: Path) -> Bilingual | Monolingual:
    """Return what the file at ``path`` is. XLIFF and TMX are not read yet, however large.

    Raises UnreadableFile where there is no such file, or nothing that is read.
    """
    with about(path):
        with path.open("rb") as file:
            kind = tell_by_bytes(file.read(HEAD_BYTES))
        if kind in XML_READERS:
            reader = XML_READERS[kind]
            return Bilingual(path, lambda _note: _read_xml(path, reader))
        return _open_bytes(path, path.read_bytes())


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Name the file in whatever is wrong with it."""
    try:
        yield
    except InvalidInput as error:
        raise UnreadableFile(printable(path), str(error)) from None
    except OSError as error:
        raise UnreadableFile(printable(path), _explain(path, error)) from None


def _explain(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and not path.is_symlink():
        return "there is no such file; check the path"
    if isinstance(error, IsADirectoryError):
        return "a folder; name the files in it"
    return explain(path, error)


def _read_xml(path: Path, reader: Callable[[BinaryIO], Iterator[Unit]]) -> Iterator[Unit]:
    with path.open("rb") as file:
        yield from reader(file)


def _open_bytes(path: Path, data: bytes) -> Bilingual | Monolingual:
    if is_zip(data):
        archive = Archive(data)
        tables = [rows for rows in _find_tables(archive) if _is_bilingual(rows)]
        if tables:
            return Bilingual(path, lambda note: _read_tables(tables, note))
    elif tell_by_bytes(data) is None:
        bilingual = _open_text(path, data)
        if bilingual:
            return bilingual
    return Monolingual(path, parse_document(data, [printable(path)]))


def _find_tables(archive: Archive) -> Iterator[list[Row]]:
    """The tables of a Word file, or the sheets of a workbook that are shown; none of other archives."""
    kind = tell_package(archive)
    if kind is DocumentKind.DOCX:
        yield from read_word_tables(archive)
    elif kind is DocumentKind.XLSX:
        for sheet in read_sheets(archive):
            yield [Row(row.number, _in_columns(row)) for row in sheet.rows() if row.cells]


def _in_columns(row: SheetRow) -> tuple[str, ...]:
    texts = {cell.column: cell.text for cell in row.cells if cell.is_text}
    return tuple(texts.get(column, "") for column in range(max(texts, default=-1) + 1))


def _is_bilingual(rows: list[Row]) -> bool:
    return tell_columns([row.cells for row in rows[:SAMPLE_ROWS]]) is not None


def _read_tables(tables: list[list[Row]], note: Note) -> Iterator[Unit]:
    """The rows of all tables that have both languages, named by their table where there are several."""
    for number, rows in enumerate(tables, 1):
        prefix = f"table {number}, " if len(tables) > 1 else ""
        yield from read_columns(rows, note=note, name=f"{prefix}row")


def _open_text(path: Path, data: bytes) -> Bilingual | None:
    """A PO file or a table; None for a plain text."""
    text = decode(data).text
    if looks_like_po(text[:HEAD_CHARS]):
        return Bilingual(path, lambda _note: read_po(text))
    delimiter = tell_delimiter(text[:HEAD_CHARS])
    if delimiter or path.suffix.lower() in TABLE_NAMES:
        return Bilingual(path, lambda note: read_columns(read_rows(data, delimiter=delimiter), note=note))
    return None
