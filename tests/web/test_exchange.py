"""Exports over HTTP: the same choices as on the command line, and the report on them."""

import json

import pytest

EXPORT = "/api/v1/export"


def lines(response) -> list[dict]:
    assert response.status_code == 200, response.text
    return [json.loads(line) for line in response.text.splitlines()]


def test_the_headers_count_what_is_in_the_file_and_what_is_not(client):
    headers = client.get(f"{EXPORT}/omegat").headers
    report = client.get(f"{EXPORT}/omegat", params={"answer": "report"}).json()
    assert int(headers["Glossary-Concepts"]) == report["concepts"]
    assert int(headers["Glossary-Left-Out"]) == len(report["left_out"]) > 0
    assert all(line["where"] and line["why"] for line in report["left_out"])


def test_renderings_are_chosen_by_status(client):
    found = lines(client.get(f"{EXPORT}/jsonl", params={"status": ["forbidden"]}))
    assert {one["status"] for line in found for one in line["renderings"]} == {"forbidden"}


def test_only_what_occurs_in_a_text_is_sent_back(client):
    body = {"text": "网格员上门。"}
    assert [one["terms"][0]["text"] for one in lines(client.post(f"{EXPORT}/jsonl", json=body))] == ["网格员"]
    assert lines(client.post(f"{EXPORT}/jsonl", json={"text": "无"})) == []


@pytest.mark.parametrize("params", [{"status": "good"}, {"nosuch": "1"}, {"contexts": "-1"}])
def test_a_wish_that_cannot_be_is_refused(client, params):
    assert client.get(f"{EXPORT}/csv", params=params).status_code == 400


def test_a_document_that_is_not_there_is_said(client):
    answer = client.get(f"{EXPORT}/csv", params={"document": "nosuch"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
