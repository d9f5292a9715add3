"""The rows of tables in Word files, as bilingual tables need them: grid cells with their texts."""

from collections.abc import Iterator

from glossary.documents.office import attribute, find_parts, main_part, read_part, read_relations
from glossary.documents.word import ROW_DELETED, Styles, read_styles, text_parts
from glossary.files.archive import Archive
from glossary.files.tables import Row
from glossary.files.xml import Element

SPAN = "./{*}tcPr/{*}gridSpan"
MERGED_DOWN = "./{*}tcPr/{*}vMerge"
RESTART = "restart"
MOST_COLUMNS = 63
"""As many as Word allows."""


def read_word_tables(archive: Archive) -> Iterator[list[Row]]:
    """Yield the tables of a Word file, each as its rows, numbered from 1; tables inside cells are left out.

    A cell that spans several columns is repeated in each; a row that is one such cell (the title of a
    section) is left out, so that a table may have no row left. A row whose cell goes on from the row above is
    joined to that row.
    """
    main = main_part(archive)
    styles = read_styles(archive, find_parts(archive, read_relations(archive, main), "styles"))
    rows: list[Row] = []
    table, number = None, 0
    for element in read_part(archive, main, {"tr"}):
        if next(element.iterancestors("{*}tc"), None) is not None:
            continue
        above = next(element.iterancestors("{*}tbl"), None)
        if above is not table:
            yield rows
            table, rows, number = above, [], 0
        number += 1
        if element.find(ROW_DELETED) is None:
            _add_row(rows, element, number, styles)
    yield rows


def _add_row(rows: list[Row], element: Element, number: int, styles: Styles) -> None:
    cells = list(element.iter("{*}tc"))
    if len(cells) < 2:
        return
    texts = tuple(
        text for cell in cells for text in [_text_of(cell, styles)] * min(_span(cell), MOST_COLUMNS)
    )
    if rows and any(map(_goes_on, cells)):
        rows[-1] = Row(rows[-1].line, _join(rows[-1].cells, texts))
    else:
        rows.append(Row(number, texts))


def _span(cell: Element) -> int:
    found = cell.find(SPAN)
    value = "" if found is None else attribute(found, "val")
    return int(value) if value.isdecimal() and int(value) else 1


def _goes_on(cell: Element) -> bool:
    """Whether the cell is the lower part of one that began in a row above."""
    merged = cell.find(MERGED_DOWN)
    return merged is not None and attribute(merged, "val") != RESTART


def _join(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    width = max(len(above), len(below))
    pairs = zip(*(cells + ("",) * (width - len(cells)) for cells in (above, below)), strict=True)
    return tuple("\n".join(filter(None, pair)) for pair in pairs)


def _text_of(cell: Element, styles: Styles) -> str:
    paragraphs = ("".join(text_parts(one, styles)).strip() for one in cell.iter("{*}p"))
    return "\n".join(filter(None, paragraphs))
