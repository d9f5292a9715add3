"""The search in a terminal of its own, as a person starts it."""

import sys
from base64 import b64encode
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is asked for", allow_module_level=True)

from terminals import Terminal

pytestmark = pytest.mark.slow

IS_UP = "leaves"


def open_search(base: Path, *arguments: str) -> Terminal:
    environment = {"NO_COLOR": "1", "GLOSSARY_LOG": "0"}
    terminal = Terminal("lookup", *arguments, "--db", str(base), environment=environment)
    assert terminal.read_until(IS_UP), terminal.written
    return terminal


def test_what_is_copied_goes_to_the_terminal_and_is_printed_at_the_end(small_base: Path) -> None:
    terminal = open_search(small_base)
    terminal.type("绿道")
    assert terminal.read_until("Office of Greenways"), terminal.written
    terminal.type("\r")
    assert terminal.read_until(f"\x1b]52;c;{b64encode(b'greenway').decode()}\x07"), terminal.written
    terminal.written = ""
    terminal.type("\x1b")
    assert terminal.read_until("greenway\r\n"), terminal.written
    assert terminal.close() == 0


def test_text_that_the_terminal_pastes_is_looked_up(small_base: Path) -> None:
    terminal = open_search(small_base)
    terminal.type("\x1b[200~绿道\x1b[201~")
    assert terminal.read_until("Office of Greenways"), terminal.written
    terminal.type("\x11")
    assert terminal.close() == 0


def test_ctrl_c_ends_it_with_130(small_base: Path) -> None:
    terminal = open_search(small_base)
    terminal.type("\x03")
    assert terminal.close() == 130
