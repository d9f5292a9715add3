"""Precision, recall, agreement: small lists whose figures can be told by hand."""

import pytest

from benchmarks.quality.figures import agree, keep_best, measure, precision_at, recall_of, share
from benchmarks.quality.rankings import Ranked, Ranking, take_first


def ranked(*keys: str) -> tuple[Ranked, ...]:
    return tuple(Ranked(key=key, text=key) for key in keys)


def test_precision_is_the_share_of_terms_among_the_first() -> None:
    assert precision_at(2, ["网格员", "情况", "综治"], {"网格员", "综治"}) == 0.5


def test_a_place_that_a_tool_leaves_empty_counts_as_wrong() -> None:
    assert precision_at(4, ["网格员"], {"网格员"}) == 0.25


def test_a_core_string_is_found_where_it_is_ranked() -> None:
    assert recall_of({"网格员", "雪亮工程"}, ranked("网格员", "情况")) == 0.5


def test_a_core_string_is_found_under_the_variants_of_a_ranked_one() -> None:
    full = Ranked(key="社会管理平台", text="社会管理平台", forms=frozenset({"社管平台"}))
    assert recall_of({"社管平台", "社会管理平台"}, [full]) == 1.0


def test_a_share_of_nothing_is_zero() -> None:
    assert share([]) == 0.0


def test_judges_who_always_agree_have_a_kappa_of_one() -> None:
    assert agree([(True, True), (False, False)]).kappa == 1.0
    assert agree([(True, True)]).kappa == 1.0


def test_judges_who_agree_as_often_as_chance_would_have_a_kappa_of_zero() -> None:
    agreement = agree([(True, True), (True, False), (False, True), (False, False)])
    assert (agreement.strings, agreement.raw, agreement.kappa) == (4, 0.5, 0.0)


def test_kappa_takes_chance_out_of_the_agreement() -> None:
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    agreement = agree(pairs)
    assert agreement.raw == pytest.approx(0.7)
    assert agreement.kappa == pytest.approx(0.4)


def test_a_string_that_nobody_judged_counts_as_wrong_and_lowers_the_judged_share() -> None:
    figures = measure(
        Ranking(tool="t", strings=ranked("综治", "新词")), terms={"综治"}, core=(), judged={"综治"}
    )
    assert figures.precision[0] == 1 / 50
    assert figures.judged == 0.5


def test_the_best_setting_of_each_tool_is_kept_and_the_best_tool_comes_first() -> None:
    def row(tool: str, setting: str, keys: tuple[Ranked, ...]) -> Ranking:
        return Ranking(tool=tool, setting=setting, strings=keys)

    rankings = [
        row("a", "poor", ranked("情况")),
        row("a", "good", ranked("综治")),
        row("b", "", ranked("综治", "网格")),
    ]
    rows = keep_best(measure(one, terms={"综治", "网格"}, core=(), judged=()) for one in rankings)
    assert [(one.ranking.tool, one.ranking.setting) for one in rows] == [("b", ""), ("a", "good")]


def test_strings_with_the_same_key_take_one_place() -> None:
    twice = (Ranked(key="三无船舶", text="“三无”船舶"), *ranked("三无船舶", "网格", "综治"))
    assert [one.text for one in take_first(twice, most=2)] == ["“三无”船舶", "网格"]
