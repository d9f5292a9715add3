"""What an author marks as a term is looked for even where it stands once."""

import pytest

from glossary.mining.marked import ENUMERATED, GLOSSED, LISTED, NAMED, QUOTED, TITLED, find_marks
from glossary.text.folding import fold

from .conftest import make_source


def marked(text: str, evidence: str) -> set[str]:
    """What a text marks in this way."""
    found = find_marks(fold(text), make_source(text).clean.kept)
    return {mark.key for mark in found if mark.evidence == evidence}


@pytest.mark.parametrize("text", ["推广“智慧海堤”工程", "推广「智慧海堤」工程", "推廣「智慧海堤」工程"])
def test_what_fills_a_pair_of_quotation_marks_is_marked(text: str) -> None:
    assert marked(text, QUOTED) == {"智慧海堤"}


def test_every_quotation_is_marked() -> None:
    assert marked("“智慧海堤”加“数字渔港”", QUOTED) == {"智慧海堤", "数字渔港"}


def test_what_is_not_quoted_is_not_marked() -> None:
    assert marked("智慧海堤工程", QUOTED) == set()


@pytest.mark.parametrize("text", ["“海堤”", "“智慧海堤潮汐预警应急指挥中心”"])
def test_two_characters_are_too_few_and_thirteen_too_many(text: str) -> None:
    assert marked(text, QUOTED) == set()


@pytest.mark.parametrize("text", ["“海堤的守护者”", "“我在海堤”", "“守护着海堤”"])
def test_a_quotation_with_a_function_word_is_speech(text: str) -> None:
    assert marked(text, QUOTED) == set()


@pytest.mark.parametrize("text", ["“智慧海堤", "智慧海堤”", "“守海堤，护渔港”"])
def test_half_a_quotation_and_one_that_punctuation_parts_mark_nothing(text: str) -> None:
    assert marked(text, QUOTED) == set()


def test_a_title_is_marked() -> None:
    assert marked("依据《渔港潮汐预警条例》处理", TITLED) == {"渔港潮汐预警条例"}


def test_a_long_title_with_grammar_in_it_is_not() -> None:
    assert marked("见《关于加强海堤的通知》", TITLED) == set()


@pytest.mark.parametrize(
    "text",
    [
        "全县聘用巡海员（coast watcher）百名",
        "全县聘用巡海员（即在海堤上巡查的村民）百名",
        "全县聘用巡海员（包括专职、兼职）百名",
    ],
)
def test_a_name_with_its_english_or_an_explanation_in_brackets_is_marked(text: str) -> None:
    assert "巡海员" in marked(text, GLOSSED)


def test_what_a_figure_counts_is_explained_as_a_number_of_things() -> None:
    assert marked("巡查 3 处入海闸口（即入海的水闸）。", GLOSSED) == set()


def test_any_other_bracket_explains_nothing() -> None:
    assert marked("各县（市）巡海员（十二人）到岗", GLOSSED) == set()


@pytest.mark.parametrize(
    "text",
    [
        "一、智慧海堤",
        "（一）诉渔对接机制。",
        "1.集团化管港。各港联合",
        "  二、“智慧海堤”",
        "2、智慧海堤：先建后管",
        "3.统一指挥",
    ],
)
def test_a_heading_or_a_list_item_that_is_a_name_is_marked(text: str) -> None:
    assert len(marked(f"前言\n{text}\n正文", LISTED)) == 1


@pytest.mark.parametrize(
    "text",
    ["一、推进海堤加固", "（二）要守住海堤。", "3.5米的海堤", "三、做实海堤巡护", "四、统一海堤巡护标准"],
)
def test_a_heading_that_is_a_clause_is_not(text: str) -> None:
    assert marked(f"前言\n{text}\n正文", LISTED) == set()


def test_what_is_named_as_kinds_of_a_thing_is_marked() -> None:
    assert marked("县里建立诉渔对接、港航联调等机制。", ENUMERATED) == {"诉渔对接", "港航联调"}


def test_one_thing_alone_is_no_list() -> None:
    assert marked("县里建立诉渔对接等机制。", ENUMERATED) == set()


def test_what_was_set_up_under_a_name_is_marked() -> None:
    assert marked("县里开发了潮汐云眼系统，接入渔港。", NAMED) == {"潮汐云眼系统"}


def test_a_system_that_the_sentence_goes_on_about_is_not() -> None:
    assert marked("县里开发系统。建立潮汐云眼系统的部门", NAMED) == set()


def test_only_kept_lines_are_read() -> None:
    assert find_marks("推广“智慧海堤”工程", ()) == frozenset()


def test_plain_text_marks_nothing() -> None:
    assert find_marks("", ()) == frozenset()
    assert find_marks("海堤守住了", make_source("海堤守住了").clean.kept) == frozenset()


@pytest.mark.parametrize("name", ["有潮即报", "最多等一潮", "不上岸办证"])
def test_a_short_quotation_may_be_a_coined_name_with_a_word_of_grammar_in_it(name: str) -> None:
    assert marked(f"推行“{name}”改革", QUOTED) == {name}


@pytest.mark.parametrize("thing", ["工程", "责任制", "工作法", "机制"])
def test_a_quotation_before_a_thing_is_its_name(thing: str) -> None:
    assert marked(f"推行“门前三守”{thing}", NAMED) == {"门前三守"}


def test_a_quotation_before_anything_else_is_no_name_of_it() -> None:
    assert marked("打好“主动仗”，守好“责任堤”", NAMED) == set()


@pytest.mark.parametrize("verb", ["健全", "修订", "升级", "纳入"])
def test_what_is_kept_up_or_revised_is_named_too(verb: str) -> None:
    assert marked(f"各港{verb}渔港潮汐应急预案。", NAMED) == {"渔港潮汐应急预案"}


def test_the_level_of_government_before_what_was_set_up_is_no_part_of_its_name() -> None:
    assert marked("接入市渔港管理平台。", NAMED) == {"渔港管理平台"}


def test_a_number_of_things_that_were_set_up_is_no_name() -> None:
    assert marked("建立护渔两项机制。", NAMED) == set()


@pytest.mark.parametrize(
    "clause", ["打好护堤整治“主动仗”，", "织密潮汐监测“一张网”。", "守好渔民“看海钱”“救命钱”，"]
)
def test_a_quotation_that_a_verb_makes_an_image_of_its_object_is_no_name(clause: str) -> None:
    assert marked(f"第一，{clause}再巡查", QUOTED) <= {"救命钱"}


def test_a_verb_that_makes_images_may_have_a_name_as_well() -> None:
    assert marked("守好“智慧海堤”工程，推行“潮汐积分”。", QUOTED) == {"智慧海堤", "潮汐积分"}
