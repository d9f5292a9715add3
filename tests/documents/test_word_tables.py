"""Tables of Word files as rows of grid cells."""

import io

import docx
from docx.document import Document as WordDocument

from glossary.documents.word_tables import read_word_tables
from glossary.files.archive import Archive


def read(word: WordDocument) -> list[list[tuple[str, ...]]]:
    out = io.BytesIO()
    word.save(out)
    return [[row.cells for row in rows] for rows in read_word_tables(Archive(out.getvalue())) if rows]


def word_with(*rows: tuple[str, ...]) -> WordDocument:
    word = docx.Document()
    table = word.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return word


def test_a_table_is_its_rows() -> None:
    assert read(word_with(("中文", "English"), ("网格员", "grid worker"))) == [
        [("中文", "English"), ("网格员", "grid worker")]
    ]


def test_a_row_that_is_one_cell_is_left_out() -> None:
    word = word_with(("第一章", ""), ("网格员", "grid worker"))
    cells = word.tables[0].rows[0].cells
    cells[0].merge(cells[1])
    assert read(word) == [[("网格员", "grid worker")]]


def test_a_cell_over_several_columns_keeps_the_others_in_their_place() -> None:
    word = word_with(("1", "甲", "网格员", "grid worker"), ("2", "", "综治中心", "centre"))
    cells = word.tables[0].rows[1].cells
    cells[0].merge(cells[1])
    assert [row[2:] for row in read(word)[0]] == [("网格员", "grid worker"), ("综治中心", "centre")]


def test_rows_under_one_merged_cell_are_one_row() -> None:
    word = word_with(("网格员每天走访。", "Grid workers visit."), ("", "They do so daily."))
    rows = word.tables[0].rows
    rows[0].cells[0].merge(rows[1].cells[0])
    assert read(word) == [[("网格员每天走访。", "Grid workers visit.\nThey do so daily.")]]


def test_a_table_inside_a_cell_is_left_out() -> None:
    word = word_with(("网格员", "grid worker"))
    inner = word.tables[0].rows[0].cells[1].add_table(1, 2)
    inner.rows[0].cells[0].text = "内"
    assert read(word) == [[("网格员", "grid worker")]]
