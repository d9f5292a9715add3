"""The pool hides which tool said what, and finds a key again in the text for the judges."""

from benchmarks.quality.pool import MOST_CONTEXTS, KeyedText, describe, pool_keys, shuffle, spread
from benchmarks.quality.rankings import Ranked, Ranking


def ranking(*keys: str) -> Ranking:
    return Ranking(tool="t", strings=tuple(Ranked(key=key, text=key) for key in keys))


def test_a_pool_has_each_key_of_all_tools_once() -> None:
    assert sorted(pool_keys([ranking("网格", "综治"), ranking("综治", "情况")])) == ["情况", "综治", "网格"]


def test_what_is_judged_is_not_pooled_again() -> None:
    assert pool_keys([ranking("网格", "综治")], judged={"网格"}) == ["综治"]


def test_the_order_of_a_pool_does_not_depend_on_the_order_of_the_tools() -> None:
    keys = [f"工程{number}" for number in range(50)]
    assert shuffle(keys) == shuffle(reversed(keys))
    assert shuffle(keys) not in (keys, sorted(keys))


def test_a_key_is_found_whatever_punctuation_stands_inside() -> None:
    assert describe("三无船舶", KeyedText("清理“三无”船舶。"))[:3] == (
        "三无船舶",
        "三无”船舶",
        "清理“【三无”船舶】。",
    )


def test_the_tidiest_place_comes_first() -> None:
    assert describe("指挥调度", KeyedText("统一指挥。调度员说\n指挥调度系统"))[1:3] == (
        "指挥调度",
        "【指挥调度】系统",
    )


def test_a_key_does_not_reach_across_lines() -> None:
    assert KeyedText("网格\n员").find("网格员") == []


def test_latin_letters_are_found_in_any_case_and_width() -> None:
    assert describe("社管app", KeyedText("打开社管ＡＰＰ"))[1] == "社管ＡＰＰ"


def test_a_string_that_does_not_stand_in_the_text_is_shown_as_its_key() -> None:
    assert describe("网格员", KeyedText("别的")) == ("网格员", "网格员", "", "", "")


def test_contexts_are_few_and_come_from_all_over_the_text() -> None:
    spans = [(at, at + 2) for at in range(0, 100, 10)]
    shown = spread(spans)
    assert len(shown) == MOST_CONTEXTS
    assert (shown[0], shown[-1]) == ((0, 2), (90, 92))
