"""The whole command in a terminal of its own, as a person starts it."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from review_base import WORKER

from glossary.model import CandidateState
from glossary.services.candidates import find_candidate
from glossary.store.database import Base

MOST_SECONDS = 60.0
IS_UP = "quit"


class Terminal:
    """A terminal with a process in it, and all that the process wrote so far."""

    def __init__(self, *arguments: str, environment: dict[str, str]) -> None:
        self._end, inside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "glossary", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**os.environ, "TERM": "xterm", "LINES": "24", "COLUMNS": "80", **environment},
        )
        os.close(inside)
        self.written = ""

    def read_until(self, words: str) -> bool:
        """Wait until the words were written; return whether they were."""
        until = time.monotonic() + MOST_SECONDS
        while words not in self.written and time.monotonic() < until:
            if not select.select([self._end], [], [], 0.1)[0]:
                continue
            try:
                self.written += os.read(self._end, 65536).decode("utf-8", "replace")
            except OSError:
                break
        return words in self.written

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def close(self) -> int:
        try:
            return self.process.wait(timeout=MOST_SECONDS)
        finally:
            self.process.kill()
            os.close(self._end)


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
