"""Changing a concept by hand, alone and beside others."""

import pytest
from msgspec.structs import replace
from small_base import CHIEF, GREENWAY, RAFT

from glossary.errors import EditClash, InvalidInput, NotFound
from glossary.model import Concept, Relation, RelationKind, Term
from glossary.services.concepts.editing import edit_concept, find_version, make_concept, show_concept
from glossary.services.concepts.joining import merge_concepts
from glossary.services.concepts.versions import version_of
from glossary.store.database import Base

from ..records import edit, texts, verbs, with_rendering

NEW = Concept(id="cnewaaaa", terms=(Term(text="渡口"),))


def test_an_edit_is_written_and_recorded_with_who(base: Base) -> None:
    done = edit(base, GREENWAY, note="In parks alone.")
    assert (done.is_changed, done.is_joined) == (True, False)
    assert show_concept(base, GREENWAY).note == "In parks alone."
    assert verbs(base) == [("mei", "edit", GREENWAY)]


def test_an_edit_that_changes_nothing_is_not_recorded(base: Base) -> None:
    assert not edit(base, GREENWAY).is_changed
    assert verbs(base) == []


def test_two_who_change_different_places_both_get_their_way(base: Base) -> None:
    read = show_concept(base, GREENWAY)
    edit(base, GREENWAY, read=read, who="li", scope="Lakeside")
    done = edit(base, GREENWAY, read=read, renderings=with_rendering(read, "green corridor"))
    assert done.is_joined
    kept = show_concept(base, GREENWAY)
    assert (kept.scope, "green corridor" in texts(kept)) == ("Lakeside", True)


def test_the_second_of_two_who_change_the_same_is_shown_both_and_nothing_is_written(base: Base) -> None:
    read = show_concept(base, GREENWAY)
    edit(base, GREENWAY, read=read, who="li", note="By Li.")
    with pytest.raises(EditClash) as refused:
        edit(base, GREENWAY, read=read, note="By Mei.", scope="Lakeside")
    assert refused.value.clashes == (("note", "By Li.", "By Mei."),)
    assert all(words in str(refused.value) for words in ("By Li.", "By Mei.", GREENWAY))
    kept = show_concept(base, GREENWAY)
    assert (kept.note, kept.scope) == ("By Li.", "")


def test_two_who_change_the_same_to_the_same_do_not_clash(base: Base) -> None:
    read = show_concept(base, GREENWAY)
    edit(base, GREENWAY, read=read, who="li", note="Agreed.")
    assert not edit(base, GREENWAY, read=read, note="Agreed.").is_changed


def test_a_version_names_one_state_and_is_found_again_after_changes(base: Base) -> None:
    read = show_concept(base, GREENWAY)
    edit(base, GREENWAY, note="Later.")
    assert version_of(show_concept(base, GREENWAY)) != version_of(read)
    assert find_version(base, GREENWAY, version_of(read)) == read


def test_a_version_that_never_was_is_not_found(base: Base) -> None:
    with pytest.raises(NotFound, match="has no version"):
        find_version(base, GREENWAY, "vaaaaaaaaaa")


def test_an_id_cannot_be_edited(base: Base) -> None:
    read = show_concept(base, GREENWAY)
    with pytest.raises(InvalidInput, match="stays as it is"):
        edit_concept(base, replace(read, id="cotherxx"), read=read, who="mei")


def test_an_edit_under_an_old_id_reaches_the_concept_it_leads_to(base: Base) -> None:
    merge_concepts(base, RAFT, CHIEF, who="mei")
    assert show_concept(base, RAFT).id == CHIEF


def test_a_relation_to_nothing_is_refused(base: Base) -> None:
    arrow = Relation(kind=RelationKind.RELATED, concept="cnothing")
    with pytest.raises(InvalidInput, match="a relation leads to cnothing"):
        make_concept(base, replace(NEW, relations=(arrow,)), who="mei")
    with pytest.raises(InvalidInput, match="a relation leads to cnothing"):
        edit(base, GREENWAY, relations=(arrow,))
    assert verbs(base) == []


def test_a_relation_to_an_old_id_leads_to_what_became_of_it(base: Base) -> None:
    merge_concepts(base, RAFT, CHIEF, who="mei")
    arrow = Relation(kind=RelationKind.RELATED, concept=RAFT)
    made = make_concept(base, replace(NEW, relations=(arrow,)), who="mei").concept
    assert [one.concept for one in made.relations] == [CHIEF]


def test_a_new_concept_is_written_whole(base: Base) -> None:
    make_concept(base, NEW, who="mei")
    assert show_concept(base, NEW.id) == NEW
    assert verbs(base) == [("mei", "add", NEW.id)]


@pytest.mark.parametrize("id", [GREENWAY, RAFT])
def test_an_id_that_is_taken_or_was_merged_is_refused_for_a_new_concept(base: Base, id: str) -> None:
    merge_concepts(base, RAFT, CHIEF, who="mei")
    with pytest.raises(InvalidInput, match="already"):
        make_concept(base, replace(NEW, id=id), who="mei")
