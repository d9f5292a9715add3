"""Who may write: nobody to a base that is only read, no page from elsewhere, nothing that is not JSON."""

import sqlite3
from contextlib import closing

import pytest
from fastapi.testclient import TestClient

from glossary.services.bases.choosing import Choice
from glossary.web.app import make_app
from glossary.web.guarding import media_type, place_of
from glossary.web.problems import RETRY_SECONDS
from glossary.web.protection import MOST_BODY_BYTES
from glossary.web.served import read_name

CONCEPTS = "/api/v1/concepts"
BODY = {"terms": [{"text": "网格"}]}
WRITES = [
    ("POST", CONCEPTS, BODY),
    ("PATCH", f"{CONCEPTS}/caaaaaaa", {"scope": "Sanya"}),
    ("POST", f"{CONCEPTS}/caaaaaaa/renderings", {"text": "x"}),
    ("POST", f"{CONCEPTS}/caaaaaaa/merge", {"into": "cbbbbbbb"}),
    ("POST", f"{CONCEPTS}/caaaaaaa/split", {"texts": ["网格管理员"]}),
    ("POST", "/api/v1/candidates/网格员/accept", {"en": "x"}),
    ("POST", "/api/v1/candidates/网格员/reject", {}),
    ("POST", "/api/v1/candidates/网格员/defer", {}),
    ("POST", "/api/v1/undo", {}),
    ("POST", "/api/v1/snapshots", {}),
    ("POST", "/api/v1/import", BODY),
]
READ_BY_POST = {"/api/v1/export/{format}", "/api/v1/annotate", "/api/v1/check"}


def problem(response) -> dict:
    assert response.headers["Content-Type"] == "application/problem+json"
    return response.json()


def test_every_endpoint_that_writes_is_tried_here(client):
    paths = client.get("/openapi.json").json()["paths"]
    writing = [(path, method) for path, methods in paths.items() for method in methods if method != "get"]
    assert len(WRITES) == len([(path, method) for path, method in writing if path not in READ_BY_POST])


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_a_base_that_is_only_read_takes_no_write(client, method, path, body):
    answer = client.request(method, path, json=body, headers={"If-Match": "*"})
    assert (answer.status_code, problem(answer)["status"]) == (403, 403)
    assert client.get("/api/v1/history").json() == {"changes": []}


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_a_page_from_elsewhere_writes_nothing(own_client, method, path, body):
    headers = {"If-Match": "*", "Origin": "https://evil.example"}
    assert own_client.request(method, path, json=body, headers=headers).status_code == 403
    assert own_client.get("/api/v1/history").json() == {"changes": []}


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_a_form_writes_nothing(own_client, method, path, body):
    answer = own_client.request(method, path, data={"text": "x"}, headers={"If-Match": "*"})
    assert (answer.status_code, problem(answer)["detail"].startswith("send the ")) == (415, True)
    assert own_client.get("/api/v1/history").json() == {"changes": []}


@pytest.mark.parametrize("content_type", ["text/plain", "", "text/plain; application/json", "x" * 1_000])
def test_json_that_is_not_said_to_be_json_writes_nothing(own_client, content_type):
    answer = own_client.post(CONCEPTS, content=b"{}", headers={"Content-Type": content_type})
    assert answer.status_code == 415


@pytest.mark.parametrize("headers", [{"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "x["}])
def test_an_origin_that_is_not_ours_writes_nothing(own_client, headers):
    assert own_client.post(CONCEPTS, json=BODY, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://testserver"}, {"Origin": "https://testserver"}, {"Sec-Fetch-Site": "none"}]
)
def test_a_page_of_this_server_may_write(own_client, headers):
    assert own_client.post(CONCEPTS, json=BODY, headers=headers).status_code == 201


def test_the_base_that_comes_with_the_program_is_only_read(own_base, monkeypatch):
    monkeypatch.setattr("glossary.services.bases.choosing.shipped_base", lambda: own_base)
    with TestClient(make_app(Choice(str(own_base), named=True))) as client:
        assert client.post(CONCEPTS, json=BODY).status_code == 403
        assert client.get("/api/v1/stats").json()["concepts"] == 2


def test_a_folder_that_may_not_be_written_is_only_read(own_base, monkeypatch):
    monkeypatch.setattr("glossary.services.bases.serving.os.access", lambda path, mode: path == own_base)
    with TestClient(make_app(Choice(str(own_base), named=True))) as client:
        assert client.post(CONCEPTS, json=BODY).status_code == 403


def test_a_base_that_another_program_is_writing_to_is_busy_and_says_when_to_come_again(own_client, own_base):
    with closing(sqlite3.connect(own_base, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = own_client.post(CONCEPTS, json=BODY)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, str(RETRY_SECONDS))
        assert "another program is writing" in problem(answer)["detail"]
        assert own_client.get(CONCEPTS).json()["total"] == 2
    assert own_client.post(CONCEPTS, json=BODY).status_code == 201


def test_a_body_that_is_too_long_is_refused(own_client):
    content = b" " * (MOST_BODY_BYTES + 1)
    answer = own_client.post(CONCEPTS, content=content, headers={"Content-Type": "application/json"})
    assert (answer.status_code, problem(answer)["status"]) == (413, 413)


def test_a_body_in_pieces_is_refused_once_it_is_too_long(own_client):
    pieces = (b" " * 65_536 for _ in range(MOST_BODY_BYTES // 65_536 + 1))
    answer = own_client.post(CONCEPTS, content=pieces, headers={"Content-Type": "application/json"})
    assert (answer.status_code, problem(answer)["status"]) == (413, 413)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [(CONCEPTS, "GET, POST"), (f"{CONCEPTS}/caaaaaaa", "GET, PATCH"), ("/api/v1/undo", "POST")],
)
def test_a_method_that_a_path_does_not_take_is_told_with_those_that_it_does(own_client, path, allowed):
    answer = own_client.delete(path)
    assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
    assert allowed in problem(answer)["detail"]


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://127.0.0.1:8000", ("127.0.0.1", 8000)),
        ("http://[::1]:8000", ("::1", 8000)),
        ("https://terms.example", ("terms.example", None)),
        ("http://terms.example:80", ("terms.example", None)),
        ("null", None),
        ("http://[", None),
        ("http://x:port", None),
    ],
)
def test_an_origin_is_its_host_and_port(origin, expected):
    assert place_of(origin) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("application/json; charset=utf-8", "application/json"),
        ("APPLICATION/JSON", "application/json"),
        ("", ""),
    ],
)
def test_a_media_type_is_read_without_its_parameters(header, expected):
    assert media_type(header) == expected


@pytest.mark.parametrize(
    ("raw", "expected"), [("Li", "Li"), ("%E6%9D%8E", "李"), ("Müller", "Müller"), ("a\tb  c", "a b c")]
)
def test_a_name_in_a_header_is_read_however_it_was_written(raw, expected):
    assert read_name(raw) == expected
