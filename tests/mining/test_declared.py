"""What an author says to be another name: (以下简称…), (简称…), (又称…), (即…)."""

import pytest

from glossary.mining.declared import Declaration, declared_in
from glossary.model import Span
from glossary.text.folding import fold

from .conftest import make_source

PLATFORM = Declaration("渔港综合管理平台", "渔管平台", is_short=True)


def declared(text: str) -> list[Declaration]:
    return declared_in(fold(text), make_source(text).clean.kept)


@pytest.mark.parametrize(
    "verb",
    ["以下简称", "以下简称为", "以下称", "以下统称", "下称", "简称", "简称为", "又称", "也称", "亦称", "即"],
)
def test_each_of_the_declaring_words_is_understood(verb: str) -> None:
    assert declared(f"渔港综合管理平台（{verb}渔管平台）建成。") == [PLATFORM]


@pytest.mark.parametrize(
    "bracket",
    [
        "（以下简称“渔管平台”）",
        "(以下简称:渔管平台)",
        "（简称「渔管平台」）",
        "（ 简称《渔管平台》，下同）",
        "（简称：渔管平台）",
    ],
)
def test_marks_around_the_name_are_left_out(bracket: str) -> None:
    assert declared(f"渔港综合管理平台{bracket}建成。") == [PLATFORM]


def test_marks_around_the_full_form_are_left_out() -> None:
    assert declared("“渔港综合管理平台”（简称“渔管平台”）") == [PLATFORM]


def test_both_names_are_folded() -> None:
    assert declared("漁港綜合管理平台（簡稱漁管平台）") == [PLATFORM]


def test_without_a_declaring_word_a_bracket_declares_nothing() -> None:
    assert declared("渔港综合管理平台（渔管平台）") == []


def test_a_short_form_tells_where_its_full_form_begins() -> None:
    assert declared("我县去年建成了渔港综合管理平台（简称渔管平台）") == [PLATFORM]


def test_the_full_form_begins_where_the_short_one_allows_it_last() -> None:
    assert declared("渔民盼望的渔港综合管理平台（简称渔管平台）") == [PLATFORM]


def test_a_short_form_that_shares_no_beginning_with_the_text_before_declares_nothing() -> None:
    assert declared("渔港综合管理平台（简称海管平台）") == []


def test_a_name_that_ends_the_text_before_does_not_tell_where_the_full_form_begins() -> None:
    assert declared("根据中华人民共和国民法典（以下简称民法典）") == []


def test_another_name_stands_beside_all_that_punctuation_leaves_before_it() -> None:
    assert declared("沿海一带，巡海员（又称蓝色哨兵）") == [Declaration("巡海员", "蓝色哨兵", is_short=False)]


def test_a_name_from_the_characters_in_order_is_a_short_form_whatever_the_verb_says() -> None:
    assert declared("渔港综合管理平台（即渔管平台）")[0].is_short


@pytest.mark.parametrize(
    "text", ["本条例（即日起施行）", "许可证（即将到期）", "微信（即时通讯软件）", "办理手续（即可出海）"]
)
def test_a_word_that_only_begins_like_a_declaring_word_declares_nothing(text: str) -> None:
    assert declared(text) == []


def test_a_list_in_the_bracket_is_no_name() -> None:
    assert declared("严管三类船（即无名船、无证船、无港船）") == []


def test_a_clause_too_long_for_a_name_is_none() -> None:
    assert declared("日常巡查（即由各村巡海员在全县范围内对海堤和渔港进行的安全检查）") == []


@pytest.mark.parametrize(
    "text", ["海堤（简称堤）", "（简称渔管平台）", "渔管平台（简称渔管平台）", "渔港综合管理平台（简称）"]
)
def test_a_name_needs_two_characters_and_another_name_before_it(text: str) -> None:
    assert declared(text) == []


def test_a_place_that_both_names_begin_with_may_be_left_out() -> None:
    assert declared("海南渔港综合管理平台（简称海南渔管平台）") == [
        Declaration("海南渔港综合管理平台", "海南渔管平台", is_short=True),
        PLATFORM,
    ]


def test_each_pair_is_declared_once_in_its_order() -> None:
    text = "渔港综合管理平台（简称渔管平台）和巡海员（又称蓝色哨兵）。渔港综合管理平台（简称渔管平台）"
    assert [pair.name for pair in declared(text)] == ["渔管平台", "蓝色哨兵"]


def test_a_declaration_stands_within_one_line() -> None:
    assert declared("渔港综合管理平台\n（简称渔管平台）") == []


def test_only_kept_lines_declare() -> None:
    text = fold("渔港综合管理平台（简称渔管平台）\n正文")
    assert declared_in(text, [Span(start=17, end=19)]) == []


@pytest.mark.parametrize(
    "text",
    [
        "县里建成渔港综合管理平台，简称渔管平台，接入各港。",
        "县里建成渔港综合管理平台，以下简称“渔管平台”。",
        "县里建成渔港综合管理平台，简称为渔管平台。",
    ],
)
def test_a_declaration_may_stand_outside_brackets(text: str) -> None:
    assert declared(text) == [PLATFORM]


def test_another_name_outside_brackets_is_cut_free_of_its_clause() -> None:
    assert declared("县里聘用蓝色哨兵，又称“守港人”，各港设岗。")[0].name == "守港人"


def test_an_explanation_behind_ji_names_nothing() -> None:
    assert declared("整治“三无”船舶（即无船名船号、无船舶证书、无船籍港的船舶）。") == []


def test_letters_in_brackets_are_a_short_form() -> None:
    assert declared("推行分区计量（DMA）。") == [Declaration("分区计量", "dma", is_short=True)]


def test_what_a_figure_counts_is_no_name_of_the_letters_behind_it() -> None:
    assert declared("安装 64 位潮位软件（TDS）的主机。") == []


def test_a_long_text_without_declarations_is_read_in_reasonable_time() -> None:
    assert declared("渔港综合管理平台（简称渔管平台）。" + "海堤巡护，潮位上报。" * 20_000) == [PLATFORM]


def test_one_name_for_a_whole_list_is_no_other_name_of_its_last_item() -> None:
    assert declared("渔业公司、养殖场、冷库（以下统称渔企）") == []
    assert declared("养殖场、渔港综合管理平台（以下简称渔管平台）") == [PLATFORM]
