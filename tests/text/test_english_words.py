"""English words with their places."""

import pytest

from glossary.text.english import split_words


def forms(text: str) -> list[str]:
    return [word.form for word in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grid-based workers", ["grid", "based", "workers"]),
        ("SkyNet and the App", ["skynet", "and", "the", "app"]),
        ("the grid's workers' app", ["the", "grid", "workers", "app"]),
        ("the grid’s workers’ app", ["the", "grid", "workers", "app"]),
        ("don't", ["don't"]),
        (
            "the 12345 hotline took 1,000 calls, 3.5 a day",
            "the 12345 hotline took 1,000 calls 3.5 a day".split(),
        ),
        ("letters & visits, R&D", ["letters", "and", "visits", "r&d"]),
        ("the U.S. model", ["the", "us", "model"]),
        ("综治中心CGSC的网格grid员", ["cgsc", "grid"]),
        ("5G+AI", ["5g", "ai"]),
        ("ＡＰＰ", ["app"]),
        ("", []),
    ],
)
def test_words_in_lower_case_without_possessive(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_offsets_point_into_the_text() -> None:
    text = "综治中心 (the Grid’s CGSC)"
    assert [text[word.start : word.end] for word in split_words(text)] == ["the", "Grid’s", "CGSC"]


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑"])
def test_a_hyphen_joins_two_words(hyphen: str) -> None:
    assert [word.is_joined for word in split_words(f"grid{hyphen}based work")] == [False, True, False]


def test_a_dash_does_not_join() -> None:
    assert not any(word.is_joined for word in split_words("the grid – the work—done - well"))


def test_possessives_are_told() -> None:
    words = split_words("the people's workers’ police")
    assert [word.form for word in words if word.is_possessive] == ["people", "workers"]
