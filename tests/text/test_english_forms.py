"""One form for the inflections of a word, one spelling for both countries, keys for lookups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.english import content_keys, fold_spelling, noun_form, verb_form, word_keys

SAME_NOUN = """
center centers centre centres|policy policies|committee committees|process processes|status statuses|
child children|woman women|grandchild grandchildren|criterion criteria|analysis analyses|basis bases|
box boxes|house houses|life lives|bus buses|taxi taxis|bureau bureaus bureaux|series|news|tie ties|
neighbourhood neighborhoods|programme programs|spokesman spokesmen|specimen specimens
"""
SAME_VERB = """
resolve resolves resolved resolving|plan plans planned planning|rate rated rating|apply applied applying|
travel traveled traveling travelled travelling|control controlled controls|organise organized organizing|
build built building|overcome overcame|hold held holding|undertake undertook undertaken|agree agreed agreeing|
proceed proceeding proceeds|fill filled filling|use used using|focus focused focussed focuses|tie tied tying|
recall recalled recalling|fulfil fulfill fulfilled|instal install installing|analyse analyzed analysing|
pay paid|install installed|license licence licensing|call calling
"""
APART = """
grid gird|governance government|police policing|plan plane|car care|file fill|new news|four for|hour or|
need nee|process procession|mediate mediation|settle settlement|secure security|visit visa
"""


def groups(text: str) -> list[list[str]]:
    return [group.split() for group in text.split("|")]


@pytest.mark.parametrize("words", groups(SAME_NOUN), ids=" ".join)
def test_singular_and_plural_share_a_form(words: list[str]) -> None:
    assert len({noun_form(word) for word in words}) == 1


@pytest.mark.parametrize("words", groups(SAME_VERB), ids=" ".join)
def test_the_forms_of_a_verb_share_a_form(words: list[str]) -> None:
    assert len({verb_form(word) for word in words}) == 1


@pytest.mark.parametrize("words", groups(APART), ids=" ".join)
def test_other_words_stay_apart_as_nouns(words: list[str]) -> None:
    assert len({noun_form(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        pair.split("/")
        for pair in (
            "centre/center theatres/theaters kilometre/kilometer programme/program organisation/organization "
            "prioritised/prioritized labour/labor neighbourhood/neighborhood behavioural/behavioral "
            "harbouring/harboring travelled/traveled counsellor/counselor cancellation/cancelation "
            "modelling/modeling defence/defense offences/offenses licence/license practise/practice "
            "judgement/judgment acknowledgement/acknowledgment catalogue/catalog dialogue/dialog grey/gray "
            "cheque/check ageing/aging enrolment/enrollment skilful/skillful fulfil/fulfill analyse/analyze "
            "paediatric/pediatric sceptical/skeptical storeys/storys adviser/advisor towards/toward "
            "centred/centered centring/centering catalogued/cataloged manoeuvres/maneuvers tyres/tires"
        ).split()
    ],
)
def test_one_spelling_for_both_countries(british: str, american: str) -> None:
    assert fold_spelling(british) == fold_spelling(american)


@pytest.mark.parametrize(
    "word",
    "exercise advise supervising enterprises promised arising surprises four hour tour acre "
    "genre precise unsupervised raised fundraising crises fully".split(),
)
def test_words_that_both_countries_write_alike_stay(word: str) -> None:
    assert fold_spelling(word) == word


def test_keys_are_the_same_whatever_the_inflection_spelling_hyphen_and_case() -> None:
    assert word_keys("Grid-Based Centres' organising") == word_keys("grid based center organized")


def test_content_keys_leave_out_what_carries_no_meaning() -> None:
    assert content_keys("the center for governance of a grid") == ("center", "governanc", "grid")


def test_a_text_of_stop_words_keeps_them() -> None:
    assert len(content_keys("to be")) == 2


@pytest.mark.slow
@given(st.text(max_size=20))
def test_every_text_has_keys(text: str) -> None:
    assert all(word_keys(text))
