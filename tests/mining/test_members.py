"""The members of a formula are read from the list that stands beside it."""

import pytest

from glossary.mining.members import find_members as find_in_folded
from glossary.text.folding import fold

FOUR = ("渔管中心", "海堤工程", "潮汐预警", "巡海服务")


def find_members(formula: str, text: str) -> tuple[str, ...]:
    return find_in_folded(formula, fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "渔管中心、海堤工程、潮汐预警、巡海服务“四位一体”新机制",
        "将加快推进渔管中心、海堤工程、潮汐预警和巡海服务四位一体建设。",
        "建成“四位一体”，即渔管中心、海堤工程、潮汐预警、巡海服务。",
        "四位一体（渔管中心、海堤工程、潮汐预警、巡海服务）全面建成",
        "四位一体架构，分别为渔管中心、海堤工程、潮汐预警和巡海服务，主要用于渔港、海堤。",
        "四位一体：一是渔管中心；二是海堤工程；三是潮汐预警；四是巡海服务。",
    ],
)
def test_members_stand_before_the_formula_or_behind_a_cue(text: str) -> None:
    assert find_members("四位一体", text) == FOUR


def test_members_may_be_single_words_in_one_quotation() -> None:
    assert find_members("四位一体", "海堤“建、连、管、用”四位一体") == ("建", "连", "管", "用")


def test_the_numbers_of_a_formula_may_add_up() -> None:
    text = "“一总两分”架构，分别为县总站、东港分站和西港分站。"
    assert find_members("一总两分", text) == ("县总站", "东港分站", "西港分站")


def test_a_counted_thing_may_have_quotation_marks_inside() -> None:
    assert find_members("三道海防线", "形成近海、岸线、港内三道“海防线”") == ("近海", "岸线", "港内")


@pytest.mark.parametrize(
    "text",
    ["四位一体建设加快。", "海堤、渔港“四位一体”", "四位一体，即海堤和渔港。", "全县推进工作。四位一体", ""],
)
def test_a_list_of_another_length_gives_none(text: str) -> None:
    assert find_members("四位一体", text) == ()


def test_the_first_mention_with_a_list_counts() -> None:
    assert find_members("两港一体", "推进两港一体。东港、西港“两港一体”。") == ("东港", "西港")


def test_a_verb_or_a_word_of_grammar_is_no_member() -> None:
    assert find_members("三位一体", "渔管中心、海堤工程、推进三位一体") == ()
    assert find_members("三位一体", "渔管中心、海堤工程、把三位一体") == ()


def test_what_counts_nothing_has_no_members() -> None:
    assert find_members("海防线", "近海、岸线、港内海防线") == ()
