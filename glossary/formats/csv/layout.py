"""Which column of a table is what: as told, by its header, or by what stands in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from glossary.errors import InvalidInput, UnknownName
from glossary.files.tables import Row
from glossary.formats.concepts import Dropped, TableColumn
from glossary.formats.csv.columns import COLUMNS, REQUIRED_COLUMNS, name_column, read_snapshot_column
from glossary.formats.csv.headers import EITHER, PART_OF_SPEECH, READING, guess_header
from glossary.formats.declaration import ImportOptions
from glossary.text.folding import has_han
from glossary.text.scripts import LATIN

ID = "id"
SAMPLE_ROWS = 50
KNOWN_COLUMNS = (*COLUMNS, READING, PART_OF_SPEECH)
LEFT_OUT = frozenset({"", "-", "_"})
"""How somebody tells that a column is not to be read."""
SIDES = (*REQUIRED_COLUMNS, EITHER)
SHOWN_CELLS = 8
MIN_SHARE = 0.6
MOST_TITLES = 5
Rows = Callable[[], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Layout:
    """What each cell of a table's rows is, empty for one that is not read.

    ``header`` is the row that names the columns, where one does, ``titles`` are rows above it; ``is_guessed``
    is whether a person has to look at it, since it is neither told nor in the words of this program.
    """

    columns: tuple[str, ...]
    header: Row | None
    is_guessed: bool
    titles: tuple[Row, ...] = ()

    @property
    def rows_above(self) -> int:
        """How many filled rows stand above the first with terms."""
        return len(self.titles) + (self.header is not None)

    @property
    def is_foreign(self) -> bool:
        """Whether the table is not one of ours that somebody has changed a little."""
        return self.header is None or ID not in map(name_column, self.header.cells)

    def shown(self) -> tuple[TableColumn, ...]:
        """Return each column as its header names it and as it is read."""
        names = self.header.cells if self.header else ()
        return tuple(
            TableColumn(header=names[place].strip() if place < len(names) else "", name=name)
            for place, name in enumerate(self.columns)
        )


def lay_out(rows: Rows, *, options: ImportOptions) -> Layout:
    """Return the layout of a table; raises InvalidInput where it has no Chinese or no English column."""
    sample = list(islice(rows(), SAMPLE_ROWS))
    titles = _count_titles(sample)
    body = sample[titles:]
    layout = _as_told(body, options.columns) if options.columns else _tell(body)
    return replace(layout, titles=tuple(sample[:titles]))


def _count_titles(sample: Sequence[Row]) -> int:
    """Return how many rows stand above the header: in each of them one cell is filled, as in a title."""
    for number, row in enumerate(sample[: MOST_TITLES + 1]):
        if sum(map(bool, map(str.strip, row.cells))) > 1:
            return number if _is_header(row.cells) else 0
    return 0


def _tell(sample: Sequence[Row]) -> Layout:
    first = sample[0] if sample else Row(1, ())
    named = _without_repeated([name_column(cell) for cell in first.cells])
    if set(REQUIRED_COLUMNS) <= set(named) and (ID in named or not _has_others_words(first.cells)):
        return Layout(tuple(name if name in COLUMNS else "" for name in named), first, is_guessed=False)
    return _guess(sample, first)


def _has_others_words(header: Sequence[str]) -> bool:
    """Return whether a header names a column in words that are not ours, as ``zh,en,Definition`` does."""
    guesses = [guess_header(cell) for cell in header if not _name_own(cell)]
    return not {"", "zh", "en", EITHER}.issuperset(guesses)


def _as_told(sample: Sequence[Row], told: Sequence[str]) -> Layout:
    columns = ["" if name.strip() in LEFT_OUT else name_column(name) for name in told]
    for name in filter(None, columns):
        if name not in KNOWN_COLUMNS:
            raise UnknownName("column", name, KNOWN_COLUMNS)
    _refuse_missing(columns, sample)
    if _without_repeated(columns) != columns:
        raise InvalidInput(f"a column is named twice in {','.join(told)}; name each once, or leave it empty")
    header = sample[0] if sample and _is_header(sample[0].cells) else None
    return Layout(tuple(columns), header, is_guessed=False)


def _guess(sample: Sequence[Row], first: Row) -> Layout:
    has_header = _is_header(first.cells)
    body = [row.cells for row in sample[has_header:]]
    width = max(map(len, body), default=len(first.cells))
    headers = [*first.cells, *[""] * width][:width] if has_header else [""] * width
    columns = [_name_own(header) or guess_header(header) for header in headers]
    if "zh" in columns and "en" in columns:
        columns = ["" if name == EITHER else name for name in columns]
    for name, is_it in (("zh", _is_chinese), ("en", _is_english)):
        if name not in columns:
            _take_by_content(
                columns, name, [place for place, has in enumerate(_turn(body, width)) if is_it(has)]
            )
    columns = _without_repeated(["" if name == EITHER else name for name in columns])
    _refuse_missing(columns, sample)
    return Layout(tuple(columns), first if has_header else None, is_guessed=True)


def _take_by_content(columns: list[str], name: str, fitting: Sequence[int]) -> None:
    """Give ``name`` to the first fitting column: one whose header names a side, else one without a name."""
    sides = [place for place in fitting if columns[place] == EITHER]
    free = [place for place in fitting if not columns[place]]
    for place in (sides or free)[:1]:
        columns[place] = name


def _name_own(header: str) -> str:
    name = name_column(header)
    return name if name in COLUMNS else ""


def _is_header(cells: Sequence[str]) -> bool:
    """Return whether a row names columns: two sides, or half of its filled cells are names that are known."""
    filled = [cell for cell in cells if cell.strip()]
    names = [_name_own(cell) or guess_header(cell) or read_snapshot_column(cell) for cell in filled]
    known = len([*filter(None, names)])
    return sum(name in SIDES for name in names) >= len(REQUIRED_COLUMNS) or 0 < len(filled) <= 2 * known


def _turn(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    return [[row[place] for row in rows if place < len(row) and row[place].strip()] for place in range(width)]


def _is_chinese(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(has_han, cells)) >= MIN_SHARE * len(cells)


def _is_english(cells: Sequence[str]) -> bool:
    def fits(cell: str) -> bool:
        return bool(LATIN.search(cell)) and not has_han(cell) and "://" not in cell

    return bool(cells) and sum(map(fits, cells)) >= MIN_SHARE * len(cells)


def _without_repeated(columns: Sequence[str]) -> list[str]:
    """Return the names, empty where one is there a second time."""
    return ["" if name in columns[:place] else name for place, name in enumerate(columns)]


def _refuse_missing(columns: Sequence[str], sample: Sequence[Row]) -> None:
    missing = [name for name in REQUIRED_COLUMNS if name not in columns]
    if missing:
        cells = sample[0].cells if sample else ()
        there = ", ".join(cell for cell in cells[:SHOWN_CELLS] if cell.strip()) or "none"
        raise InvalidInput(
            f"the table has no column {' and no column '.join(missing)}; its first line names: {there}. "
            f"A table needs {' and '.join(REQUIRED_COLUMNS)}, and may have {', '.join(COLUMNS)}; "
            "--columns zh,en,note names the columns in their order, empty for one to leave out"
        )


def tell_unread(layout: Layout, place: str) -> Iterator[Dropped]:
    """Yield the rows above a header and the columns of it that are not read, and why."""
    for row in layout.titles:
        what = " ".join(filter(None, map(str.strip, row.cells)))
        yield Dropped(where=f"{place} {row.line}", what=f"the title {what!r}", why="it is above the header")
    if layout.header is None:
        return
    seen: list[str] = []
    for number, cell in enumerate(layout.header.cells):
        name = layout.columns[number] if number < len(layout.columns) else ""
        if cell.strip() and not name and not read_snapshot_column(cell):
            known = name_column(cell)
            why = "is there twice" if known in seen and known in COLUMNS else "is no column of this format"
            yield Dropped(where=f"{place} {layout.header.line}", what=f"column {cell!r}", why=why)
        seen.append(name or name_column(cell))
