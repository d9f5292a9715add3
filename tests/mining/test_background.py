"""The background says how common a word is in general Chinese, per million words."""

import pytest
import wordfreq

from glossary.mining.background import Background, load_general_background


@pytest.fixture(scope="module")
def general() -> Background:
    return load_general_background()


def test_the_share_of_a_word_is_told_in_a_million() -> None:
    assert Background({"海堤": 0.25}).per_million("海堤") == 250_000.0


def test_a_word_that_it_does_not_know_does_not_occur() -> None:
    assert Background({}).per_million("海堤") == 0.0


def test_in_the_general_background_everyday_words_are_common(general: Background) -> None:
    assert general.per_million("我们") > 1_000 > general.per_million("海堤")


def test_the_general_background_holds_shares_of_all_words(general: Background) -> None:
    assert all(0.0 < share < 1.0 for share in general.shares.values())


def test_every_word_of_wordfreq_has_at_least_its_share(general: Background) -> None:
    by_wordfreq = wordfreq.get_frequency_dict("zh", wordlist="large")
    assert all(general.shares[word] >= share for word, share in by_wordfreq.items())


def test_the_general_background_takes_the_larger_of_its_two_sources(general: Background) -> None:
    by_wordfreq = wordfreq.get_frequency_dict("zh", wordlist="large")
    assert general.shares["我们"] == by_wordfreq["我们"]
    assert general.shares["海堤"] > by_wordfreq["海堤"]


def test_the_general_background_is_loaded_once(general: Background) -> None:
    assert load_general_background() is general
