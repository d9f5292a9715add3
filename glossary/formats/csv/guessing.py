"""The layout of a table from elsewhere, guessed from its header and from what stands in it."""

from collections.abc import Iterable, Sequence

from glossary.files.header_words import plain_header
from glossary.files.tables import Row
from glossary.formats.cells.pinyin import are_readings
from glossary.formats.csv.headers import (
    EITHER,
    READING,
    SIDES,
    TRADITIONAL_TERM,
    is_header,
    known_column,
    names_traditional,
)
from glossary.formats.csv.layout import ID, Layout, refuse_missing
from glossary.formats.languages import LANGUAGE_CODE, TRADITIONAL
from glossary.model import SOURCE_LANGUAGE
from glossary.model.concept import CONCEPT_ID
from glossary.text.folding import has_han
from glossary.text.scripts import LATIN

ZH, EN = "zh", "en"
REMARK = "rendering_note"
REPEATABLE = frozenset({"", ZH, EN, "definitions"})
"""A table may have a column for each synonym, and a definition in each language."""
MIN_SHARE = 0.6
DIGITS = "0123456789"


def guess_layout(sample: Sequence[Row], first: Row) -> Layout:
    """Return the likely layout; raises InvalidInput where no column is Chinese, or none English."""
    below = [row.cells for row in sample[1:]]
    has_header = is_header(first.cells) or _names_columns(first.cells, below)
    body = below if has_header else [row.cells for row in sample]
    width = max(map(len, [first.cells, *body]))
    headers = [*first.cells, *[""] * width][:width] if has_header else [""] * width
    filled = _turn(body, width)
    known = _name_readings([known_column(header) for header in headers], body, filled)
    columns = _name_sides(known, headers, filled)
    refuse_missing(columns, sample)
    columns = _keep_fitting(_tell_scripts(columns, headers), headers)
    if not has_header:
        _take_remarks(columns, filled)
    has_ids = ID not in columns or has_own_ids(columns.index(ID), sample[1:])
    is_traditional = names_traditional(headers[columns.index(ZH)])
    return Layout(
        tuple(name if has_ids or name != ID else "" for name in columns),
        first if has_header else None,
        is_guessed=True,
        chinese=TRADITIONAL if is_traditional else SOURCE_LANGUAGE,
        has_ids=has_ids,
        unnamed=() if has_header else tuple(_list_unread(columns, filled)),
    )


def has_own_ids(place: int, rows: Iterable[Row]) -> bool:
    """Return whether the ids in a column may be of this base: it is empty, or one looks like ours."""
    ids = [row.cells[place].strip() for row in rows if place < len(row.cells) and row.cells[place].strip()]
    return not ids or any(map(CONCEPT_ID.fullmatch, ids))


def _names_columns(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Return whether a row names a side, and has no term where Chinese follows: english, Taiwan, China."""
    if not any(known_column(cell) in SIDES for cell in first):
        return False
    columns = enumerate(_turn(body, len(first)))
    chinese = [first[place] for place, column in columns if _is_chinese(column)]
    return bool(chinese) and not any(map(has_han, chinese))


def _name_readings(
    columns: Sequence[str], body: Sequence[Sequence[str]], filled: Sequence[Sequence[str]]
) -> list[str]:
    """Return the names of the columns, pinyin told by the Chinese of its row where no header names it."""
    chinese = next((place for place, cells in enumerate(filled) if _is_chinese(cells)), None)
    if chinese is None:
        return [*columns]

    def is_pinyin(place: int) -> bool:
        last = max(chinese, place)
        return are_readings((row[chinese], row[place]) for row in body if last < len(row) and row[place])

    return [
        READING if not name and filled[place] and is_pinyin(place) else name
        for place, name in enumerate(columns)
    ]


def _name_sides(columns: list[str], headers: Sequence[str], filled: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of the columns, the two sides told by their content where no header tells them."""
    for name, is_it in ((ZH, _is_chinese), (EN, _is_english)):
        if name not in columns:
            _take_by_content(columns, name, [place for place, cells in enumerate(filled) if is_it(cells)])
    for place, cells in enumerate(filled):
        if not columns[place] and names_traditional(headers[place]) and _is_chinese(cells):
            columns[place] = ZH
    return ["" if name == EITHER else name for name in columns]


def _take_by_content(columns: list[str], name: str, fitting: Sequence[int]) -> None:
    """Give ``name`` to the first fitting column: one whose header names a side, else one without a name."""
    sides = [place for place in fitting if columns[place] == EITHER]
    free = [place for place in fitting if not columns[place]]
    for place in (sides or free)[:1]:
        columns[place] = name


def _tell_scripts(columns: Sequence[str], headers: Sequence[str]) -> list[str]:
    """Return the columns, those of traditional terms apart where there are simplified ones too."""
    traditional = [
        name == ZH and names_traditional(header) for name, header in zip(columns, headers, strict=True)
    ]
    if traditional.count(True) == columns.count(ZH):
        return [*columns]
    return [TRADITIONAL_TERM if is_it else name for name, is_it in zip(columns, traditional, strict=True)]


def _keep_fitting(columns: Sequence[str], headers: Sequence[str]) -> list[str]:
    """Return the columns without a second one of a name, unless it holds more of the same."""
    kinds = [
        (name, plain_header(header.rstrip(DIGITS))) for name, header in zip(columns, headers, strict=True)
    ]

    def fits(place: int) -> bool:
        name = columns[place]
        first = columns.index(name)
        is_more = name == "definitions" or (name in REPEATABLE and kinds[place] == kinds[first])
        return place == first or is_more

    return [name if fits(place) else "" for place, name in enumerate(columns)]


def _take_remarks(columns: list[str], filled: Sequence[Sequence[str]]) -> None:
    """Take what follows a pair in a table without a header, such as ``网格,grid,in towns``, for a remark."""
    if {*columns[:2]} == {ZH, EN} and len(columns) > 2 and not columns[2] and any(map(_is_text, filled[2])):
        columns[2] = REMARK


def _list_unread(columns: Sequence[str], filled: Sequence[Sequence[str]]) -> Iterable[tuple[int, str]]:
    return [(place, cells[0]) for place, cells in enumerate(filled) if cells and not columns[place]]


def _turn(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    return [[row[place] for row in rows if place < len(row) and row[place].strip()] for place in range(width)]


def _is_chinese(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(has_han, cells)) >= MIN_SHARE * len(cells)


def _is_english(cells: Sequence[str]) -> bool:
    def fits(cell: str) -> bool:
        return bool(LATIN.search(cell)) and not has_han(cell) and "://" not in cell

    return bool(cells) and sum(map(fits, cells)) >= MIN_SHARE * len(cells)


def _is_text(cell: str) -> bool:
    """Whether a cell is in words: no number, no language and no address."""
    is_code = LANGUAGE_CODE.fullmatch(cell.strip()) or cell.strip().isdecimal()
    return not is_code and "://" not in cell
