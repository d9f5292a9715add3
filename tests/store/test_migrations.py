"""A base of any version gets the schema of a new one, step by step; a step happens wholly or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from glossary.errors import BaseError
from glossary.store.candidates import list_candidates
from glossary.store.changes import list_changes
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import Base, open_base
from glossary.store.migrations import migrate
from glossary.store.schema import APPLICATION_ID
from glossary.store.steps import FIRST_ON_SERVER, STEPS, Step, statements
from glossary.store.version import SCHEMA_VERSION

from .samples import a_concept, keyed
from .schema_shape import Shape, shape

FIRST_SCHEMA = Path(__file__).with_name("schema_v1.sql")
ADD_COLOUR = Step(to=2, apply=statements("ALTER TABLE concept ADD COLUMN colour TEXT NOT NULL DEFAULT ''"))
ADD_SMELL = Step(
    to=3, apply=statements("CREATE TABLE smell (name TEXT)", "INSERT INTO smell VALUES ('rose')")
)
FAILING = Step(to=3, apply=statements("CREATE TABLE smell (name TEXT)", "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def engine() -> str:
    """These are about files."""
    return "sqlite"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A base of version 1, as its schema was written down then, with one concept."""
    path = tmp_path / "first.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"BEGIN; {FIRST_SCHEMA.read_text(encoding='utf-8')}; COMMIT")
        connection.execute("INSERT INTO concept VALUES ('caaaaaaa', '', '', '')")
        connection.commit()
    return path


