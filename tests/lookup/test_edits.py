"""One slip: a wrong, missing, surplus or swapped character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lookup.edits import deletions, difference, is_one_slip, slips

FEW_LETTERS = st.text("abc网格", max_size=6)


@pytest.mark.parametrize("other", ["网格园", "网员", "网格人员", "格网员", "网格员员"])
def test_one_slip_leads_there(other: str) -> None:
    assert is_one_slip("网格员", other)
    assert is_one_slip(other, "网格员")


@pytest.mark.parametrize("other", ["网格员", "网", "员格网", "网格", "格员网", "网格员工作", "网人格站"])
def test_none_or_more_than_one(other: str) -> None:
    assert is_one_slip("网格员", other) == (other == "网格")


def test_every_deletion_comes_once() -> None:
    assert deletions("网网格") == ["网格", "网网"]


def test_swapped_letters_are_tried_first() -> None:
    assert slips("wroker")[:2] == ["rwoker", "worker"]


@pytest.mark.slow
@given(FEW_LETTERS, FEW_LETTERS)
def test_what_is_one_slip_away_is_among_the_slips_and_nothing_else(one: str, other: str) -> None:
    assert is_one_slip(one, other) == (other in slips(one, "abc网格"))


@pytest.mark.slow
@given(FEW_LETTERS, FEW_LETTERS)
def test_two_texts_one_slip_apart_share_what_either_has_lost(one: str, other: str) -> None:
    if is_one_slip(one, other):
        assert {one, *deletions(one)} & {other, *deletions(other)}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("shizang", "shizhang", 1),
        ("shizang", "sizhang", 3),
        ("wang", "wang", 0),
        ("", "abc", 3),
        ("aba", "aa", 1),
    ],
)
def test_how_much_stands_between_what_is_alike(one: str, other: str, apart: int) -> None:
    assert difference(one, other) == difference(other, one) == apart
