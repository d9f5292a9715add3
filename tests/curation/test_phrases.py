"""Small pieces of English grammar."""

import pytest

from glossary.curation.phrases import (
    add_article,
    as_key,
    as_modifier,
    capitalise,
    has_stutter,
    in_general,
    in_plural,
    is_gerund_phrase,
    join_list,
    join_words,
    plural_word,
    singular_word,
    split_segments,
)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("disputes", "dispute"),
        ("policies", "policy"),
        ("processes", "process"),
        ("boxes", "box"),
        ("women", "woman"),
    ],
)
def test_a_plural_becomes_a_singular(plural: str, singular: str) -> None:
    assert singular_word(plural) == singular


@pytest.mark.parametrize("word", ["customs", "police", "status", "analysis", "glass", "residents'", "SMS"])
def test_what_only_looks_like_a_plural_stays(word: str) -> None:
    assert singular_word(word) == word


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("line", "lines"), ("city", "cities"), ("day", "days"), ("branch", "branches"), ("woman", "women")],
)
def test_a_singular_becomes_a_plural(singular: str, plural: str) -> None:
    assert plural_word(singular) == plural


@pytest.mark.parametrize("word", ["lines", "police", "equipment", "children", "…"])
def test_what_has_no_plural_of_its_own_stays(word: str) -> None:
    assert plural_word(word) == word


@pytest.mark.parametrize(
    ("noun", "meant"),
    [("conflict", "conflicts"), ("technology", "technology"), ("sports equipment", "sports equipment")],
)
def test_things_in_general_are_in_the_plural_if_they_can_be_counted(noun: str, meant: str) -> None:
    assert in_general(noun) == meant


def test_the_head_of_a_phrase_takes_the_plural() -> None:
    assert in_plural("line of defense") == "lines of defense"


@pytest.mark.parametrize(
    ("noun", "modifier"),
    [
        ("conflicts and disputes", "conflict and dispute"),
        ("the public", "public"),
        ("community level", "community-level"),
        ("rule of law", "rule of law"),
    ],
)
def test_a_noun_phrase_changes_before_another_noun(noun: str, modifier: str) -> None:
    assert as_modifier(noun) == modifier


def test_a_hyphen_ties_a_word_to_the_next() -> None:
    assert join_words(["anti-", "smuggling", "", "office"]) == "anti-smuggling office"
    assert join_words(["city- and county-level", "platform"]) == "city- and county-level platform"


def test_lists_are_joined_as_english_joins_them() -> None:
    assert [join_list(list("abc"[:count])) for count in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_names_of_bodies_take_an_article_and_nothing_else_does() -> None:
    assert add_article("State Council") == "the State Council"
    assert [add_article(text) for text in ("state council", "Council", "CPC", "the State Council")] == [
        "state council",
        "Council",
        "CPC",
        "the State Council",
    ]


def test_small_words_of_a_name_are_not_capitalised() -> None:
    assert capitalise("bureau of public security") == "Bureau of Public Security"


def test_what_differs_in_case_article_hyphen_or_number_is_the_same() -> None:
    assert as_key("the Grid-Based Workers") == as_key("grid based worker")
    assert as_key("grid worker") != as_key("grid manager")


def test_a_phrase_is_split_before_its_prepositions() -> None:
    assert split_segments("the modernization of social governance") == [
        ["modernization"],
        ["social", "governance"],
    ]


def test_a_word_said_twice_is_a_stutter() -> None:
    assert has_stutter("committee of the Central Committee")
    assert not has_stutter("office of the head of the office's town")


def test_leading_groups_do_nothing_to_groups() -> None:
    assert is_gerund_phrase("strengthening public participation")
    assert not is_gerund_phrase("leading group")
    assert not is_gerund_phrase("training")
