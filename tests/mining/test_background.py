"""The background says how common a word is in general Chinese, per million words."""

from itertools import islice

import numpy
import pytest
import wordfreq

from glossary.mining.background import Background, HashedShares, load_general_background


@pytest.fixture(scope="module")
def general() -> Background:
    return load_general_background()


def test_the_share_of_a_word_is_told_in_a_million() -> None:
    assert Background({"海堤": 0.25}).per_million("海堤") == 250_000.0


def test_a_word_that_it_does_not_know_does_not_occur() -> None:
    assert Background({}).per_million("海堤") == 0.0


def test_in_the_general_background_everyday_words_are_common(general: Background) -> None:
    assert general.per_million("我们") > 1_000 > general.per_million("海堤")


def test_a_share_is_found_by_its_word_alone() -> None:
    shares = HashedShares([(["海堤".encode(), "长堤".encode()], numpy.array([0.25, 0.5]))])
    assert [shares.get(word, 0.0) for word in ("海堤", "长堤", "堤", "")] == [0.25, 0.5, 0.0, 0.0]


def test_of_a_word_that_comes_twice_the_larger_share_counts() -> None:
    words = ["海堤".encode()]
    shares = HashedShares((words, numpy.array([share])) for share in (0.25, 0.5, 0.125))
    assert shares.get("海堤", 0.0) == 0.5


def test_half_of_a_damaged_character_is_a_word_that_it_does_not_know(general: Background) -> None:
    assert general.per_million("海\ud800") == 0.0


def test_a_word_of_wordfreq_has_at_least_its_share(general: Background) -> None:
    by_wordfreq = wordfreq.get_frequency_dict("zh", wordlist="large")
    some = islice(by_wordfreq.items(), None, None, 100)
    assert all(general.shares.get(word, 0.0) >= share for word, share in some)


def test_the_general_background_takes_the_larger_of_its_two_sources(general: Background) -> None:
    by_wordfreq = wordfreq.get_frequency_dict("zh", wordlist="large")
    assert general.shares.get("我们", 0.0) == by_wordfreq["我们"]
    assert general.shares.get("海堤", 0.0) > by_wordfreq["海堤"]


def test_the_general_background_is_loaded_once(general: Background) -> None:
    assert load_general_background() is general
