import pytest
from pg8000.exceptions import DatabaseError

from glossary.errors import (
    Ambiguous,
    BaseError,
    EditClash,
    GlossaryError,
    InvalidInput,
    NotFound,
    UnknownName,
    UnreadableFile,
)
from glossary.formats.registry import FORMATS
from glossary.store.postgresql.trouble import explain
from glossary.web.problems import is_for_programs, status_of

LOOKUP = "/api/v1/lookup"


def problem(response) -> dict:
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == response.status_code
    return response.json()


def test_a_problem_says_what_where_and_what_to_do(client):
    assert problem(client.get(LOOKUP, params={"q": " "})) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "the query is empty; give a Chinese term, its pinyin, or English words",
        "instance": LOOKUP,
    }


def test_a_missing_query_is_a_bad_request(client):
    told = problem(client.get(LOOKUP))
    assert (told["status"], told["detail"]) == (400, "q is missing; give it")


def test_a_query_of_ten_thousand_characters_is_a_bad_request(client):
    told = problem(client.get(LOOKUP, params={"q": "x" * 10_000}))
    assert told["status"] == 400
    assert "10000 characters" in told["detail"]


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1e9", "100000000000"])
def test_a_limit_that_is_no_count_is_a_bad_request(client, limit):
    told = problem(client.get(LOOKUP, params={"q": "网格", "limit": limit}))
    assert told["status"] == 400
    assert told["detail"].startswith("limit is ")


@pytest.mark.parametrize("path", ["annotate", "check", "export/tbx"])
def test_a_text_that_is_not_said_to_be_json_is_told_how_to_be_sent(client, path):
    told = problem(client.post(f"/api/v1/{path}", content=b'{"text": "x"}'))
    assert (told["status"], "Content-Type: application/json" in told["detail"]) == (415, True)


def test_a_misspelt_parameter_is_a_bad_request_that_lists_the_known_ones(client):
    told = problem(client.get("/api/v1/export/tbx", params={"subject_feild": "law", "bom": "true"}))
    assert told["status"] == 400
    assert "no parameter 'subject_feild'" in told["detail"]
    assert "subject_field" in told["detail"]


def test_an_endpoint_without_parameters_says_so(client):
    assert "it takes none" in problem(client.get("/api/v1/stats", params={"all": "1"}))["detail"]


def test_an_address_of_a_page_may_have_more_behind_it(client):
    assert client.get("/", params={"utm_source": "x"}).status_code == 200


def test_an_unknown_format_is_not_found_and_the_message_lists_those_that_exist(client):
    told = problem(client.get("/api/v1/export/nosuch"))
    assert told["status"] == 404
    assert all(known.name in told["detail"] for known in FORMATS)


def test_a_language_that_is_no_tag_is_a_bad_request(client):
    told = problem(client.get("/api/v1/export/tbx", params={"source_lang": '"><x'}))
    assert told["status"] == 400


def test_a_wrong_path_is_not_found(client):
    assert problem(client.get("/api/v1/nosuch"))["status"] == 404


def test_a_wrong_method_is_not_allowed_and_the_allowed_one_is_named(client):
    response = client.post(LOOKUP, params={"q": "网格员"})
    assert problem(response)["status"] == 405
    assert response.headers["Allow"] == "GET"


def test_a_wrong_page_is_a_page_that_leads_back(client):
    response = client.get("/no/such/<page>")
    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/html")
    assert "there is nothing at /no/such/&lt;page&gt;" in response.text
    assert 'href="/"' in response.text


def test_a_path_cannot_lead_out_of_the_static_folder(client):
    assert client.get("/static/..%2f..%2fapp.py").status_code == 404


def test_a_base_that_was_damaged_is_unavailable(own_client, own_base):
    own_base.write_bytes(b"this is no base, only text that is long enough to be read as a header" * 100)
    told = problem(own_client.get("/healthz"))
    assert told["status"] == 503


def test_where_a_base_lay_that_was_deleted_is_told_to_who_runs_the_server_alone(own_client, own_base, caplog):
    own_base.unlink()
    response = own_client.get("/", params={"q": "网格员"})
    assert response.status_code == 503
    assert "the file cannot be opened" in response.text
    assert own_base.name not in response.text
    assert str(own_base) in caplog.text


def test_a_base_that_is_in_use_says_to_wait_without_where_it_lies(own_client, monkeypatch):
    def fail(*_arguments, **_options):
        raise explain("postgresql://mei@db.example.org/terms", DatabaseError({"C": "55P03"}))

    monkeypatch.setattr("glossary.web.api.look_up", fail)
    detail = problem(own_client.get(LOOKUP, params={"q": "网格员"}))["detail"]
    assert detail == "another program is writing to this termbase; wait until it is done and try again"


def test_what_is_to_be_given_is_named_as_the_member_of_the_body(own_client):
    avoided = {"text": "grid person", "status": "deprecated"}
    told = problem(own_client.post("/api/v1/concepts/caaaaaaa/renderings", json=avoided))
    assert told["detail"] == "a deprecated rendering names what to write in its place: give `instead`"


def test_a_mistake_in_the_program_shows_no_traceback(own_client, monkeypatch):
    def fail(*_arguments, **_options):
        raise RuntimeError("secret of the house")

    monkeypatch.setattr("glossary.web.api.look_up", fail)
    response = own_client.get(LOOKUP, params={"q": "网格员"})
    assert problem(response)["status"] == 500
    assert "secret" not in response.text
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_mistake_in_the_program_is_a_page_for_people(own_client, monkeypatch):
    def fail(*_arguments, **_options):
        raise RuntimeError("secret of the house")

    monkeypatch.setattr("glossary.web.pages.look_up", fail)
    response = own_client.get("/", params={"q": "网格员"})
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "mistake in the program" in response.text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InvalidInput("x"), 400),
        (UnknownName("status", "x", ["y"]), 400),
        (NotFound("x"), 404),
        (Ambiguous("x"), 409),
        (BaseError("x"), 503),
        (EditClash("caaaaaaa", []), 412),
        (UnreadableFile("x", "y"), 500),
        (GlossaryError("x"), 500),
    ],
)
def test_every_error_of_the_project_has_a_status(error, status):
    assert status_of(error) == status


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/api", True),
        ("/api/v1/x", True),
        ("/healthz", True),
        ("/openapi.json", True),
        ("/apian", False),
        ("/", False),
    ],
)
def test_problem_documents_are_for_the_paths_of_programs(path, expected):
    assert is_for_programs(path) is expected
