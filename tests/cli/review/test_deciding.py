"""Accepting, rejecting and putting off, as a person does it with keys."""

import pytest
from review_base import BRIGHT, FOUR, FRAGMENT, KNOWN, WORKER
from screens import words
from small_base import FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY

from glossary.model import CandidateState, Concept, RankedCandidate, Status, Tier
from glossary.services.concepts.editing import show_concept
from glossary.services.history.log import tell_base
from glossary.services.mining.candidates import find_candidate
from glossary.store.database import Base

from .conftest import LOOK, Sit


def decided(base: Base, term: str) -> RankedCandidate:
    return find_candidate(base, term)


def concept_of(base: Base, term: str) -> Concept:
    decision = find_candidate(base, term).decision
    assert decision
    assert decision.concept
    return show_concept(base, decision.concept)


def renderings(concept: Concept) -> list[tuple[str, Status]]:
    return [(one.text, one.status) for one in concept.renderings]


def test_a_accepts_with_the_first_proposal(base: Base, sit: Sit) -> None:
    seen = sit("a")
    assert renderings(concept_of(base, WORKER)) == [("grid worker", Status.PREFERRED)]
    assert "accepted 网格员 → grid worker (preferred" in seen.text


@pytest.mark.slow
def test_a_digit_chooses_another_proposal(base: Base, sit: Sit) -> None:
    seen = sit("2", LOOK, "a")
    chosen = next(line for line in seen.looks[0].lines if "› 2 " in line)
    assert concept_of(base, WORKER).renderings[0].text in chosen
    assert concept_of(base, WORKER).renderings[0].text != "grid worker"


def test_what_was_composed_is_written_down_as_composed_with_its_parts(base: Base, sit: Sit) -> None:
    sit("a")
    (rendering,) = concept_of(base, WORKER).renderings
    assert [fact.tier for fact in rendering.evidence] == [Tier.COMPOSED]
    assert "网格 grid" in decided(base, WORKER).decision.reason


def test_every_decision_is_one_operation_by_who_is_sitting_there(base: Base, sit: Sit) -> None:
    sit("a", who="lan")
    changes = [told.change for told in tell_base(base)]
    assert {(one.operation, one.who, one.verb) for one in changes} == {
        (changes[0].operation, "lan", "accept")
    }


@pytest.mark.slow
def test_e_writes_another_rendering_with_who_used_it(base: Base, sit: Sit) -> None:
    keys = ["e", "ctrl+u", words("community grid worker"), "down", words("admitted"), "down", "down"]
    sit(*keys, words("Lakeside Post"), "down", "down", words("2021-05"), "enter")
    (rendering,) = concept_of(base, WORKER).renderings
    assert (rendering.text, rendering.status) == ("community grid worker", Status.ADMITTED)
    assert [(one.publisher, one.date, one.tier) for one in rendering.evidence] == [
        ("Lakeside Post", "2021-05", Tier.MEDIA)
    ]


@pytest.mark.slow
def test_enter_opens_the_form_too_and_esc_leaves_everything_as_it_was(base: Base, sit: Sit) -> None:
    seen = sit("enter", words(" for now"), "escape")
    assert decided(base, WORKER).state is CandidateState.NEW
    assert "网格员" in seen.text


@pytest.mark.slow
def test_what_was_typed_stays_where_it_cannot_be_kept_and_can_be_mended(base: Base, sit: Sit) -> None:
    mended = ("ctrl+u", words("admitted"), "enter")
    (failed,) = sit("e", "down", words("dear"), "enter", LOOK, *mended).looks
    assert "status     dear" in failed.text
    assert "there is no status 'dear'" in failed.text
    assert renderings(concept_of(base, WORKER)) == [("grid worker", Status.ADMITTED)]


@pytest.mark.slow
def test_what_is_typed_after_a_complaint_lands_where_it_belongs(base: Base, sit: Sit) -> None:
    date = ("down", "down", words("2021-13"), "up", "enter", "ctrl+u", words("2021-12"), "enter")
    sit("e", "down", "down", "down", words("Hill Times"), *date)
    (rendering,) = concept_of(base, WORKER).renderings
    assert rendering.text == "grid worker"
    assert [(fact.publisher, fact.date) for fact in rendering.evidence] == [("Hill Times", "2021-12")]


