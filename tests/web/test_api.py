import csv
import io
import zipfile

import pytest
from fastapi.testclient import TestClient

from glossary.formats.registry import FORMATS, describe_formats
from glossary.report.payloads import describe_answer
from glossary.services.bases.choosing import Choice, base_to_read
from glossary.services.lookup.answers import look_up

LOOKUP = "/api/v1/lookup"
EXPORT = "/api/v1/export"


def test_a_lookup_answers_with_the_json_of_the_command_line(client, built_base):
    with base_to_read(Choice(str(built_base), named=True)) as base:
        answer = look_up(base, "网格员")
    expected = describe_answer(answer)
    assert client.get(LOOKUP, params={"q": "网格员"}).json() == expected


@pytest.mark.parametrize("query", ["网格员", "網格員", "wǎng gé yuán", "wanggeyuan", "wgy", "grid worker"])
def test_a_term_is_found_by_script_pinyin_initials_and_english(client, query):
    hits = client.get(LOOKUP, params={"q": query}).json()["hits"]
    assert hits[0]["concept"] == "caaaaaaa"


def test_limit_is_the_most_hits(client):
    assert len(client.get(LOOKUP, params={"q": "网格", "limit": 1}).json()["hits"]) == 1


def test_nothing_found_is_an_empty_list_and_no_error(client):
    response = client.get(LOOKUP, params={"q": "无此词"})
    assert (response.status_code, response.json()["hits"]) == (200, [])


def test_a_mined_string_is_told_where_no_term_is_found(client):
    candidates = client.get(LOOKUP, params={"q": "调解驿站"}).json()["candidates"]
    assert [candidate["term"] for candidate in candidates] == ["调解驿站"]


@pytest.mark.parametrize(
    "query", [".*", "%", "_", '"OR 1=1', "网格 NEAR/2 员", "'; drop table term;--", "[", "*"]
)
def test_pattern_syntax_in_a_query_means_nothing(client, query):
    response = client.get(LOOKUP, params={"q": query})
    assert (response.status_code, response.json()["hits"]) == (200, [])


@pytest.mark.parametrize("name", [known.name for known in FORMATS])
def test_every_format_of_the_registry_can_be_downloaded(client, name):
    response = client.get(f"{EXPORT}/{name}")
    assert response.status_code == 200
    assert int(response.headers["Content-Length"]) == len(response.content) > 0


def test_a_download_has_the_media_type_of_its_format_and_a_file_name(client):
    headers = client.get(f"{EXPORT}/tbx").headers
    assert headers["Content-Type"] == "application/xml"
    assert headers["Content-Disposition"] == 'attachment; filename="glossary.tbx"'


def test_a_download_holds_the_concepts(client):
    rows = list(csv.reader(io.StringIO(client.get(f"{EXPORT}/csv").content.decode("utf-8-sig"))))
    assert any("grid worker" in row for row in rows)


def test_a_download_carries_the_language_codes_that_were_asked_for(client):
    text = client.get(f"{EXPORT}/tbx", params={"source_lang": "zh", "target_lang": "en-GB"}).text
    assert 'xml:lang="en-GB"' in text


def test_a_format_that_is_a_folder_comes_as_a_zip(client):
    response = client.get(f"{EXPORT}/toml")
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.namelist() == ["glossary/grid-based-management.toml"]
    assert response.headers["Content-Disposition"] == 'attachment; filename="glossary-toml.zip"'


def test_the_formats_are_those_of_the_registry(client):
    assert client.get("/api/v1/formats").json() == {"formats": describe_formats()}


def test_stats_count_the_base(client):
    counts = client.get("/api/v1/stats").json()
    assert (counts["concepts"], counts["gaps"], counts["renderings"]["forbidden"]) == (2, 1, 1)


def test_health_is_told(client):
    assert client.get("/healthz").json()["status"] == "ok"


ENDPOINTS = {
    "/api/v1/annotate": {"post"},
    "/api/v1/check": {"post"},
    "/api/v1/candidates": {"get"},
    "/api/v1/candidates/{id}": {"get"},
    "/api/v1/candidates/{id}/accept": {"post"},
    "/api/v1/candidates/{id}/defer": {"post"},
    "/api/v1/candidates/{id}/reject": {"post"},
    "/api/v1/concepts": {"get", "post"},
    "/api/v1/concepts/{id}": {"get", "patch"},
    "/api/v1/concepts/{id}/history": {"get"},
    "/api/v1/concepts/{id}/merge": {"post"},
    "/api/v1/concepts/{id}/renderings": {"post"},
    "/api/v1/concepts/{id}/split": {"post"},
    "/api/v1/export/{format}": {"get", "post"},
    "/api/v1/formats": {"get"},
    "/api/v1/history": {"get"},
    "/api/v1/import": {"post"},
    LOOKUP: {"get"},
    "/api/v1/requests": {"get"},
    "/api/v1/snapshots": {"get", "post"},
    "/api/v1/stats": {"get"},
    "/api/v1/undo": {"post"},
    "/healthz": {"get"},
}


def test_openapi_describes_every_endpoint(client):
    paths = client.get("/openapi.json").json()["paths"]
    assert {path: set(methods) for path, methods in paths.items()} == ENDPOINTS


def operations(client) -> list[tuple[str, dict]]:
    paths = client.get("/openapi.json").json()["paths"]
    return [(f"{method} {path}", told) for path, methods in paths.items() for method, told in methods.items()]


def test_openapi_says_what_every_endpoint_does(client):
    assert not [name for name, told in operations(client) if not told.get("description")]


def test_openapi_shows_an_example_of_every_answer_that_the_curation_gives(client):
    curation = {"concepts", "candidates", "history"}
    for name, told in operations(client):
        if curation & set(told["tags"]):
            good = [one for code, one in told["responses"].items() if code in ("200", "201")]
            assert [one for one in good if "example" in one["content"]["application/json"]], name


def test_openapi_names_the_members_of_every_body(client):
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"terms", "renderings", "reason"} <= set(schemas["ConceptBody"]["properties"])
    assert schemas["ConceptBody"]["additionalProperties"] is False


def test_openapi_says_that_errors_are_problem_documents(client):
    responses = client.get("/openapi.json").json()["paths"][LOOKUP]["get"]["responses"]
    assert list(responses["default"]["content"]) == ["application/problem+json"]
    assert "422" not in responses


def test_head_tells_the_size_of_a_download(client: TestClient):
    response = client.head(f"{EXPORT}/csv")
    assert (response.status_code, int(response.headers["Content-Length"]) > 0) == (200, True)


def test_of_several_senses_that_of_the_document_comes_first(own_client):
    for scope, member in (("Hainan", "三道防线"), ("Nanning", "调解驿站")):
        part = own_client.post("/api/v1/concepts", json={"terms": [{"text": member}]}).json()
        relation = {"kind": "has-member", "concept": part["id"]}
        whole = {"scope": scope, "terms": [{"text": "三位一体"}], "relations": [relation]}
        own_client.post("/api/v1/concepts", json=whole)
    document = own_client.get("/api/v1/candidates").json()["candidates"][0]["contexts"][0]["document"]
    hits = own_client.get(LOOKUP, params={"q": "三位一体", "document": document}).json()["hits"]
    assert [hit["scope"] for hit in hits] == ["Nanning", "Hainan"]


@pytest.mark.parametrize("name", ["nosuch", "pyproject.toml", "/etc/hostname"])
def test_a_document_that_is_not_in_the_base_is_not_found_and_no_file_is_read(client, name):
    assert client.get(LOOKUP, params={"q": "网格员", "document": name}).status_code == 404
