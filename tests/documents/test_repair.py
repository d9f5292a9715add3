import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import clean, repair
from glossary.documents.escapes import SIGNS
from glossary.documents.repair import repair_text
from glossary.model import CleanText, Document, Span


def document(text: str, kind: str = "text") -> Document:
    return Document(id="d", paths=("d.txt",), text=text, kind=kind, encoding="utf-8")


def origins(text: str, clean_text: CleanText) -> str:
    """The characters of ``text`` from which those of the repaired text came."""
    return "".join(text[clean_text.extracted_offset(at)] for at in range(len(clean_text.text)))


@pytest.mark.parametrize("bracket", ["(chuàng)", "（chuàng）", "(chuang)", "（ｃｈｕａｎｇ）", "( chuàng )"])
def test_a_reading_in_brackets_is_dropped(bracket: str) -> None:
    assert repair_text(f"創{bracket}新").text == "創新"


def test_the_reading_of_a_whole_word_is_dropped() -> None:
    assert repair_text("饕餮(tāo tiè)之徒，饕餮(tāotiè)盛宴").text == "饕餮之徒，饕餮盛宴"


@pytest.mark.parametrize("text", ["政(zheng)(zheng)府(fu)", "政(zhèng)（zhèng）府"])
def test_a_reading_that_stands_there_twice_is_one_repair(text: str) -> None:
    mended = repair_text(f"{text}公開")
    assert mended.text == "政府公開"
    assert mended.repairs["bracketed-reading"] == text.count("府(") + 1


@pytest.mark.parametrize("text", ["專(兼)職", "人工智能(AI)", "甲(A)", "力(ai)", "创()新", "(chuàng)新"])
def test_other_brackets_stay(text: str) -> None:
    assert repair_text(text).text == text


def test_dropped_brackets_are_counted_and_mapped_back() -> None:
    text = "制度集成創(chuàng)新，實戰(zhàn)化"
    mended = repair_text(text)
    assert mended.repairs == {"bracketed-reading": 2}
    assert origins(text, mended) == mended.text == "制度集成創新，實戰化"
    assert mended.extracted_span(4, 6) == Span(start=4, end=14)


def test_control_characters_are_dropped() -> None:
    mended = repair_text("网\x00格\x07员\x9f")
    assert (mended.text, mended.repairs) == ("网格员", {"control-character": 3})


def test_form_feeds_and_their_like_end_a_line() -> None:
    assert repair_text("第一页\x0c第二页\x85第三页").text == "第一页\n第二页\n第三页"


@pytest.mark.parametrize("mark", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\ufe0f"])
def test_invisible_characters_are_dropped(mark: str) -> None:
    mended = repair_text(f"网{mark}格员")
    assert (mended.text, mended.repairs) == ("网格员", {"invisible-character": 1})


def test_wide_letters_digits_and_blanks_become_narrow() -> None:
    mended = repair_text("ＡＰＰ１２\u3000月")
    assert (mended.text, mended.repairs) == ("APP12 月", {"width": 6})


def test_wide_punctuation_stays() -> None:
    assert repair_text("专（兼）职，网格员！").text == "专（兼）职，网格员！"


def test_line_breaks_tabs_and_blanks_stay() -> None:
    assert repair_text("网格员 \t 甲\r\n\n乙").text == "网格员 \t 甲\r\n\n乙"


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    mended = repair_text("网\ud800员")
    assert (mended.text, mended.lost) == ("网\ufffd员", (1,))
    assert mended.repairs == {"lone-surrogate": 1, "lost-character": 1}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("在海南???。", (3, 4, 5)),
        ("公安廳??诤", (3, 4)),
        ("讲话“4?13”精神", (4,)),
        ("感知?!焙", (2, 3)),
        ("网\ufffd员", (1,)),
        ("毒\ue1e7旒", (1,)),
        ("鲜ㄎ患", (1,)),
        ("锟斤拷", (0, 1, 2)),
        ("是Ã¤Â¸好", (1, 2, 3, 4)),
    ],
)
def test_lost_characters_are_pointed_at_and_not_guessed(text: str, places: tuple[int, ...]) -> None:
    mended = repair_text(text)
    assert (mended.text, mended.lost) == (text, places)
    assert mended.repairs == {"lost-character": len(places)}


@pytest.mark.parametrize(
    "text", ["真的吗??", "what?? 4?", "为什么?!", "来源：×××”", "ㄅㄆㄇ", "café……", "α∥β"]
)
def test_questions_and_rare_signs_are_not_lost_characters(text: str) -> None:
    assert repair_text(text).lost == ()


