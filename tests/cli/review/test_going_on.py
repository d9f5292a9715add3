"""Going from one candidate to the next, stopping, and taking back."""

from typing import Any

import pytest
from review_base import BODY, FOUR, KNOWN, LAST, SHORT, TERMS, WORKER
from screens import words

from glossary.model import CandidateKind, CandidateState
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.deciding import decide_candidate
from glossary.store.database import Base

from .conftest import LOOK, Seen, Sit

OTHER_KINDS = (CandidateKind.FORMULA, CandidateKind.ORGANISATION)


def on_show(seen: Seen) -> str:
    """The term at the head of the card."""
    return seen.lines[1].split()[0]


def find(query: str) -> list[Any]:
    """The keys that go to a candidate, look, and go elsewhere."""
    return ["/", words(query), "enter", LOOK, "p"]


def states(base: Base) -> list[str]:
    return [find_candidate(base, term).state.value for term in TERMS]


def test_it_begins_with_the_best_candidate(sit: Sit) -> None:
    assert on_show(sit()) == WORKER


def test_after_a_decision_the_next_one_is_shown(sit: Sit) -> None:
    assert on_show(sit("a")) == KNOWN


@pytest.mark.slow
def test_it_goes_on_where_it_stopped(base: Base, sit: Sit) -> None:
    sit("a", "a", "q")
    seen = sit()
    assert on_show(seen) == FOUR
    assert "2 of 10 · 2 accepted" in seen.text


@pytest.mark.slow
def test_n_and_the_space_bar_leave_a_candidate_undecided(base: Base, sit: Sit) -> None:
    assert on_show(sit("n", "space")) == FOUR
    assert set(states(base)) == {"new"}


@pytest.mark.slow
def test_what_was_passed_by_comes_back_at_the_end(base: Base, sit: Sit) -> None:
    assert on_show(sit("n", "r", "1", "n", "r", "1", kinds=OTHER_KINDS)) == FOUR


@pytest.mark.slow
def test_what_was_put_off_earlier_comes_last(base: Base, sit: Sit) -> None:
    sit("d", "enter", "q", kinds=OTHER_KINDS)
    seen = sit(LOOK, "r", "1", kinds=OTHER_KINDS)
    assert on_show(seen.looks[0]) == BODY
    assert on_show(seen) == FOUR


def test_what_was_passed_by_does_not_hold_up_the_next_sitting(base: Base, sit: Sit) -> None:
    (asked,) = sit("n", "r", "1", LOOK, "y", top=2).looks
    assert "Go on with the next 2?" in asked.text
    assert "1 passed by, all others are decided" in asked.text
    assert states(base)[:2] == ["new", "rejected"]


@pytest.mark.slow
def test_the_next_sitting_is_shown_and_what_was_passed_by_comes_after_it(sit: Sit) -> None:
    seen = sit("n", "r", "1", "y", LOOK, "r", "1", "r", "1", "n", top=2)
    assert on_show(seen.looks[0]) == FOUR
    assert on_show(seen) == WORKER


@pytest.mark.slow
def test_who_wants_no_further_sitting_sees_what_was_passed_by(sit: Sit) -> None:
    assert on_show(sit("n", "r", "1", "n", top=2)) == WORKER
    assert "All are decided" in sit("r", "1", "n", top=2).text


def test_when_all_is_decided_it_says_so(sit: Sit) -> None:
    seen = sit("r", "1", "r", "1", kinds=OTHER_KINDS)
    assert "All are decided" in seen.text
    assert "2 of 2 · 2 rejected" in seen.text


@pytest.mark.slow
def test_p_goes_back_to_what_is_decided_and_it_can_be_decided_anew(base: Base, sit: Sit) -> None:
    (again,) = sit("r", "1", "p", LOOK, "a").looks
    assert on_show(again) == WORKER
    assert "rejected by mei" in again.text
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED


@pytest.mark.slow
def test_what_is_accepted_is_not_rejected_by_mistake(base: Base, sit: Sit) -> None:
    seen = sit("a", "p", "r", "1")
    assert "网格员 was accepted by mei as c" in seen.text
    assert "u takes that back" in " ".join(seen.text.split())
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED


@pytest.mark.slow
def test_u_takes_back_one_after_the_other_and_shows_it_again(base: Base, sit: Sit) -> None:
    seen = sit("a", "r", "1", "u", LOOK, "u")
    assert on_show(seen.looks[0]) == KNOWN
    assert "took back: reject 绿道" in seen.looks[0].text
    assert on_show(seen) == WORKER
    assert set(states(base)) == {"new"}


@pytest.mark.slow
def test_undo_takes_the_concept_out_with_the_decision(base: Base, sit: Sit) -> None:
    from glossary.services.lookup.answers import look_up

    sit("a", "u")
    assert not [hit for hit in look_up(base, WORKER).hits if hit.term.text == WORKER]


@pytest.mark.slow
def test_undo_asks_before_it_takes_back_what_is_of_an_earlier_sitting(base: Base, sit: Sit) -> None:
    sit("a", "q")
    (asked,) = sit("u", LOOK, "n").looks
    assert "Take back what was done before this sitting?" in asked.text
    assert "accept 网格员" in asked.text
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED
    sit("u", "y")
    assert find_candidate(base, WORKER).state is CandidateState.NEW


@pytest.mark.slow
def test_undo_leaves_alone_what_others_did(base: Base, sit: Sit) -> None:
    decide_candidate(base, LAST, CandidateState.REJECTED, who="lan")
    assert "nothing of yours to take back" in sit("u").text
    assert find_candidate(base, LAST).state is CandidateState.REJECTED


@pytest.mark.slow
def test_slash_finds_a_candidate_by_chinese_pinyin_or_initials(sit: Sit) -> None:
    looks = sit(*(key for query in ("湖长", "huzhang", "hzz") for key in find(query))).looks
    assert {on_show(look) for look in looks} == {SHORT}


@pytest.mark.slow
def test_it_may_begin_elsewhere_and_be_of_one_kind(base: Base, sit: Sit) -> None:
    assert on_show(sit(start=find_candidate(base, LAST).candidate.id)) == LAST
    assert on_show(sit(kinds=[CandidateKind.ORGANISATION])) == BODY


@pytest.mark.slow
def test_q_sums_up_what_was_decided(sit: Sit) -> None:
    summary = sit("a", "r", "1", "d", "enter", "q").summary
    assert summary == "decided 3: 1 accepted, 1 rejected, 1 deferred; 7 of 10 left"


def test_ctrl_c_leaves_like_q_and_says_so_to_the_shell(sit: Sit) -> None:
    seen = sit("r", "1", "ctrl+c")
    assert (seen.summary, seen.code) == ("decided 1: 1 rejected; 9 of 10 left", 130)


@pytest.mark.slow
@pytest.mark.parametrize("window", ["e", "r", "v", "m", "/", "?"])
def test_ctrl_c_leaves_from_every_window_and_decides_nothing(base: Base, sit: Sit, window: str) -> None:
    seen = sit(window, "ctrl+c")
    assert (seen.summary, seen.code) == ("decided none; 10 of 10 left", 130)
    assert find_candidate(base, WORKER).state is CandidateState.NEW


@pytest.mark.slow
def test_the_pace_is_told(sit: Sit) -> None:
    assert "2 of 10 · 1 accepted · 1 rejected · 10 s each, 1 min to go" in sit("a", "r", "1").text
