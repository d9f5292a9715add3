"""Of matches that overlap the leftmost count."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.recognition.choosing import choose_inside, choose_leftmost


def choose(*lengths: int) -> list[int]:
    return choose_leftmost(numpy.array(lengths, dtype=numpy.int32)).tolist()


def choose_singly(lengths: list[int]) -> list[int]:
    chosen: list[int] = []
    free = 0
    for place, length in enumerate(lengths):
        if length and place >= free:
            chosen.append(place)
            free = place + length
    return chosen


@pytest.mark.parametrize(
    ("lengths", "chosen"),
    [
        ((), []),
        ((0, 0), []),
        ((2, 0, 3, 0, 0), [0, 2]),
        ((3, 2, 2, 2, 0), [0, 3]),
        ((2, 2, 2, 2, 0), [0, 2]),
        ((5, 4, 0, 0, 2, 2, 2, 0), [0, 5]),
    ],
)
def test_a_match_counts_if_it_begins_where_none_that_counts_goes_on(
    lengths: tuple[int, ...], chosen: list[int]
) -> None:
    assert choose(*lengths) == chosen


def test_a_chain_as_long_as_the_text_is_followed_to_its_end() -> None:
    assert choose(*[2] * 9_999, 0) == [*range(0, 9_999, 2)]


@pytest.mark.slow
@given(lengths=st.lists(st.integers(0, 6), max_size=60))
def test_the_same_count_as_going_from_left_to_right(lengths: list[int]) -> None:
    assert choose(*lengths, *[0] * 6) == choose_singly(lengths)


def test_matches_inside_those_that_count_follow_them_by_start_the_longest_first() -> None:
    starts, ends = numpy.array([1, 0, 0, 2, 3, 0]), numpy.array([3, 2, 3, 4, 5, 3])
    outer = numpy.array([0, 3]), numpy.array([3, 5])
    assert choose_inside(starts, ends, outer).tolist() == [2, 1, 0, 4]
