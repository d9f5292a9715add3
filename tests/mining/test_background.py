"""The background says how common a word is in general Chinese, per million words."""

import pytest
import wordfreq

from glossary.mining.background import Background, load_general_background


@pytest.fixture(scope="module")
def general() -> Background:
    return load_general_background()


def test_a_background_knows_the_frequency_of_its_words() -> None:
    assert Background({"海堤": 0.4}).per_million("海堤") == 0.4


def test_a_word_that_it_does_not_know_does_not_occur() -> None:
    assert Background({}).per_million("海堤") == 0.0


def test_in_the_general_background_everyday_words_are_common(general: Background) -> None:
    assert general.per_million("我们") > 1_000 > general.per_million("海堤")


def test_the_general_background_holds_shares_of_a_million(general: Background) -> None:
    assert all(0.0 <= frequency <= 1_000_000 for frequency in general.frequencies.values())


def test_the_general_background_takes_the_larger_of_its_two_sources(general: Background) -> None:
    by_wordfreq = {
        word: share * 1_000_000 for word, share in wordfreq.get_frequency_dict("zh", wordlist="large").items()
    }
    assert general.per_million("我们") == by_wordfreq["我们"]
    assert general.per_million("海堤") > by_wordfreq["海堤"]


def test_the_general_background_is_loaded_once(general: Background) -> None:
    assert load_general_background() is general
