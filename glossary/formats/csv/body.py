"""The rows of a table below its header, with the cells named: as the curator wrote them, or as others do."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from glossary.files.tables import Row
from glossary.formats.cells.notation import escape_part, write_details
from glossary.formats.concepts import Dropped
from glossary.formats.csv.headers import PART_OF_SPEECH, READING, guess_status
from glossary.formats.csv.layout import Layout, Rows
from glossary.formats.csv.row import KEY_COLUMNS, ConceptKey, concept_key, name_cells, trim_cells

LINE = "line"
SYNONYM_MARK = "|"  # as Trados has several terms in one cell
LISTED = re.compile(r"\s*[|;；、，,\n]\s*")


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table, to be read as often as needed; ``place`` is what one is called before its number.

    In a table that is ``foreign`` a cell may hold several terms, and notes and definitions are plain text.
    """

    source: Rows
    layout: Layout
    place: str = LINE
    foreign: bool = False

    def rows(self) -> Iterator[Row]:
        """Yield the rows, one for each rendering."""
        below = islice(self.source(), self.layout.rows_above, None)
        column = self.layout.columns.index("en")
        return (one for row in below for one in split_row(row, column)) if self.foreign else below

    def keyed(self) -> Iterator[tuple[ConceptKey, Row]]:
        """Yield the rows, each with what tells its concept from others."""
        columns = self.layout.columns
        places = {name: columns.index(name) for name in KEY_COLUMNS if name in columns}
        for row in self.rows():
            cells = {name: row.cells[at] for name, at in places.items() if at < len(row.cells)}
            yield concept_key(trim_cells(cells)), row

    def where(self, row: Row) -> str:
        """Return the place of a row, to be told."""
        return f"{self.place} {row.line}"

    def cells(self, row: Row, dropped: list[Dropped]) -> dict[str, str]:
        """Return the filled cells of a row by column."""
        cells = name_cells(row, self.layout.columns, self.where(row), dropped)
        return spell_as_ours(cells) if self.foreign else cells

    def is_cut_off(self, row: Row) -> bool:
        """Whether a row has too few cells; others leave out empty ones at its end."""
        return not self.foreign and len(row.cells) < len(self.layout.columns)


def split_row(row: Row, column: int) -> Iterator[Row]:
    """Yield a row for each of the terms in its cell ``column``."""
    parts = row.cells[column].split(SYNONYM_MARK) if column < len(row.cells) else []
    terms = [part for part in parts if part.strip()]
    if len(terms) < 2:
        yield row
    for term in terms if len(terms) > 1 else ():
        yield Row(row.line, (*row.cells[:column], term, *row.cells[column + 1 :]))


def spell_as_ours(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of a foreign table as the curator would have written them."""
    told = {name: FOREIGN_CELLS.get(name, str)(cell) for name, cell in cells.items()}
    first, *others = list(filter(None, map(str.strip, told.get("zh", "").split(SYNONYM_MARK)))) or [""]
    listed = [*others, *filter(None, LISTED.split(told.pop("other_zh", "")))]
    reading, part_of_speech = told.pop(READING, ""), told.pop(PART_OF_SPEECH, "")
    more = {
        "zh": first,
        "other_zh": "\n".join(escape_part(other) for other in dict.fromkeys(listed) if other != first),
        "zh_details": write_details({READING: reading}) if reading else "",
        "en_details": write_details({PART_OF_SPEECH: part_of_speech})
        if part_of_speech and "en" in told
        else "",
    }
    return told | {name: cell for name, cell in more.items() if cell}


FOREIGN_CELLS: Mapping[str, Callable[[str], str]] = {
    "status": guess_status,
    "definitions": escape_part,
}
