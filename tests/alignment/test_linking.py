"""Counting and linking: association, one phrase a unit, one unit a word."""

import pytest

from glossary.alignment.association import count_together, log_likelihood
from glossary.alignment.linking import link_all
from glossary.alignment.sentences import Sentence, TermFinder, make_sentence
from glossary.alignment.words import split_tokens
from glossary.model import Pair

TEXTS = [
    ("网格员走访居民", "grid workers visit residents"),
    ("网格员开会", "grid workers hold meetings"),
    ("干部走访居民", "officials visit residents"),
    ("居民开会", "residents hold meetings"),
    ("干部看书", "officials read"),
]


def sentences(terms: tuple[str, ...] = ("网格员",)) -> list[Sentence]:
    finder = TermFinder(terms)
    return [
        make_sentence(Pair(number=1, where="", source=zh, target=en), split_tokens(en), finder)
        for zh, en in TEXTS
    ]


def test_log_likelihood_is_that_of_dunning_and_zero_below_chance() -> None:
    assert float(log_likelihood(2, 2, 2, 5)) == pytest.approx(6.73, abs=0.01)
    assert float(log_likelihood(1, 4, 4, 5)) == 0.0


def test_a_word_is_linked_with_one_unit_and_a_unit_with_one_phrase() -> None:
    made = sentences()
    links = link_all(made, count_together(made), rounds=3)
    for number in range(len(made)):
        here = [link for link in links if link.sentence == number]
        words = [at for link in here for at in range(link.start, link.end)]
        assert len(words) == len(set(words))
        assert len(here) <= len(made[number].units)


def test_the_strongest_links_leave_the_rest_to_the_others() -> None:
    made = sentences()
    links = {
        (link.unit, " ".join(token.key for token in made[link.sentence].tokens[link.start : link.end]))
        for link in link_all(made, count_together(made), rounds=3)
    }
    assert {("网格员", "grid worker"), ("居民", "resident"), ("干部", "official")} <= links


def test_a_sentence_without_words_has_no_links() -> None:
    finder = TermFinder(())
    empty = [make_sentence(Pair(number=1, where="", source="。", target="!"), split_tokens("!"), finder)]
    assert link_all(empty, count_together(empty), rounds=1) == []


def test_terms_are_found_longest_first_in_folded_text() -> None:
    find = TermFinder(["综治中心", "綜治", "心"])
    assert list(find("镇综治中心与综治")) == [(1, 5), (6, 8)]


def test_no_phrase_goes_over_a_mark_or_begins_with_a_function_word() -> None:
    tokens = split_tokens("The list of powers, in full")
    assert [token.is_function for token in tokens] == [True, False, True, False, True, False]
    assert [token.breaks for token in tokens] == [True, False, False, False, True, False]
    assert [token.breaks for token in split_tokens("hazards they report")] == [True, True, True]
