"""Pinyin is cut into syllables in every way there is, and those that are confused can be made one."""

import pytest

from glossary.text.syllables import MOST_SPLITS, all_syllables, blur_syllable, split_syllables


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("xian", {("xian",), ("xi", "an")}),
        ("fangan", {("fang", "an"), ("fan", "gan")}),
        ("wanggeyuan", {("wang", "ge", "yuan"), ("wang", "ge", "yu", "an")}),
        ("lvdao", {("lv", "dao"), ("lv", "da", "o")}),
        ("", {()}),
    ],
)
def test_every_way_to_cut_letters_is_found(letters: str, ways: set[tuple[str, ...]]) -> None:
    assert set(split_syllables(letters)) == ways


@pytest.mark.parametrize("letters", ["grid", "wanggey", "v", "12", "网格", "wgy"])
def test_what_ends_inside_a_syllable_or_is_none_cannot_be_cut(letters: str) -> None:
    assert split_syllables(letters) == []


def test_letters_that_can_be_cut_in_very_many_ways_are_answered_with_some() -> None:
    ways = split_syllables("xian" * 40)
    assert len(ways) == MOST_SPLITS
    assert all("".join(way) == "xian" * 40 for way in ways)


def test_a_long_text_that_fails_at_its_end_is_given_up_at_once() -> None:
    assert split_syllables("xian" * 40 + "x") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhong", "zong"),
        ("chi", "ci"),
        ("shi", "si"),
        ("nan", "lan"),
        ("fu", "hu"),
        ("re", "le"),
        ("fang", "fan"),
        ("sheng", "sen"),
        ("xing", "xin"),
        ("liang", "lian"),
        ("lv", "lu"),
        ("lve", "lue"),
    ],
)
def test_syllables_that_are_confused_are_one_when_blurred(one: str, other: str) -> None:
    assert blur_syllable(one) == blur_syllable(other)


@pytest.mark.parametrize(
    ("one", "other"), [("wang", "wo"), ("ge", "ke"), ("zhi", "ji"), ("dong", "don"), ("er", "e")]
)
def test_others_stay_apart(one: str, other: str) -> None:
    assert blur_syllable(one) != blur_syllable(other)


def test_letters_that_are_no_syllable_stay_as_they_are() -> None:
    assert blur_syllable("app") == "app"


@pytest.mark.slow
def test_nearly_every_character_is_read_in_one_of_the_syllables() -> None:
    from pypinyin import Style, pinyin

    common = "".join(map(chr, range(0x4E00, 0x9FA6)))
    read = {reading for (reading,) in pinyin(common, style=Style.NORMAL)}
    assert len(read - all_syllables()) < 16
