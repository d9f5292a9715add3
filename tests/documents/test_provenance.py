import pytest

from glossary.documents.kinds import DocumentKind
from glossary.documents.provenance import normalise_date, read_provenance

PROSE = "网格员每天走访居民，把矛盾纠纷和安全隐患记在手机里，小事当天就有人管。"


@pytest.mark.parametrize(
    ("line", "publisher", "date"),
    [
        ("来源：青岚日报 2017-12-26 12:16", "青岚日报", "2017-12-26"),
        ("来源: 青岚法制网2023-08-02 21:57:16", "青岚法制网", "2023-08-02"),
        ("2020年3月1日 10:00 來源：青嵐晚報", "青嵐晚報", "2020-03-01"),
        ("2023-8-2 09:12 来源：21世纪周刊 作者：张三", "21世纪周刊", "2023-08-02"),
        ("发布时间：2022/05/06", "", "2022-05-06"),
        ("2022-05-06", "", "2022-05-06"),
        ("2020-11-02 15:35:47 来源: | 编辑:某某", "", "2020-11-02"),
        ("来源：网络", "", ""),
        ("青岚网首页 > 新闻 > 正文", "青岚网", ""),
        ("当前位置：首页 > 新闻 > 正文", "", ""),
        ("青岚周报记者 张三 李四", "青岚周报", ""),
        ("本报记者 张三", "", ""),
        ("2011年11月17日 青岚市人民代表大会常务委员会通过", "", ""),
        ("2023-13-45 来源：青岚日报", "青岚日报", ""),
        ("發布日期:2022-05-06 10:44來源:青嵐市政府瀏覽次數:", "青嵐市政府", "2022-05-06"),
        ("来源：网友投稿 2022-05-06", "", "2022-05-06"),
        ("來源：網絡", "", ""),
        ("2022-05-06 09:10张三李四", "", "2022-05-06"),
        ("成文日期 2022-05-06 有效性 有效", "", "2022-05-06"),
    ],
)
def test_a_line_above_the_text_says_publisher_and_date(line: str, publisher: str, date: str) -> None:
    said = read_provenance(f"楼栋议事破解难题\n{line}\n{PROSE}")
    assert (said.title, said.publisher, said.date) == ("楼栋议事破解难题", publisher, date)


def test_dates_in_and_below_the_text_are_not_its_date() -> None:
    assert read_provenance(f"楼栋议事破解难题\n{PROSE}\n2024-03-12 12:12:40\n来源：别处").date == ""


def test_bars_of_a_table_are_no_part_of_the_title() -> None:
    assert read_provenance(f"楼栋议事破解难题 | |||\n{PROSE}").title == "楼栋议事破解难题"


def test_the_ending_of_a_file_is_no_part_of_the_title() -> None:
    assert read_provenance(f"楼栋议事办法.doc\n{PROSE}").title == "楼栋议事办法"


def test_the_title_is_repaired() -> None:
    assert read_provenance(f"制度創(chuàng)新\n{PROSE}").title == "制度創新"


def test_the_title_of_markdown_has_no_markup() -> None:
    assert read_provenance(f"# **楼栋**议事\n\n{PROSE}", kind=DocumentKind.MARKDOWN).title == "楼栋议事"


def test_menus_and_spam_are_no_title(article: str) -> None:
    above = "在线棋牌,极速贷款,体育投注,彩票开户\n青岚新闻 东湖新闻 西山新闻 南港新闻\n0\n分享至\n"
    assert read_provenance(above + article).title == "青岚市推行“楼栋议事”破解老旧小区难题"


@pytest.mark.parametrize("above", ["", "各位代表：\n", "Plain English\n", "甲" * 101 + "\n"])
def test_a_text_without_a_headline_has_no_title(above: str) -> None:
    assert read_provenance(above + PROSE).title == ""


@pytest.mark.parametrize(
    "above", ["一、前言", "第一章 总则", "1.总体要求", "- 相關推薦", "摘要：楼栋议事", "【关键词】楼栋议事"]
)
def test_the_heading_of_a_part_is_no_title(above: str) -> None:
    assert read_provenance(f"{above}\n{PROSE}").title == ""


def test_the_pictures_of_a_document_tell_its_title() -> None:
    text = f"楼栋议事实施方案_第1页\n楼栋议事实施方案_第2页\n下载本文档\n{PROSE}"
    assert read_provenance(text).title == "楼栋议事实施方案"


@pytest.mark.parametrize("text", ["", "网格员走访"])
def test_a_lone_line_is_no_title(text: str) -> None:
    assert read_provenance(text).title == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [("2022.5.6", "2022-05-06"), ("2022年5月6日", "2022-05-06"), ("2022-02-30", ""), ("1/2", ""), ("", "")],
)
def test_a_date_is_written_in_one_way(text: str, day: str) -> None:
    assert normalise_date(text) == day
