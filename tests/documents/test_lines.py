"""Lines know where they stand, how they are folded, and whether they are written prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.lines import is_prose, split_lines
from glossary.text.folding import fold


def test_lines_come_without_the_blanks_around_them_and_know_where_they_stand() -> None:
    lines = split_lines("海堤\n\n  巡查 \r\n渔港")
    assert [(line.text, line.start, line.end) for line in lines] == [
        ("海堤", 0, 2),
        ("巡查", 6, 8),
        ("渔港", 11, 13),
    ]


def test_a_line_is_folded_for_comparing() -> None:
    (line,) = split_lines(" 漁港ＡＰＰ")
    assert (line.text, line.folded) == ("漁港ＡＰＰ", "渔港app")


def test_what_stands_before_the_start_is_left_out() -> None:
    assert [(line.text, line.start) for line in split_lines("题目\n海堤\n", 3)] == [("海堤", 3)]


def test_a_text_without_lines_has_none() -> None:
    assert split_lines("") == split_lines(" \n\t\n") == []


@given(st.text(alphabet="海漁Ａ。 \n\r\u3000\x85", max_size=30))
def test_every_line_stands_where_it_says(text: str) -> None:
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text == line.text.strip()
        assert line.folded == fold(line.text)
        assert line.is_prose == is_prose(line.text)


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("巡海员每天沿着海堤走两遍，发现险情马上上报。", True),
        (
            "渔港综合管理平台接入十二座渔港，潮汐预警也从这里发出，巡海员和渔民都要看一看潮位图再出海！",
            True,
        ),
        ("渔港综合管理平台接入十二座渔港，潮汐预警也从这里发出，巡海员和渔民都要看一看它的潮位图才行”", True),
        ("上报了。", False),
        ("渔港综合管理平台正式上线运行啦", False),
        ("首页 新闻 政务 服务 互动 数据 专题 视频 图片 电子报 无障碍 关怀版 登录 注册 退出 帮助 联系", False),
        ("巡海员每天沿着海堤走两遍，发现险情马上上报。[详细]", False),
    ],
)
def test_prose_is_written_in_sentences(line: str, prose: bool) -> None:
    assert is_prose(line) is prose
