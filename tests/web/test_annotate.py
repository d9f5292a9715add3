"""Known terms in a text over HTTP, and on the page where one pastes it."""

import re

import pytest
from fastapi.testclient import TestClient

ANNOTATE = "/api/v1/annotate"
TEXT = "𠀀網格員来到“网格员”之家"


def test_the_matches_are_those_of_the_command_line(client: TestClient) -> None:
    answer = client.post(ANNOTATE, json={"text": TEXT}).json()
    first, second = answer["matches"]

    assert (first["text"], first["start"], first["utf16"]["start"]) == ("網格員", 1, 2)
    assert (second["text"], second["concepts"]) == ("“网格员”之家", ["cbbbbbbb"])
    assert answer["coverage"]["matches"] == 2


def test_nested_terms_are_given_when_asked_for(client: TestClient) -> None:
    answer = client.post(ANNOTATE, json={"text": "网格员之家", "nested": True}).json()
    assert [(one["text"], one["nested"]) for one in answer["matches"]] == [
        ("网格员之家", False),
        ("网格员", True),
    ]


@pytest.mark.parametrize("text", ["", "no Chinese", "\x00\x01", "\n" * 1000])
def test_a_text_without_terms_is_answered_with_none(client: TestClient, text: str) -> None:
    assert client.post(ANNOTATE, json={"text": text}).json()["matches"] == []


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"text": 1}', b'{"text": "a", "more": 1}', b"\xff"])
def test_a_wrong_body_is_a_problem(client: TestClient, body: bytes) -> None:
    response = client.post(ANNOTATE, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert response.headers["Content-Type"].startswith("application/problem+json")


def test_half_a_surrogate_pair_does_no_harm(client: TestClient) -> None:
    body = rb'{"text": "\ud800\u7f51\u683c\u5458"}'
    response = client.post(ANNOTATE, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 200
    assert [one["start"] for one in response.json()["matches"]] == [1]


def test_what_was_just_added_is_found(own_client: TestClient) -> None:
    assert own_client.post(ANNOTATE, json={"text": "竹桥"}).json()["matches"] == []
    own_client.post("/api/v1/concepts", json={"terms": [{"text": "竹桥"}]})
    assert len(own_client.post(ANNOTATE, json={"text": "竹桥"}).json()["matches"]) == 1


def test_the_page_marks_what_was_pasted_and_escapes_it(client: TestClient) -> None:
    assert "<textarea" in client.get("/annotate").text
    page = client.post("/annotate", data={"text": TEXT + "<script>"}).text
    assert 'title="grid worker">網格員</a>' in page
    assert "<script>" not in page
    assert "knows no term" in client.post("/annotate", data={"text": "nothing"}).text


def test_a_line_end_at_the_beginning_of_a_pasted_text_is_not_lost(client: TestClient) -> None:
    page = client.post("/annotate", data={"text": "\n网格员"}).text
    assert "required>\n\n网格员</textarea>" in page  # HTML drops the first line end in a textarea


def test_of_a_homograph_each_sense_is_listed_with_where_it_holds(own_client: TestClient) -> None:
    for scope, rendering in (("Sanya", "sampan"), ("Haikou", "bamboo raft")):
        concept = {"scope": scope, "terms": [{"text": "竹筏"}], "renderings": [{"text": rendering}]}
        assert own_client.post("/api/v1/concepts", json=concept).status_code == 201
    page = " ".join(own_client.post("/annotate", data={"text": "竹筏"}).text.split())
    for scope, rendering in (("Sanya", "sampan"), ("Haikou", "bamboo raft")):
        assert re.search(f'<p>{rendering} <a class="dim" href="/concepts/\\w+">{scope}</a>', page)
