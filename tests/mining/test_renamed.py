"""A copy that calls a thing otherwise offers the other name."""

import pytest

from glossary.mining.renamed import Renaming, find_renamings


def renamed(first: str, second: str) -> list[tuple[str, str]]:
    found = find_renamings(first.split("\n"), second.split("\n"))
    return [(one.first, one.second) for one in found]


def test_another_name_in_the_same_sentence_is_a_renaming() -> None:
    assert renamed(
        "“蓝盾工程”作为海堤巡护的核心,各港推广。", "渔港信息化平台作为海堤巡护的核心,各港推广。"
    ) == [("蓝盾工程", "渔港信息化平台")]


def test_another_name_in_the_same_list_is_a_renaming() -> None:
    assert renamed(
        "推进渔管中心、“蓝盾工程”、潮汐预警建设。", "推进渔管中心、渔港信息化平台、潮汐预警建设。"
    ) == [("蓝盾工程", "渔港信息化平台")]


def test_the_most_frequent_comes_first() -> None:
    first = "甲港建成蓝盾工程。乙港建成蓝盾工程。丙港启用巡海系统一套。"
    second = "甲港建成护海平台。乙港建成护海平台。丙港启用潮汐系统二套。"
    assert find_renamings([first], [second])[0] == Renaming("蓝盾工程", "护海平台", 2)


@pytest.mark.parametrize(
    "second",
    ["各港推广蓝盾工程。", "各港推广,全县统一部署。", "", "各港推广在海堤上的新做法。"],
    ids=["equal", "another number of parts", "nothing", "a clause"],
)
def test_what_is_equal_or_rewritten_names_nothing(second: str) -> None:
    assert renamed("各港推广蓝盾工程。", second) == []


def test_numbers_and_short_words_are_no_names() -> None:
    assert renamed("全县海堤共有12座。今年开工", "全县海堤共有13座。明年开工") == []