def read(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def shape_of(path: Path) -> Shape:
    with closing(sqlite3.connect(path)) as connection:
        return shape(connection)


def version_of(path: Path) -> object:
    return read(path, "PRAGMA user_version")[0][0]


def test_the_first_schema_is_that_of_version_1(first: Path) -> None:
    assert version_of(first) == 1
    assert read(first, "PRAGMA application_id") == [(APPLICATION_ID,)]


def test_a_base_migrated_from_version_1_has_the_schema_of_a_new_one(first: Path, empty_base: Path) -> None:
    migrate(first)
    assert version_of(first) == SCHEMA_VERSION
    assert shape_of(first) == shape_of(empty_base)


def test_a_candidate_of_version_1_has_no_members(first: Path) -> None:
    with closing(sqlite3.connect(first)) as connection:
        connection.execute(
            "INSERT INTO candidate VALUES ('k', '甲', '甲', 'term', 1, 2, 1, 1, '{}', '[]', '[]', 1)"
        )
        connection.commit()
    migrate(first)
    with open_base(str(first), write=False) as base, base.reading() as connection:
        (found,) = list_candidates(connection)
    assert (found.candidate.term, found.candidate.members) == ("甲", {})


def test_each_change_of_version_1_is_an_operation_of_its_own(first: Path) -> None:
    with closing(sqlite3.connect(first)) as connection:
        for thing in ("caaaaaaa", "cbbbbbbb"):
            connection.execute(
                'INSERT INTO change (who, "when", why, verb, thing, "before", "after") '
                "VALUES ('mei', '2024-05-01T00:00:00Z', '', 'add', ?, '', '')",
                (thing,),
            )
        connection.commit()
    migrate(first)
    with open_base(str(first), write=False) as base, base.reading() as connection:
        changes = list(list_changes(connection))
    assert [(one.number, one.operation, one.thing) for one in changes] == [
        (1, 1, "caaaaaaa"),
        (2, 2, "cbbbbbbb"),
    ]


def test_there_is_a_step_to_every_version_after_the_first() -> None:
    assert [step.to for step in STEPS] == list(range(2, SCHEMA_VERSION + 1))


def test_there_are_statements_for_servers_too_from_the_version_on_that_they_began_with() -> None:
    assert [step.to for step in STEPS if step.to > FIRST_ON_SERVER and step.on_server is None] == []


def test_steps_are_taken_in_order_and_keep_what_is_there(first: Path) -> None:
    migrate(first, steps=[ADD_COLOUR, ADD_SMELL])
    assert version_of(first) == 3
    assert read(first, "SELECT id, colour FROM concept") == [("caaaaaaa", "")]
    assert read(first, "SELECT name FROM smell") == [("rose",)]


def test_only_the_steps_that_are_still_needed_are_taken(first: Path) -> None:
    migrate(first, steps=[ADD_COLOUR])
    migrate(first, steps=[ADD_COLOUR, ADD_SMELL])
    assert version_of(first) == 3


def test_a_step_that_fails_midway_leaves_schema_version_and_rows(first: Path) -> None:
    before = shape_of(first)
    with pytest.raises(BaseError, match=r"step from schema 2 to 3 failed .no such table: nowhere.*copy is"):
        migrate(first, steps=[Step(to=2, apply=statements()), FAILING])
    assert version_of(first) == 2
    assert shape_of(first) == before
    assert read(first, "SELECT id FROM concept") == [("caaaaaaa",)]


def test_steps_before_the_failing_one_stay(first: Path) -> None:
    with pytest.raises(BaseError):
        migrate(first, steps=[ADD_COLOUR, FAILING])
    assert version_of(first) == 2
    assert read(first, "SELECT colour FROM concept") == [("",)]


def test_a_mistake_in_a_step_is_taken_back_too(first: Path) -> None:
    def stumble(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM concept")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(first, steps=[Step(to=2, apply=stumble)])
    assert version_of(first) == 1
    assert read(first, "SELECT id FROM concept") == [("caaaaaaa",)]


def test_a_step_that_leaves_a_reference_to_nothing_is_taken_back(first: Path) -> None:
    orphan = "INSERT INTO definition VALUES ('cmissing', 0, 'en', 'text', '')"
    with pytest.raises(BaseError, match="a row of definition names a row of concept that is not there"):
        migrate(first, steps=[Step(to=2, apply=statements(orphan))])
    assert read(first, "SELECT * FROM definition") == []


def test_the_base_is_copied_beside_itself_first(first: Path) -> None:
    copy = migrate(first, steps=[ADD_COLOUR])
    assert copy == first.with_name("first.db.v1-backup")
    assert version_of(copy) == 1
    assert read(copy, "SELECT * FROM concept") == [("caaaaaaa", "", "", "")]


def test_an_earlier_copy_is_kept(first: Path) -> None:
    first.with_name("first.db.v1-backup").write_text("precious")
    assert migrate(first, steps=[ADD_COLOUR]).name == "first.db.v1-backup-2"
    assert first.with_name("first.db.v1-backup").read_text() == "precious"


def test_nothing_is_left_beside_the_base_but_the_copy(first: Path) -> None:
    migrate(first, steps=[ADD_COLOUR])
    assert {found.name for found in first.parent.iterdir()} == {"first.db", "first.db.v1-backup"}


def test_a_base_in_use_is_neither_copied_nor_migrated(first: Path) -> None:
    holder = sqlite3.connect(first, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(BaseError, match="another program is writing"):
        migrate(first, steps=[ADD_COLOUR], busy_timeout_seconds=0)
    holder.close()
    assert [found.name for found in first.parent.iterdir()] == ["first.db"]
    assert version_of(first) == 1


def test_a_base_of_version_1_opens_to_write_and_works(first: Path) -> None:
    with open_base(str(first), write=True) as base, base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept("cbbbbbbb"))])
        assert count_concepts(connection) == 2


def test_a_current_base_is_opened_without_a_copy(base: Base, path: Path) -> None:
    assert base.revision == 0
    assert [found.name for found in path.parent.iterdir()] == ["terms.db"]


def test_the_keys_of_an_older_base_get_the_length_of_their_terms(first: Path) -> None:
    with closing(sqlite3.connect(first)) as connection:
        connection.execute(
            "INSERT INTO term VALUES (1, 'caaaaaaa', 'zh-Hans', '“三无”船', 0, 0, '三无船', '', '', "
            "'admitted', '', 'full-form', 0, 0, '', '', '')"
        )
        connection.execute("INSERT INTO term_key VALUES ('folded', '三无船', 1)")
        connection.commit()
    migrate(first)
    assert read(first, "SELECT kind, key, rank, term_id FROM term_key") == [("folded", "三无船", 5, 1)]
