"""Tables of two languages: which columns are read, and whether the first row is a header."""

import pytest

from glossary.errors import InvalidInput
from glossary.files.columns import read_columns, tell_delimiter
from glossary.files.tables import Row

WORKER = ("网格员每天走访。", "Grid workers visit daily.")


def read(*rows: tuple[str, ...]) -> tuple[list[tuple[str, str]], list[str]]:
    notes: list[str] = []
    numbered = [Row(number, cells) for number, cells in enumerate(rows, 1)]
    units = list(read_columns(numbered, note=notes.append))
    return [(unit.source, unit.target) for unit in units], notes


@pytest.mark.parametrize(
    "header",
    [
        ("中文", "English"),
        ("Source", "Target"),
        ("原文", "译文"),
        ("说法", "对应说法"),
        ("中文（简体）", "English (UK)"),
        ("Simplified_Chinese", "(EN)"),
    ],
)
def test_a_header_is_left_out(header: tuple[str, str]) -> None:
    assert read(header, WORKER) == ([WORKER], [])


def test_without_a_header_every_row_is_read() -> None:
    assert read(WORKER, ("综治中心", "the centre"))[0] == [WORKER, ("综治中心", "the centre")]


def test_the_columns_are_told_apart_by_script() -> None:
    assert read(("Grid workers visit daily.", "网格员每天走访。"))[0] == [WORKER]


def test_among_more_columns_the_header_chooses_and_it_is_told() -> None:
    rows = [("ID", "拼音", "中文", "EN"), ("7", "wang ge yuan zou fang le hen duo ci", *WORKER)]
    assert read(*rows) == ([WORKER], ["read are the column '中文' as Chinese and the column 'EN' as English"])


def test_among_more_columns_without_a_header_that_with_the_most_text_is_taken() -> None:
    assert read(("1", "甲", *WORKER), ("2", "乙", *WORKER))[1] == [
        "read are column 3 as Chinese and column 4 as English"
    ]


def test_a_short_row_has_an_empty_side() -> None:
    assert read(WORKER, ("综治中心",))[0][1] == ("综治中心", "")


@pytest.mark.parametrize("rows", [[("网格员", "综治中心")], [("grid", "worker")], []])
def test_a_table_of_one_language_is_refused(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(InvalidInput, match="no two of its columns are Chinese and English"):
        read(*rows)


def test_a_text_is_told_from_a_table() -> None:
    assert tell_delimiter("网格员\tgrid, worker, and, more\n综治中心\tthe centre\n") == "\t"
    assert tell_delimiter("zh,en\n网格员,grid worker\n") == ","
    assert not tell_delimiter("Grid workers, in short, visit, daily.\nThey report, too.\n")
    assert not tell_delimiter("网格员每天走访, 排查隐患, 上报。\n综治中心受理, 分流。\n")
