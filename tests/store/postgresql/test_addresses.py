"""A URL says where the base lies, and never shows its password."""

import pytest

from glossary.errors import BaseError
from glossary.store.places import find_place
from glossary.store.postgresql.address import Encryption, read_address


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGUSER", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)


def test_every_part_is_read() -> None:
    address = read_address("postgresql://mei:p%40ss@db.example.org:5433/terms?schema=law&sslmode=verify-full")
    assert (address.user, address.password, address.host, address.port) == (
        "mei",
        "p@ss",
        "db.example.org",
        5433,
    )
    assert (address.database, address.schema) == ("terms", "law")
    assert address.encryption is Encryption.VERIFY_FULL


def test_what_is_left_out_is_as_with_psql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGUSER", "mei")
    monkeypatch.setenv("PGPASSWORD", "secret")
    address = read_address("postgres:///terms")
    assert (address.user, address.password, address.host, address.port) == (
        "mei",
        "secret",
        "localhost",
        5432,
    )
    assert (address.schema, address.encryption) == ("", Encryption.PREFER)


def test_the_url_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGUSER", "mei")
    monkeypatch.setenv("PGPASSWORD", "secret")
    address = read_address("postgresql://ann:other@host/terms")
    assert (address.user, address.password) == ("ann", "other")


def test_a_folder_as_host_is_that_of_a_socket() -> None:
    address = read_address("postgresql://mei@/terms?host=/var/run/postgresql")
    assert address.host == "/var/run/postgresql"
    assert address.shown == "postgresql://mei@/terms?host=/var/run/postgresql"


SHOWN = {
    "postgresql://mei:hunter2@host/terms": "postgresql://mei@host/terms",
    "postgres://mei:hunter2@host:5432/terms?schema=law": "postgresql://mei@host/terms?schema=law",
    "postgresql://mei:hunter2@[::1]:5433/terms": "postgresql://mei@[::1]:5433/terms",
}


@pytest.mark.parametrize("url", SHOWN)
def test_it_is_shown_without_the_password(url: str) -> None:
    assert find_place(url).location == SHOWN[url]
    assert "hunter2" not in repr(read_address(url))


REFUSED = {
    "postgresql://mei:hunter2@host": "names no database",
    "postgresql://mei:hunter2@host/": "names no database",
    "postgresql://mei:hunter2@host/a/b": "names no database",
    "postgresql://mei:hunter2@host:port/terms": "no database URL; write postgresql://USER@HOST",
    "postgresql://mei:hunter2@[::1/terms": "no database URL",
    "postgresql://mei:hunter2@host/terms?schema": "no database URL",
    "postgresql://mei:hunter2@host/terms?sslmode=maybe": "one of prefer, require, verify-full, disable",
    "postgresql://mei@host/terms?password=hunter2": "no option password; it may have host, schema, sslmode",
    "mysql://mei:hunter2@host/terms": "mysql: a termbase is a file or a PostgreSQL database",
}


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_url_is_refused_without_a_word_of_the_password(url: str) -> None:
    with pytest.raises(BaseError, match=REFUSED[url]) as caught:
        find_place(url)
    assert "hunter2" not in str(caught.value)
