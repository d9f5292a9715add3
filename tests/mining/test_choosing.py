"""Of a large collection only the strings that could rank are measured; of a small one all are."""

import pytest

from glossary.mining import choosing
from glossary.mining.background import Background
from glossary.mining.choosing import choose
from glossary.mining.counting import Level, count_levels

from .conftest import NOTHING_KNOWN, a_background, make_stream

FEW = 3


def chosen(*written: str, background: Background = NOTHING_KNOWN) -> dict[str, int]:
    """The chosen strings of what is written, with how often each occurs."""
    stream, tags = make_stream(*written)
    levels = list(count_levels(stream, stream.is_word, min_count=1))
    return {
        stream.text_of(int(level.places[first]), level.width): int(times)
        for level in choose(levels, stream, tags, background)
        for first, times in zip(level.bounds, level.counts, strict=False)
    }


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if more than a few strings were many."""
    monkeypatch.setattr(choosing, "MOST_MEASURED", FEW)


def test_all_strings_of_a_small_collection_are_chosen() -> None:
    assert chosen("推进 海堤", "的/uj 渔港").keys() == {"推进", "海堤", "推进海堤", "渔港", "的渔港"}


def test_a_chosen_string_keeps_all_its_occurrences() -> None:
    assert chosen("海堤 巡查", "海堤")["海堤"] == 2


@pytest.mark.usefixtures("large")
def test_of_a_large_collection_the_frequent_are_chosen_before_the_rare() -> None:
    rare = [f"{character}海/n 渔{character}/n" for character in "甲乙丙丁戊"]
    assert "潮汐平台" in chosen(*rare, *["潮汐 平台"] * 9)


@pytest.mark.usefixtures("large")
def test_a_string_that_begins_with_a_word_of_grammar_is_left_out() -> None:
    written = [*["潮汐 平台", "海堤 渔港"] * 3, *["的/uj 海浪"] * 3]
    assert "的海浪" not in chosen(*written)


@pytest.mark.usefixtures("large")
def test_a_compound_of_rare_words_is_chosen_before_one_of_everyday_words() -> None:
    everyday = a_background({"可以": 900.0, "每天": 900.0, "看到": 900.0})
    found = chosen(*["潮汐 闸门"] * 3, *["每天 可以"] * 3, *["看到 每天"] * 3, background=everyday)
    assert "潮汐闸门" in found
    assert not {"每天可以", "看到每天"} & found.keys()


@pytest.mark.usefixtures("large")
def test_a_word_that_is_common_in_the_contrast_is_left_out() -> None:
    found = chosen(
        *["潮汐", "海堤", "渔港", "每天"] * 3, background=a_background({"每天": 900_000.0, "潮汐": 1.0})
    )
    assert "每天" not in found


@pytest.mark.usefixtures("large")
def test_strings_that_are_worth_as_much_as_the_last_are_all_chosen() -> None:
    written = [f"潮{character} 平台" for character in "甲乙丙丁戊"]
    found = chosen(*written)
    assert {f"潮{character}平台" for character in "甲乙丙丁戊"} <= found.keys()


def test_of_very_many_strings_only_the_frequent_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "MOST_JUDGED", 1)
    assert chosen("海堤", "海堤", "渔港", "潮位").keys() == {"海堤"}


def test_nothing_is_chosen_of_nothing() -> None:
    stream, tags = make_stream()
    levels: list[Level] = []
    assert choose(levels, stream, tags, NOTHING_KNOWN) == []
