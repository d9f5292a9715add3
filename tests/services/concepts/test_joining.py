"""Merging two concepts, and splitting one: no id stops working, nothing is lost."""

import pytest
from small_base import CHIEF, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY, RAFT

from glossary.errors import InvalidInput, NotFound
from glossary.model import CandidateState, Relation, RelationKind
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.editing import show_concept
from glossary.services.concepts.joining import merge_concepts, split_concept
from glossary.services.history.undoing import undo
from glossary.services.lookup.answers import look_up
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.deciding import accept_candidate
from glossary.store.database import Base

from ..records import edit, texts


def terms(base: Base, id: str) -> list[str]:
    return [term.text for term in show_concept(base, id).terms]


def test_terms_renderings_and_evidence_go_to_the_concept_that_is_kept(base: Base) -> None:
    evidence = show_concept(base, FOUR_OF_LAKES).renderings[0].evidence
    merged = merge_concepts(base, FOUR_OF_LAKES, GREENWAY, who="mei").concept
    assert terms(base, GREENWAY) == ["绿道", "綠色步道", "四水同治"]
    assert {one.text: one.evidence for one in merged.renderings}["joint care of the four waters"] == evidence


def test_the_kept_concept_keeps_its_recommendation(base: Base) -> None:
    merged = merge_concepts(base, FOUR_OF_LAKES, GREENWAY, who="mei").concept
    assert [one.text for one in merged.renderings if one.status == "preferred"] == ["greenway"]


def test_the_old_id_leads_to_the_kept_concept_for_ever(base: Base) -> None:
    merge_concepts(base, RAFT, FOUR_OF_LAKES, who="mei")
    merge_concepts(base, FOUR_OF_LAKES, GREENWAY, who="mei")
    assert {show_concept(base, id).id for id in (RAFT, FOUR_OF_LAKES, GREENWAY)} == {GREENWAY}


def test_what_pointed_to_the_old_concept_points_to_the_kept_one(base: Base) -> None:
    merge_concepts(base, CHIEF, RAFT, who="mei")
    assert show_concept(base, GREENWAY).relations == (Relation(kind=RelationKind.RELATED, concept=RAFT),)


def test_a_concept_that_absorbs_what_it_points_to_does_not_point_to_itself(base: Base) -> None:
    merge_concepts(base, CHIEF, GREENWAY, who="mei")
    assert show_concept(base, GREENWAY).relations == ()


def test_a_candidate_that_became_the_old_concept_leads_to_the_kept_one(mined: Base) -> None:
    made = accept_candidate(mined, "渠长", NewRendering(text="channel chief"), who="mei").concept
    merge_concepts(mined, made.id, CHIEF, who="mei")
    found = find_candidate(mined, "渠长")
    assert (found.state, found.decision and found.decision.concept) == (CandidateState.ACCEPTED, CHIEF)


def test_differences_of_single_fields_are_told_and_the_kept_one_stays(base: Base) -> None:
    edit(base, FOUR_OF_HILLS, note="Of the hills.")
    edit(base, FOUR_OF_LAKES, note="Of the lakes.")
    merger = merge_concepts(base, FOUR_OF_HILLS, FOUR_OF_LAKES, who="mei")
    assert ("note", "Of the lakes.", "Of the hills.") in {
        (one.field, one.here, one.there) for one in merger.conflicts
    }
    assert merger.concept.note == "Of the lakes."


def test_one_undo_brings_both_concepts_back_with_all_that_led_to_them(base: Base) -> None:
    before = [show_concept(base, id) for id in (CHIEF, RAFT, GREENWAY)]
    merge_concepts(base, CHIEF, RAFT, who="mei")
    undo(base, who="mei")
    assert [show_concept(base, id) for id in (CHIEF, RAFT, GREENWAY)] == before


def test_a_concept_is_not_merged_with_itself_even_under_an_old_id(base: Base) -> None:
    merge_concepts(base, RAFT, CHIEF, who="mei")
    with pytest.raises(InvalidInput, match="one concept already"):
        merge_concepts(base, RAFT, CHIEF, who="mei")


def test_merging_what_is_not_there_is_not_found(base: Base) -> None:
    with pytest.raises(NotFound):
        merge_concepts(base, "cnothing", CHIEF, who="mei")


def test_a_split_makes_a_homograph_of_the_renderings_that_are_named(base: Base) -> None:
    added = add_term(base, "绿道", NewRendering(text="green lane for customs"), who="mei").concept
    stays, new = split_concept(base, added.id, ["green lane for customs"], scope="customs", who="mei")
    assert (stays.id, "green lane for customs" in texts(stays)) == (GREENWAY, False)
    assert (new.head.text, texts(new), new.scope) == ("绿道", ["green lane for customs"], "customs")
    assert {hit.concept.id for hit in look_up(base, "绿道").hits} == {GREENWAY, new.id}


def test_a_split_takes_the_chinese_terms_that_are_named(base: Base) -> None:
    stays, new = split_concept(base, CHIEF, ["河长制", "river chief system"], who="mei")
    assert ([one.text for one in stays.terms], texts(stays)) == (
        ["河湖长制"],
        ["river and lake chief system"],
    )
    assert ([one.text for one in new.terms], texts(new)) == (["河长制"], ["river chief system"])


def test_merging_a_split_concept_back_gives_all_its_terms_again(base: Base) -> None:
    before = show_concept(base, CHIEF)
    _, new = split_concept(base, CHIEF, ["河长制", "river chief system"], who="mei")
    merged = merge_concepts(base, new.id, CHIEF, who="mei").concept
    assert [one.text for one in merged.terms] == [one.text for one in before.terms]
    assert {one.text: one.evidence for one in merged.renderings} == {
        one.text: one.evidence for one in before.renderings
    }


@pytest.mark.parametrize("texts", [["river"], ["河湖长制", "河长制"], []])
def test_a_split_of_what_is_not_there_or_of_everything_or_nothing_is_refused(
    base: Base, texts: list[str]
) -> None:
    before = show_concept(base, CHIEF)
    with pytest.raises(InvalidInput):
        split_concept(base, CHIEF, texts, who="mei")
    assert show_concept(base, CHIEF) == before
