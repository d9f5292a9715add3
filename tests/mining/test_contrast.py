"""Any corpus can be the contrast: how large a share of all words each word and recurring string is."""

import pytest

from glossary.mining.background import Background
from glossary.mining.contrast import make_background

from .conftest import make_stream


def contrast(*written: str) -> Background:
    stream, _ = make_stream(*written)
    return make_background(stream)


def test_a_word_has_its_share_of_all_words() -> None:
    assert contrast("海堤 巡查 海堤", "渔港").shares["海堤"] == 0.5


def test_a_word_that_occurs_once_is_known() -> None:
    assert contrast("海堤 巡查 海堤", "渔港").shares["渔港"] == 0.25


def test_punctuation_is_no_word() -> None:
    assert contrast("海堤", "海堤").shares == {"海堤": 1.0}


def test_a_string_that_recurs_has_its_share_too() -> None:
    assert contrast("海堤 巡查", "海堤 巡查").shares["海堤巡查"] == 0.5


def test_a_string_that_occurs_once_is_unknown() -> None:
    assert contrast("海堤 巡查", "渔港").per_million("海堤巡查") == 0.0


def test_a_string_that_is_a_word_elsewhere_has_the_larger_share() -> None:
    shares = contrast("大 数据", "大 数据", "大 数据", "大数据").shares
    assert shares["大数据"] == pytest.approx(3 / 7)


def test_no_words_make_a_background_that_knows_nothing() -> None:
    assert contrast().shares == {}
