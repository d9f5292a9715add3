"""What a program sent wrongly is told in our words, with what to give."""

from typing import Any

import pytest

from glossary.report.mistakes import describe_mistake


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"type": "missing", "input": {}}, "x is missing; give it"),
        ({"type": "string_type", "input": 7}, "x is 7; give a text"),
        ({"type": "bool_parsing", "input": "maybe"}, "x is 'maybe'; give true or false"),
        ({"type": "less_than_equal", "input": 99, "ctx": {"le": 50}}, "x is 99; give 50 or less"),
        ({"type": "enum", "input": "z", "ctx": {"expected": "'a' or 'b'"}}, "x is 'z'; give 'a' or 'b'"),
        (
            {"type": "string_too_short", "input": "", "ctx": {"min_length": 1}},
            "x is ''; give at least 1 character",
        ),
        (
            {"type": "string_too_long", "input": "网" * 60, "ctx": {"max_length": 50}},
            "x has 60 characters; give at most 50 characters",
        ),
    ],
)
def test_a_mistake_says_what_was_given_and_what_to_give(found: dict[str, Any], told: str) -> None:
    assert describe_mistake("x", found) == told


def test_what_was_given_is_cut_short() -> None:
    told = describe_mistake("x", {"type": "string_type", "input": [7] * 1_000})
    assert told == "x is [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, …; give a text"


def test_a_mistake_of_another_kind_is_told_as_it_came() -> None:
    found = {"type": "url_parsing", "input": "x", "msg": "Input should be a URL"}
    assert describe_mistake("address", found) == "address: input should be a URL"
