"""What a process leaves behind that ends within a transaction, as where a second Ctrl-C stops a rollback."""

import subprocess
import sys
from pathlib import Path

import pytest

from glossary.store.database import create_base

ENDING = """
import gc, sys
from glossary.store import connecting
from glossary.store.changes import record_changes
from glossary.store.database import open_base
from tests.store.samples import a_change

connecting.MOST_CACHED_KIB = 64
writing = open_base(sys.argv[1], write=True).writing()
record_changes(writing.__enter__(), [a_change()] * 10_000)
circle = [writing]  # as an error holds the frames that it went through
circle.append(circle)
gc.freeze()
"""


@pytest.mark.slow
def test_a_process_that_ends_within_a_transaction_takes_it_back(tmp_path: Path) -> None:
    path = tmp_path / "terms.db"
    create_base(str(path)).close()
    before = path.read_bytes()
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", ENDING, str(path)], check=True, cwd=root)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
