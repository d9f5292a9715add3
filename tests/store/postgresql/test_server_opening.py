"""A database that cannot be used says why, and what to do; never with a password."""

from typing import TYPE_CHECKING

import pytest
from postgresql_server import LOCKED, OWNER, PASSWORD

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import create_base, open_base, remove_unchanged
from glossary.store.places import find_place
from glossary.store.postgresql import connecting
from glossary.store.version import SCHEMA_VERSION

from ..samples import a_concept, keyed
from .conftest import schema_of

if TYPE_CHECKING:
    from postgresql_server import Server

BOTH_WAYS = pytest.mark.parametrize("write", [False, True], ids=["to read", "to write"])


def refuse(url: str, words: str, *, write: bool = False) -> None:
    with pytest.raises(BaseError, match=words) as caught:
        open_base(url, write=write, busy_timeout_seconds=0)
    assert str(caught.value).startswith(f"{find_place(url).location}: ")
    assert "hunter2" not in str(caught.value)


def with_password(server: "Server", password: str = "hunter2", **parts: str) -> str:
    return server.url(**parts).replace("@", f":{password}@", 1)


@BOTH_WAYS
def test_an_empty_database_says_how_to_fill_it(nowhere: str, write: bool) -> None:
    refuse(nowhere, "holds no termbase yet; a command that writes.*glossary build.*copy --to", write=write)


@BOTH_WAYS
def test_the_tables_of_another_program_are_refused(server: "Server", nowhere: str, write: bool) -> None:
    schema = schema_of(nowhere)
    server.run(f"CREATE SCHEMA {schema}", f"CREATE TABLE {schema}.meta (name text, value text)")
    refuse(nowhere, "belong to another program; name another database, or a schema of its own", write=write)


def test_a_view_of_another_program_is_refused_too(server: "Server", nowhere: str) -> None:
    server.run(
        f"CREATE SCHEMA {schema_of(nowhere)}", f"CREATE VIEW {schema_of(nowhere)}.meta AS SELECT 1 AS a"
    )
    refuse(nowhere, "belong to another program")


def test_no_base_is_made_among_other_tables(server: "Server", nowhere: str) -> None:
    server.run(
        f"CREATE SCHEMA {schema_of(nowhere)}", f"CREATE TABLE {schema_of(nowhere)}.bookmark (url text)"
    )
    with pytest.raises(BaseError, match="holds tables already"):
        create_base(nowhere)


def test_no_base_is_made_over_another_one(place: str) -> None:
    with pytest.raises(BaseError, match="holds tables already"):
        create_base(place)


def set_version(server: "Server", url: str, version: int) -> None:
    server.run(f"UPDATE {schema_of(url)}.meta SET value = '{version}' WHERE name = 'schema_version'")


@BOTH_WAYS
def test_a_newer_base_is_refused_with_both_versions(server: "Server", place: str, write: bool) -> None:
    set_version(server, place, SCHEMA_VERSION + 1)
    refuse(place, rf"newer glossary \(schema {SCHEMA_VERSION + 1}; this one knows", write=write)


def test_an_older_base_is_not_opened_to_read(server: "Server", place: str) -> None:
    set_version(server, place, SCHEMA_VERSION - 1)
    refuse(place, "older glossary.*any command that writes")


def test_a_base_without_one_of_its_tables_is_called_damaged(server: "Server", place: str) -> None:
    server.run(f"DROP TABLE {schema_of(place)}.evidence")
    refuse(place, "damaged .no table evidence.*backup")


def test_a_wrong_password_is_said_and_not_shown(server: "Server") -> None:
    refuse(with_password(server, user=LOCKED), "lets nobody in.*password authentication failed")


def test_a_missing_password_is_said(server: "Server", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    refuse(server.url(user=LOCKED), "lets nobody in")


def test_a_password_may_come_from_the_environment(server: "Server", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    refuse(server.url(user=LOCKED, schema="absent"), "holds no termbase yet")


def test_an_unknown_user_is_said(server: "Server") -> None:
    refuse(with_password(server, user="nemo"), 'role "nemo" does not exist')


def test_a_missing_database_is_said(server: "Server") -> None:
    refuse(with_password(server, database="absent"), "no such database; make it with `createdb NAME`")


def test_a_server_that_does_not_answer_is_said() -> None:
    refuse("postgresql://mei:hunter2@127.0.0.1:1/terms", "no server answers there .Connection refused")


def test_a_server_without_encryption_is_refused_where_that_is_asked_for(server: "Server") -> None:
    url = f"{server.url()}?sslmode=require"
    with pytest.raises(BaseError, match="the server refuses encryption"):
        open_base(url, write=False)


def test_a_server_that_is_too_old_is_refused(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "OLDEST_SERVER", 99)
    refuse(place, "the server is PostgreSQL 1.*glossary needs 99 or later")


def test_a_database_that_cannot_hold_chinese_is_refused(server: "Server") -> None:
    server.run("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C' LOCALE_PROVIDER libc")
    refuse(server.url(database="latin"), "keeps its texts as LATIN1.*createdb --encoding=UTF8")


def test_whoever_may_only_read_is_told_so_on_writing(
    server: "Server", place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = schema_of(place)
    server.run(
        f"GRANT USAGE ON SCHEMA {schema} TO {LOCKED}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {LOCKED}",
    )
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    with open_base(place.replace(OWNER, LOCKED), write=True) as base:
        with base.reading() as connection:
            assert count_concepts(connection) == 0
        with pytest.raises(BaseError, match="has not the rights"), base.writing() as connection:
            insert_concepts(connection, [keyed(a_concept())])


def test_without_any_right_the_base_is_not_taken_for_that_of_another_program(
    server: "Server", place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.run(f"GRANT USAGE ON SCHEMA {schema_of(place)} TO {LOCKED}")
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    refuse(place.replace(OWNER, LOCKED), "has not the rights")


def test_a_base_that_nobody_changed_can_be_taken_away_again(place: str) -> None:
    remove_unchanged(place, revision=0)
    assert find_place(place).is_missing()


def test_a_base_that_somebody_changed_stays(place: str) -> None:
    with open_base(place, write=True) as base, base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
    remove_unchanged(place, revision=0)
    assert not find_place(place).is_missing()
