"""What the tests of bad input share: a base that must stay as it was, and a command that must refuse."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from base_dumps import dump

if TYPE_CHECKING:
    from conftest import Command

Refused = Callable[..., str]


@pytest.fixture
def kept_base(small_base: Path, small_base_file: Path) -> Iterator[Path]:
    """A base with five concepts; after the test it holds the same rows, and nothing lies beside it."""
    yield small_base
    if small_base.read_bytes() != small_base_file.read_bytes():
        assert dump(small_base) == dump(small_base_file)
    assert [path.name for path in small_base.parent.glob("*small.db*")] == [small_base.name]


@pytest.fixture
def refused(glossary: "Command") -> Iterator[Refused]:
    """A function that runs ``glossary ARGUMENTS…``, which must print nothing but a message: that it returns.

    Nothing may lie in the working folder afterwards.

    ``code`` is 2 for wrong use and unusable files or bases, 1 where nothing was found or mined.
    """

    def run_refused(*arguments: object, code: int = 2) -> str:
        ran = glossary(*arguments)
        assert "Traceback" not in ran.err
        assert (ran.code, ran.out) == (code, "")
        assert ran.err.startswith(("error: ", "Usage: "))
        return ran.err

    yield run_refused
    assert list(Path.cwd().iterdir()) == []
