"""What a language model is offered, and what it is answered."""

import asyncio
from pathlib import Path

import pytest
from conftest import Command
from mcp import Client
from small_base import FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY

from glossary.model import Status
from glossary.services.concepts.editing import show_concept
from glossary.services.history.log import tell_base
from glossary.services.lookup.requests import list_requests
from glossary.store.database import Base, open_base

from .conftest import Call, Said, Talk, read_result

READING = ["lookup", "annotate", "concept", "candidates", "candidate", "propose", "stats", "formats"]


def tools_of(talk: Talk, **options: str) -> list:
    async def scene(client: Client) -> list:
        return (await client.list_tools()).tools

    found: list = talk(scene, **options)
    return found


def test_only_what_reads_is_offered_unless_somebody_may_write(talk: Talk) -> None:
    assert [tool.name for tool in tools_of(talk)] == READING
    assert [tool.name for tool in tools_of(talk, writer="mei")] == [*READING, "add"]


def test_every_tool_and_every_argument_says_what_it_is_for(talk: Talk) -> None:
    for tool in tools_of(talk, writer="mei"):
        assert len(tool.description) > 50
        assert all(one.get("description") for one in tool.input_schema["properties"].values()), tool.name


def test_a_client_is_told_which_tools_change_nothing(talk: Talk) -> None:
    told = {tool.name: tool.annotations.read_only_hint for tool in tools_of(talk, writer="mei")}
    assert told == dict.fromkeys(READING, True) | {"add": False}


def test_the_server_says_how_to_use_it(talk: Talk) -> None:
    async def scene(client: Client) -> str:
        return client.instructions or ""

    assert "never a deprecated or forbidden one" in talk(scene)


def test_a_lookup_is_the_json_of_the_command(call: Call, glossary: Command, base: Base) -> None:
    printed = glossary("lookup", "绿道", "--json", "--db", base.location).json
    assert call("lookup", query="绿道").json == printed


def test_chinese_reaches_the_model_as_it_is(call: Call) -> None:
    assert "绿道" in call("lookup", query="greenway").text


def test_nothing_found_is_an_answer_and_is_not_logged(call: Call, base: Base) -> None:
    said = call("lookup", query="上海")
    assert (said.is_error, said.json["hits"]) == (False, [])
    assert list_requests(base) == []


def test_the_limit_holds(call: Call) -> None:
    assert len(call("lookup", query="四水同治", limit=1).json["hits"]) == 1


def test_the_terms_of_a_text_are_the_json_of_the_command(
    call: Call, glossary: Command, base: Base, tmp_path: Path
) -> None:
    text = "绿道旁设河长制公示牌。"
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    said = call("annotate", text=text)
    assert said.json == glossary("annotate", file, "--json", "--db", base.location).json
    assert [match["text"] for match in said.json["matches"]] == ["绿道", "河长制"]


def test_a_text_without_known_terms_has_no_matches(call: Call) -> None:
    assert call("annotate", text="今天下雨。").json["matches"] == []


def test_a_concept_is_the_json_of_the_command(call: Call, glossary: Command, base: Base) -> None:
    printed = glossary("concept", "show", GREENWAY, "--json", "--db", base.location).json
    assert call("concept", id=GREENWAY).json == printed


def test_statistics_formats_and_candidates_are_those_of_the_command(
    call: Call, glossary: Command, base: Base
) -> None:
    assert call("stats").json == glossary("stats", "--json", "--db", base.location).json
    assert call("formats").json == glossary("formats", "--json").json
    assert call("candidates").json == {"candidates": []}


def test_renderings_are_proposed_with_where_they_come_from(call: Call) -> None:
    (first, *_) = call("propose", zh="绿道").json["proposals"]
    assert first["text"] == "greenway"


