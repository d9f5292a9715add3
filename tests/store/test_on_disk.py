"""Lists, sets and dictionaries on the disk are like those in memory."""

import pytest

from glossary.curation.conflicts import Conflict
from glossary.store.on_disk import HELD_VALUES, DiskDict, DiskList, DiskSet


def test_a_list_gives_back_its_values_in_their_order_as_often_as_wanted() -> None:
    numbers = DiskList(range(2 * HELD_VALUES + 5))
    assert [*numbers] == [*range(2 * HELD_VALUES + 5)]
    assert [*numbers] == [*range(2 * HELD_VALUES + 5)]
    assert len(numbers) == 2 * HELD_VALUES + 5


def test_a_list_can_be_gone_through_while_it_is_gone_through() -> None:
    numbers = DiskList(range(HELD_VALUES + 1))
    assert [sum(1 for _ in numbers) for _ in zip(numbers, range(2), strict=False)] == [HELD_VALUES + 1] * 2


def test_a_list_holds_values_of_any_kind() -> None:
    conflict = Conflict(
        field="note", here="a", there="\ud840", taken="there", concept="c2345672", name="note"
    )
    conflicts = DiskList([conflict] * HELD_VALUES)
    assert conflict in conflicts
    assert "note" not in conflicts


def test_a_set_has_each_text_once_in_the_order_in_which_it_came() -> None:
    texts = DiskSet()
    texts |= ["b", "\ud840", "b", "c"]
    texts.discard("c")
    assert ([*texts], len(texts), "\ud840" in texts, "c" in texts) == (["b", "\ud840"], 2, True, False)


def test_a_dictionary_keeps_the_place_of_a_key_that_gets_another_value() -> None:
    words = DiskDict()
    words.update({"b": "1", "a": "2"})
    words["b"] = "3"
    assert ([*words.items()], len(words)) == ([("b", "3"), ("a", "2")], 2)


def test_a_dictionary_misses_what_is_not_there() -> None:
    words = DiskDict()
    assert words.get("a") is None
    with pytest.raises(KeyError):
        del words["a"]
