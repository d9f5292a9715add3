"""Lists of pairs, one a line, no cell quoted, as OmegaT, Wordfast, UTX and DeepL have them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from glossary.files.encodings import SAMPLE_BYTES, tell_by_mark, tell_encoding
from glossary.files.tables import Row, TextTable
from glossary.formats.cells.pinyin import is_toned_reading
from glossary.formats.cells.rows import Cells
from glossary.formats.concepts import Dropped
from glossary.formats.declaration import ExportReport, Tally
from glossary.formats.pairs.comments import Comment, comment_on, read_comment, tell_sources
from glossary.formats.pairs.equivalents import Equivalent, Sides, pair_sides
from glossary.formats.pairs.offering import Pair, flatten, offer_pairs
from glossary.formats.pairs.tables import RowOf, count_renderings
from glossary.model import Concept

TAB = "\t"
PAIR = 2
SPLIT_BYTES = 4
"""A sample may end in the middle of a character."""
MIN_SHARE_OF_PAIRS = 0.8
"""A list may have a name that is not translated, or a line that somebody left half done."""
NO_SECOND = "there is nothing after the first cell; a TAB, in CSV a comma, parts term and translation"
UNCOMMENTED = Comment()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLayout:
    """How a program wants its list: what ends a line, and what at its start makes a remark of it."""

    program: str
    line_end: str = "\n"
    remark: str = ""

    def losses(self, *more: str) -> tuple[str, ...]:
        """Return what such a list cannot carry; ``more`` is what its program alone makes it lose."""
        offered = f"since {self.program} would offer them"
        return (
            f"Deprecated, forbidden and proposed renderings are left out, {offered}.",
            *more,
            "TABs and line breaks become blanks.",
            "The script of a Chinese term: nothing tells zh-Hant from zh-Hans.",
            "Ids, relations, parts of speech, readings, sources and addresses have no place in it.",
        )


def write_pair_lines(
    concepts: Iterable[Concept], out: BinaryIO, *, layout: LineLayout, row_of: RowOf
) -> ExportReport:
    """Write one line a Chinese term and rendering that may be offered for it."""
    tally = Tally()
    for concept in concepts:
        _tell_remarks(concept, tally, layout)
        offered = offer_pairs(concept, tally, program=layout.program)
        pairs = [pair for pair in offered if not _is_remark(pair.term.text, layout)]
        for pair in pairs:
            out.write((TAB.join(map(flatten, row_of(concept, pair))) + layout.line_end).encode())
        if pairs:
            tally.count(count_renderings(concept, pairs))
    return tally.report()


def _tell_remarks(concept: Concept, tally: Tally, layout: LineLayout) -> None:
    why = f"{layout.program} skips a line that starts with {layout.remark}"
    for term in concept.terms:
        if _is_remark(term.text, layout):
            tally.leave_out(concept, f"term {term.text!r}", why)


def _is_remark(text: str, layout: LineLayout) -> bool:
    return bool(layout.remark) and text.startswith(layout.remark)


def show_commented(concept: Concept, pair: Pair) -> Cells:
    """Return source, target and what the translator reads beside them."""
    return pair.term.text, pair.rendering.text, comment_on(concept, pair)


def read_pair_lines(
    source: BinaryIO, *, delimiter: str, quoted: bool, remark: str = "", commented: bool = False
) -> Iterator[Equivalent | Dropped]:
    """Yield the pair of each line, Chinese first or second; lines that begin with ``remark`` are none.

    ``commented`` is whether the third cell is a comment.
    """
    are_sources_told = False
    for row in TextTable(source, delimiter=delimiter, quoted=quoted).rows():
        if remark and row.cells[0].startswith(remark):
            yield from _tell_remarked_pair(row, remark)
            continue
        comment = read_comment(row.cells[PAIR].strip()) if commented and len(row.cells) > PAIR else None
        yield from _read_pair(row, comment)
        if comment and comment.used_by and not are_sources_told:
            are_sources_told = True
            yield tell_sources(f"line {row.line}", comment)


def _tell_remarked_pair(row: Row, remark: str) -> Iterator[Dropped]:
    """Say that a line is taken for a remark though a pair stands in it; of other remarks nobody asks."""
    if len(row.cells) >= PAIR and _is_pair(row.cells):
        why = f"a line that starts with {remark} is a remark"
        yield Dropped(where=f"line {row.line}", what=f"{row.cells[0]} = {row.cells[1]}", why=why)


def looks_like_pairs(head: bytes, *, delimiter: str) -> bool:
    """Return whether the first lines of a file are pairs of Chinese and English, in two cells each."""
    return _are_pairs(list_rows(head, delimiter=delimiter), most_cells=PAIR)


def looks_like_remarked_pairs(head: bytes, *, delimiter: str, remark: str) -> bool:
    """Return whether they are pairs with a third cell now and then, or with remarks between them."""
    rows = list_rows(head, delimiter=delimiter)
    pairs = [row for row in rows if not row[0].startswith(remark)]
    return are_commented_pairs(pairs) or (len(pairs) < len(rows) and _are_at_most_commented(pairs))


def are_commented_pairs(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether they are pairs with a third cell now and then."""
    return any(len(row) > PAIR for row in rows) and _are_at_most_commented(rows)


def list_rows(head: bytes, *, delimiter: str) -> list[list[str]]:
    """Return the cells of the first lines of a file, without one that may not be whole."""
    lines = decode_sample(head).splitlines()
    whole = lines[:-1] if len(head) >= SAMPLE_BYTES else lines
    return [line.split(delimiter) for line in whole if line.strip()]


def decode_sample(head: bytes) -> str:
    """Return the first characters of a file, without its mark."""
    return head.decode(tell_by_mark(head) or tell_encoding(head[:-SPLIT_BYTES]), errors="ignore")


def _are_at_most_commented(rows: Sequence[Sequence[str]]) -> bool:
    return _are_pairs(rows, most_cells=PAIR + 1)


def _are_pairs(rows: Sequence[Sequence[str]], *, most_cells: int) -> bool:
    """Whether the first row is a pair, and so no header, and nearly all others are, in so many cells."""
    if not rows or any(len(row) > most_cells for row in rows):
        return False
    found = [len(row) >= PAIR and _is_pair(row) for row in rows]
    return found[0] and sum(found) >= MIN_SHARE_OF_PAIRS * len(rows)


def _is_pair(row: Sequence[str]) -> bool:
    is_pair = Sides(first=row[0], second=row[1]).ordered() is not None and all(map(str.strip, row[:PAIR]))
    return is_pair and not is_toned_reading(row[0], row[1])


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
