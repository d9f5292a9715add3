"""Number-headed formulae are told by their numerals, slogans by the parallel of their clauses."""

import pytest

from glossary.mining.formulae import Slogan, find_slogans, is_formula
from glossary.mining.segments import cut_segments

from .conftest import make_sources


def slogans(*texts: str, copies: bool = False) -> list[Slogan]:
    sources = make_sources(*texts, copies=copies)
    return find_slogans(cut_segments(sources), sources)


def clauses(*texts: str, copies: bool = False) -> list[tuple[str, ...]]:
    return [slogan.clauses for slogan in slogans(*texts, copies=copies)]


@pytest.mark.parametrize("string", ["三位一体", "一岗双责", "一总四分", "五户一组", "两学一做"])
def test_a_formula_counts_twice(string: str) -> None:
    assert is_formula(string)


@pytest.mark.parametrize("string", ["三道防线", "一体", "海堤三防", "三位一体化", "海三位一"])
def test_any_other_string_is_no_formula(string: str) -> None:
    assert not is_formula(string)


@pytest.mark.parametrize("string", ["一百一十", "二百三十", "两千三百", "三月二日", "八时三分", "十年九月"])
def test_a_number_a_date_or_a_time_is_no_formula(string: str) -> None:
    assert not is_formula(string)


def test_parallel_clauses_in_quotation_marks_are_a_slogan_even_once() -> None:
    assert clauses("全县做到“横向到边、纵向到底”。") == [("横向到边", "纵向到底")]


@pytest.mark.parametrize(
    "quoted",
    ["「横向到边、纵向到底」", '"横向到边、纵向到底"', "“横向到边，纵向到底”", "“横向到边；纵向到底”"],
)
def test_any_quotation_marks_and_separators_will_do(quoted: str) -> None:
    assert clauses(f"全县做到{quoted}的要求。") == [("横向到边", "纵向到底")]


def test_a_slogan_may_have_more_than_two_clauses() -> None:
    assert clauses("坚持“小事不出村、大事不出镇、难事不出县”。") == [
        ("小事不出村", "大事不出镇", "难事不出县")
    ]


def test_a_pair_that_comes_back_in_another_cluster_is_a_slogan_without_marks() -> None:
    assert clauses("我县横向到边、纵向到底，不留死角。", "做到横向到边、纵向到底。") == [
        ("横向到边", "纵向到底")
    ]


def test_a_pair_without_marks_that_only_copies_repeat_is_none() -> None:
    text = "我县横向到边、纵向到底，不留死角。"
    assert clauses(text, text, copies=True) == []


@pytest.mark.parametrize(
    "pair",
    [
        "横向到边、纵向到底部",
        "海堤巡护、潮位上报",
        "横向到边。纵向到底",
        "横向到边（纵向到底）",
        "横向到边、横向到边",
    ],
    ids=["of two lengths", "nothing comes back", "a full stop", "a bracket", "twice the same"],
)
def test_clauses_that_do_not_answer_each_other_are_no_slogan(pair: str) -> None:
    assert clauses(f"“{pair}”", f"“{pair}”") == []


@pytest.mark.parametrize("pair", ["我们的海堤、他们的海堤", "在海堤巡查、在渔港巡查"])
def test_clauses_with_a_function_word_are_no_slogan(pair: str) -> None:
    assert clauses(f"“{pair}”") == []


def test_clauses_with_letters_or_figures_are_no_slogan() -> None:
    assert clauses("“一键5秒报警、一键9秒到场”") == []


def test_every_place_of_a_slogan_is_found_once() -> None:
    (slogan,) = slogans("做到“横向到边、纵向到底”。", "我县横向到边、纵向到底。")
    assert slogan.places == ((0, 3, 12), (1, 2, 11))


def test_a_slogan_is_known_by_its_clauses_alone() -> None:
    (slogan,) = slogans("做到“横向到边、纵向到底”。")
    assert slogan.key == "横向到边纵向到底"


def test_a_quotation_that_is_never_closed_is_no_slogan() -> None:
    assert clauses("做到“横向到边、纵向到底。") == []


def test_a_slogan_does_not_reach_from_one_document_into_the_next() -> None:
    assert clauses("做到“横向到边、", "纵向到底”才行") == []


def test_no_text_has_no_slogans() -> None:
    assert clauses() == []
