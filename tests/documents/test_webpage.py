import pytest

from glossary.documents import parse_document
from glossary.documents.webpage import read_page
from glossary.errors import InvalidInput

HEADLINE = "青岚市建成社区议事厅一百二十座"
PARAGRAPHS = (
    "五月五日，记者从青岚市社会工作部门获悉，全市已经建成社区议事厅一百二十座，覆盖八成以上的城市社区。",
    "社区议事厅由网格员召集，居民代表、物业公司和业主委员会共同参加，议定的事项由街道办事处督办。",
    "下一步，全市将推动议事厅与综治中心、矛盾纠纷调处平台对接，让小事不出社区。",
)
HEAD = f"<title>{HEADLINE}_青岚新闻网</title>"
META = '<meta property="og:site_name" content="青岚新闻网"><meta name="publishdate" content="2022-05-06">'
MENU = "<nav><ul><li><a href='/'>首页</a></li><li><a href='/n'>新闻</a></li></ul></nav>"
INFO = "<div class='info'>2022-05-06 09:10:11 来源：青岚日报</div>"
BODY = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)
SCRIPT = "<script>var x = '脚本';</script>"
FOOT = f"{SCRIPT}<div class='rel'><h3>相关推荐</h3><a href='x'>某明星出席活动</a></div>"


def page(head: str = HEAD + META, body: str = BODY, info: str = INFO) -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}<h1>{HEADLINE}</h1>{info}"
        f"<article>{body}</article>{FOOT}</body></html>"
    )


def test_the_main_text_of_a_page_is_its_headline_and_paragraphs() -> None:
    text, _ = read_page(page())
    assert text.splitlines() == [HEADLINE, *PARAGRAPHS]


def test_a_page_says_its_title_publisher_and_date() -> None:
    _, said = read_page(page())
    assert (said.title, said.publisher, said.date) == (HEADLINE, "青岚新闻网", "2022-05-06")


def test_paragraphs_laid_out_in_a_table_are_lines() -> None:
    rows = "".join(f"<tr><td><p>{paragraph}</p></td></tr>" for paragraph in (*PARAGRAPHS, "打印 | 关闭"))
    text, _ = read_page(page(body=f"<table>{rows}</table>"))
    assert text.splitlines()[1:] == [*PARAGRAPHS, "打印 | 关闭"]


def test_the_rows_of_a_table_stay_rows() -> None:
    rows = "<tr><td>街道</td><td>议事厅</td></tr><tr><td>东湖街道</td><td>二十座</td></tr>"
    text, _ = read_page(page(body=f"{BODY}<table>{rows}</table>"))
    assert "东湖街道 | 二十座" in text


def test_a_word_broken_in_the_source_of_a_page_is_whole() -> None:
    broken = BODY.replace("居民代表", "居民\r\n  代表")
    text, _ = read_page(page(body=broken))
    assert text.splitlines() == [HEADLINE, *PARAGRAPHS]


def test_lines_of_text_that_is_set_already_stay() -> None:
    text, _ = read_page(f"<html><body><pre>{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}</pre></body></html>")
    assert text.splitlines() == [*PARAGRAPHS[:2]]


def test_the_title_of_a_page_is_repaired() -> None:
    _, said = read_page(page(head="<title>議事廳創(chuàng)新</title>").replace(f"<h1>{HEADLINE}</h1>", ""))
    assert said.title == "議事廳創新"


def test_where_the_metadata_are_silent_the_first_lines_speak() -> None:
    _, said = read_page(page(head=""))
    assert (said.title, said.publisher, said.date) == (HEADLINE, "青岚日报", "2022-05-06")


def test_a_page_without_a_date_has_none() -> None:
    assert read_page(page(head=HEAD, info=""))[1].date == ""


def test_a_page_of_a_few_words_is_read_whole() -> None:
    html = "<html><body><h2>词</h2><p>网格员</p><style>p {}</style></body></html>"
    assert read_page(html)[0].split() == ["词", "网格员"]


@pytest.mark.parametrize("html", ["<html></html>", "<body><script>x</script></body>", "<!doctype html>"])
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(InvalidInput, match="a page without text"):
        read_page(html)


def test_unclosed_and_deeply_nested_tags_are_survived() -> None:
    assert PARAGRAPHS[0] in read_page("<html><body>" + "<div>" * 200 + f"<p>{PARAGRAPHS[0]}")[0]


def test_a_very_long_page_is_read_without_looking_for_its_main_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.documents.webpage.MAX_MAIN_TEXT_CHARS", 10)
    text, _ = read_page(page())
    assert PARAGRAPHS[2] in text.splitlines()
    assert "脚本" not in text


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gb18030"), ("big5", "big5hkscs"), ("utf-8", "utf-8")]
)
def test_a_page_is_decoded_in_its_charset(charset: str, encoding: str) -> None:
    text = "網路社區的居民在這裡議事" if charset == "big5" else "社区的居民在这里议事"
    html = f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'
    document = parse_document(html.encode(encoding), ["a.html"])
    assert (document.text, document.kind, document.offsets) == (text, "html", "extracted")


def test_nulls_in_a_page_are_survived() -> None:
    assert read_page(page().replace("网格员", "网\0格员"))[0].count("网格员") == 1


def test_an_xhtml_declaration_is_survived() -> None:
    html = f'<?xml version="1.0" encoding="gb2312"?>{page()}'
    assert parse_document(html.encode("gb18030"), ["a.html"]).title == HEADLINE
