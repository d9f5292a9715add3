"""Whose word counts: for all fields, for one, or as somebody is asked."""

import pytest

from glossary.curation.conflicts import Clash, Conflict, Policies, Policy, join_notes, parse_wishes
from glossary.errors import UnknownName


def clash(name: str) -> Clash:
    return Clash(field=name, here="a", there="b", name=name)


def conflict(name: str) -> Conflict:
    return Conflict(concept="cgreenwa", field=name, here="a", there="b", taken="here", name=name)


def test_the_full_name_of_a_field_counts_before_its_last_part_and_that_before_the_rest() -> None:
    policies = Policies(Policy.KEEP, {"note": Policy.ADD, "term.note": Policy.REPLACE})
    names = ("scope", "note", "rendering.note", "term.note")
    assert [policies(clash(name)) for name in names] == [
        Policy.KEEP,
        Policy.ADD,
        Policy.ADD,
        Policy.REPLACE,
    ]


def test_where_nothing_is_said_everything_is_asked_and_else_kept() -> None:
    wishes = parse_wishes([])
    assert wishes.is_asked(conflict("note"))
    assert wishes.policies == Policies(Policy.KEEP, {})


def test_a_field_with_a_policy_of_its_own_is_not_asked_about() -> None:
    wishes = parse_wishes(["note=replace"])
    assert not wishes.is_asked(conflict("rendering.note"))
    assert wishes.is_asked(conflict("scope"))


def test_one_field_alone_may_be_asked_about() -> None:
    wishes = parse_wishes(["replace", "Subject-Field=ask"])
    assert wishes.is_asked(conflict("subject_field"))
    assert not wishes.is_asked(conflict("note"))
    assert wishes.policies(clash("note")) is Policy.REPLACE


@pytest.mark.parametrize(("word", "known"), [("shout", "ask, keep"), ("colour=keep", "rendering.note")])
def test_an_unknown_policy_or_field_is_answered_with_those_that_exist(word: str, known: str) -> None:
    with pytest.raises(UnknownName, match="known: ") as told:
        parse_wishes([word])
    assert known in str(told.value).replace("add, ", "")


def test_lines_that_a_note_has_already_are_not_added_again() -> None:
    assert join_notes("a\nb", "b\nc") == "a\nb\nc"
