"""Names that the dictionary has whole are found though they stand once."""

import pytest

from glossary.mining import settled
from glossary.mining.settled import find_settled, judge_settled
from glossary.mining.termhood import score_string

from .conftest import NOTHING_KNOWN, a_measured, make_stream


def found(*written: str) -> set[str]:
    stream, tags = make_stream(*written)
    return {stream.words[word] for (word,), _ in find_settled(stream, tags)}


@pytest.mark.parametrize("word", ["海事法院/nt", "国家海洋局/nt", "计划经济/n", "渔业政策/n"])
def test_a_body_and_a_compound_with_the_head_of_a_term_are_found(word: str) -> None:
    assert found(f"海堤 {word}") == {word.partition("/")[0]}


@pytest.mark.parametrize(
    "word", ["学院/nt", "深有体会/nt", "妥善安置/n", "海堤/n", "防波堤坝/n", "推进经济/v"]
)
def test_any_other_word_is_not_looked_for(word: str) -> None:
    assert found(f"潮汐 {word}") == set()


def test_what_comes_back_is_counted_anyhow() -> None:
    assert found("海事法院/nt 潮汐", "海堤 海事法院/nt") == set()


def test_in_a_large_corpus_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled, "TOKENS_OF_A_LARGE_CORPUS", 3)
    assert found("海事法院/nt") == set()


def test_a_place_tells_where_the_word_stands() -> None:
    stream, tags = make_stream("潮汐 海堤 海事法院/nt")
    ((cut, places),) = find_settled(stream, tags)
    assert stream.text_of(places[0], len(cut)) == "海事法院"


def test_a_body_counts_more_than_a_compound() -> None:
    assert judge_settled(["海事法院"], ["nt"]) > judge_settled(["计划经济"], ["n"]) > 0


def test_one_that_stands_once_is_as_free_as_one_that_is_marked() -> None:
    hood = score_string(a_measured("海事法院/nt", count=1), corpus_words=1_000, background=NOTHING_KNOWN)
    assert hood.independence == 1.0
    assert hood.marking == judge_settled(["海事法院"], ["nt"])
