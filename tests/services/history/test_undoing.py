"""Taking back: any change, whole or not at all, and the taking back too."""

from pathlib import Path

import pytest
from small_base import CHIEF, GREENWAY, RAFT

from glossary.errors import InvalidInput, NotFound
from glossary.model import CandidateState, Relation, RelationKind
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.editing import show_concept
from glossary.services.concepts.joining import merge_concepts, split_concept
from glossary.services.history.log import tell_base
from glossary.services.history.undoing import undo
from glossary.services.importing.files import import_file
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.store.database import Base

from ..records import edit, texts, with_rendering


def test_the_last_change_is_taken_back(base: Base) -> None:
    before = show_concept(base, GREENWAY)
    edit(base, GREENWAY, note="First.")
    edit(base, CHIEF, note="Second.")
    undo(base, who="mei")
    assert (show_concept(base, CHIEF).note, show_concept(base, GREENWAY).note) == ("", "First.")
    undo(base, who="mei")
    assert show_concept(base, GREENWAY) == before


def test_taking_back_is_recorded_with_who_and_why(base: Base) -> None:
    edit(base, GREENWAY, note="First.")
    undone = undo(base, 1, who="li", why="too narrow")
    last = tell_base(base)[-1].change
    assert (last.who, last.why, last.verb, last.undoes) == ("li", "too narrow", "undo", undone.operation)


def test_what_was_taken_back_can_be_brought_back(base: Base) -> None:
    edit(base, GREENWAY, note="First.")
    undone = undo(base, who="mei")
    undo(base, undone.by, who="li")
    assert show_concept(base, GREENWAY).note == "First."


def test_an_older_change_is_taken_back_and_what_came_later_elsewhere_stays(base: Base) -> None:
    edit(base, GREENWAY, note="First.")
    number = tell_base(base)[-1].change.number
    edit(base, GREENWAY, scope="Lakeside")
    edit(base, GREENWAY, renderings=with_rendering(show_concept(base, GREENWAY), "green corridor"))
    undo(base, number, who="li")
    kept = show_concept(base, GREENWAY)
    assert (kept.note, kept.scope) == ("Never for a row of street trees.", "Lakeside")
    assert "green corridor" in texts(kept)


def test_where_the_same_place_was_changed_since_nothing_is_taken_back(base: Base) -> None:
    edit(base, GREENWAY, note="First.")
    number = tell_base(base)[-1].change.number
    edit(base, GREENWAY, note="Second.")
    later = tell_base(base)[-1].change.number
    with pytest.raises(InvalidInput, match=rf"changed since \(by {later}\).*newest first"):
        undo(base, number, who="li")
    assert show_concept(base, GREENWAY).note == "Second."


def test_a_concept_that_was_made_goes(base: Base) -> None:
    made = add_term(base, "渡口", NewRendering(text="ferry landing"), who="mei").concept
    undo(base, who="mei")
    with pytest.raises(NotFound):
        show_concept(base, made.id)


def test_a_concept_that_others_came_to_name_stays(base: Base) -> None:
    made = add_term(base, "渡口", NewRendering(text="ferry landing"), who="mei").concept
    number = tell_base(base)[-1].change.number
    edit(base, RAFT, relations=(Relation(kind=RelationKind.RELATED, concept=made.id),))
    with pytest.raises(InvalidInput, match=f"named by {RAFT}"):
        undo(base, number, who="mei")


def test_an_accepted_candidate_is_open_again_and_its_concept_gone(mined: Base) -> None:
    made = accept_candidate(mined, "渠长", NewRendering(text="channel chief"), who="mei").concept
    undo(mined, who="mei")
    assert find_candidate(mined, "渠长").state is CandidateState.NEW
    with pytest.raises(NotFound):
        show_concept(mined, made.id)


def test_a_rejected_candidate_is_what_it_was_before(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.DEFERRED, who="mei", why="ask Li")
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="mei")
    undo(mined, who="mei")
    found = find_candidate(mined, "渠长")
    assert (found.state, found.decision and found.decision.reason) == (CandidateState.DEFERRED, "ask Li")


def test_a_decision_that_was_changed_since_is_not_taken_back(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.DEFERRED, who="mei")
    number = tell_base(mined)[-1].change.number
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="mei")
    with pytest.raises(InvalidInput, match="changed since"):
        undo(mined, number, who="mei")


def test_a_split_is_taken_back_whole(base: Base) -> None:
    before = show_concept(base, CHIEF)
    _, new = split_concept(base, CHIEF, ["河长制", "river chief system"], who="mei")
    undo(base, who="mei")
    assert show_concept(base, CHIEF) == before
    with pytest.raises(NotFound):
        show_concept(base, new.id)


@pytest.mark.parametrize("given_up", [None, RAFT], ids=["without an old id", "with an old id"])
def test_a_relation_to_the_new_half_of_a_split_goes_with_it_and_comes_back(
    base: Base, given_up: str | None
) -> None:
    if given_up:
        merge_concepts(base, given_up, CHIEF, who="mei")
    _, new = split_concept(base, CHIEF, ["河长制", "river chief system"], who="mei")
    number = tell_base(base)[-1].change.number
    related = edit(base, CHIEF, relations=(Relation(kind=RelationKind.RELATED, concept=new.id),))
    undone = undo(base, number, who="mei")
    assert show_concept(base, CHIEF).relations == ()
    undo(base, undone.by, who="mei")
    assert show_concept(base, CHIEF) == related.concept
    assert show_concept(base, new.id) == new


