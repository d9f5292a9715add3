"""Lists of values in statements."""

from glossary.store.rows import padded


def test_lists_of_nearly_the_same_length_make_the_same_statement() -> None:
    assert [len(padded(["a"] * number)) for number in (1, 2, 3, 4, 5, 1_000)] == [1, 2, 4, 4, 8, 1_024]


def test_no_value_comes_in_that_was_not_there() -> None:
    assert padded(["a", "b", "c"]) == ["a", "b", "c", "c"]
