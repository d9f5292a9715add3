"""Rows in columns, where Chinese takes two columns a character."""

import pytest

from glossary.report.hits import display_width
from glossary.report.tables import format_table

HEADER = ("", "term", "rendering", "context")
ROWS = [
    (1, "绿道", "greenway", "沿着【绿道】走"),
    (12, "河湖长制", "river and lake chief system", "推行【河湖长制】"),
]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert format_table(HEADER, ROWS, columns=80).splitlines() == [
        "    term      rendering                    context",
        "1   绿道      greenway                     沿着【绿道】走",
        "12  河湖长制  river and lake chief system  推行【河湖长制】",
    ]


def test_a_table_without_rows_is_its_header() -> None:
    assert format_table(("what", "how many"), [], columns=80) == "what  how many\n"


def test_the_last_column_is_cut_short() -> None:
    (line,) = format_table(("term", "context"), [("绿道", "长" * 90)], columns=40).splitlines()[1:]
    assert line == "绿道  " + "长" * 16 + "…"


def test_the_last_column_may_go_on_below_under_its_own_beginning() -> None:
    lines = format_table(
        ("name", "loses"), [("csv", "one two three four")], columns=20, wrapped=True
    ).splitlines()
    assert lines == ["name  loses", "csv   one two three", "      four"]


@pytest.mark.parametrize("columns", [70, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    wide = [("12", "社" * 30, "0.95", "12", "organisation", "管" * 30, "a rendering " * 9, "境" * 60)]
    header = ("", "term", "score", "count", "kind", "also", "rendering", "context")
    assert max(map(display_width, format_table(header, wide, columns=columns).splitlines())) <= columns


@pytest.mark.parametrize("columns", [70, 80, 100])
def test_wide_columns_give_way_until_the_last_one_is_legible(columns: int) -> None:
    wide = [("12", "社" * 14, "5.17", "1200", "a rendering of many words", "盖板,镇【综治中心】调取")]
    header = ("", "term", "score", "count", "rendering", "context")
    assert "【综治中心】" in format_table(header, wide, columns=columns)


def test_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in format_table(("title",), [("\x1b[31mred",)], columns=80)


def test_markup_and_emoji_names_stay_as_they_are() -> None:
    assert "[bold] :house: {x}" in format_table(("title",), [("[bold] :house: {x}",)], columns=80)
