"""What an author puts in quotation marks is looked for even where it stands once."""

import pytest

from glossary.mining.marked import find_quoted

from .conftest import make_segment


def quoted(*written: str) -> set[str]:
    return set(find_quoted([make_segment(one) for one in written]))


def test_what_fills_a_pair_of_quotation_marks_is_marked() -> None:
    assert quoted("推广 “智慧 海堤” 工程") == {"智慧海堤"}


def test_every_quotation_of_a_segment_is_marked() -> None:
    assert quoted("“智慧 海堤” 加 “数字 渔港”") == {"智慧海堤", "数字渔港"}


def test_what_is_not_quoted_is_not_marked() -> None:
    assert quoted("智慧 海堤 工程") == set()


@pytest.mark.parametrize("text", ["“海堤”", "“智慧 海堤 潮汐 预警 应急 指挥 中心”"])
def test_two_characters_are_too_few_and_thirteen_too_many(text: str) -> None:
    assert quoted(text) == set()


@pytest.mark.parametrize("text", ["“海堤 的 守护者”", "“我 在 海堤”", "“守护 着 海堤”"])
def test_a_quotation_with_a_function_word_is_speech(text: str) -> None:
    assert quoted(text) == set()


@pytest.mark.parametrize("text", ["“智慧 海堤", "智慧 海堤”"])
def test_half_a_quotation_marks_nothing(text: str) -> None:
    assert quoted(text) == set()


def test_a_quotation_that_punctuation_parts_is_not_one_string() -> None:
    assert quoted("“守 海堤", "护 渔港”") == set()
