"""The noun phrase at the end of a clause, quotation marks told apart, and places in kept lines."""

import pytest

from glossary.mining.phrases import has_grammar, last_phrase, may_be_coined, names_instrument
from glossary.mining.quotes import curl_quotes
from glossary.mining.spans import kept_places
from glossary.model import Span


@pytest.mark.parametrize(
    ("clause", "phrase"),
    [
        ("将加快推进渔管中心", "渔管中心"),
        ("渔港的潮汐预警", "潮汐预警"),
        ("渔管中心", "渔管中心"),
        ("已修订渔业条例", "渔业条例"),
        ("已出台促进渔业条例", "促进渔业条例"),
        ("渔管中心的", "渔管中心的"),
        ("", ""),
    ],
)
def test_what_follows_the_last_verb_or_word_of_grammar_is_the_phrase(clause: str, phrase: str) -> None:
    assert last_phrase(clause) == phrase


@pytest.mark.parametrize("name", ["优化 渔港 环境 条例", "促进 渔业 条例", "告知 承诺制"])
def test_a_verb_may_open_the_name_of_a_law_or_a_system(name: str) -> None:
    assert names_instrument(name.split())


@pytest.mark.parametrize("clause", ["修订 渔港 条例", "实行 承诺制", "促进 渔业", "优化 机制"])
def test_what_is_done_with_one_opens_no_name(clause: str) -> None:
    assert not names_instrument(clause.split())


def test_a_quoted_number_is_no_coined_name() -> None:
    assert may_be_coined("接报即巡")
    assert not may_be_coined("12345")


def test_a_clause_has_grammar_in_it_and_a_name_has_none() -> None:
    assert has_grammar("渔港的海堤")
    assert has_grammar("有关海堤")
    assert not has_grammar("渔港海堤")


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ('推广"智慧海堤"和"蓝盾"', "推广“智慧海堤”和“蓝盾”"),
        ('半个"海堤', '半个"海堤'),
        ('一行"\n下行"', '一行"\n下行"'),
        ("“海堤”", "“海堤”"),
    ],
)
def test_the_first_straight_mark_of_a_line_opens_and_the_next_closes(straight: str, curled: str) -> None:
    assert curl_quotes(straight) == curled


def test_a_place_is_kept_where_one_span_holds_all_of_it() -> None:
    is_kept = kept_places([Span(start=2, end=5), Span(start=8, end=12)])
    assert [is_kept(2, 5), is_kept(9, 12), is_kept(8, 8)] == [True, True, True]
    assert [is_kept(0, 1), is_kept(4, 6), is_kept(5, 7), is_kept(2, 9), is_kept(11, 13)] == [False] * 5
    assert not kept_places([])(0, 1)
