"""Candidates over HTTP: listed, decided on."""

from urllib.parse import quote

import pytest

CANDIDATES = "/api/v1/candidates"
STATION = f"{CANDIDATES}/{quote('调解驿站')}"


def test_candidates_are_listed_best_first_with_contexts(client):
    found = client.get(CANDIDATES).json()["candidates"]
    assert "调解驿站" in [one["term"] for one in found]
    assert [one["rank"] for one in found] == sorted(one["rank"] for one in found)
    assert found[0]["contexts"]


def test_only_so_many_are_listed_as_are_asked_for(client):
    assert len(client.get(CANDIDATES, params={"top": 1}).json()["candidates"]) == 1


def test_a_candidate_has_a_name_and_an_id(client):
    by_term = client.get(STATION).json()
    assert client.get(f"{CANDIDATES}/{by_term['id']}").json() == by_term


@pytest.mark.parametrize(("verb", "state"), [("reject", "rejected"), ("defer", "deferred")])
def test_a_decision_is_kept_with_its_reason(own_client, verb, state):
    answer = own_client.post(f"{STATION}/{verb}", json={"reason": "a name"})
    assert (answer.status_code, answer.json()["state"]) == (200, state)
    listed = own_client.get(CANDIDATES, params={"state": state}).json()["candidates"]
    assert [one["term"] for one in listed] == ["调解驿站"]
    assert own_client.get("/api/v1/history").json()["changes"][-1]["why"] == "a name"


def test_a_decision_needs_no_body(own_client):
    headers = {"Content-Type": "application/json"}
    assert own_client.post(f"{STATION}/defer", headers=headers).json()["state"] == "deferred"


def test_an_accepted_candidate_is_a_term_with_its_rendering(own_client):
    body = {"en": "mediation post", "evidence": [{"publisher": "Morning News", "date": "2021"}]}
    answer = own_client.post(f"{STATION}/accept", json=body).json()
    assert answer["candidate"]["state"] == "accepted"
    assert answer["candidate"]["concept"] == answer["concept"]["id"]
    hits = own_client.get("/api/v1/lookup", params={"q": "调解驿站"}).json()["hits"]
    assert hits[0]["renderings"][0]["text"] == "mediation post"


def test_a_candidate_can_be_a_variant_of_a_concept_that_is_there(own_client):
    answer = own_client.post(f"{STATION}/accept", json={"concept": "caaaaaaa", "as": "variant"}).json()
    assert answer["concept"]["terms"][-1]["term_type"] == "variant"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "say the English rendering"),
        ({"en": "post", "as": "cousin", "concept": "caaaaaaa"}, "short-form, variant"),
        ({"en": "post", "as": "variant"}, "belongs to a concept"),
        ({"en": "调解"}, "has Chinese characters"),
    ],
)
def test_what_cannot_be_accepted_is_said(own_client, body, told):
    answer = own_client.post(f"{STATION}/accept", json=body)
    assert (answer.status_code, told in answer.json()["detail"]) == (400, True)
    assert own_client.get(STATION).json()["state"] == "new"


def test_an_unknown_candidate_is_not_found(own_client):
    answer = own_client.post(f"{CANDIDATES}/nosuch/reject", json={})
    assert answer.status_code == 404


def test_a_term_of_several_concepts_is_a_conflict_that_lists_them(own_client):
    own_client.post("/api/v1/concepts", json={"scope": "Sanya", "terms": [{"text": "网格员"}]})
    answer = own_client.post(f"{CANDIDATES}/{quote('网格员')}/accept", json={"en": "grid worker"})
    assert answer.status_code == 409
    assert "caaaaaaa" in [choice["concept"] for choice in answer.json()["choices"]]
