"""A lookup that finds nothing becomes a request, but no keystroke does, and nothing that is confidential."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from glossary.services.bases.choosing import Choice
from glossary.web.app import make_app

LOOKUP = "/api/v1/lookup"
REQUESTS = "/api/v1/requests"
NOWHERE = {"q": "无此词"}


def asked(client: TestClient, state: str = "open") -> list[tuple[str, int]]:
    found = client.get(REQUESTS, params={"state": state}).json()["requests"]
    return [(one["query"], one["count"]) for one in found]


@pytest.mark.parametrize("path", [LOOKUP, "/"])
def test_a_lookup_that_finds_nothing_is_counted(own_client, path):
    for _ in range(2):
        own_client.get(path, params=NOWHERE)
    assert asked(own_client) == [("无此词", 2)]


@pytest.mark.parametrize("path", [LOOKUP, "/"])
@pytest.mark.parametrize(
    ("more", "headers"),
    [
        ({"typing": 1}, {}),
        ({"log": 0}, {}),
        ({"log": "off"}, {}),
        ({}, {"Sec-Purpose": "prefetch;prerender"}),
        ({}, {"Purpose": "prefetch"}),
        ({}, {"Sec-Fetch-Site": "cross-site"}),
    ],
    ids=["keystroke", "asked not to", "asked not to in a word", "ahead", "ahead in the old way", "elsewhere"],
)
def test_a_lookup_is_not_counted_where_nobody_meant_it_or_wants_it_known(own_client, path, more, headers):
    own_client.get(path, params=NOWHERE | more, headers=headers)
    assert asked(own_client) == []


@pytest.mark.parametrize("query", ["网格员", "", "  ", "x" * 10_000])
def test_a_lookup_that_finds_something_or_asks_nothing_is_not_counted(own_client, query):
    for path in (LOOKUP, "/"):
        own_client.get(path, params={"q": query})
    assert asked(own_client) == []


def test_of_a_list_only_what_is_not_found_is_counted(own_client):
    own_client.get(LOOKUP, params={"q": "网格员、无此词"})
    assert asked(own_client) == [("无此词", 1)]


def test_a_request_is_written_after_the_answer_is_made(own_client, monkeypatch):
    order = []
    monkeypatch.setattr("glossary.web.api.describe_answer", lambda *_: order.append("answer") or {})
    monkeypatch.setattr("glossary.web.requests.log_request", lambda *_: order.append("request"))
    own_client.get(LOOKUP, params=NOWHERE)
    assert order == ["answer", "request"]


@pytest.fixture
def silent(own_base) -> Iterator[TestClient]:
    with TestClient(make_app(Choice(str(own_base), named=True), logs=False)) as client:
        yield client


def test_a_server_that_was_told_not_to_counts_nothing(silent):
    silent.get(LOOKUP, params=NOWHERE)
    assert asked(silent) == []


def test_a_base_that_is_only_read_stays_as_it_is(own_base):
    before = own_base.read_bytes()
    with TestClient(make_app(Choice(str(own_base), named=True), read_only=True)) as client:
        client.get(LOOKUP, params=NOWHERE)
    assert own_base.read_bytes() == before


def test_a_base_that_took_the_place_of_the_shipped_one_stays_as_it_is(own_client, own_base, monkeypatch):
    monkeypatch.setattr("glossary.services.bases.choosing.shipped_base", lambda: own_base)
    own_client.get(LOOKUP, params=NOWHERE)
    assert asked(own_client) == []


def test_a_request_is_closed_by_the_concept_that_answers_it(own_client):
    own_client.get(LOOKUP, params=NOWHERE)
    own_client.post("/api/v1/concepts", json={"terms": [{"text": "无此词"}]})
    assert asked(own_client) == []
    assert asked(own_client, "closed") == asked(own_client, "all") == [("无此词", 1)]


def test_an_unknown_state_is_a_bad_request(client):
    assert client.get(REQUESTS, params={"state": "lost"}).status_code == 400
