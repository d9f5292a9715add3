"""The record of changes, and the facts about the base."""

from glossary.store.changes import has_changes_since_build, list_changes, record_change, record_changes
from glossary.store.database import Base
from glossary.store.meta import FOLD_VERSION, find_meta, write_meta

from .samples import CENTRE, WORKER, a_change


def test_changes_come_back_in_the_order_in_which_they_were_made(base: Base) -> None:
    added = a_change("add", after='{"a": 1}', when="2024-05-02T00:00:00Z")
    changes = [added, a_change("edit", before="x", why="y")]
    with base.writing() as connection:
        for change in changes:
            record_change(connection, change)
        assert list_changes(connection) == changes


def test_many_changes_are_written_at_once(base: Base) -> None:
    changes = [a_change(thing=str(number)) for number in range(2_500)]
    with base.writing() as connection:
        record_changes(connection, iter(changes))
        assert list_changes(connection) == changes


def test_changes_of_one_thing_and_the_newest_can_be_asked_for(base: Base) -> None:
    changes = [a_change(verb, thing=thing) for verb in ("add", "edit") for thing in (WORKER, CENTRE)]
    with base.writing() as connection:
        record_changes(connection, changes)
        assert list_changes(connection, thing=CENTRE) == [changes[1], changes[3]]
        assert list_changes(connection, newest=2) == changes[2:]


def test_a_base_as_it_was_built_holds_no_changes_since(base: Base) -> None:
    with base.writing() as connection:
        assert not has_changes_since_build(connection)
        record_change(connection, a_change("build"))
        assert not has_changes_since_build(connection)


def test_any_other_change_counts(base: Base) -> None:
    with base.writing() as connection:
        record_changes(connection, [a_change("build"), a_change("add")])
        assert has_changes_since_build(connection)


def test_a_fact_about_the_base_is_written_over_the_one_before(base: Base) -> None:
    with base.writing() as connection:
        assert find_meta(connection, FOLD_VERSION) is None
        write_meta(connection, FOLD_VERSION, "1")
        write_meta(connection, FOLD_VERSION, "2")
        assert find_meta(connection, FOLD_VERSION) == "2"
