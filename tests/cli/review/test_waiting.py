"""A base that somebody is writing to is waited for; nothing is decided twice, nothing unseen."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from review_base import KNOWN, WORKER

from glossary.model import CandidateState
from glossary.services.history.log import tell_base
from glossary.services.mining.candidates import find_candidate
from glossary.store.database import Base, open_base

from .conftest import LOOK, Sit

pytestmark = pytest.mark.slow
Lock = Callable[[], object]


@pytest.fixture
def patient(base: Base) -> Iterator[Base]:
    """The base, opened so that a write waits for the lock."""
    with open_base(base.location, write=True) as opened:
        yield opened


@pytest.fixture
def writing(base: Base) -> Iterator[ExitStack]:
    """What holds the lock of somebody else."""
    with ExitStack() as held:
        yield held


@pytest.fixture
def lock(base: Base, writing: ExitStack) -> Iterator[Lock]:
    """Somebody else begins to write; what closes ``writing`` ends that."""
    with open_base(base.location, write=True) as other:
        yield lambda: writing.enter_context(other.writing())


def test_it_says_what_it_waits_for_and_then_goes_on(
    base: Base, sit: Sit, patient: Base, lock: Lock, writing: ExitStack
) -> None:
    seen = sit(lock, "a", LOOK, writing.close, on=patient)
    assert "waiting for the base" in seen.looks[0].text
    assert WORKER in seen.looks[0].lines[1]
    assert "accepted 网格员" in seen.text
    assert KNOWN in seen.lines[1]


def test_keys_pressed_meanwhile_decide_nothing(
    base: Base, sit: Sit, patient: Base, lock: Lock, writing: ExitStack
) -> None:
    sit(lock, "a", "a", "r", "1", "n", writing.close, on=patient)
    assert {told.change.operation for told in tell_base(base)} == {tell_base(base)[0].change.operation}
    assert find_candidate(base, KNOWN).state is CandidateState.NEW


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+c", 130)])
def test_leaving_waits_until_it_is_written(
    sit: Sit, patient: Base, lock: Lock, writing: ExitStack, key: str, code: int
) -> None:
    seen = sit(lock, "a", key, LOOK, writing.close, on=patient)
    assert "then this stops" in seen.looks[0].text
    assert (seen.summary, seen.code) == ("decided 1: 1 accepted; 9 of 10 left", code)


def test_who_wants_to_leave_is_told_first_what_could_not_be_written(
    base: Base, sit: Sit, lock: Lock, writing: ExitStack
) -> None:
    with open_base(base.location, write=True, busy_timeout_seconds=0.5) as hasty:
        seen = sit(lock, "a", "q", on=hasty)
    assert "another program is writing" in " ".join(seen.text.split())
    assert seen.summary is None