def test_an_import_is_taken_back_whole(base: Base, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("zh,en,status\n绿道,green corridor,admitted\n渡口,ferry landing,preferred\n", "utf-8")
    before = show_concept(base, GREENWAY)
    import_file(base, file, who="mei")
    assert "green corridor" in texts(show_concept(base, GREENWAY))
    undo(base, who="mei")
    assert show_concept(base, GREENWAY) == before


def test_a_change_that_is_not_there_or_taken_back_already_is_refused(base: Base) -> None:
    with pytest.raises(NotFound, match="nothing to take back"):
        undo(base, who="mei")
    edit(base, GREENWAY, note="First.")
    with pytest.raises(NotFound, match="no change 99"):
        undo(base, 99, who="mei")
    number = undo(base, who="mei").operation
    with pytest.raises(InvalidInput, match="taken back already"):
        undo(base, number, who="mei")


def test_mining_is_not_taken_back(mined: Base) -> None:
    with pytest.raises(NotFound, match="nothing to take back"):
        undo(mined, who="mei")
    with pytest.raises(InvalidInput, match="mine the file again"):
        undo(mined, 1, who="mei")


def test_the_making_of_a_concept_that_was_merged_since_is_not_taken_back(base: Base) -> None:
    made = add_term(base, "渡口", NewRendering(text="ferry landing"), who="mei").concept
    number = tell_base(base)[-1].change.number
    merge_concepts(base, made.id, GREENWAY, who="li")
    merge = tell_base(base)[-1].change.operation
    with pytest.raises(
        InvalidInput, match=rf"merged into {GREENWAY} since \(by {merge}\).*`glossary undo {merge}`"
    ):
        undo(base, number, who="mei")
    assert "ferry landing" in texts(show_concept(base, GREENWAY))


def test_a_split_whose_new_half_was_merged_since_is_not_taken_back(base: Base) -> None:
    _, new = split_concept(base, CHIEF, ["河长制", "river chief system"], who="mei")
    number = tell_base(base)[-1].change.number
    merge_concepts(base, new.id, RAFT, who="mei")
    with pytest.raises(InvalidInput, match=f"merged into {RAFT} since"):
        undo(base, number, who="mei")
    assert "river chief system" not in texts(show_concept(base, CHIEF))


def test_what_leaves_nothing_to_take_back_is_refused(base: Base) -> None:
    edit(base, GREENWAY, note="First.")
    number = tell_base(base)[-1].change.number
    edit(base, GREENWAY, note="Never for a row of street trees.")
    with pytest.raises(InvalidInput, match=f"nothing is left of change {number}"):
        undo(base, number, who="mei")


def test_a_relation_to_what_was_merged_since_is_restored_to_what_it_became(base: Base) -> None:
    edit(base, GREENWAY, relations=())
    number = tell_base(base)[-1].change.number
    merge_concepts(base, CHIEF, RAFT, who="mei")
    undo(base, number, who="mei")
    assert [one.concept for one in show_concept(base, GREENWAY).relations] == [RAFT]


def test_a_relation_to_what_is_gone_is_not_restored(base: Base) -> None:
    made = add_term(base, "渡口", NewRendering(text="ferry landing"), who="mei").concept
    made_by = tell_base(base)[-1].change.number
    edit(base, RAFT, relations=(Relation(kind=RelationKind.RELATED, concept=made.id),))
    edit(base, RAFT, relations=())
    number = tell_base(base)[-1].change.number
    undo(base, made_by, who="mei")
    with pytest.raises(InvalidInput, match=f"leads to {made.id}, which is no concept"):
        undo(base, number, who="mei")
    assert show_concept(base, RAFT).relations == ()


def test_a_merge_of_what_was_merged_elsewhere_since_is_not_brought_back(base: Base) -> None:
    merge_concepts(base, RAFT, CHIEF, who="mei")
    undone = undo(base, who="mei")
    merge_concepts(base, RAFT, GREENWAY, who="mei")
    with pytest.raises(InvalidInput, match=f"{RAFT} was merged into {GREENWAY} since"):
        undo(base, undone.by, who="mei")


def test_a_decision_is_restored_with_what_its_concept_became(mined: Base) -> None:
    made = accept_candidate(mined, "渠长", NewRendering(text="channel chief"), who="mei").concept
    decide_candidate(mined, "渠长", CandidateState.NEW, who="mei")
    number = tell_base(mined)[-1].change.number
    merge_concepts(mined, made.id, CHIEF, who="mei")
    undo(mined, number, who="mei")
    found = find_candidate(mined, "渠长")
    assert (found.state, found.decision and found.decision.concept) == (CandidateState.ACCEPTED, CHIEF)


def test_what_somebody_else_did_last_has_to_be_named(base: Base) -> None:
    edit(base, GREENWAY, note="First.", who="li")
    with pytest.raises(NotFound, match=r"li's \(edit cgreenwa\): `glossary undo 1`"):
        undo(base, who="mei")
    edit(base, CHIEF, note="Mine.", who="mei")
    edit(base, CHIEF, scope="Later.", who="li")
    undo(base, who="mei")
    assert (show_concept(base, CHIEF).note, show_concept(base, CHIEF).scope) == ("", "Later.")
