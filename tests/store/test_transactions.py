"""All of a transaction is kept, or nothing; the revision counts those that changed something."""

import shutil
import threading
from pathlib import Path

import pytest
from engines import FILES_ONLY

from glossary.errors import BaseError, InvalidInput
from glossary.model import Concept, KeyedConcept, Relation, RelationKind
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import Base, open_base

from .samples import CENTRE, WORKER, a_concept, keyed


def write(base: Base, *concepts: KeyedConcept) -> None:
    with base.writing() as connection:
        insert_concepts(connection, concepts)


def count(base: Base) -> int:
    with base.reading() as connection:
        return count_concepts(connection)


def test_what_is_written_is_there_for_the_next_reader(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
    assert count(base) == 1


def test_an_error_takes_everything_back(base: Base) -> None:
    with pytest.raises(InvalidInput):
        write_and_stumble(base)
    assert count(base) == 0
    assert base.revision == 0


def write_and_stumble(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        raise InvalidInput("the caller's own")


def test_a_broken_rule_takes_everything_back_and_names_the_rule(base: Base) -> None:
    twice = [keyed(a_concept(text="网格员")), keyed(a_concept(text="格员"))]
    with pytest.raises(BaseError, match=r"breaks a rule.*nothing was changed.*(concept\.id|pk_concept)"):
        write(base, *twice)
    assert count(base) == 0


def test_a_mistake_in_a_statement_is_not_blamed_on_the_user(base: Base) -> None:
    with (
        pytest.raises(Exception, match=r"no such table|does not exist") as caught,
        base.reading() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nonsense")
    assert not isinstance(caught.value, BaseError)


def test_a_reader_does_not_see_half_of_a_transaction(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        assert count(base) == 0


def test_a_reader_sees_one_state_of_the_base_throughout(base: Base, location: str) -> None:
    with open_base(location, write=True) as other, other.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        with base.reading() as reader:
            assert count_concepts(reader) == 0
            insert_concepts(connection, [keyed(a_concept(CENTRE, "综治中心"))])
            assert count_concepts(reader) == 0


def test_the_revision_grows_with_each_transaction_that_changed_something(base: Base) -> None:
    for id in (WORKER, CENTRE):
        with base.writing() as connection:
            insert_concepts(connection, [keyed(a_concept(id))])
    assert base.revision == 2


def test_the_revision_stays_where_nothing_was_written(base: Base) -> None:
    with base.writing() as connection:
        count_concepts(connection)
    assert base.revision == 0


def test_other_handles_see_the_revision_grow(base: Base, location: str) -> None:
    with open_base(location, write=False) as reader:
        with base.writing() as connection:
            insert_concepts(connection, [keyed(a_concept())])
        assert reader.revision == 1


@FILES_ONLY
def test_foreign_keys_hold_on_every_connection(base: Base) -> None:
    for _ in range(3):
        with base.reading() as outer, base.reading() as inner:
            for connection in (outer, inner):
                assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_relation_to_a_concept_that_never_comes_is_refused_in_the_end(base: Base) -> None:
    with pytest.raises(BaseError, match=r"(?i)foreign key"):
        write(base, keyed(leading_to(CENTRE)))
    assert count(base) == 0


def leading_to(target: str) -> Concept:
    return a_concept(relations=(Relation(kind=RelationKind.BROADER, concept=target),))


def test_a_relation_may_be_written_before_its_target(base: Base) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(leading_to(CENTRE))])
        insert_concepts(connection, [keyed(a_concept(CENTRE, "综治中心"))])
    assert count(base) == 2


def test_threads_share_a_base(base: Base) -> None:
    counts = []
    threads = [threading.Thread(target=lambda: counts.append(count(base))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [0] * 20


@FILES_ONLY
def test_an_open_base_follows_the_file_that_takes_its_place(base: Base, path: Path, empty_base: Path) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
    Path(shutil.copyfile(empty_base, path.with_name("new.db"))).replace(path)
    assert count(base) == 0
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
    with open_base(str(path), write=False) as other:
        assert count(other) == 1


@FILES_ONLY
def test_a_base_that_was_taken_away_is_reported_and_not_made_again(base: Base, path: Path) -> None:
    assert count(base) == 0
    path.unlink()
    with pytest.raises(BaseError, match="cannot be opened"):
        count(base)
    assert not path.exists()
