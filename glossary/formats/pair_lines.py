"""Lists of pairs, one a line and without a header, as OmegaT and DeepL have them."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from glossary.files.encodings import SAMPLE_BYTES, tell_by_mark, tell_encoding
from glossary.files.tables import Row, TextTable
from glossary.formats.comments import Comment, read_comment, tell_sources
from glossary.formats.concepts import Dropped
from glossary.formats.equivalents import Equivalent, Sides, pair_sides

PAIR = 2
SPLIT_BYTES = 4
"""A sample may end in the middle of a character."""
NO_SECOND = "there is nothing after the first cell"
UNCOMMENTED = Comment()


def read_pair_lines(
    source: BinaryIO, *, delimiter: str, quoted: bool, comment_mark: str = "", commented: bool = False
) -> Iterator[Equivalent | Dropped]:
    """Yield the pair of each line, Chinese first or second; lines that begin with ``comment_mark`` are none.

    ``commented`` is whether the third cell is a comment.
    """
    are_sources_told = False
    for row in TextTable(source, delimiter=delimiter, quoted=quoted).rows():
        if comment_mark and row.cells[0].startswith(comment_mark):
            continue
        comment = read_comment(row.cells[PAIR].strip()) if commented and len(row.cells) > PAIR else None
        yield from _read_pair(row, comment)
        if comment and comment.used_by and not are_sources_told:
            are_sources_told = True
            yield tell_sources(f"line {row.line}", comment)


def looks_like_pairs(head: bytes, *, delimiter: str) -> bool:
    """Return whether the first lines of a file are pairs of Chinese and English and nothing else."""
    rows = list_rows(head, delimiter=delimiter)
    return bool(rows) and all(len(row) == PAIR and _is_pair(row) for row in rows)


def looks_like_remarked_pairs(head: bytes, *, delimiter: str, comment_mark: str) -> bool:
    """Return whether they are pairs with a third cell now and then, or with remarks between them."""
    rows = list_rows(head, delimiter=delimiter)
    pairs = [row for row in rows if not row[0].startswith(comment_mark)]
    is_remarked = len(pairs) < len(rows) or any(len(row) > PAIR for row in rows)
    return (
        bool(pairs) and is_remarked and all(PAIR <= len(row) <= PAIR + 1 and _is_pair(row) for row in pairs)
    )


def list_rows(head: bytes, *, delimiter: str) -> list[list[str]]:
    """Return the cells of the first lines of a file, without one that may not be whole."""
    text = head.decode(tell_by_mark(head) or tell_encoding(head[:-SPLIT_BYTES]), errors="ignore")
    whole = text.splitlines()[:-1] if len(head) >= SAMPLE_BYTES else text.splitlines()
    return [line.split(delimiter) for line in whole if line.strip()]


def _is_pair(row: Sequence[str]) -> bool:
    return Sides(first=row[0], second=row[1]).ordered() is not None and all(map(str.strip, row[:PAIR]))


def _read_pair(row: Row, comment: Comment | None) -> Iterator[Equivalent | Dropped]:
    where = f"line {row.line}"
    cells = [cell.strip() for cell in row.cells]
    if len(cells) < PAIR:
        yield Dropped(where=where, what=cells[0], why=NO_SECOND)
        return
    said = comment or UNCOMMENTED
    yield pair_sides(where, Sides(first=cells[0], second=cells[1]), about=said.concept, **said.rendering)
    for cell in filter(None, cells[PAIR + bool(comment) :]):
        yield Dropped(where=where, what=f"cell {cell!r}", why="the format has no such cell")
