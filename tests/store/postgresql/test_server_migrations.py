"""On a server, too, a base gets the tables of a new one step by step, each wholly or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary.errors import BaseError
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import open_base
from glossary.store.postgresql.address import read_address
from glossary.store.postgresql.migrations import migrate
from glossary.store.steps import Step, statements
from glossary.store.version import SCHEMA_VERSION

from ..samples import a_concept, keyed
from .conftest import schema_of

if TYPE_CHECKING:
    from postgresql_server import Server

FIRST_SCHEMA = Path(__file__).with_name("schema_v3.sql")
NOTHING = statements()
START = SCHEMA_VERSION
"""The oldest version that the tables of today can pass for."""
ADD_COLOUR = Step(
    to=START + 1, apply=NOTHING, on_server=("ALTER TABLE concept ADD COLUMN colour TEXT NOT NULL DEFAULT ''",)
)
ADD_SMELL = Step(
    to=START + 2,
    apply=NOTHING,
    on_server=("CREATE TABLE smell (name TEXT)", "INSERT INTO smell VALUES ('rose')"),
)
FAILING = Step(
    to=START + 2,
    apply=NOTHING,
    on_server=("CREATE TABLE smell (name TEXT)", "INSERT INTO nowhere VALUES (1)"),
)
ORPHAN = Step(
    to=START + 1,
    apply=NOTHING,
    on_server=("INSERT INTO relation VALUES ('caaaaaaa', 0, 'broader', 'cmissing')",),
)


@pytest.fixture
def present(server: "Server", place: str) -> str:
    """A base with one concept."""
    with open_base(place, write=True) as base, base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
    return place


def version_of(server: "Server", schema: str) -> object:
    ((version,),) = server.run(f"SELECT value FROM {schema}.meta WHERE name = 'schema_version'")
    return int(str(version))


def columns_of(server: "Server", schema: str, table: str) -> list[object]:
    query = "SELECT column_name FROM information_schema.columns"
    return [
        name for (name,) in server.run(f"{query} WHERE table_schema = '{schema}' AND table_name = '{table}'")
    ]


def shape(server: "Server", url: str) -> dict[str, set[tuple[object, ...]]]:
    """What the tables of a schema are, apart from how their statements are written."""
    schema = schema_of(url)
    columns = "table_name, column_name, data_type, is_nullable, column_default, collation_name"
    rules = "conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
    named = {
        "columns": f"SELECT {columns} FROM information_schema.columns WHERE table_schema = '{schema}'",
        "rules": f"SELECT {rules} FROM pg_constraint WHERE connamespace = '{schema}'::regnamespace",
        "indexes": f"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = '{schema}'",
    }
    return {
        name: {tuple(str(value).replace(f"{schema}.", "") for value in row) for row in server.run(query)}
        for name, query in named.items()
    }


@pytest.fixture
def frozen(server: "Server") -> str:
    """A base of version 3, as its tables were written down then."""
    url = server.new_schema()
    schema = schema_of(url)
    tables = FIRST_SCHEMA.read_text(encoding="utf-8")
    server.run(f"CREATE SCHEMA {schema}; SET search_path TO {schema}; {tables}")
    return url


def test_a_base_migrated_from_the_first_version_has_the_tables_of_a_new_one(
    server: "Server", frozen: str, place: str
) -> None:
    open_base(frozen, write=True).close()
    assert version_of(server, schema_of(frozen)) == SCHEMA_VERSION
    assert shape(server, frozen) == shape(server, place)


def test_a_version_that_no_server_ever_had_is_refused_and_not_copied(server: "Server", place: str) -> None:
    schema = schema_of(place)
    server.run(f"UPDATE {schema}.meta SET value = '2' WHERE name = 'schema_version'")
    with pytest.raises(BaseError, match="no glossary ever wrote schema 2 to a server"):
        open_base(place, write=True)
    assert server.run(f"SELECT FROM pg_namespace WHERE nspname LIKE '{schema}\\_v%'") == []


def test_steps_are_taken_in_order_and_keep_what_is_there(server: "Server", present: str) -> None:
    migrate(read_address(present), steps=[ADD_COLOUR, ADD_SMELL])
    schema = schema_of(present)
    assert version_of(server, schema) == START + 2
    assert server.run(f"SELECT id, colour FROM {schema}.concept") == [("caaaaaaa", "")]
    assert server.run(f"SELECT name FROM {schema}.smell") == [("rose",)]


def test_only_the_steps_that_are_still_needed_are_taken(server: "Server", present: str) -> None:
    migrate(read_address(present), steps=[ADD_COLOUR])
    migrate(read_address(present), steps=[ADD_COLOUR, ADD_SMELL])
    assert version_of(server, schema_of(present)) == START + 2


def test_a_step_that_fails_midway_is_taken_back_and_those_before_it_stay(
    server: "Server", present: str
) -> None:
    with pytest.raises(
        BaseError,
        match=rf"step from schema {START + 1} to {START + 2} failed .*nowhere.*copy is in the schema",
    ):
        migrate(read_address(present), steps=[ADD_COLOUR, FAILING])
    schema = schema_of(present)
    assert version_of(server, schema) == START + 1
    assert "colour" in columns_of(server, schema, "concept")
    assert columns_of(server, schema, "smell") == []


def test_a_step_that_leaves_a_reference_to_nothing_is_taken_back(server: "Server", present: str) -> None:
    with pytest.raises(BaseError, match="violates foreign key"):
        migrate(read_address(present), steps=[ORPHAN])
    assert version_of(server, schema_of(present)) == START
    assert server.run(f"SELECT * FROM {schema_of(present)}.relation") == []


def test_the_base_is_copied_into_a_schema_beside_it_first(server: "Server", present: str) -> None:
    copy = migrate(read_address(present), steps=[ADD_COLOUR])
    assert copy == f"{schema_of(present)}_v{START}_backup"
    with open_base(server.url(schema=copy), write=False) as base, base.reading() as connection:
        assert count_concepts(connection) == 1


def test_an_earlier_copy_is_kept(server: "Server", present: str) -> None:
    server.run(f"CREATE SCHEMA {schema_of(present)}_v{START}_backup")
    assert migrate(read_address(present), steps=[ADD_COLOUR]) == f"{schema_of(present)}_v{START}_backup_2"


def test_a_base_in_use_is_neither_copied_nor_migrated(
    server: "Server", present: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.store.postgresql.building.BUSY_TIMEOUT_SECONDS", 0)
    with (
        open_base(present, write=True) as base,
        base.writing(),
        pytest.raises(BaseError, match="another program is writing"),
    ):
        migrate(read_address(present), steps=[ADD_COLOUR])
    assert version_of(server, schema_of(present)) == START
    assert (
        server.run(f"SELECT FROM pg_namespace WHERE nspname = '{schema_of(present)}_v{START}_backup'") == []
    )
