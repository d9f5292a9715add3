import pytest

from glossary.documents.repair import repair_text
from glossary.model import Span

SPACED = "楼 栋 议事 会 由 网 格 员 召 集 ,居民 商 量 办 法 。"


def test_blanks_between_the_characters_of_a_sentence_are_dropped() -> None:
    mended = repair_text(SPACED)
    assert mended.text == "楼栋议事会由网格员召集,居民商量办法。"
    assert mended.repairs == {"blank-in-word": len(SPACED) - len(mended.text)}
    assert mended.extracted_span(6, 9) == Span(11, 16)


@pytest.mark.parametrize(
    "text",
    [
        "楼栋 网格 社区 街道 议事 公示 督办 章程 议题 补贴 条例",
        "摘 要",
        "第 一 章 总 则",
        "Grid workers visit every household and settle disputes",
    ],
)
def test_blanks_between_words_stay(text: str) -> None:
    assert repair_text(text).text == text


def test_a_comma_right_before_another_sign_is_dropped() -> None:
    mended = repair_text("今年，，楼栋议事，、公示，。")
    assert (mended.text, mended.repairs) == ("今年，楼栋议事、公示。", {"doubled-comma": 3})


def test_quotations_that_only_close_are_opened() -> None:
    mended = repair_text("推行”楼栋议事”和”网格公示”。\n居民说好。”")
    assert (mended.text, mended.repairs) == (
        "推行“楼栋议事”和“网格公示”。\n居民说好。”",
        {"quotation-mark": 2},
    )


@pytest.mark.parametrize("text", ["居民说好。”", "“楼栋”议事”和公示”", "一”二”三”"])
def test_quotations_that_are_uncertain_stay(text: str) -> None:
    assert repair_text(text).text == text
