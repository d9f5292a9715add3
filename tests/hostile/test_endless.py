"""A gigabyte of one text: every reader refuses it, soon and in little memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from hostile.endless import HEADS
from hostile.good_files import READABLE

GIGABYTE = 1_000_000_000
MOST_SECONDS = 120
WITHOUT_STREAM = {"toml", "xlsx", "tbx-dct", "tbx4"}
"""A folder; an archive, whose bombs are refused (test_archives.py); the reader of tbx under other names."""


@pytest.mark.slow
@pytest.mark.parametrize("name", HEADS)
def test_a_text_without_end_is_refused(name: str) -> None:
    script = Path(__file__).with_name("endless.py")
    ran = subprocess.run(
        [sys.executable, str(script), name, str(GIGABYTE)],
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    assert ran.stdout.startswith("refused: "), ran.stderr[-500:]


def test_every_reader_is_tried() -> None:
    assert {known.name for known in READABLE} == set(HEADS) | WITHOUT_STREAM
