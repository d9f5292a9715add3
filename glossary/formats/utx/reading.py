"""UTX 1.x back as concepts: a header of remarks, then source, target and more between TABs (AAMT)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.files.encodings import tell_by_mark
from glossary.files.tables import Row, TextTable
from glossary.formats.concepts import Dropped, Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.languages import LANGUAGE_CODE, is_source, is_target
from glossary.formats.pairs.comments import read_comment, tell_sources
from glossary.formats.pairs.equivalents import Equivalent, Sides, pair_sides, settle_equivalents
from glossary.formats.utx.writing import USUAL_PART
from glossary.model import Status

TAB = "\t"
MARK = "#"
VERSION_MARK = "#utx"
LANGUAGES = "lang:"
SOURCE, TARGET = "src", "tgt"
PART_OF_SPEECH, STATUS, COMMENT, TARGET_COMMENT = "src:pos", "term status", "comment", "tgt:comment"
READ_COLUMNS = frozenset({SOURCE, TARGET, PART_OF_SPEECH, STATUS, COMMENT, TARGET_COMMENT})
NOTHING = "-"
STATUS_OF_WORD: Mapping[str, Status] = {
    "approved": Status.PREFERRED,
    "provisional": Status.PROPOSED,
    "non-standard": Status.DEPRECATED,
    "forbidden": Status.FORBIDDEN,
    "rejected": Status.FORBIDDEN,
}


@dataclass(slots=True)
class Header:
    """What the remarks at the head of a file say: the two languages, and the columns in their order.

    ``are_sources_told`` is whether it has been said that sources in comments are not read.
    """

    languages: tuple[str, str] = ("", "")
    columns: Sequence[str] = (SOURCE, TARGET, PART_OF_SPEECH)
    are_sources_told: bool = False


def read_utx(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a file says; raises InvalidInput where its columns are not source and target."""
    return settle_equivalents(_read_rows(source))


def _read_rows(source: BinaryIO) -> Iterator[Equivalent | Dropped]:
    header = Header()
    for row in TextTable(source, delimiter=TAB, quoted=False).rows():
        if row.cells[0].startswith(MARK):
            yield from _read_remark(row, header)
        else:
            yield from _read_row(row, header)


def _read_remark(row: Row, header: Header) -> Iterator[Dropped]:
    """Take the languages out of the first line, the columns out of the last one."""
    if row.cells[0].lower().startswith(VERSION_MARK):
        header.languages = _find_languages(row.cells[0]) or header.languages
    elif row.cells[0].lower().partition(":")[0] == MARK + SOURCE:
        names = [cell.strip().lower().removeprefix(MARK) for cell in row.cells]
        header.columns = [_take_language(name, header) for name in names]
        if missing := [name for name in (SOURCE, TARGET) if name not in header.columns]:
            raise InvalidInput(f"line {row.line}: its columns have no {missing[0]!r}; is this a UTX file?")
        for name in header.columns:
            if name not in READ_COLUMNS:
                yield Dropped(where=f"line {row.line}", what=f"column {name!r}", why="it has no place here")


def _take_language(name: str, header: Header) -> str:
    """Return what a column holds: ``src:zh``, as in UTX 1.20, is a source in Chinese; ``tgt:ja`` stays so."""
    side, _, code = name.partition(":")
    if side not in (SOURCE, TARGET) or not (is_source(code) or is_target(code)):
        return name
    source, target = header.languages
    header.languages = (code, target) if side == SOURCE else (source, code)
    return side


def _find_languages(line: str) -> tuple[str, str] | None:
    for part in line.split(";"):
        source, slash, target = part.strip().removeprefix(LANGUAGES).strip().partition("/")
        if slash and LANGUAGE_CODE.fullmatch(source) and LANGUAGE_CODE.fullmatch(target):
            return source, target
    return None


def _read_row(row: Row, header: Header) -> Iterator[Equivalent | Dropped]:
    where = f"line {row.line}"
    stripped = map(str.strip, row.cells)
    cells = {
        name: cell for name, cell in zip(header.columns, stripped, strict=False) if cell not in ("", NOTHING)
    }
    sides = Sides(
        first=cells.get(SOURCE, ""),
        second=cells.get(TARGET, ""),
        first_language=header.languages[0],
        second_language=header.languages[1],
    )
    word = cells.get(STATUS, "").lower()
    if word and word not in STATUS_OF_WORD:
        yield Dropped(where=where, what=f"status {word!r}", why=f"known are {', '.join(STATUS_OF_WORD)}")
    comment = read_comment(cells.get(COMMENT) or cells.get(TARGET_COMMENT, ""))
    part = cells.get(PART_OF_SPEECH, "")
    said = {"part_of_speech": "" if part == USUAL_PART else part, **comment.rendering}
    told = {"status": STATUS_OF_WORD[word]} if word in STATUS_OF_WORD else {}
    yield pair_sides(where, sides, about=comment.concept, **said | told)
    if comment.used_by and not header.are_sources_told:
        header.are_sources_told = True
        yield tell_sources(where, comment)


def recognise_utx(head: bytes) -> bool:
    """Return whether the first line names the format and its edition."""
    return (
        head.decode(tell_by_mark(head) or "utf-8", errors="ignore")
        .lstrip("\ufeff")
        .lower()
        .startswith(VERSION_MARK)
    )
