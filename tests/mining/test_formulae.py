"""Number-headed formulae are told by their numerals."""

import pytest

from glossary.mining.formulae import count_members, counts_a_thing, is_formula


@pytest.mark.parametrize(
    "string", ["三位一体", "一岗双责", "一总四分", "五户一组", "两学一做", "一区多港", "三防四早九严格"]
)
def test_a_formula_counts_twice_or_more(string: str) -> None:
    assert is_formula(string)


@pytest.mark.parametrize("string", ["三道防线", "一体", "海堤三防", "三位一体化", "海三位一"])
def test_any_other_string_is_no_formula(string: str) -> None:
    assert not is_formula(string)


@pytest.mark.parametrize("string", ["一百一十", "二百三十", "两千三百", "三月二日", "八时三分", "十年九月"])
def test_a_number_a_date_or_a_time_is_no_formula(string: str) -> None:
    assert not is_formula(string)


@pytest.mark.parametrize("string", ["一年多来", "三天两夜", "一次两次", "双禁三年"])
def test_times_and_turns_are_no_formula(string: str) -> None:
    assert not is_formula(string)


@pytest.mark.parametrize("string", ["三道海防线", "两个毫不动摇", "四大潮汐湖", "五项禁渔令"])
def test_a_number_before_one_thing_counts_it(string: str) -> None:
    assert counts_a_thing(string)


@pytest.mark.parametrize("string", ["三个方面", "两项措施", "一个渔港", "三位一体", "海堤三道"])
def test_a_number_before_a_general_word_counts_nothing_of_note(string: str) -> None:
    assert not counts_a_thing(string)


@pytest.mark.parametrize(
    ("formula", "numbers"), [("四位一体", (4, 5)), ("一总四分", (5,)), ("三道海防线", (3,)), ("海防线", ())]
)
def test_a_formula_says_how_many_members_it_has(formula: str, numbers: tuple[int, ...]) -> None:
    assert count_members(formula) == numbers
