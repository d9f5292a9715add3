import pytest

CHECK = "/api/v1/check"
SEGMENT = {"source": "网格员上门。", "target": "Staff call on people."}


def kinds(response):
    return [(one["segment"], one["kind"]) for one in response.json()["findings"]]


def test_segments_are_checked(client):
    good = {"source": "网格员上门。", "target": "Grid workers call."}
    assert kinds(client.post(CHECK, json={"segments": [good, SEGMENT]})) == [(2, "missing")]


def test_texts_are_checked_line_for_line(client):
    body = {"source": "网格员。\n网格员。", "target": "A grid worker.\nStaff."}
    assert kinds(client.post(CHECK, json=body)) == [(2, "missing")]


def test_a_waiver_sets_a_finding_aside(client):
    waiver = {"term": "网格员", "reason": "the client's headline"}
    answer = client.post(CHECK, json={"segments": [SEGMENT], "waivers": [waiver]}).json()
    assert (answer["findings"], answer["waived"]) == ([], 1)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "send segments"),
        ({"segments": [SEGMENT], "source": "网格员"}, "not both"),
        ({"source": "网格员", "target": "a\nb"}, "has 1 lines"),
        ({"source": "one", "target": "two"}, "Chinese"),
        ({"segments": [SEGMENT], "waivers": [{"term": "网格员", "reason": " "}]}, "reason"),
    ],
)
def test_what_is_no_translation_is_refused_with_what_to_do(client, body, told):
    response = client.post(CHECK, json=body)
    assert response.status_code == 400
    assert told in response.json()["detail"]


@pytest.mark.parametrize("body", [{"segments": [{"source": "网格员"}]}, {"modifiers": -1}, {"other": 1}])
def test_a_body_of_another_shape_is_refused(client, body):
    assert client.post(CHECK, json=body).status_code == 400


def test_nothing_is_written(client):
    before = client.get("/healthz").json()["revision"]
    client.post(CHECK, json={"segments": [SEGMENT]})
    assert client.get("/healthz").json()["revision"] == before


def test_the_automaton_is_made_once_for_all_requests(client, monkeypatch):
    client.post(CHECK, json={"segments": [SEGMENT]})
    monkeypatch.setattr("glossary.services.recognition.automata.build_layer", None)
    assert kinds(client.post(CHECK, json={"segments": [SEGMENT]})) == [(1, "missing")]
