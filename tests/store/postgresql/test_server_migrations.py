"""On a server, too, a base gets the tables of a new one step by step, each wholly or not at all."""

from typing import TYPE_CHECKING

import pytest

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concept
from glossary.store.database import open_base
from glossary.store.postgresql.address import read_address
from glossary.store.postgresql.migrations import migrate
from glossary.store.steps import FIRST_ON_SERVER, STEPS, Step, statements

from ..samples import a_concept, keyed
from .conftest import schema_of

if TYPE_CHECKING:
    from postgresql_server import Server

NOTHING = statements()
START = 3
ADD_COLOUR = Step(
    to=4, apply=NOTHING, on_server=("ALTER TABLE concept ADD COLUMN colour TEXT NOT NULL DEFAULT ''",)
)
ADD_SMELL = Step(
    to=5, apply=NOTHING, on_server=("CREATE TABLE smell (name TEXT)", "INSERT INTO smell VALUES ('rose')")
)
FAILING = Step(
    to=5, apply=NOTHING, on_server=("CREATE TABLE smell (name TEXT)", "INSERT INTO nowhere VALUES (1)")
)
ORPHAN = Step(
    to=4,
    apply=NOTHING,
    on_server=("INSERT INTO relation VALUES ('caaaaaaa', 0, 'broader', 'cmissing')",),
)


@pytest.fixture
def third(server: "Server", place: str) -> str:
    """A base of version 3 with one concept."""
    with open_base(place, write=True) as base, base.writing() as connection:
        insert_concept(connection, keyed(a_concept()))
    server.run(f"UPDATE {schema_of(place)}.meta SET value = '{START}' WHERE name = 'schema_version'")
    return place


def version_of(server: "Server", schema: str) -> object:
    ((version,),) = server.run(f"SELECT value FROM {schema}.meta WHERE name = 'schema_version'")
    return int(str(version))


def columns_of(server: "Server", schema: str, table: str) -> list[object]:
    query = "SELECT column_name FROM information_schema.columns"
    return [
        name for (name,) in server.run(f"{query} WHERE table_schema = '{schema}' AND table_name = '{table}'")
    ]


def test_there_are_statements_for_every_version_that_came_after_the_first_on_a_server() -> None:
    assert [step.to for step in STEPS if step.to > FIRST_ON_SERVER and step.on_server is None] == []


def test_steps_are_taken_in_order_and_keep_what_is_there(server: "Server", third: str) -> None:
    migrate(read_address(third), steps=[ADD_COLOUR, ADD_SMELL])
    schema = schema_of(third)
    assert version_of(server, schema) == 5
    assert server.run(f"SELECT id, colour FROM {schema}.concept") == [("caaaaaaa", "")]
    assert server.run(f"SELECT name FROM {schema}.smell") == [("rose",)]


def test_only_the_steps_that_are_still_needed_are_taken(server: "Server", third: str) -> None:
    migrate(read_address(third), steps=[ADD_COLOUR])
    migrate(read_address(third), steps=[ADD_COLOUR, ADD_SMELL])
    assert version_of(server, schema_of(third)) == 5


def test_a_step_that_fails_midway_is_taken_back_and_those_before_it_stay(
    server: "Server", third: str
) -> None:
    with pytest.raises(BaseError, match=r"step from schema 4 to 5 failed .*nowhere.*copy is in the schema"):
        migrate(read_address(third), steps=[ADD_COLOUR, FAILING])
    schema = schema_of(third)
    assert version_of(server, schema) == 4
    assert "colour" in columns_of(server, schema, "concept")
    assert columns_of(server, schema, "smell") == []


def test_a_step_that_leaves_a_reference_to_nothing_is_taken_back(server: "Server", third: str) -> None:
    with pytest.raises(BaseError, match="violates foreign key"):
        migrate(read_address(third), steps=[ORPHAN])
    assert version_of(server, schema_of(third)) == START
    assert server.run(f"SELECT * FROM {schema_of(third)}.relation") == []


def test_the_base_is_copied_into_a_schema_beside_it_first(server: "Server", third: str) -> None:
    copy = migrate(read_address(third), steps=[ADD_COLOUR])
    assert copy == f"{schema_of(third)}_v3_backup"
    with open_base(server.url(schema=copy), write=False) as base, base.reading() as connection:
        assert count_concepts(connection) == 1


def test_an_earlier_copy_is_kept(server: "Server", third: str) -> None:
    server.run(f"CREATE SCHEMA {schema_of(third)}_v3_backup")
    assert migrate(read_address(third), steps=[ADD_COLOUR]) == f"{schema_of(third)}_v3_backup_2"


def test_a_base_in_use_is_neither_copied_nor_migrated(
    server: "Server", third: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.store.postgresql.building.BUSY_TIMEOUT_SECONDS", 0)
    with (
        open_base(third, write=True) as base,
        base.writing(),
        pytest.raises(BaseError, match="another program is writing"),
    ):
        migrate(read_address(third), steps=[ADD_COLOUR])
    assert version_of(server, schema_of(third)) == START
    assert server.run(f"SELECT FROM pg_namespace WHERE nspname = '{schema_of(third)}_v3_backup'") == []
