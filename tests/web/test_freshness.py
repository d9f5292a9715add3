"""The base may change, or be replaced, while it is served."""

import shutil

import pytest
from engines import SERVER_ONLY
from fastapi.testclient import TestClient

from glossary.services.bases.choosing import Choice, base_to_write
from glossary.services.bases.copying import copy_base
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.store.database import open_base
from glossary.web.app import make_app

LOOKUP = "/api/v1/lookup?q=网格员"
EXPORT = "/api/v1/export/csv"


def add_rendering(path, text: str) -> None:
    with base_to_write(Choice(str(path), named=True)) as (base, _):
        add_term(base, "网格员", NewRendering(text=text), who="me")


def texts(response) -> list[str]:
    return [rendering["text"] for rendering in response.json()["hits"][0]["renderings"]]


@pytest.mark.parametrize("path", [LOOKUP, EXPORT])
def test_an_answer_that_the_client_has_is_not_sent_again(client, path):
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")


def test_an_error_has_no_tag(client):
    assert "ETag" not in client.get("/api/v1/lookup?q=").headers


@pytest.fixture
def place(built_base, copied):
    """A base of one's own, in a file or on a server."""
    return copied(built_base, "terms")


@pytest.fixture
def client_there(place):
    with TestClient(make_app(Choice(place, named=True))) as opened:
        yield opened


def test_a_change_is_served_at_once_and_has_another_tag(client_there, place):
    before = client_there.get(LOOKUP)
    add_rendering(place, "grid keeper")
    after = client_there.get(LOOKUP, headers={"If-None-Match": before.headers["ETag"]})
    assert "grid keeper" in texts(after)


@SERVER_ONLY
def test_a_base_that_was_written_anew_is_served_and_has_another_tag(client_there, place, built_base):
    before = client_there.get(LOOKUP)
    with open_base(str(built_base), write=False) as base:
        copy_base(base, place, force=True)
    after = client_there.get(LOOKUP, headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, texts(after)) == (200, texts(before))


@SERVER_ONLY
def test_a_connection_that_was_lost_is_made_anew(client_there, server):
    before = client_there.get(LOOKUP)
    server.run(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'glossary'"
    )
    assert client_there.get(LOOKUP).json() == before.json()


def test_a_base_put_in_the_place_of_another_is_served_and_has_another_tag(own_client, own_base, tmp_path):
    other = tmp_path / "other.db"
    shutil.copyfile(own_base, other)
    before = own_client.get(LOOKUP)
    other.replace(own_base)
    after = own_client.get(LOOKUP, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
