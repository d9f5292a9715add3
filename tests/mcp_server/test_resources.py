"""Concepts that a client attaches by their address."""

import json

import pytest
from conftest import Command
from mcp import Client, MCPError
from small_base import GREENWAY

from glossary.store.database import Base

from .conftest import Talk


def test_the_address_of_a_concept_is_announced(talk: Talk) -> None:
    async def scene(client: Client) -> list[str]:
        return [one.uri_template for one in (await client.list_resource_templates()).resource_templates]

    assert talk(scene) == ["glossary://concept/{id}"]


def test_a_concept_is_read_by_its_address(talk: Talk, glossary: Command, base: Base) -> None:
    async def scene(client: Client) -> str:
        (content,) = (await client.read_resource(f"glossary://concept/{GREENWAY}")).contents
        return content.text

    printed = glossary("concept", "show", GREENWAY, "--json", "--db", base.location).json
    assert json.loads(talk(scene)) == printed


def test_a_concept_that_is_not_there_is_an_error_that_says_so(talk: Talk) -> None:
    async def scene(client: Client) -> None:
        with pytest.raises(MCPError, match="there is no concept 'czzzzzzz'"):
            await client.read_resource("glossary://concept/czzzzzzz")

    talk(scene)
