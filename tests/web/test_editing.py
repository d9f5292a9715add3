"""PATCH: what two people change in one concept is joined, or told to the second."""

import pytest

GRID_WORKER = "/api/v1/concepts/caaaaaaa"


@pytest.fixture
def patch(own_client):
    def send(body: dict, tag: str | None, **headers: str):
        known = {"If-Match": tag} if tag else {}
        return own_client.patch(GRID_WORKER, json=body, headers=known | headers)

    return send


def test_what_is_sent_changes_and_the_rest_stays(patch, read):
    before, tag = read()
    assert patch({"scope": "Sanya"}, tag).status_code == 200
    after, _ = read()
    assert after == before | {"scope": "Sanya", "version": after["version"]}


def test_an_edit_answers_with_the_new_version(patch, read):
    _, tag = read()
    answer = patch({"scope": "Sanya"}, tag)
    assert answer.headers["ETag"] == read()[1] != tag
    assert (answer.json()["changed"], answer.json()["joined"]) == (True, False)


def test_what_was_read_can_be_sent_back_whole(patch, read):
    before, tag = read()
    answer = patch(before, tag)
    assert (answer.status_code, answer.json()["changed"], read()[1]) == (200, False, tag)


def test_null_empties_a_member(patch, read):
    _, tag = read()
    patch({"note": None, "definitions": None}, tag)
    after, _ = read()
    assert (after["note"], after["definitions"]) == ("", [])


def test_a_merge_patch_is_json_too(own_client, read):
    _, tag = read()
    headers = {"If-Match": tag, "Content-Type": "application/merge-patch+json"}
    assert own_client.patch(GRID_WORKER, content=b'{"scope": "Sanya"}', headers=headers).status_code == 200


def test_without_if_match_nothing_is_written(patch, read):
    before, _ = read()
    answer = patch({"scope": "Sanya"}, None)
    assert (answer.status_code, read()[0]) == (428, before)
    assert "If-Match" in answer.json()["detail"]


def test_two_people_who_change_different_places_are_both_heard(patch, read):
    _, tag = read()
    patch({"scope": "Sanya"}, tag)
    second = patch({"note": "Mine."}, tag)
    assert (second.status_code, second.json()["joined"]) == (200, True)
    after, _ = read()
    assert (after["scope"], after["note"]) == ("Sanya", "Mine.")


def test_the_second_of_two_who_change_the_same_is_told_and_shown_both(patch, read):
    _, tag = read()
    patch({"scope": "Sanya"}, tag)
    second = patch({"scope": "Haikou"}, tag)
    told = second.json()
    assert (second.status_code, second.headers["Content-Type"]) == (412, "application/problem+json")
    assert told["clashes"] == [{"field": "scope", "here": "Sanya", "there": "Haikou"}]
    assert (told["current"]["scope"], told["yours"]["scope"]) == ("Sanya", "Haikou")
    assert second.headers["ETag"] == f'"{told["current"]["version"]}"' == read()[1]
    assert read()[0]["scope"] == "Sanya"


def test_the_second_can_make_the_change_after_all(patch, read):
    _, tag = read()
    patch({"scope": "Sanya"}, tag)
    refused = patch({"scope": "Haikou"}, tag)
    assert patch({"scope": "Haikou"}, refused.headers["ETag"]).status_code == 200
    assert read()[0]["scope"] == "Haikou"


def test_a_version_that_nobody_knows_is_refused_with_the_one_that_is_there(patch, read):
    _, tag = read()
    answer = patch({"scope": "Sanya"}, '"vnosuch"')
    assert (answer.status_code, answer.headers["ETag"]) == (412, tag)


@pytest.mark.parametrize("shape", ["*", "W/{tag}", '"vother", {tag}'])
def test_if_match_is_read_as_http_writes_it(patch, read, shape):
    _, tag = read()
    assert patch({"scope": "Sanya"}, shape.format(tag=tag)).status_code == 200


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"id": "cbbbbbbb"}, "the id of a concept stays as it is"),
        ({"redirects": ["cbbbbbbb"]}, "redirects come from merging"),
        ({"terms": []}, "has no Chinese term"),
        ({"terms": [{"text": "网格员"}, {"text": "网格员"}]}, "twice"),
        ({"relations": [{"kind": "related", "concept": "caaaaaaa"}]}, "relation to itself"),
        ({"renderings": [{"text": "x", "status": "forbidden", "instead": "y"}]}, "no other rendering"),
        ({"scope": ["Sanya"]}, "scope is ['Sanya']; give a text"),
        ({"colour": "red"}, "colour: there is no such member"),
    ],
)
def test_what_makes_no_concept_is_refused_and_nothing_is_lost(patch, read, body, told):
    before, tag = read()
    answer = patch(body, tag)
    assert (answer.status_code, read()[0]) == (400, before)
    assert told in answer.json()["detail"]


def test_a_stale_edit_of_a_concept_that_was_merged_away_is_told_where_it_went(own_client, read):
    _, tag = read("cbbbbbbb")
    own_client.post("/api/v1/concepts/cbbbbbbb/merge", json={"into": "caaaaaaa"})
    answer = own_client.patch("/api/v1/concepts/cbbbbbbb", json={"scope": "x"}, headers={"If-Match": tag})
    assert (answer.status_code, answer.json()["concept"]) == (412, "caaaaaaa")


@pytest.mark.parametrize(("name", "told"), [("x" * 300, "300 characters"), ("a%00b", "control character")])
def test_a_name_that_is_none_is_a_bad_request(patch, name, told):
    answer = patch({"scope": "Sanya"}, "*", **{"X-Glossary-User": name})
    assert (answer.status_code, told in answer.json()["detail"]) == (400, True)


def test_blanks_around_a_text_are_not_kept(patch, read):
    patch({"scope": " Sanya\n"}, "*")
    assert read()[0]["scope"] == "Sanya"


@pytest.mark.parametrize(
    ("header", "who"),
    [
        ({}, "server"),
        ({"X-Glossary-User": "Li Lei"}, "Li Lei"),
        ({"X-Glossary-User": "%E6%9D%8E%E9%9B%B7"}, "李雷"),
        ({"X-Glossary-User": "李雷".encode()}, "李雷"),
        ({"X-Glossary-User": "  "}, "server"),
    ],
)
def test_who_wrote_is_on_record(own_client, read, header, who):
    _, tag = read()
    own_client.patch(
        GRID_WORKER, json={"scope": "Sanya", "reason": "why"}, headers={"If-Match": tag} | header
    )
    change = own_client.get("/api/v1/history").json()["changes"][-1]
    assert (change["who"], change["why"]) == (who, "why")
