"""Which column of a table is what, and what is told of the columns that are not read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from glossary.errors import InvalidInput
from glossary.files.tables import Row
from glossary.formats.concepts import Dropped, TableColumn
from glossary.formats.csv.columns import COLUMNS, REQUIRED_COLUMNS, name_column, read_snapshot_column
from glossary.model import SOURCE_LANGUAGE

ID = "id"
SHOWN_CELLS = 8
NOT_OURS = "its ids are not of this base; a concept is found by its Chinese term"
UNNAMED = "nothing says what it is; `columns` zh,en,note names the columns"
UNKNOWN_NAME = "its name is not known; `columns` says what it is, if it is to be read"
Rows = Callable[[], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Layout:
    """What each cell of a table's rows is, empty for one that is not read.

    ``header`` is the row that names the columns, where one does, ``titles`` are rows above it; ``is_guessed``
    is whether a person has to look at it, since it is neither told nor in the words of this program.
    ``chinese`` is the tag of the Chinese terms, ``has_ids`` whether the ids in it are of this base, and
    ``unnamed`` has a text of each column without a name that is not read, by its place.
    """

    columns: tuple[str, ...]
    header: Row | None
    is_guessed: bool
    titles: tuple[Row, ...] = ()
    chinese: str = SOURCE_LANGUAGE
    has_ids: bool = True
    unnamed: tuple[tuple[int, str], ...] = ()

    @property
    def rows_above(self) -> int:
        """How many filled rows stand above the first with terms."""
        return len(self.titles) + (self.header is not None)

    @property
    def is_foreign(self) -> bool:
        """Whether the table is not one of ours that somebody has changed a little."""
        return self.header is None or not self.has_ids or ID not in map(name_column, self.header.cells)

    def shown(self) -> tuple[TableColumn, ...]:
        """Return each column as its header names it and as it is read."""
        names = self.header.cells if self.header else ()
        return tuple(
            TableColumn(header=names[place].strip() if place < len(names) else "", name=name)
            for place, name in enumerate(self.columns)
        )


def without_repeated(columns: Sequence[str]) -> list[str]:
    """Return the names, empty where one is there a second time."""
    return ["" if name in columns[:place] else name for place, name in enumerate(columns)]


def refuse_missing(columns: Sequence[str], sample: Sequence[Row]) -> None:
    """Refuse a table that has no Chinese or no English column."""
    missing = [name for name in REQUIRED_COLUMNS if name not in columns]
    if missing:
        cells = sample[0].cells if sample else ()
        there = ", ".join(cell for cell in cells[:SHOWN_CELLS] if cell.strip()) or "none"
        raise InvalidInput(
            f"the table has no column {' and no column '.join(missing)}; its first line names: {there}. "
            f"A table needs {' and '.join(REQUIRED_COLUMNS)}, and may have {', '.join(COLUMNS)}; "
            "`columns` zh,en,note names the columns in their order, empty for one to leave out"
        )


def tell_unread(layout: Layout, place: str) -> Iterator[Dropped]:
    """Yield the rows above a header and the columns that are not read, and why."""
    for row in layout.titles:
        what = " ".join(filter(None, map(str.strip, row.cells)))
        yield Dropped(where=f"{place} {row.line}", what=f"the title {what!r}", why="it is above the header")
    for number, text in layout.unnamed:
        yield Dropped(where=f"column {number + 1}", what=f"such as {text!r}", why=UNNAMED)
    if layout.header is not None:
        yield from _tell_unread_names(layout, layout.header, place)


def _tell_unread_names(layout: Layout, header: Row, place: str) -> Iterator[Dropped]:
    seen: list[str] = []
    for number, cell in enumerate(header.cells):
        name = layout.columns[number] if number < len(layout.columns) else ""
        if cell.strip() and not name and not read_snapshot_column(cell):
            why = _explain_unread(name_column(cell), seen, layout)
            yield Dropped(where=f"{place} {header.line}", what=f"column {cell!r}", why=why)
        seen.append(name or name_column(cell))


def _explain_unread(known: str, seen: Sequence[str], layout: Layout) -> str:
    if known == ID and not layout.has_ids:
        return NOT_OURS
    return "is there twice" if known in seen and known in COLUMNS else UNKNOWN_NAME
