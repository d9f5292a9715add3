"""A file that is sent comes into the base as one that the command line imports."""

import json

import pytest

from glossary.web.protection import MOST_BODY_BYTES

IMPORT = "/api/v1/import"
TABLE = "zh,en\n潮位站,tide station\n".encode()
FILE = {"Content-Type": "application/octet-stream"}


def send(client, content: bytes, **params):
    return client.post(IMPORT, content=content, params=params, headers=FILE)


def test_the_concepts_of_a_file_come_in(own_client):
    answer = send(own_client, TABLE, name="list.csv")
    assert (answer.status_code, answer.json()["added"]) == (200, 1)
    (hit,) = own_client.get("/api/v1/lookup", params={"q": "潮位站"}).json()["hits"]
    assert hit["renderings"][0]["text"] == "tide station"


def test_history_names_the_file_and_who_sent_it(own_client):
    own_client.post(
        IMPORT, content=TABLE, params={"name": "list.csv"}, headers=FILE | {"X-Glossary-User": "mei"}
    )
    (change,) = own_client.get("/api/v1/history").json()["changes"]
    assert (change["who"], change["why"]) == ("mei", "import of list.csv")


def test_a_dry_run_tells_each_change_and_makes_none(own_client):
    told = send(own_client, TABLE, dry_run=True).json()
    assert [change["term"] for change in told["changes"]] == ["潮位站"]
    assert own_client.get("/api/v1/concepts").json()["total"] == 2


def test_an_export_that_comes_back_changes_nothing(own_client):
    exported = own_client.get("/api/v1/export/tbx").content
    told = send(own_client, exported).json()
    assert (told["added"], told["changed"], told["unchanged"]) == (0, 0, 2)


def test_whose_word_counts_is_said(own_client):
    (line, *_) = own_client.get("/api/v1/export/jsonl").text.splitlines()
    concept = json.loads(line) | {"subject_field": "another field"}
    content = json.dumps(concept).encode()
    kept = send(own_client, content, format="jsonl").json()
    replaced = send(own_client, content, format="jsonl", on_conflict="replace").json()
    assert (kept["changed"], replaced["changed"]) == (0, 1)


@pytest.mark.parametrize(
    ("content", "params", "said"),
    [
        (b"\x00\xff\x00", {}, "format"),
        (b"", {}, ""),
        (TABLE, {"format": "nosuch"}, "nosuch"),
        (TABLE, {"on_conflict": "win"}, "win"),
        (TABLE, {"base": "s2222222222"}, "no snapshot"),
        (TABLE, {"columns": "zh,nosuch"}, "nosuch"),
        (TABLE, {"name": "../terms.csv"}, "bare name of a file"),
        (TABLE, {"name": ".."}, "bare name of a file"),
        (TABLE, {"nosuch": "1"}, "no parameter 'nosuch'"),
        (TABLE, {"name": "a\x00.csv"}, "bare name of a file"),
    ],
)
def test_what_cannot_be_imported_is_refused_and_changes_nothing(own_client, content, params, said):
    answer = send(own_client, content, **params)
    assert (answer.status_code, said in answer.json()["detail"]) == (400, True), answer.text
    assert "/tmp" not in answer.json()["detail"]
    assert own_client.get("/api/v1/history").json() == {"changes": []}


def test_a_file_may_be_longer_than_another_body(own_client):
    content = TABLE + b"\n" * (MOST_BODY_BYTES + 1)
    assert send(own_client, content, name="list.csv").json()["added"] == 1
