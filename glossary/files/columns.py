"""Tables of two languages: which column is Chinese, which is English, and whether a header names them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from glossary.errors import InvalidInput
from glossary.files.header_words import CHINESE_SIDE, EITHER_SIDE, ENGLISH_SIDE, plain_header
from glossary.files.sides import CHINESE, ENGLISH, Note
from glossary.files.tables import DELIMITERS, TAB, Row
from glossary.files.units import Unit
from glossary.text.scripts import HAN, LATIN, Script, tell_script

SAMPLE_ROWS = 100
SAMPLE_LINES = 50
MIN_SHARE_OF_PAIRS = 0.7
"""In a table of two languages so many of the filled rows have both; a text with commas has hardly any."""
CHINESE_HEADERS = CHINESE_SIDE | {"zh", "zhcn", "zhhans", "zhhant"}
ENGLISH_HEADERS = ENGLISH_SIDE | {"en", "enus", "engb"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the two columns in a row, from 0, and whether the first row names them."""

    chinese: int
    english: int
    has_header: bool


def read_columns(rows: Iterable[Row], *, note: Note, name: str = "line") -> Iterator[Unit]:
    """Yield the two languages of each row. ``note`` is told which columns are read, where there are more.

    ``name`` is what a row is called, before its number.

    Raises InvalidInput where no two columns are Chinese and English.
    """
    rows = iter(rows)
    sample = list(islice(rows, SAMPLE_ROWS))
    columns = tell_columns([row.cells for row in sample])
    if columns is None:
        raise InvalidInput(_explain_no_columns(sample))
    if max(len(row.cells) for row in sample) > len((CHINESE, ENGLISH)):
        note(_describe(columns, sample[0]))
    for row in islice(chain(sample, rows), int(columns.has_header), None):
        cells = {place: row.cells[place] for place in range(len(row.cells))}
        yield Unit(
            where=f"{name} {row.line}",
            source=cells.get(columns.chinese, ""),
            target=cells.get(columns.english, ""),
        )


def tell_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return which columns are Chinese and English: by what most rows hold, among those by the header."""
    return _tell_columns(rows, rows[1:]) or _tell_columns(rows, rows)


def _tell_columns(rows: Sequence[Sequence[str]], body: Sequence[Sequence[str]]) -> Columns | None:
    """The columns as ``body`` shows them: the rows under the first, which may be a header, or all rows."""
    if not body:
        return None
    header = [_name_column(cell) for cell in rows[0]]
    scripts = [tell_script(" ".join(column)) for column in _turn(body)]
    chinese = _choose(scripts, Script.CHINESE, CHINESE, header, body)
    english = _choose(scripts, Script.LATIN, ENGLISH, header, body)
    if chinese is None or english is None:
        return None
    return Columns(chinese, english, _is_header(rows[0], header, chinese, english))


def _turn(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [[row[place] if place < len(row) else "" for row in rows] for place in range(width)]


def _name_column(cell: str) -> str | None:
    """The side that a header names, empty where it names either; None of what is no header that is known."""
    header = plain_header(cell)
    if header in CHINESE_HEADERS:
        return CHINESE
    if header in ENGLISH_HEADERS:
        return ENGLISH
    return "" if header in EITHER_SIDE else None


def _choose(
    scripts: Sequence[Script],
    script: Script,
    name: str,
    header: Sequence[str | None],
    rows: Sequence[Sequence[str]],
) -> int | None:
    """The column in this script that the header names, else the one with the most letters."""
    fitting = [place for place, one in enumerate(scripts) if one is script]
    named = [place for place in fitting if place < len(header) and header[place] == name]
    letters = HAN if script is Script.CHINESE else LATIN
    weights = {
        place: sum(len(letters.findall(row[place])) for row in rows if place < len(row)) for place in fitting
    }
    return named[0] if named else max(fitting, key=lambda place: weights[place], default=None)


def _is_header(first: Sequence[str], header: Sequence[str | None], chinese: int, english: int) -> bool:
    """Whether the first row names the columns: one is a known name, or in the other column's language.

    中文 | English is known; 术语表 | 对应说法 is all Chinese, and no translation is.
    """
    if any(place < len(header) and header[place] is not None for place in (chinese, english)):
        return True
    scripts = [tell_script(first[place]) for place in (chinese, english) if place < len(first)]
    return scripts in ([Script.LATIN] * 2, [Script.CHINESE] * 2)


def _describe(columns: Columns, first: Row) -> str:
    places = ((CHINESE, columns.chinese), (ENGLISH, columns.english))
    if not columns.has_header:
        return "read are " + " and ".join(f"column {place + 1} as {name}" for name, place in places)
    return "read are " + " and ".join(
        f"the column {first.cells[place]!r} as {name}" for name, place in places
    )


def _explain_no_columns(sample: Sequence[Row]) -> str:
    shown = " | ".join(cell.strip() for cell in sample[0].cells[:5]) if sample else "nothing"
    return f"no two of its columns are Chinese and English; its first row is: {shown}"


def tell_delimiter(text: str) -> str:
    """Return what parts a table of two languages, of which the beginning is enough; nothing for other texts.

    In a table most lines have both languages in cells of their own. A text with commas does not.
    """
    lines = [line for line in text.split("\n")[:SAMPLE_LINES] if line.strip()]
    return next((one for one in (TAB, *DELIMITERS) if _has_columns(lines, one)), "")


def _has_columns(lines: Sequence[str], delimiter: str) -> bool:
    rows = [line.split(delimiter) for line in lines]
    columns = tell_columns(rows)
    if columns is None:
        return False
    body = rows[columns.has_header :]
    both = sum(_has_both(row, columns) for row in body)
    return both >= max(1, MIN_SHARE_OF_PAIRS * len(body))


def _has_both(row: Sequence[str], columns: Columns) -> bool:
    if len(row) <= max(columns.chinese, columns.english):
        return False
    cells = tell_script(row[columns.chinese]), tell_script(row[columns.english])
    return cells == (Script.CHINESE, Script.LATIN)