def test_a_complaint_stands_below_its_field(sit: Sit) -> None:
    lines = sit("e", "down", words("dear"), "up", "enter").lines
    at = next(number for number, line in enumerate(lines) if "status     dear" in line)
    assert "not kept: there is no status 'dear'" in lines[at + 1]


def test_a_gap_opens_the_form_to_be_filled(base: Base, sit: Sit) -> None:
    keys = (LOOK, "a", LOOK, "home", "delete", words("Sharp Eyes"), "enter")
    card, form = sit(*keys, start=decided(base, BRIGHT).candidate.id).looks
    assert "… project" in card.text
    assert "Put a word in the place of …" in form.text
    assert renderings(concept_of(base, BRIGHT)) == [("Sharp Eyes project", Status.PREFERRED)]


@pytest.mark.slow
def test_a_gap_that_stays_is_not_kept(base: Base, sit: Sit) -> None:
    seen = sit("a", "enter", start=decided(base, BRIGHT).candidate.id)
    assert "not kept" in seen.text
    assert decided(base, BRIGHT).state is CandidateState.NEW


def test_a_known_term_is_accepted_as_the_concept_that_it_is(base: Base, sit: Sit) -> None:
    before = show_concept(base, GREENWAY)
    sit("a", start=decided(base, KNOWN).candidate.id)
    assert decided(base, KNOWN).decision.concept == GREENWAY
    assert show_concept(base, GREENWAY) == before


@pytest.mark.slow
def test_of_a_homograph_it_is_asked_which_is_meant(base: Base, sit: Sit) -> None:
    (asked,) = sit("a", LOOK, "down", "enter", start=decided(base, FOUR).candidate.id).looks
    assert "which is meant?" in asked.text
    assert "Cloud Hills" in asked.text
    assert decided(base, FOUR).decision.concept in (FOUR_OF_HILLS, FOUR_OF_LAKES)


@pytest.mark.slow
def test_a_rendering_for_a_homograph_goes_where_it_is_meant_to(base: Base, sit: Sit) -> None:
    sit(
        "e",
        words("four-water care"),
        "enter",
        words("cloud"),
        "enter",
        start=decided(base, FOUR).candidate.id,
    )
    assert [one.text for one in show_concept(base, FOUR_OF_HILLS).renderings] == ["four-water care"]


@pytest.mark.slow
def test_a_homograph_may_be_a_new_meaning(base: Base, sit: Sit) -> None:
    sit(
        "e",
        words("four waters"),
        "enter",
        words("new concept"),
        "enter",
        start=decided(base, FOUR).candidate.id,
    )
    assert decided(base, FOUR).decision.concept not in (FOUR_OF_HILLS, FOUR_OF_LAKES, None)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (["1"], "a fragment"),
        pytest.param(["5"], "out of the field", marks=pytest.mark.slow),
        pytest.param([words("only half a word"), "enter"], "only half a word", marks=pytest.mark.slow),
        pytest.param(["enter"], "", marks=pytest.mark.slow),
    ],
)
def test_r_rejects_with_a_reason_by_digit_or_in_words(
    base: Base, sit: Sit, keys: list[str], reason: str
) -> None:
    sit("r", *keys, start=decided(base, FRAGMENT).candidate.id)
    found = decided(base, FRAGMENT)
    assert (found.state, found.decision.reason) == (CandidateState.REJECTED, reason)


@pytest.mark.slow
def test_rejecting_can_be_left(base: Base, sit: Sit) -> None:
    sit("r", "escape")
    assert decided(base, WORKER).state is CandidateState.NEW


def test_d_puts_off_with_a_note(base: Base, sit: Sit) -> None:
    seen = sit("d", words("ask Lan"), "enter")
    found = decided(base, WORKER)
    assert (found.state, found.decision.reason) == (CandidateState.DEFERRED, "ask Lan")
    assert "deferred 网格员: ask Lan" in seen.text
