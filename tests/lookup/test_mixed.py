"""Characters and letters in one query are compared character by character."""

import pytest

from glossary.lookup.mixed import fits_mixed, is_mixed, plan_mixed


@pytest.mark.parametrize("query", ["网gy", "wangge员", "网格y", "网Ge员", "網gy", "wgyuan"])
def test_a_query_with_letters_in_a_row_is_mixed(query: str) -> None:
    assert is_mixed(query)


@pytest.mark.parametrize("query", ["网格", "wge3", "wg", "12345热线", "网+gy+1", "", "网é", "网x" * 40])
def test_other_queries_are_not(query: str) -> None:
    assert not is_mixed(query)


@pytest.mark.parametrize(
    ("query", "initials"),
    [
        ("网gy", "wgy"),
        ("wangge员", "wgy"),
        ("网格y", "wgy"),
        ("w格yuan", "wgy"),
        ("长j", "zj"),
        ("长j", "cj"),
        ("xuelianggc", "xlgc"),
        ("xlgongc", "xlgc"),
        ("zhzhongxin", "zzx"),
        ("shfwzhongxin", "sfwzx"),
    ],
)
def test_it_is_looked_for_by_its_initials(query: str, initials: str) -> None:
    assert initials in [key for probe in plan_mixed(query) for key in probe.keys]


@pytest.mark.parametrize(
    "query", ["网gy", "wangge员", "网格y", "w格员", "wang格", "网g", "网格yua", "wgyuan", "wanggy"]
)
def test_what_is_written_spelled_or_an_initial_fits(query: str) -> None:
    assert fits_mixed(query, "网格员", "")


@pytest.mark.parametrize("query", ["网gz", "格gy", "wan格员", "网格员y", "wangge人", "网格yx"])
def test_what_differs_anywhere_does_not(query: str) -> None:
    assert not fits_mixed(query, "网格员", "")


@pytest.mark.parametrize("query", ["zhzzx", "zzzx", "zhongzzx"])
def test_zh_is_an_initial_as_well_as_z(query: str) -> None:
    assert fits_mixed(query, "重制中心", "")


def test_letters_that_no_syllables_begin_with_are_not_looked_for() -> None:
    assert plan_mixed("wanggeyaun") == ()


def test_the_ways_to_read_many_letters_are_bounded() -> None:
    assert len(plan_mixed("an" * 30)) == 8


def test_every_reading_of_a_character_fits_unless_a_curator_named_one() -> None:
    assert fits_mixed("liu安茶", "六安茶", "")
    assert fits_mixed("lu安茶", "六安茶", "lù ān chá")
    assert not fits_mixed("liu安茶", "六安茶", "lù ān chá")
