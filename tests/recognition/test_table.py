"""A table finds its keys, all at once, and no others."""

from collections import defaultdict

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.recognition.table import EMPTY, Keys, build_table, places_of

keys_of_tables = st.lists(st.integers(-(2**63), 2**63 - 1).filter(lambda key: key != EMPTY), unique=True)


def look_up(keys: list[int], wanted: list[int]) -> dict[int, int]:
    numbers = numpy.arange(len(keys), dtype=numpy.int32)
    asked = numpy.array(wanted, dtype=numpy.int64)
    found, held = build_table(numpy.array(keys, dtype=numpy.int64), numbers).find(asked)
    return dict(zip(asked[found].tolist(), held.tolist(), strict=True))


@pytest.mark.slow
@given(keys=keys_of_tables)
def test_every_key_leads_to_its_number(keys: list[int]) -> None:
    assert look_up(keys, keys) == {key: number for number, key in enumerate(keys)}


@pytest.mark.slow
@given(keys=keys_of_tables, others=keys_of_tables)
def test_what_is_no_key_is_not_found(keys: list[int], others: list[int]) -> None:
    assert look_up(keys, others).keys() == {*keys} & {*others}


def test_keys_in_one_another_s_way_are_given_other_places() -> None:
    crowded = _three_with_the_same_places()
    numbers = numpy.array([7, 8, 9], dtype=numpy.int32)

    table = build_table(crowded, numbers)

    assert table.attempt > 0
    assert table.find(crowded)[1].tolist() == [7, 8, 9]


def _three_with_the_same_places() -> Keys:
    every = numpy.arange(1, 5_000)
    size = len(build_table(every[:3], numpy.zeros(3, dtype=numpy.int32)).keys)
    sharing: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for key, *places in zip(every.tolist(), *(one.tolist() for one in places_of(every, size)), strict=True):
        sharing[min(places), max(places)].append(key)
    return numpy.array(next(some for some in sharing.values() if len(some) > 2)[:3])
