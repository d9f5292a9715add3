import pytest

from glossary.documents.repair import repair_text
from glossary.model import Span

SENTENCES = (
    "去年起，青岚市在三百多个老旧小区推行楼栋议事，由网格员牵头，请居民自己商量楼道堆物、飞线充电、停车争位这些"
    "难题怎么解决，商量出来的办法贴在楼道里公示，社区负责督办",
    "网格员每月收集议题，楼栋长召集居民商议，街道为楼栋长发放补贴，社区工作者把没有办成的事项报到综治中心，再由"
    "职能部门答复，答复了多少、办成了多少，年底要向居民报告",
    "市社会工作部门的负责人说，楼栋议事写进社区工作条例之后，投诉比上年少了四成，下一步要让物业公司和业主委员会"
    "都来参加，并且把议事的章程统一起来",
)
PARAGRAPHS = [f"{sentence}。" for sentence in SENTENCES * 2]
TEXT = "\n".join(PARAGRAPHS)
WIDTH = 30


def wrapped(paragraph: str, end: str = "\n") -> str:
    return end.join(paragraph[at : at + WIDTH] for at in range(0, len(paragraph), WIDTH))


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", " "])
def test_lines_broken_at_a_width_are_put_together(end: str) -> None:
    mended = repair_text("\n".join(wrapped(paragraph, end) for paragraph in PARAGRAPHS))
    assert mended.text == TEXT
    assert mended.repairs == {"line-break": sum((len(paragraph) - 1) // WIDTH for paragraph in PARAGRAPHS)}


def test_offsets_of_joined_lines_lead_back() -> None:
    mended = repair_text("\n".join(map(wrapped, PARAGRAPHS)))
    assert mended.extracted_span(WIDTH - 1, WIDTH + 1) == Span(WIDTH - 1, WIDTH + 2)


def test_a_paragraph_that_is_indented_begins_a_line() -> None:
    text = "\n".join(wrapped(f"　　{sentence}") for sentence in SENTENCES * 2)
    assert repair_text(text).text == "\n".join(f"  {sentence}" for sentence in SENTENCES * 2)


def test_items_of_a_list_begin_a_line() -> None:
    items = [
        f"（{number}）{sentence}" for number, sentence in zip("一二三四五六", SENTENCES * 2, strict=True)
    ]
    assert repair_text("\n".join(map(wrapped, items))).text == "\n".join(items)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "\n".join(["楼栋议事", "网格员", "综治中心", "飞线充电", "老旧小区", "业主委员会"] * 4),
        "\n".join(["各小区每月由网格员召集居民代表和物业公司议事一次，形成记录。"] * 12),
        "Grid workers visit every household of the district\nand settle disputes before they grow into\n" * 8,
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    assert repair_text(text).text == text
