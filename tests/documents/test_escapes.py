import pytest

from glossary.documents.repair import repair_text
from glossary.model import Span


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("&ldquo;楼栋议事&rdquo;", "“楼栋议事”"),
        ("&#8220;楼栋议事&#x201D;", "“楼栋议事”"),
        ("&nbsp;&amp;nbsp;楼栋", "  楼栋"),
        ("Q&amp;A", "Q&A"),
        ("&lt;议事规则&gt;", "<议事规则>"),
        (r"\u697c栋\u201c议事\u201d", "楼栋“议事”"),
    ],
)
def test_an_escaped_character_is_put_back(text: str, meant: str) -> None:
    assert repair_text(text).text == meant


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("楼栋<br/>议事", "楼栋\n议事"),
        ('<p style="text-indent: 2em">楼栋议事</p>', "\n楼栋议事\n"),
        ("楼栋<strong>议事</strong>会", "楼栋议事会"),
        ("&lt;p&gt;楼栋&lt;/p&gt;", "\n楼栋\n"),
        (r"\u003Cp\u003E楼栋\u003Cb\u003E议事\u003C\u002Fb\u003E\u003C\u002Fp\u003E", "\n楼栋议事\n"),
    ],
)
def test_a_tag_is_dropped_and_one_around_a_paragraph_ends_the_line(text: str, without: str) -> None:
    assert repair_text(text).text == without


@pytest.mark.parametrize(
    "text",
    [
        "R&D",
        "a < b > c",
        "<楼栋长>",
        "&nosuchname;",
        r"C:\users",
        r"\u000a",
        r"\ud83d\ude00",
        "&#0;",
        "<",
        "&#",
    ],
)
def test_what_is_no_escape_stays(text: str) -> None:
    assert repair_text(text).text == text


def test_escapes_are_counted_once_each_and_mapped_back() -> None:
    mended = repair_text("请&ldquo;议事&rdquo;会<br>公示")
    assert mended.text == "请“议事”会\n公示"
    assert mended.repairs == {"markup": 3}
    assert mended.extracted_span(2, 4) == Span(8, 10)
    assert mended.extracted_span(7, 9) == Span(22, 24)
