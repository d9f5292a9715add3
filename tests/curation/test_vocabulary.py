"""The list of general words: every entry can be used as it stands."""

import re
from collections import Counter

import pytest

from glossary.curation.vocabulary import (
    list_actions,
    list_choices,
    list_coordinates,
    list_gerunds,
    list_modifiers,
    list_nouns,
    list_places,
    list_prepositions,
)
from glossary.curation.vocabulary.actions import ACTIONS, OBJECT_TAKERS
from glossary.curation.vocabulary.grammar import PLACES
from glossary.curation.vocabulary.modifiers import MODIFIERS
from glossary.curation.vocabulary.nouns import NOUNS
from glossary.text.folding import folded_key

TABLES = [list_nouns, list_modifiers, list_actions, list_gerunds]
ENGLISH = re.compile(r"[A-Za-z][A-Za-zé' -]*-?")


@pytest.mark.parametrize("table", TABLES)
def test_every_word_has_the_spelling_by_which_it_is_looked_up(table) -> None:
    assert [zh for zh in table() if folded_key(zh) != zh] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_rendering_is_english_without_blanks_at_its_ends(table) -> None:
    renderings = [en for all_ in table().values() for en in all_]
    assert [en for en in renderings if not ENGLISH.fullmatch(en) or en != en.strip()] == []


@pytest.mark.parametrize("source", [NOUNS, MODIFIERS, ACTIONS, PLACES])
def test_no_word_is_in_one_table_twice(source: str) -> None:
    words = Counter(entry.split()[0] for entry in source.split(";"))
    assert [word for word, count in words.items() if count > 1] == []


def test_gerunds_are_gerunds() -> None:
    odd = [en for all_ in list_gerunds().values() for en in all_ if "ing" not in en]
    assert odd == []


def test_what_takes_an_object_has_a_gerund() -> None:
    assert [zh for zh in OBJECT_TAKERS if zh not in list_gerunds()] == []


def test_grammar_and_places_can_be_read() -> None:
    assert list_prepositions()["平台"] == "for"
    assert list_places()["香港"] == "Hong Kong"


def test_words_of_one_kind_know_one_another() -> None:
    table = list_coordinates()
    assert {"纠纷", "问题"} <= table["矛盾"]
    assert [zh for zh, others in table.items() if zh in others or not others] == []


def test_every_word_of_a_kind_is_in_the_list() -> None:
    known = {zh for list_words in TABLES for zh in list_words()}
    assert sorted(set(list_coordinates()) - known) == []


def test_a_choice_is_made_by_what_stands_before_or_behind() -> None:
    (safety, security, _) = list_choices()["安全"]
    assert (safety.en, safety.fits("消防", ""), safety.fits("", "隐患排查")) == ("safety", True, True)
    assert (security.fits("消防", ""), security.fits("网络", "")) == (False, True)


def test_every_choice_is_about_a_word_of_the_list_and_has_company() -> None:
    known = {zh for list_words in TABLES for zh in list_words()}
    assert sorted(set(list_choices()) - known) == []
    lonely = [one.en for all_ in list_choices().values() for one in all_ if not (one.before or one.after)]
    assert lonely == []
