"""The layout of a table: as told, by its header in the words of this program, or guessed."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from glossary.errors import InvalidInput, UnknownName
from glossary.files.tables import Row
from glossary.formats.csv.columns import COLUMNS, REQUIRED_COLUMNS, name_column
from glossary.formats.csv.guessing import REPEATABLE, guess_layout, has_own_ids
from glossary.formats.csv.headers import (
    EITHER,
    FOREIGN_COLUMNS,
    guess_header,
    is_header,
    known_column,
    name_own,
)
from glossary.formats.csv.layout import ID, Layout, Rows, refuse_missing, without_repeated
from glossary.formats.declaration import ImportOptions
from glossary.formats.languages import LANGUAGE_CODE, is_source, is_target

SAMPLE_ROWS = 50
KNOWN_COLUMNS = (*COLUMNS, *FOREIGN_COLUMNS)
LEFT_OUT = frozenset({"", "-", "_"})
"""How somebody tells that a column is not to be read."""
MOST_TITLES = 5
ORDER = re.compile(r"#[a-z ]+:")
KEY_COLUMN = re.compile(r"#(?:guid|notetype|deck|tags) column:([0-9]{1,3})")


def lay_out(rows: Rows, *, options: ImportOptions) -> Layout:
    """Return the layout of a table; raises InvalidInput where it has no Chinese or no English column."""
    sample = list(islice(rows(), SAMPLE_ROWS))
    orders = _count_orders(sample)
    titles = orders or _count_titles(sample)
    body = _without_keys(sample[titles:], sample[:orders]) if orders else _without_codes(sample[titles:])
    layout = _as_told(body, options.columns) if options.columns else _tell(body)
    return replace(layout, titles=tuple(sample[:titles]))


def _count_orders(sample: Sequence[Row]) -> int:
    """Return how many rows above the notes of Anki say how to read them: ``#html:true``."""
    return next((place for place, row in enumerate(sample) if not ORDER.match(row.cells[0])), len(sample))


def _without_keys(sample: Sequence[Row], orders: Sequence[Row]) -> Sequence[Row]:
    """Return the rows without the cells of which Anki says that they are no field: deck, tags, id …"""
    found = [KEY_COLUMN.fullmatch(row.cells[0].strip()) for row in orders]
    return _without_cells(sample, {int(one[1]) - 1 for one in found if one})


def _without_codes(sample: Sequence[Row]) -> Sequence[Row]:
    """Return the rows without columns that hold one language in each row: DeepL's ``网格,grid,zh,en``."""
    columns = zip_longest(*(row.cells for row in sample), fillvalue="")
    codes = {place for place, cells in enumerate(columns) if _is_one_language(cells)}
    return _without_cells(sample, codes)


def _is_one_language(cells: Sequence[str]) -> bool:
    """Whether a column has the same code of Chinese or English in its rows, of which there are several."""
    first, *others = cells
    is_code = bool(LANGUAGE_CODE.fullmatch(first)) and (is_source(first) or is_target(first))
    return is_code and {first} == {*others}


def _without_cells(sample: Sequence[Row], places: Collection[int]) -> Sequence[Row]:
    return [
        Row(row.line, tuple("" if place in places else cell for place, cell in enumerate(row.cells)))
        for row in sample
    ]


def _count_titles(sample: Sequence[Row]) -> int:
    """Return how many rows stand above the header, such as titles, of which one cell is filled.

    A row of more cells is none, unless a header in so many words follows: 词 | 译 above 简体 | 繁体 | 英文.
    """
    top = sample[: MOST_TITLES + 1]
    filled = [sum(map(bool, map(str.strip, row.cells))) for row in top]
    first = next((number for number, count in enumerate(filled) if count > 1), 0)
    if top and filled[first] > 1 and is_header(top[first].cells):
        return first
    return next((number for number, row in enumerate(top) if _names_both_sides(row.cells)), 0)


def _names_both_sides(cells: Sequence[str]) -> bool:
    return set(REQUIRED_COLUMNS) <= {known_column(cell) for cell in cells}


def _tell(sample: Sequence[Row]) -> Layout:
    first = sample[0] if sample else Row(1, ())
    named = without_repeated([name_column(cell) for cell in first.cells])
    has_ids = ID in named and has_own_ids(named.index(ID), sample[1:])
    is_ours = has_ids or not (ID in named or _has_others_words(first.cells))
    if is_ours and set(REQUIRED_COLUMNS) <= set(named):
        return Layout(tuple(name if name in COLUMNS else "" for name in named), first, is_guessed=False)
    return guess_layout(sample, first)


def _has_others_words(header: Sequence[str]) -> bool:
    """Return whether a header names a column in words that are not ours, as ``zh,en,Definition`` does."""
    guesses = [guess_header(cell) for cell in header if not name_own(cell)]
    return not {"", EITHER}.issuperset(guesses)


def _as_told(sample: Sequence[Row], told: Sequence[str]) -> Layout:
    columns = ["" if name.strip() in LEFT_OUT else name_column(name) for name in told]
    for name in filter(None, columns):
        if name not in KNOWN_COLUMNS:
            raise UnknownName("column", name, KNOWN_COLUMNS)
    refuse_missing(columns, sample)
    once = [name for name in columns if name not in REPEATABLE]
    if without_repeated(once) != once:
        raise InvalidInput(f"a column is named twice in {','.join(told)}; name each once, or leave it empty")
    header = sample[0] if sample and is_header(sample[0].cells) else None
    return Layout(tuple(columns), header, is_guessed=False)
