"""Renderings that a text declares in brackets."""

import pytest

from glossary.alignment.declared import find_declared
from glossary.model import Pair


def declared(*lines: str, terms: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    pairs = [Pair(number=number, where="", source=line, target="") for number, line in enumerate(lines)]
    return [(one.chinese, one.english) for one in find_declared(pairs, terms=terms)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("推进网格员（grid-based community worker）队伍建设。", ("网格员", "grid-based community worker")),
        ("要培训“网格长” (grid chief)。", ("网格长", "grid chief")),
        ("坚持“枫桥经验”（the Fengqiao model）。", ("枫桥经验", "Fengqiao model")),
        ("实行一网通办（English: one-stop online services）。", ("一网通办", "one-stop online services")),
        ("推动接诉即办（swift response）改革。", ("接诉即办", "swift response")),
    ],
)
def test_english_behind_a_chinese_term_is_its_rendering(line: str, found: tuple[str, str]) -> None:
    assert declared(line) == [found]


def test_a_known_term_tells_where_the_chinese_begins() -> None:
    line = "全面加强综治中心（governance center）建设"
    assert declared(line, terms=("综治中心",)) == [("综治中心", "governance center")]


def test_an_acronym_beside_the_full_form_is_declared_too() -> None:
    line = "综治中心（Integrated Governance Center, IGC）设在一楼。"
    assert declared(line) == [("综治中心", "Integrated Governance Center"), ("综治中心", "IGC")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The town relies on grid workers (网格员).", ("网格员", "grid workers")),
        ('Each has a "chief of the grid" (网格长).', ("网格长", "chief of the grid")),
        (
            "The comprehensive governance center (综治中心, zongzhi) opened.",
            ("综治中心", "comprehensive governance center"),
        ),
        ("The head of the neighborhood committee（居委会）came.", ("居委会", "neighborhood committee")),
    ],
)
def test_english_before_a_chinese_term_is_its_rendering(line: str, found: tuple[str, str]) -> None:
    assert declared(line) == [found]


def test_the_same_words_elsewhere_tell_where_the_english_begins() -> None:
    lines = ("City trains water resources wardens (河长).", "Few know what water resources wardens do.")
    assert declared(*lines) == [("河长", "resources wardens")]
    lines = ("City trains wardens (河湖长).", "What do wardens do?")
    assert declared(*lines) == [("河湖长", "wardens")]


@pytest.mark.parametrize(
    "line",
    [
        "距离（5 km）以内",
        "见第三条（下同）。",
        "长度单位（km）",
        "（grid worker）",
        "See page 3 (above).",
        "(网格员)",
    ],
)
def test_other_brackets_declare_nothing(line: str) -> None:
    assert declared(line) == []


def test_the_sentence_is_kept() -> None:
    pair = Pair(number=7, where="line 7", source="", target="Every grid worker (网格员) knows.")
    assert find_declared([pair])[0].pair is pair
