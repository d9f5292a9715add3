"""In a database too a new base takes the place of the old one at once, and only when it is whole."""

from typing import TYPE_CHECKING

import pytest

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import Base, open_base, write_new_base
from glossary.store.places import find_place
from glossary.store.postgresql import building

from ..samples import CENTRE, WORKER, a_concept, keyed
from .conftest import schema_of

if TYPE_CHECKING:
    from postgresql_server import Server


def write(place: str, *ids: str, replace: bool = True) -> None:
    with write_new_base(place, replace=replace) as connection:
        for id in ids:
            insert_concepts(connection, [keyed(a_concept(id))])


def count(place: str) -> int:
    with open_base(place, write=False) as base, base.reading() as connection:
        return count_concepts(connection)


def drafts(server: "Server") -> list[tuple[object, ...]]:
    return server.run("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'glossary%'")


def test_a_base_is_made_where_nothing_was(nowhere: str) -> None:
    write(nowhere, WORKER)
    assert count(nowhere) == 1


def test_the_old_base_is_there_until_the_new_one_is_whole(server: "Server", place: str) -> None:
    with write_new_base(place) as connection:
        insert_concepts(connection, [keyed(a_concept())])
        assert count(place) == 0
    assert count(place) == 1
    assert drafts(server) == []


def test_the_new_base_holds_nothing_of_the_old_one(place: str) -> None:
    write(place, WORKER)
    write(place, CENTRE)
    assert count(place) == 1


def test_an_open_base_goes_on_with_the_new_one(base: Base, place: str) -> None:
    before = base.state
    write(place, WORKER)
    assert base.state != before
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(CENTRE))])
        assert count_concepts(connection) == 2


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_base_and_no_draft(
    server: "Server", place: str, error: type[BaseException]
) -> None:
    write(place, WORKER)
    with pytest.raises(error):
        write_and_stumble(place, error)
    assert count(place) == 1
    assert drafts(server) == []


def test_a_failure_leaves_nothing_where_nothing_was(nowhere: str) -> None:
    with pytest.raises(RuntimeError):
        write_and_stumble(nowhere, RuntimeError)
    assert find_place(nowhere).is_missing()


def write_and_stumble(place: str, error: type[BaseException]) -> None:
    with write_new_base(place) as connection:
        insert_concepts(connection, [keyed(a_concept(CENTRE))])
        raise error


def test_a_broken_rule_leaves_the_old_base_and_names_it(place: str) -> None:
    with pytest.raises(BaseError, match=r"the change breaks a rule.*pk_concept"):
        write(place, WORKER, WORKER)
    assert count(place) == 0


def test_a_base_that_must_not_be_replaced_stays(place: str) -> None:
    with pytest.raises(BaseError, match="there is a termbase already"):
        write(place, WORKER, replace=False)
    assert count(place) == 0


def test_tables_of_another_program_stay(server: "Server", nowhere: str) -> None:
    schema = schema_of(nowhere)
    server.run(f"CREATE SCHEMA {schema}", f"CREATE TABLE {schema}.bookmark (url text)")
    with pytest.raises(BaseError, match="belong to another program"):
        write(nowhere, WORKER)
    assert server.run(f"SELECT count(*) FROM {schema}.bookmark") == [(0,)]


def test_what_else_lies_in_the_schema_stays(server: "Server", place: str) -> None:
    server.run(f"CREATE VIEW {schema_of(place)}.note AS SELECT 'ours' AS text")
    write(place, WORKER)
    assert server.run(f"SELECT text FROM {schema_of(place)}.note") == [("ours",)]


def test_a_base_in_use_is_not_replaced(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "REPLACE_TIMEOUT_SECONDS", 0.001)
    with (
        open_base(place, write=True) as base,
        base.writing(),
        pytest.raises(BaseError, match="another program is writing"),
    ):
        write(place, WORKER)
    assert count(place) == 0


def test_a_base_is_not_replaced_under_the_eyes_of_a_reader(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its snapshot is older than the new tables: it would see them empty."""
    monkeypatch.setattr(building, "REPLACE_TIMEOUT_SECONDS", 0.001)
    with open_base(place, write=False) as base, base.reading() as connection:
        with pytest.raises(BaseError, match=r"in use|another program"):
            write(place, WORKER)
        assert count_concepts(connection) == 0


def test_of_two_that_make_the_same_base_the_first_one_stays(
    nowhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "BUSY_TIMEOUT_SECONDS", 0)
    with pytest.raises(BaseError, match=r"another program|holds tables already"), write_new_base(nowhere):
        find_place(nowhere).create()
