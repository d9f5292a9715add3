import pytest

from glossary.documents.pdf_lines import PageLine, drop_furniture, join, join_paragraphs

SIZE, LEADING, LEFT, FULL = 12.0, 20.0, 72.0, 516.0
LONG = "网格员每天走访居民，把矛盾纠纷和安全隐患记在手机里，社区的事情有人管"


def line(
    text: str, at: int, *, page: int = 0, left: float = LEFT, right: float = FULL, **more: float
) -> PageLine:
    base = more.get("base", 760 - at * LEADING)
    return PageLine(text=text, page=page, left=left, right=right, base=base, size=more.get("size", SIZE))


def paragraphs(*lines: PageLine) -> list[str]:
    return list(join_paragraphs([list(lines)]))


def test_a_full_line_goes_on_in_the_next() -> None:
    assert paragraphs(line(LONG, 0), line(LONG, 1), line("了。", 2, right=96)) == [LONG + LONG + "了。"]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    assert paragraphs(line(LONG, 0), line("了。", 1, right=96), line(LONG, 2)) == [LONG + "了。", LONG]


def test_an_indented_line_begins_a_paragraph() -> None:
    assert paragraphs(line(LONG, 0), line(LONG, 1, left=LEFT + 2 * SIZE)) == [LONG, LONG]


def test_a_wider_gap_begins_a_paragraph() -> None:
    lines = [line(LONG, at) for at in range(3)]
    assert paragraphs(*lines, line(LONG, 3, base=760 - 3.4 * LEADING)) == [LONG * 3, LONG]


def test_a_line_of_another_size_begins_a_paragraph() -> None:
    assert paragraphs(line(LONG, 0, size=16), line(LONG, 1), line(LONG, 2)) == [LONG, LONG + LONG]


@pytest.mark.parametrize("opening", ["第一条 ", "一、", "（二）", "3.", "• ", "①"])
def test_a_numbered_line_begins_a_paragraph(opening: str) -> None:
    assert paragraphs(line(LONG, 0), line(opening + LONG, 1)) == [LONG, opening + LONG]


def test_an_item_of_a_list_goes_on_below_its_text() -> None:
    assert paragraphs(line("• " + LONG, 0), line(LONG, 1, left=LEFT + SIZE)) == ["• " + LONG * 2]


def test_a_word_broken_by_a_hyphen_is_put_together() -> None:
    assert join("set", "tlement", is_split=True) == "settlement"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("网格", "员", "网格员"),
        ("grid", "worker", "grid worker"),
        ("用", "App", "用App"),
        ("App", "用", "App用"),
    ],
)
def test_a_blank_stands_only_between_words_that_are_not_chinese(before: str, after: str, joined: str) -> None:
    assert join(before, after) == joined


def test_letters_set_apart_are_put_together() -> None:
    assert paragraphs(line("青 岚 市 社 区", 0)) == ["青岚市社区"]


@pytest.mark.parametrize(
    "number", ["1", "- 2 -", "第 3 页", "第3页 共9页", "4/9", "xii", "— 5 —", "Page 6 of 9"]
)
def test_page_numbers_are_dropped(number: str) -> None:
    assert drop_furniture([[line(LONG, 0), line(number, 1)]]) == [[line(LONG, 0)]]


def test_a_header_with_a_number_beside_it_is_dropped() -> None:
    pages = [[line(f"议事手册 {page}", 0, page=page), line(LONG, 1, page=page)] for page in range(4)]
    assert [[one.text for one in page] for page in drop_furniture(pages)] == [[LONG]] * 4


def test_headings_that_differ_in_their_number_are_kept() -> None:
    pages = [[line(f"第{page}章 总则", 0, page=page)] for page in range(4)]
    assert drop_furniture(pages) == pages


def test_what_repeats_inside_the_pages_is_kept() -> None:
    pages = [
        [line(f"{page}甲{at}乙" if at != 4 else "小计", at, page=page) for at in range(9)]
        for page in range(4)
    ]
    assert drop_furniture(pages) == pages
