"""A client of the SDK that talks to the server in this process."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from glossary.mcp.server import make_server
from glossary.store.database import Base, open_base


@dataclass(frozen=True)
class Said:
    """What a tool answered: its JSON, the text that the model reads, and whether it is an error."""

    json: Any
    text: str
    is_error: bool


@pytest.fixture
def base(small_base: Path) -> Iterator[Base]:
    with open_base(str(small_base), write=True, busy_timeout_seconds=0) as opened:
        yield opened


Talk = Callable[..., Any]


@pytest.fixture
def talk(base: Base) -> Talk:
    """A function that connects a client and returns what a coroutine function makes of it.

    ``writer`` is who writes; without, the server offers only what reads.
    """

    def run(scene: Callable[[Client], Any], *, writer: str | None = None) -> Any:
        async def play() -> Any:
            async with Client(make_server(base, writer=writer)) as client:
                return await scene(client)

        return asyncio.run(play())

    return run


Call = Callable[..., Said]


@pytest.fixture
def call(talk: Talk) -> Call:
    """A function that calls one tool: ``call("lookup", query="绿道")``."""

    def run(tool: str, *, writer: str | None = None, **arguments: Any) -> Said:
        async def scene(client: Client) -> Said:
            return read_result(await client.call_tool(tool, arguments))

        said: Said = talk(scene, writer=writer)
        return said

    return run


def read_result(result: Any) -> Said:
    text = "".join(part.text for part in result.content)
    if not result.is_error:
        assert json.loads(text) == result.structured_content
    return Said(result.structured_content, text, result.is_error)
