"""What the base remembers over HTTP: history, undo, snapshots."""

import pytest

HISTORY = "/api/v1/history"
UNDO = "/api/v1/undo"
AS_LI = {"X-Glossary-User": "Li"}
SNAPSHOTS = "/api/v1/snapshots"


@pytest.fixture
def rename(own_client, read):
    def send(scope: str, who: str = "Li") -> None:
        headers = {"If-Match": read()[1], "X-Glossary-User": who}
        own_client.patch("/api/v1/concepts/caaaaaaa", json={"scope": scope}, headers=headers)

    return send


def test_the_history_tells_the_last_changes_the_oldest_first(own_client, rename):
    for scope in ("Sanya", "Haikou", "Wenchang"):
        rename(scope)
    changes = own_client.get(HISTORY, params={"newest": 2}).json()["changes"]
    assert [one["differences"][0]["after"] for one in changes] == ["Haikou", "Wenchang"]


def test_the_history_of_one_person(own_client, rename):
    rename("Sanya", "Li")
    rename("Haikou", "Han")
    changes = own_client.get(HISTORY, params={"who": "Han"}).json()["changes"]
    assert [one["who"] for one in changes] == ["Han"]


@pytest.mark.parametrize("asked", [{"since": "lately"}, {"newest": 0}, {"newest": "many"}])
def test_a_history_that_cannot_be_asked_for_is_a_bad_request(client, asked):
    assert client.get(HISTORY, params=asked).status_code == 400


def test_the_last_change_is_taken_back(own_client, rename, read):
    rename("Sanya")
    undone = own_client.post(UNDO, json={"reason": "too narrow"}, headers=AS_LI).json()
    assert (undone["verb"], undone["things"], read()[0]["scope"]) == ("edit", ["caaaaaaa"], "Hainan")


def test_what_was_taken_back_comes_again(own_client, rename, read):
    rename("Sanya")
    number = own_client.post(UNDO, json={}, headers=AS_LI).json()["by"]
    own_client.post(UNDO, json={"change": number})
    assert read()[0]["scope"] == "Sanya"


def test_an_old_change_is_not_taken_back_over_a_new_one(own_client, rename, read):
    rename("Sanya")
    first = own_client.get(HISTORY).json()["changes"][-1]["change"]
    rename("Haikou")
    answer = own_client.post(UNDO, json={"change": first})
    assert (answer.status_code, read()[0]["scope"]) == (409, "Haikou")


@pytest.mark.parametrize(("body", "status"), [({"change": 9_999}, 404), ({"change": "one"}, 400)])
def test_a_change_that_is_none_is_said(own_client, body, status):
    assert own_client.post(UNDO, json=body).status_code == status


def test_a_snapshot_can_be_cited(own_client):
    taken = own_client.post(SNAPSHOTS, json={"note": "for the style guide"})
    assert taken.status_code == 201
    assert own_client.get(SNAPSHOTS).json() == {"snapshots": [taken.json()]}


def test_the_same_state_has_the_same_snapshot(own_client):
    first = own_client.post(SNAPSHOTS, json={})
    again = own_client.post(SNAPSHOTS, json={"note": "another"})
    assert (again.status_code, again.json()) == (200, first.json())
