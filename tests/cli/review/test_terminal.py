"""The whole command in a terminal of its own, as a person starts it."""

import sys
from pathlib import Path

import pytest
from review_base import WORKER
from terminals import Terminal

from glossary.model import CandidateState
from glossary.services.mining.candidates import find_candidate
from glossary.store.database import Base

IS_UP = "quit"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is asked for")
def test_the_command_fills_a_terminal_decides_and_sums_up(base: Base, tmp_path: Path) -> None:
    base.close()
    terminal = Terminal(
        "review", "--db", base.location, environment={"GLOSSARY_USER": "mei", "NO_COLOR": "1"}
    )
    assert terminal.read_until(IS_UP), terminal.written
    assert WORKER in terminal.written
    terminal.type("a")
    assert terminal.read_until("1 of 10"), terminal.written
    terminal.type("q")
    assert terminal.read_until("decided 1: 1 accepted; 9 of 10 left")
    assert terminal.close() == 0
    assert find_candidate(base, WORKER).state is CandidateState.ACCEPTED
    assert "\x1b[38" not in terminal.written


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is asked for")
def test_ctrl_c_ends_it_with_130_and_the_summary(base: Base) -> None:
    base.close()
    terminal = Terminal("review", "--db", base.location, environment={"GLOSSARY_USER": "mei"})
    assert terminal.read_until(IS_UP), terminal.written
    terminal.type("e")
    assert terminal.read_until("Ctrl-U"), terminal.written
    terminal.type("\x03")
    assert terminal.read_until("decided none; 10 of 10 left"), terminal.written
    assert terminal.close() == 130