def test_lost_places_are_those_of_the_repaired_text() -> None:
    mended = repair_text("創(chuàng)新??誤")
    assert [mended.text[at] for at in mended.lost] == ["?", "?"]


def test_what_reading_mended_is_counted_along() -> None:
    read = Document(
        id="d", paths=("d",), text="甲\x07", kind="text", encoding="utf-8", repairs={"lost-bytes": 2}
    )
    assert repair(read).repairs == {"control-character": 1, "lost-bytes": 2}


def test_a_repaired_text_names_its_document() -> None:
    assert repair(document("文")).document == "d"


MARKDOWN = {
    "# 标题": "标题",
    "**重点**和*斜体*、__粗__": "重点和斜体、粗",
    "见[条例](http://example.org/a_b)。": "见条例。",
    "[![图](a.png)](b)后": "后",
    "![图](a.png)后": "后",
    "- 一\n* 二\n+ 三": "一\n二\n三",
    "1. 一": "1. 一",
    "> 引文": "引文",
    "```py\n码\n```": "\n码\n",
    "用`码`写": "用码写",
    "前<!-- 注\n释 -->后": "前后",
    "甲<br>乙": "甲乙",
    "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |": "| 甲 | 乙 |\n\n| 丙 | 丁 |",
    "标题\n===\n": "标题\n\n",
    r"\*星\*": "*星*",
    "~~旧~~新": "旧新",
    "[甲]: http://example.org 乙": "",
    "snake_case 与 2*3*4": "snake_case 与 2*3*4",
}


@pytest.mark.parametrize("text", MARKDOWN)
def test_markup_of_markdown_is_dropped(text: str) -> None:
    assert repair(document(text, "markdown")).text == MARKDOWN[text]


def test_a_sign_of_markdown_in_plain_text_stays() -> None:
    assert repair(document("# **甲**")).text == "# **甲**"


def test_offsets_of_markdown_are_those_of_the_file() -> None:
    text = "---\ntitle: a\n---\n# 标题\n见**网格员**。"
    mended = repair(document(text, "markdown"))
    start = mended.text.index("网格员")
    there = mended.extracted_span(start, start + len("网格员"))
    assert text[there.start : there.end] == "网格员"
    assert mended.repairs == {"markup": 3}


PIECES = [
    *("創(chuàng)", "创（chuang）", "专(兼)职", "\ud800", "\x00", "\x0c", "\u200b", "Ａ", "９", "\u3000"),
    *("??", "?", "\ufffd", "甲", "\r\n", "\n", "**", "[甲](乙)", "# ", "<b>", "---\n", "title: x\n"),
    *(
        "(",
        "zhàn",
        ")",
        "&ldquo;",
        "&amp;",
        "lt;",
        r"\u4e2d",
        r"\u003C",
        "<p>",
        "”",
        "，，",
        "，、",
        "网 格 员 ",
    ),
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)
REPLACED = {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u3000": " "}


def is_faithful(before: str, after: str) -> bool:
    is_narrowed = before > "\uff00" and chr(ord(before) - 0xFEE0) == after
    is_half = "\ud800" <= before <= "\udfff" and after == "\ufffd"
    is_escape = before in SIGNS or (before, after) == ("”", "“")
    return before == after or is_narrowed or is_half or is_escape or REPLACED.get(before) == after


@pytest.mark.slow
@given(texts, st.sampled_from(["text", "markdown"]))
def test_each_character_stands_where_its_offset_says(text: str, kind: str) -> None:
    mended = repair(document(text, kind))
    assert all(map(is_faithful, origins(text, mended), mended.text))


@pytest.mark.slow
@given(texts)
def test_cuts_ascend_and_account_for_every_dropped_character(text: str) -> None:
    mended = repair_text(text)
    dropped = [count for _, count in mended.cuts]
    assert dropped == sorted(set(dropped))
    assert len(text) == len(mended.text) + (dropped[-1] if dropped else 0)


@pytest.mark.slow
@given(texts)
def test_repairing_twice_mends_no_characters_more(text: str) -> None:
    once = repair_text(text).text
    mended_by_kind = {"control-character", "invisible-character", "width", "lone-surrogate"}
    assert mended_by_kind.isdisjoint(repair_text(once).repairs)


@pytest.mark.slow
@given(texts)
def test_kept_stretches_ascend_within_the_text_and_hold_no_line_break(text: str) -> None:
    cleaned = clean(document(text))
    edges = [edge for span in cleaned.kept for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(cleaned.text) for edge in edges)
    assert not any("\n" in cleaned.text[span.start : span.end] for span in cleaned.kept)
