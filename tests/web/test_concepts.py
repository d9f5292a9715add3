"""Concepts over HTTP: listed, read, made, merged, split."""

import pytest

CONCEPTS = "/api/v1/concepts"
GRID_WORKER = f"{CONCEPTS}/caaaaaaa"


def ids(response) -> list[str]:
    return [concept["id"] for concept in response.json()["concepts"]]


def detail(response) -> str:
    assert response.headers["Content-Type"] == "application/problem+json"
    told: str = response.json()["detail"]
    return told


def test_the_list_has_whole_concepts_in_the_order_of_ids(client):
    answer = client.get(CONCEPTS)
    assert ids(answer) == ["caaaaaaa", "cbbbbbbb"]
    assert answer.json()["concepts"][0] == client.get(GRID_WORKER).json()
    assert (answer.json()["total"], answer.json()["next"]) == (2, None)


def test_a_page_names_the_address_of_the_next_one(client):
    first = client.get(CONCEPTS, params={"limit": 1})
    assert ids(first) == ["caaaaaaa"]
    assert ids(client.get(first.json()["next"])) == ["cbbbbbbb"]


def test_a_concept_added_meanwhile_makes_no_reader_miss_one(own_client):
    first = own_client.get(CONCEPTS, params={"limit": 1}).json()
    own_client.post(CONCEPTS, json={"id": "caaaaaab", "terms": [{"text": "网格"}]})
    assert ids(own_client.get(first["next"])) == ["caaaaaab"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "grid worker"}, ["caaaaaaa", "cbbbbbbb"]),
        ({"q": "wgyzj"}, ["cbbbbbbb"]),
        ({"q": "无此词"}, []),
        ({"subject_field": "grid-based management"}, ["caaaaaaa", "cbbbbbbb"]),
        ({"subject_field": "fishing"}, []),
        ({"q": "grid worker", "subject_field": "fishing"}, []),
        ({"q": "网格", "subject_field": "grid-based management", "after": "caaaaaaa"}, ["cbbbbbbb"]),
    ],
)
def test_the_list_can_be_narrowed(client, asked, expected):
    assert ids(client.get(CONCEPTS, params=asked)) == expected


def test_the_next_page_is_narrowed_alike(client):
    first = client.get(CONCEPTS, params={"q": "网格", "limit": 1})
    assert first.json()["total"] == 2
    assert ids(client.get(first.json()["next"])) == ["cbbbbbbb"]


def test_a_concept_has_its_version_as_etag(client):
    answer = client.get(GRID_WORKER)
    assert answer.headers["ETag"] == f'"{answer.json()["version"]}"'


