"""Whole processes are timed and weighed; one that fails is shown with what it said."""

import sys
from pathlib import Path

import pytest

from benchmarks.mining.measuring import (
    ProcessFailed,
    Timing,
    family,
    measure_peak,
    parse_held,
    parse_parent,
    read_output,
    run,
    time_in_turn,
)

ROLLUP = "00400000-7ffc ---p 00000000 00:00 0 [rollup]\nPss: 300 kB\nPss_Anon: 200 kB\nSwapPss: 50 kB\n"


def test_the_median_of_the_rounds_counts() -> None:
    assert Timing((3.0, 1.0, 9.0)).median == 3.0


def test_a_process_holds_its_share_in_memory_and_what_is_swapped_out() -> None:
    assert parse_held(ROLLUP) == 350 * 1024


def test_the_parent_is_told_whatever_the_process_is_called() -> None:
    assert parse_parent("17 (a) b (c) S 4 17 17 0 -1") == 4


def test_a_family_holds_grandchildren_and_no_neighbours() -> None:
    assert family(1, {2: 1, 3: 2, 4: 9, 9: 0}) == {1, 2, 3}


@pytest.mark.slow
def test_a_failing_process_is_shown_with_what_it_said() -> None:
    with pytest.raises(ProcessFailed, match=r"(?s)ended with code 3 .*no such text"):
        run([sys.executable, "-c", "import sys; print('no such text', file=sys.stderr); sys.exit(3)"])


@pytest.mark.slow
def test_each_process_runs_in_an_empty_folder(tmp_path: Path) -> None:
    code = "import os; print(os.listdir()); open('new.db', 'w').close()"
    assert [read_output([sys.executable, "-c", code]) for _ in range(2)] == ["[]\n", "[]\n"]


@pytest.mark.slow
def test_commands_run_in_turn(tmp_path: Path) -> None:
    log = tmp_path / "log"
    commands = {name: ["sh", "-c", f"printf {name} >> {log}"] for name in "ab"}
    assert [len(timing.seconds) for timing in time_in_turn(commands, 2)] == [2, 2]
    assert log.read_text() == "abab"


@pytest.mark.slow
def test_the_memory_of_children_counts() -> None:
    child = "block = b'x' * 100_000_000; import time; time.sleep(0.6)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    peak = measure_peak([sys.executable, "-c", code])
    if peak is None:
        pytest.skip("this system has no /proc/PID/smaps_rollup")
    assert peak > 100_000_000
