"""The command as a process of its own: signals, pipes, encodings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from base_dumps import dump

pytestmark = pytest.mark.slow
SECONDS = 60
MOST_BYTES = 4096


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


def test_ctrl_c_in_the_middle_of_mining_leaves_the_base_as_it_was(small_base: Path, tmp_path: Path) -> None:
    before = dump(small_base)
    lines = (
        f"第{number}段讲湖堤巡护员和渗水点，湖堤巡护员把渗水点报给堤防管理站。\n" for number in range(9_000)
    )
    (tmp_path / "long.txt").write_text("".join(lines), encoding="utf-8")
    terminal, its_end = os.openpty()
    command = [sys.executable, "-m", "glossary", "mine", tmp_path / "long.txt", "--db", small_base]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=its_end)
    os.close(its_end)
    said = read_until(terminal, b"mining")
    process.send_signal(signal.SIGINT)
    said += read_until(terminal, b"no half-made change")
    assert (process.wait(SECONDS), process.communicate()[0]) == (130, b"")
    assert b"Traceback" not in said
    assert dump(small_base) == before
    assert [path.name for path in tmp_path.glob("small.db*")] == ["small.db"]


def read_until(terminal: int, words: bytes) -> bytes:
    """Read what a process writes to its terminal until it has said these words, or is gone."""
    said = b""
    while words not in said:
        try:
            said += os.read(terminal, MOST_BYTES)
        except OSError:
            raise AssertionError(said) from None
    return said
