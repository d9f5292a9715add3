"""Names that hold a word of grammar, a verb or a figure all the same."""

import pytest

from glossary.mining.set_forms import is_set_form, may_stand_in_set_form
from glossary.mining.shape import judge_shape, parts_terms


@pytest.mark.parametrize(
    "name",
    [
        "以 渔 养 港",
        "接 报 即 巡",
        "应 修 尽 修",
        "未 汛 先 防",
        "全面 从严 治港",
        "12345 渔港 热线",
        "一 港 受理",
    ],
)
def test_a_name_in_a_form_of_its_own_is_a_term(name: str) -> None:
    assert is_set_form(name.split())
    assert judge_shape(name.split(), ["v"] * len(name.split())) >= 0.8


@pytest.mark.parametrize(
    "other",
    [
        "应 修 尽 查",
        "全面 加固 海堤",
        "2024 渔港 热线",
        "12345 渔港",
        "一 个 受理",
        "一 港 海堤",
    ],
)
def test_anything_else_is_none(other: str) -> None:
    assert not is_set_form(other.split())


def test_only_what_may_stand_in_such_a_name_is_counted_within_strings() -> None:
    words = ("即", "12345", "2024", "各")
    assert [may_stand_in_set_form(word) for word in words] == [True, True, False, False]
    assert [parts_terms(word, "m") for word in words] == [False, False, True, True]