def test_a_client_that_has_the_version_gets_no_body(client):
    tag = client.get(GRID_WORKER).headers["ETag"]
    again = client.get(GRID_WORKER, headers={"If-None-Match": f'W/"vother", {tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)


def test_an_unknown_id_is_not_found(client):
    answer = client.get(f"{CONCEPTS}/czzzzzzz")
    assert (answer.status_code, "there is no concept" in detail(answer)) == (404, True)


def test_a_new_concept_has_an_address_and_an_id_of_the_bases_own(own_client):
    made = own_client.post(CONCEPTS, json={"terms": [{"text": "网格", "status": "preferred"}]})
    assert made.status_code == 201
    assert made.headers["ETag"] == f'"{made.json()["version"]}"'
    assert own_client.get(made.headers["Location"]).json()["id"] == made.json()["id"]


def test_a_whole_concept_is_kept_as_it_was_sent(own_client):
    whole = {
        "id": "cccccccc",
        "subject_field": "grid-based management",
        "scope": "Sanya",
        "note": "A note.",
        "definitions": [{"language": "en", "text": "A part of a town.", "source": "ours"}],
        "terms": [{"text": "网格", "status": "preferred"}],
        "renderings": [
            {
                "text": "grid",
                "status": "preferred",
                "evidence": [{"publisher": "Morning News", "date": "2020", "tier": "media"}],
            },
            {"text": "mesh", "status": "forbidden", "instead": "grid"},
        ],
        "relations": [{"kind": "related", "concept": "caaaaaaa"}],
    }
    kept = own_client.post(CONCEPTS, json=whole).json()
    assert kept["relations"] == [{"kind": "related", "concept": "caaaaaaa", "term": "网格员"}]
    assert kept["renderings"][0]["evidence"][0]["publisher"] == "Morning News"
    assert kept["renderings"][1]["instead"] == "grid"
    assert {name: kept[name] for name in ("id", "scope", "note", "definitions")} == {
        name: whole[name] for name in ("id", "scope", "note", "definitions")
    }


def test_a_new_concept_tells_of_what_it_may_be_a_duplicate(own_client):
    made = own_client.post(CONCEPTS, json={"terms": [{"text": "網格員之家"}]})
    assert [one["concept"] for one in made.json()["duplicates"]] == ["cbbbbbbb"]


def test_an_id_that_is_taken_is_a_conflict_and_nothing_is_lost(own_client, read):
    before, _ = read()
    answer = own_client.post(CONCEPTS, json={"id": "caaaaaaa", "terms": [{"text": "网格"}]})
    assert (answer.status_code, read()[0]) == (409, before)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "has no Chinese term"),
        ({"terms": [{"text": ""}]}, "a term is empty"),
        ({"terms": [{"text": 7}]}, "terms.0.text is 7; give a text"),
        ({"terms": [{"text": "网"}], "trems": []}, "trems: there is no such member"),
        (
            {"terms": [{"text": "网", "status": "best"}]},
            "terms.0.status is 'best'; give 'pre",
        ),
        ({"terms": [{"text": "网", "case_sensitive": "yes"}]}, "case_sensitive is 'yes'; give true or false"),
        ({"terms": "网"}, "terms is '网'; give a list"),
        ({"id": "nosuch", "terms": [{"text": "网"}]}, "is no concept id"),
        ({"terms": [{"text": "网"}], "redirects": ["caaaaaaa"]}, "redirects come from merging"),
        (
            {"terms": [{"text": "网"}], "relations": [{"kind": "broader", "concept": "czzzzzzz"}]},
            "which is no concept of the base",
        ),
        (
            {"terms": [{"text": "网"}], "renderings": [{"text": "x", "evidence": [{"publisher": "P"}]}]},
            "evidence of 'P' needs its tier: official, ",
        ),
    ],
)
def test_a_body_that_is_no_concept_is_a_bad_request_that_says_why(own_client, body, told):
    answer = own_client.post(CONCEPTS, json=body)
    assert answer.status_code == 400
    assert told in detail(answer)
    assert own_client.get(CONCEPTS).json()["total"] == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the body is missing; give it"),
        (b"{", "the body is no JSON: "),
        (b"\xff\xfe\xfd", "the body cannot be read"),
        (b"[" * 100_000, "the body cannot be read"),
        (b"[]", "the body is []; give an object"),
        (rb'{"terms": [{"text": "\ud800"}]}', "half a surrogate pair"),
        (rb'{"\ud800": 1}', "the body: "),
    ],
)
def test_a_body_that_is_no_json_object_is_a_bad_request(own_client, content, told):
    answer = own_client.post(CONCEPTS, content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert told in detail(answer)


def test_a_rendering_is_added_as_the_command_line_adds_it(own_client):
    fact = {"publisher": "Morning News", "date": "2021"}
    kept = own_client.post(
        f"{GRID_WORKER}/renderings", json={"text": "grid keeper", "evidence": [fact]}
    ).json()
    added = kept["renderings"][-1]
    assert (added["text"], added["status"], added["evidence"][0]["tier"]) == (
        "grid keeper",
        "admitted",
        "media",
    )


def test_evidence_alone_can_be_added_to_a_rendering_that_is_there(own_client):
    fact = {"publisher": "Third News"}
    kept = own_client.post(
        f"{GRID_WORKER}/renderings", json={"text": "grid worker", "evidence": [fact]}
    ).json()
    publishers = [one["publisher"] for one in kept["renderings"][0]["evidence"]]
    assert publishers == ["Morning News", "Evening News", "Third News"]


def test_two_facts_at_once_are_refused(own_client):
    body = {"text": "grid keeper", "evidence": [{"publisher": "A"}, {"publisher": "B"}]}
    answer = own_client.post(f"{GRID_WORKER}/renderings", json=body)
    assert (answer.status_code, detail(answer).startswith("evidence ")) == (400, True)


def test_a_change_on_a_stale_version_is_refused_where_the_client_names_one(own_client):
    answer = own_client.post(
        f"{GRID_WORKER}/renderings", json={"text": "grid keeper"}, headers={"If-Match": '"vstale"'}
    )
    assert answer.status_code == 412


def test_a_merged_concept_is_found_under_its_old_id(own_client):
    answer = own_client.post(f"{CONCEPTS}/cbbbbbbb/merge", json={"into": "caaaaaaa", "reason": "the same"})
    assert answer.json()["concept"]["redirects"] == ["cbbbbbbb"]
    old = own_client.get(f"{CONCEPTS}/cbbbbbbb/history", follow_redirects=False)
    assert (old.status_code, old.headers["Location"]) == (308, f"{GRID_WORKER}/history")
    page = own_client.get("/concepts/cbbbbbbb/history?x=1", follow_redirects=False)
    assert (page.status_code, page.headers["Location"]) == (308, "/concepts/caaaaaaa/history?x=1")
    assert own_client.get(f"{CONCEPTS}/cbbbbbbb").json()["id"] == "caaaaaaa"


def test_a_browser_does_not_keep_a_redirect_that_can_be_taken_back(own_client):
    own_client.post(f"{CONCEPTS}/cbbbbbbb/merge", json={"into": "caaaaaaa"})
    old = own_client.get(f"{CONCEPTS}/cbbbbbbb", follow_redirects=False)
    assert old.headers["Cache-Control"] == "no-cache"


def test_a_write_to_an_old_id_reaches_the_concept(own_client):
    own_client.post(f"{CONCEPTS}/cbbbbbbb/merge", json={"into": "caaaaaaa"})
    kept = own_client.post(f"{CONCEPTS}/cbbbbbbb/renderings", json={"text": "grid keeper"}).json()
    assert kept["id"] == "caaaaaaa"


def test_a_merge_into_itself_is_a_bad_request(own_client):
    assert own_client.post(f"{GRID_WORKER}/merge", json={"into": "caaaaaaa"}).status_code == 400


def test_a_split_makes_a_new_concept_and_leaves_the_rest(own_client):
    body = {"texts": ["网格管理员"], "scope": "Sanya"}
    answer = own_client.post(f"{GRID_WORKER}/split", json=body)
    assert answer.status_code == 201
    new = own_client.get(answer.headers["Location"]).json()
    assert (new["terms"][0]["text"], new["scope"]) == ("网格管理员", "Sanya")
    assert [term["text"] for term in answer.json()["stays"]["terms"]] == ["网格员"]


def test_the_history_of_a_concept_tells_who_did_what_and_why(own_client):
    body = {"text": "grid keeper", "reason": "heard on site"}
    own_client.post(f"{GRID_WORKER}/renderings", json=body, headers={"X-Glossary-User": "Li"})
    told = own_client.get(f"{GRID_WORKER}/history").json()
    assert told["concept"] == "caaaaaaa"
    assert [(one["who"], one["verb"], one["why"]) for one in told["changes"]] == [
        ("Li", "add", "heard on site")
    ]
