"""The whole measurement, small."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
GOALS = (
    "speed / jieba",
    "speed / tag",
    "s per MB",
    "peak memory",
    "seeds beyond loading",
)


@pytest.mark.slow
def test_a_quick_run_prints_each_figure_with_its_goal() -> None:
    command = [sys.executable, "-m", "benchmarks.mining", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "text:  generated" in done.stdout
    assert [goal for goal in GOALS if f"\n{goal}" not in done.stdout] == []
