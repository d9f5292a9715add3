"""The command as a client starts it: a process that speaks on stdin and stdout."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from .conftest import read_result

pytestmark = pytest.mark.slow

DEADLINE_SECONDS = 60
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a client by hand", "version": "1"},
    },
}


def command(base: Path, *arguments: str) -> StdioServerParameters:
    return StdioServerParameters(
        command=sys.executable,
        args=["-m", "glossary", "mcp", "--db", str(base), *arguments],
        env={"GLOSSARY_USER": "mei"},
    )


def run(*arguments: str, input: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "glossary", *arguments],
        input=input,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=DEADLINE_SECONDS,
        check=False,
    )


def test_a_client_looks_up_and_adds(small_base: Path) -> None:
    async def play() -> tuple[str, str]:
        async with Client(stdio_client(command(small_base, "--write"))) as client:
            found = read_result(await client.call_tool("lookup", {"query": "绿道"}))
            added = read_result(await client.call_tool("add", {"zh": "浮桥", "en": "pontoon bridge"}))
        return found.json["hits"][0]["renderings"][0]["text"], added.json["renderings"][0]["text"]

    assert asyncio.run(play()) == ("greenway", "pontoon bridge")
    log = run("history", "--json", "--db", str(small_base)).stdout
    assert json.loads(log)["changes"][-1]["who"] == "mei"


def test_nothing_but_the_protocol_is_on_stdout(small_base: Path) -> None:
    call = {"name": "lookup", "arguments": {"query": "网" * 1_000}}
    lines = (
        HELLO,
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call},
    )
    arguments = [sys.executable, "-m", "glossary", "mcp", "--db", str(small_base)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(arguments, encoding="utf-8", **pipes) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(json.dumps(one) + "\n" for one in lines))
        process.stdin.flush()
        answers = [json.loads(process.stdout.readline()) for _ in range(2)]
        rest, notes = process.communicate(timeout=DEADLINE_SECONDS)
    assert [one["id"] for one in answers] == [1, 2]
    assert answers[1]["result"]["isError"]
    assert (process.returncode, rest, notes) == (0, "", "")


def test_a_client_that_goes_away_ends_it_well(small_base: Path) -> None:
    done = run("mcp", "--db", str(small_base))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_base_that_is_not_there_is_said_before_anything_is_served(tmp_path: Path) -> None:
    done = run("mcp", "--db", str(tmp_path / "none.db"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no such termbase" in done.stderr


def test_no_other_verb_waits_for_the_sdk() -> None:
    code = (
        "import sys; from glossary.cli.verb_source import list_verbs; list(list_verbs()); "
        "print({'mcp', 'pydantic', 'anyio'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