# What goes wrong


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("lookup", {"query": "  "}, "the query is empty; give a Chinese term"),
        ("lookup", {"query": "网" * 10_000}, "the query has 10000 characters"),
        ("lookup", {"query": "网", "limit": 10_000}, "limit is 10000; give 50 or less"),
        ("lookup", {"query": "网", "document": "nothere"}, "there is no document"),
        ("lookup", {}, "query is missing; give it"),
        ("lookup", {"query": 7}, "query is 7; give a text"),
        ("lookup", {"query": "网", "top": 3}, "lookup has no top; it takes query, limit, document"),
        ("stats", {"all": True}, "stats has no all; it takes no arguments"),
        ("annotate", {"text": ""}, "text is ''; give at least 1 character"),
        ("annotate", {"text": "网" * 20_001}, "text has 20001 characters; give at most 20000 characters"),
        ("concept", {"id": "czzzzzzz"}, "there is no concept 'czzzzzzz'"),
        ("concept", {"id": "c" * 5_000}, "id has 5000 characters; give at most 1000 characters"),
        ("candidate", {"name": "浮桥"}, "there is no candidate '浮桥'"),
        (
            "candidates",
            {"state": "lost"},
            "give 'new', 'accepted', 'rejected' or 'deferred'",
        ),
        ("add", {"zh": "绿道", "en": "greenway"}, "there is no tool 'add'; there are lookup, annotate"),
    ],
)
def test_what_is_wrong_is_told_to_the_model(call: Call, tool: str, arguments: dict, told: str) -> None:
    said = call(tool, **arguments)
    assert said.is_error
    assert told in said.text
    assert "Traceback" not in said.text
    assert "Error executing" not in said.text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"zh": "绿道", "en": "green lane", "status": "deprecated"}, "in its place: give `instead`"),
        ({"zh": "四水同治", "en": "four waters"}, "say which with `concept`, its id or new"),
    ],
)
def test_what_is_to_be_given_is_named_as_the_argument(call: Call, arguments: dict, told: str) -> None:
    assert told in call("add", writer="mei", **arguments).text


def test_where_a_base_lies_that_is_in_use_is_not_told_to_the_model(call: Call, base: Base) -> None:
    with open_base(base.location, write=True) as other, other.writing():
        said = call("add", writer="mei", zh="浮桥", en="pontoon bridge")
    assert said.is_error
    assert base.location not in said.text


def test_calls_at_the_same_time_each_get_their_own_answer(talk: Talk) -> None:
    queries = ["绿道", "河长制", "竹筏", "greenway", "ld"] * 4

    async def scene(client: Client) -> list[Said]:
        calls = (client.call_tool("lookup", {"query": query}) for query in queries)
        return [read_result(result) for result in await asyncio.gather(*calls)]

    assert [said.json["query"] for said in talk(scene)] == queries


# Adding


def test_what_is_added_is_proposed_and_on_record_under_the_writer(call: Call, base: Base) -> None:
    said = call("add", writer="mei", zh="浮桥", en="pontoon bridge", reason="asked for")
    (rendering,) = said.json["renderings"]
    assert (rendering["text"], rendering["status"]) == ("pontoon bridge", "proposed")
    (told,) = tell_base(base)
    assert (told.change.who, told.change.why) == ("mei", "asked for")


def test_a_source_is_kept_with_it(call: Call) -> None:
    source = {
        "publisher": "Lakeside Post",
        "title": "Bridges",
        "date": "2024-05",
        "url": "https://example.org/b",
    }
    said = call("add", writer="mei", zh="浮桥", en="pontoon bridge", **source)
    (fact,) = said.json["renderings"][0]["evidence"]
    assert {name: fact[name] for name in source} == source
    assert fact["tier"] != "composed"


def test_adding_once_more_does_not_change_what_is_recommended(call: Call, base: Base) -> None:
    call("add", writer="mei", zh="绿道", en="greenway", publisher="Hill Post")
    renderings = {one.text: one for one in show_concept(base, GREENWAY).renderings}
    assert renderings["greenway"].status is Status.PREFERRED
    assert "Hill Post" in {fact.publisher for fact in renderings["greenway"].evidence}


def test_a_term_of_several_concepts_asks_which_is_meant(call: Call) -> None:
    said = call("add", writer="mei", zh="四水同治", en="care of four waters")
    assert said.is_error
    assert FOUR_OF_LAKES in said.text
    assert FOUR_OF_HILLS in said.text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"zh": "bridge", "en": "bridge"}, "has no Chinese character"),
        ({"zh": "浮桥", "en": "浮桥"}, "has Chinese characters"),
        ({"zh": "浮桥", "en": "b", "date": "yesterday", "publisher": "P"}, "yesterday"),
        ({"zh": "浮桥", "en": "b", "status": "forbidden"}, "names what to write in its place"),
        ({"zh": "浮桥", "en": "b", "concept": "czzzzzzz"}, "there is no concept"),
        ({"zh": "浮桥", "en": "w" * 5_000}, "en has 5000 characters; give at most 1000 characters"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_is_written(
    call: Call, base: Base, arguments: dict, told: str
) -> None:
    said = call("add", writer="mei", **arguments)
    assert said.is_error
    assert told in said.text
    assert not tell_base(base)


def test_the_automaton_is_made_once_for_all_texts(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(client: Client) -> str:
        await client.call_tool("annotate", {"text": "绿道"})
        monkeypatch.setattr("glossary.services.recognition.automata.build_layer", None)
        return read_result(await client.call_tool("annotate", {"text": "一条绿道"})).text

    assert "greenway" in talk(scene)
