"""Rows of Chinese words that come again and hold together."""

from glossary.alignment.sequences import find_sequences


def test_a_row_of_words_that_only_come_together_is_found() -> None:
    lines = ["办结后实行双向反馈。", "双向反馈让群众放心。", "群众很放心。"]
    assert find_sequences(lines, ["双向"]) == ["双向反馈"]


def test_what_follows_a_frequent_term_is_no_part_of_it() -> None:
    lines = ["网格员发现隐患。", "网格员发现问题。", "网格员很忙。", "网格员上报。"]
    assert find_sequences(lines, ["网格员"]) == []


def test_a_part_of_a_known_term_is_not_found() -> None:
    lines = ["执行首问负责制。", "首问负责制很好。"]
    assert find_sequences(lines, ["首问负责制"]) == []


def test_a_row_that_is_there_once_is_not_found() -> None:
    assert find_sequences(["办结后实行双向反馈。"], []) == []
