"""The rows of a table below its header, with the cells named: as the curator wrote them, or as others do."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from glossary.files.tables import Row
from glossary.formats.cells.notation import escape_part, write_details, write_item
from glossary.formats.concepts import Dropped
from glossary.formats.csv.guessing import EN, ZH
from glossary.formats.csv.headers import (
    CASE_SENSITIVE,
    FORBIDDEN,
    PART_OF_SPEECH,
    READING,
    TRADITIONAL_TERM,
    guess_status,
    is_true,
)
from glossary.formats.csv.layout import Layout, Rows, without_repeated
from glossary.formats.csv.row import KEY_COLUMNS, ConceptKey, concept_key, name_cells, trim_cells
from glossary.formats.languages import TRADITIONAL
from glossary.model import SOURCE_LANGUAGE, Status
from glossary.text.tidying import tidy

LINE = "line"
DEFINITIONS = "definitions"
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
        places = [place for place, name in enumerate(self.layout.columns) if name == EN]
        return (one for row in below for one in split_row(row, places)) if self.foreign else below

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
        columns = self.layout.columns
        if not self.foreign:
            return name_cells(row, columns, self.where(row), dropped)
        cells = name_cells(row, without_repeated(columns), self.where(row), dropped)
        terms = {ZH: SYNONYM_MARK.join(self._all(row, ZH))} if columns.count(ZH) > 1 else {}
        definitions = map(escape_part, self._all(row, DEFINITIONS))
        said = {DEFINITIONS: "\n".join(definitions)}
        return spell_as_ours(trim_cells(cells | terms | said), self.layout.chinese)

    def _all(self, row: Row, name: str) -> list[str]:
        """Return the filled cells of all columns of one name."""
        places = [place for place, column in enumerate(self.layout.columns) if column == name]
        return [cell for cell in cells_at(row, places) if cell.strip()]

    def is_cut_off(self, row: Row) -> bool:
        """Whether a row has too few cells; others leave out empty ones at its end."""
        return not self.foreign and len(row.cells) < len(self.layout.columns)


def split_row(row: Row, places: Sequence[int]) -> Iterator[Row]:
    """Yield a row for each of the terms in its cells at ``places``, with the term in the first of them."""
    parts = [part for cell in cells_at(row, places) for part in cell.split(SYNONYM_MARK) if part.strip()]
    if len(parts) < 2 and len(places) < 2:
        yield row
        return
    first, *others = places
    blank = ["" if place in others else cell for place, cell in enumerate(row.cells)]
    for part in parts or [""]:
        yield Row(row.line, (*blank[:first], part, *blank[first + 1 :]))


def cells_at(row: Row, places: Iterable[int]) -> list[str]:
    """Return the cells at ``places``, as far as the row has them."""
    return [row.cells[place] for place in places if place < len(row.cells)]


def spell_as_ours(cells: Mapping[str, str], chinese: str) -> dict[str, str]:
    """Return the cells of a foreign table as the curator would; its terms are in ``chinese``."""
    told = {name: guess_status(cell) if name == "status" else cell for name, cell in cells.items()}
    first, *others = list_terms(told.get(ZH, ""))
    listed = [*others, *filter(None, map(tidy, LISTED.split(told.pop("other_zh", ""))))]
    traditional = list_terms(told.pop(TRADITIONAL_TERM, ""))
    language = {} if chinese == SOURCE_LANGUAGE else {"language": chinese}
    terms = [(other, language) for other in dict.fromkeys(listed) if other != first]
    terms += [(other, {"language": TRADITIONAL}) for other in traditional if other not in ("", first)]
    reading, part_of_speech = told.pop(READING, ""), told.pop(PART_OF_SPEECH, "")
    marks = {"case_sensitive": "yes"} if is_true(told.pop(CASE_SENSITIVE, "")) else {}
    about = {**({"part_of_speech": part_of_speech} if part_of_speech else {}), **marks}
    more = {
        ZH: first,
        "other_zh": "\n".join(write_item(other, details) for other, details in terms),
        "zh_details": write_details({**language, **({READING: reading} if reading else {})}),
        EN: tidy(told.get(EN, "")),
        "en_details": write_details(about) if EN in told else "",
        "status": Status.FORBIDDEN if is_true(told.pop(FORBIDDEN, "")) and EN in told else "",
    }
    return told | {name: cell for name, cell in more.items() if cell}


def list_terms(cell: str) -> list[str]:
    """Return the terms of a cell, at least one, which may be empty."""
    return list(filter(None, map(tidy, cell.split(SYNONYM_MARK)))) or [""]
