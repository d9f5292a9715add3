"""The lists hold general vocabulary, and do not contradict each other."""

import pytest

from glossary.mining import vocabulary
from glossary.mining.vocabulary import (
    ABSTRACT_NOUNS,
    FUNCTION_CHARACTERS,
    GENERAL_PHRASES,
    NUMERALS,
    PROVINCES,
    QUALITIES,
    SOFT_TAILS,
    TERM_HEADS,
    WEAK_TAILS,
)
from glossary.text.folding import fold, is_han

LISTS = {name: getattr(vocabulary, name) for name in vocabulary.__all__}


def test_every_list_holds_folded_words() -> None:
    assert [name for name, words in LISTS.items() if not words] == []
    unfolded = [(name, one) for name, words in LISTS.items() for one in words if fold(one) != one]
    assert unfolded == []
    assert [name for name, words in LISTS.items() if not all(word.strip() for word in words)] == []


@pytest.mark.parametrize("name", ["ABSTRACT_NOUNS", "QUALITIES", "GENERAL_PHRASES", "LIGHT_VERBS", "THINGS"])
def test_general_words_are_chinese_and_name_no_province(name: str) -> None:
    for word in LISTS[name]:
        assert all(map(is_han, word))
        assert not any(province in word for province in PROVINCES)


def test_no_word_is_a_head_and_a_tail_at_once() -> None:
    assert TERM_HEADS.isdisjoint(WEAK_TAILS | SOFT_TAILS)
    assert WEAK_TAILS.isdisjoint(SOFT_TAILS)


def test_no_numeral_is_a_word_of_grammar() -> None:
    assert NUMERALS.isdisjoint(FUNCTION_CHARACTERS)


def test_general_words_have_two_characters_or_more() -> None:
    assert [word for word in ABSTRACT_NOUNS | QUALITIES | GENERAL_PHRASES if len(word) < 2] == []
