"""The command as a process of its own: signals, pipes, encodings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from base_dumps import dump

from glossary.services.mining.preparing import PARALLEL_FROM_BYTES

pytestmark = pytest.mark.slow
SECONDS = 60
EAGER_TO_TELL = (
    "import sys; from glossary.cli import entry, progress; "
    "progress.PATIENCE_SECONDS = 0; sys.exit(entry.start())"
)
"""The command with progress told from the beginning."""


def start(*arguments: object, **environment: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "glossary", *map(str, arguments)]
    inherited = {name: text for name, text in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=inherited | environment
    )


def finish(process: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    out, err = process.communicate(timeout=SECONDS)
    return process.returncode, out, err


@pytest.mark.parametrize("arguments", [("lookup", "绿道"), ("lookup", "绿道", "--limit", "5")])
def test_both_ways_answer_in_a_process_of_their_own(small_base: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = finish(start(*arguments, GLOSSARY_DB=str(small_base)))
    assert (code, err) == (0, b"")
    assert out.decode("utf-8").startswith("绿道  lǜ dào")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_terminal_without_chinese_gets_escapes_and_no_traceback(small_base: Path, encoding: str) -> None:
    for query in ("绿道", "greenway"):
        code, out, err = finish(
            start("lookup", query, GLOSSARY_DB=str(small_base), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        )
        assert (code, err) == (0, b"")
        assert out.startswith(rb"\u7eff\u9053")


def test_a_query_that_is_no_text_is_refused(small_base: Path) -> None:
    command = [sys.executable.encode(), b"-m", b"glossary", b"lookup", b"\xe7\xbb\xff"]
    ran = subprocess.run(
        command, capture_output=True, check=False, env=os.environ | {"GLOSSARY_DB": str(small_base)}
    )
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"half a surrogate pair" in ran.stderr


def test_two_commands_that_make_the_same_base_both_write_to_it(tmp_path: Path) -> None:
    base = tmp_path / "new.db"
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"湖堤巡护员把渗水点报给堤防管理站。{name}\n" * 9, encoding="utf-8"
        )
    both = [start("mine", tmp_path / f"{name}.txt", "--db", base) for name in "ab"]
    ends = [finish(process) for process in both]
    assert [code for code, _, _ in ends] == [0, 0]
    assert sum(b"made an empty termbase" in err for _, _, err in ends) == 1
    code, out, _ = finish(start("stats", "--json", "--db", base))
    assert (code, json.loads(out)["documents"]) == (0, 2)


@pytest.fixture
def many_articles(tmp_path: Path) -> Path:
    """A folder with so much to read that several processes read it."""
    folder = tmp_path / "many"
    folder.mkdir()
    for file in range(16):
        lines = (
            f"第{file}篇第{line}段讲湖堤巡护员和渗水点，湖堤巡护员把渗水点报给堤防管理站。\n"
            for line in range(3_000)
        )
        (folder / f"{file}.txt").write_text("".join(lines), encoding="utf-8")
    assert sum(path.stat().st_size for path in folder.iterdir()) > PARALLEL_FROM_BYTES
    return folder


@pytest.mark.parametrize("stage", [b"reading", b"mining"])
def test_ctrl_c_in_the_middle_of_mining_leaves_the_base_as_it_was(
    small_base: Path, many_articles: Path, stage: bytes
) -> None:
    before = dump(small_base)
    process = subprocess.Popen(
        [sys.executable, "-c", EAGER_TO_TELL, "mine", many_articles, "--db", small_base],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr is not None
    assert any(line.startswith(stage) for line in process.stderr)
    os.killpg(process.pid, signal.SIGINT)  # a terminal tells all processes of the command
    code, out, err = finish(process)  # their pipes are closed only when the last of them has ended
    assert (code, out) == (130, b"")
    assert err.endswith(b"stopped; the termbase holds no half-made change\n")
    assert b"Traceback" not in err
    assert dump(small_base) == before
    assert [path.name for path in small_base.parent.glob("*small.db*")] == ["small.db"]
