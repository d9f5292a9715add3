"""What goes wrong is said in the screen; nothing is lost and nobody sees a traceback."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from conftest import Command
from review_base import TERMS, WORKER, make_candidate, write_review_base
from screens import words

from glossary.cli.review import _run, showing
from glossary.cli.review.deeds import Reviewer
from glossary.errors import BaseError, NotFound
from glossary.model import CandidateState
from glossary.services.concepts.adding import NewRendering
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.cards import Card
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.services.review.queue import list_queue
from glossary.store.candidates import replace_candidates
from glossary.store.database import Base, open_base

from .conftest import LOOK, Sit

SOME_KEYS = 10
"""Each takes longer than the retry is put off."""


def test_a_base_that_somebody_is_writing_to_is_told_and_the_card_stays(base: Base, sit: Sit) -> None:
    with open_base(base.location, write=True) as other, ExitStack() as writing:
        seen = sit(lambda: writing.enter_context(other.writing()), "a")
    assert "not done: " in seen.text
    assert "another program is writing" in seen.text
    assert find_candidate(base, WORKER).state is CandidateState.NEW


@pytest.mark.slow
def test_what_was_typed_survives_a_base_that_is_locked(base: Base, sit: Sit) -> None:
    with open_base(base.location, write=True) as other, ExitStack() as writing:
        lock, unlock = lambda: writing.enter_context(other.writing()), writing.close
        (failed,) = sit("e", "ctrl+u", words("keeper"), lock, "enter", LOOK, unlock, "enter").looks
    assert "English    keeper" in failed.text
    assert "another program is writing" in " ".join(failed.text.split())
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED


def test_a_base_that_may_not_be_written_any_more_is_told(base: Base, sit: Sit) -> None:
    with open_base(base.location, write=False) as read_only:
        base.can_write = read_only.can_write
        seen = sit("r", "1")
    assert "opened for reading alone" in " ".join(seen.text.split())


def test_what_somebody_else_decided_meanwhile_is_not_overwritten(base: Base, sit: Sit) -> None:
    def meanwhile() -> None:
        decide_candidate(base, WORKER, CandidateState.REJECTED, who="lan", why="too vague")

    seen = sit(meanwhile, "a")
    assert "was rejected by lan meanwhile (too vague)" in " ".join(seen.text.split())
    assert find_candidate(base, WORKER).state is CandidateState.REJECTED


@pytest.mark.slow
def test_who_looked_again_may_decide_otherwise(base: Base, sit: Sit) -> None:
    sit(lambda: decide_candidate(base, WORKER, CandidateState.REJECTED, who="lan"), "a", "a")
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED


@pytest.mark.slow
def test_an_undo_that_would_lose_what_came_later_is_refused_in_the_screen(base: Base, sit: Sit) -> None:
    def build_on_it() -> None:
        concept = find_candidate(base, WORKER).decision.concept
        new = NewRendering(text="water point")
        accept_candidate(base, "渗水点", new, concept=concept, who="lan")

    seen = sit("a", build_on_it, "u")
    assert "not done: " in seen.text
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED


@pytest.mark.slow
def test_a_candidate_that_mining_no_longer_finds_is_told_and_the_next_one_shown(base: Base, sit: Sit) -> None:
    def mine_again() -> None:
        with base.writing() as connection:
            replace_candidates(connection, map(make_candidate, TERMS[1:]))

    gone, following = sit(mine_again, "a", LOOK, "n", LOOK).looks
    assert "there is no candidate" in " ".join(gone.text.split())
    assert TERMS[1] in following.lines[1]


@pytest.mark.slow
def test_a_base_that_is_gone_is_told_whatever_is_pressed(base: Base, sit: Sit) -> None:
    looks = sit(
        Path(base.location).unlink, "a", LOOK, "u", LOOK, "m", words("grid"), LOOK, "escape", "n", LOOK
    ).looks
    assert all(Path(base.location).name in "".join(look.text.split()) for look in looks)


def test_without_a_terminal_it_names_the_commands_that_do_the_same(glossary: Command, tmp_path: Path) -> None:
    ran = glossary("review", "--db", tmp_path / "none.db")
    assert (ran.code, ran.out) == (2, "")
    assert "glossary candidates" in ran.err
    assert "glossary accept" in ran.err


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.cli.review.can_be_filled", lambda: True)


@pytest.mark.usefixtures("at_a_terminal")
def test_a_base_without_candidates_says_where_they_come_from(glossary: Command, empty_base: Path) -> None:
    ran = glossary("review", "--db", empty_base)
    assert ran.code == 1
    assert "glossary mine" in ran.err


@pytest.mark.usefixtures("at_a_terminal")
def test_a_kind_that_there_is_not_is_refused_with_those_there_are(
    glossary: Command, empty_base: Path
) -> None:
    ran = glossary("review", "--kind", "verse", "--db", empty_base)
    assert ran.code == 2
    assert "formula" in ran.err


def test_a_beginning_that_is_not_in_the_sitting_is_refused(tmp_path: Path) -> None:
    path = write_review_base(tmp_path / "terms.db")
    with open_base(str(path), write=True) as base, pytest.raises(NotFound, match="--top"):
        _run(base, lambda most: list_queue(base, top=most), 2, "渗水点")


@pytest.mark.slow
def test_a_base_that_did_not_answer_is_asked_again_by_itself(
    base: Base, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, failures = Reviewer.read_card, [BaseError("the server is starting")]

    def read_card(reviewer: Reviewer, id: str) -> Card:
        if failures:
            raise failures.pop()
        return whole(reviewer, id)

    monkeypatch.setattr(showing, "RETRY_SECONDS", 0.001)
    monkeypatch.setattr(Reviewer, "read_card", read_card)
    seen = sit(*["down"] * SOME_KEYS)
    assert find_candidate(base, WORKER).candidate.term in seen.text
    assert showing.ANSWERS_AGAIN in seen.text
