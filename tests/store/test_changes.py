"""The record of changes, and the facts about the base."""

from dataclasses import replace

from glossary.model import Change
from glossary.store.changes import (
    changes_of_operation,
    has_changes_since_build,
    is_changed_since,
    last_moment_of,
    list_changes,
    newest_operations,
    operation_of,
    record_change,
    record_changes,
    states_before,
    undone_operations,
)
from glossary.store.database import Base
from glossary.store.meta import FOLD_VERSION, find_meta, write_meta

from .samples import CENTRE, WORKER, a_change


def plain(change: Change) -> Change:
    """Return a change without the numbers that the base gave it."""
    return replace(change, number=0, operation=0)


def test_changes_come_back_in_the_order_in_which_they_were_made(base: Base) -> None:
    added = a_change("add", after='{"a": 1}', when="2024-05-02T00:00:00Z")
    changes = [added, a_change("edit", before="x", why="y")]
    with base.writing() as connection:
        for change in changes:
            record_change(connection, change)
        assert [plain(change) for change in list_changes(connection)] == changes


def test_when_something_was_done_last_can_be_asked_for(base: Base) -> None:
    moments = ["2024-05-02T00:00:00Z", "2024-05-03T00:00:00Z"]
    with base.writing() as connection:
        record_changes(connection, [a_change("mine", when=when) for when in moments])
        record_change(connection, a_change("edit", when="2024-06-01T00:00:00Z"))
        assert [last_moment_of(connection, verb) for verb in ("mine", "undo")] == [moments[1], ""]


def test_many_changes_are_written_at_once(base: Base) -> None:
    changes = [a_change(thing=str(number)) for number in range(2_500)]
    with base.writing() as connection:
        record_changes(connection, iter(changes))
        assert [plain(change) for change in list_changes(connection)] == changes


def test_changes_of_one_thing_and_the_newest_can_be_asked_for(base: Base) -> None:
    changes = [a_change(verb, thing=thing) for verb in ("add", "edit") for thing in (WORKER, CENTRE)]
    with base.writing() as connection:
        record_changes(connection, changes)
        assert [one.number for one in list_changes(connection, thing=CENTRE)] == [2, 4]
        assert [one.number for one in list_changes(connection, newest=2)] == [3, 4]


def test_what_is_recorded_at_once_is_one_operation(base: Base) -> None:
    with base.writing() as connection:
        record_change(connection, a_change())
        record_changes(connection, [a_change(), a_change()])
        assert [one.operation for one in list_changes(connection)] == [1, 2, 2]
        assert [one.number for one in changes_of_operation(connection, 2)] == [2, 3]
        assert operation_of(connection, 3) == 2


def test_changes_of_one_operation_may_be_recorded_one_by_one(base: Base) -> None:
    with base.writing() as connection:
        record_change(connection, a_change(operation=1))
        record_change(connection, a_change(operation=1))
        assert [one.operation for one in list_changes(connection)] == [1, 1]


def test_what_was_taken_back_is_told_from_what_was_brought_back_again(base: Base) -> None:
    with base.writing() as connection:
        record_change(connection, a_change())
        record_change(connection, a_change("undo", undoes=1))
        assert undone_operations(connection) == {1}
        record_change(connection, a_change("undo", undoes=2))
        assert undone_operations(connection) == {2}
        assert [*newest_operations(connection)] == [1]


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


def test_what_things_were_after_a_change_is_told_by_what_came_next(base: Base) -> None:
    with base.writing() as connection:
        for before, after in (("", "1"), ("1", "2"), ("2", "3")):
            record_change(connection, a_change(thing=WORKER, before=before, after=after))
        states = [states_before(connection, [WORKER, CENTRE], since=number) for number in range(4)]
    assert states == [{WORKER: ""}, {WORKER: "1"}, {WORKER: "2"}, {}]


def test_a_change_of_another_kind_of_thing_is_no_change_of_the_content(base: Base) -> None:
    with base.writing() as connection:
        record_change(connection, a_change(thing="dabcdefghij"))
        assert not is_changed_since(connection, 0, ("c", "k"))
        record_change(connection, a_change(thing=WORKER))
        assert is_changed_since(connection, 0, ("c", "k"))
        assert not is_changed_since(connection, 2, ("c", "k"))
