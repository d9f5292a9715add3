"""What was done, told so that people can read it."""

from small_base import CHIEF, GREENWAY, RAFT

from glossary.model import CandidateState
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.joining import merge_concepts
from glossary.services.history.log import stream_base, tell_base, tell_concept
from glossary.services.history.undoing import undo
from glossary.services.mining.documents import list_documents
from glossary.services.review.deciding import decide_candidate
from glossary.store.database import Base

from ..records import edit


def differences(base: Base, id: str) -> list[list[str]]:
    return [[str(one) for one in told.differences] for told in tell_concept(base, id)]


def test_a_change_of_a_concept_is_told_by_its_differences(base: Base) -> None:
    add_term(base, "绿道", NewRendering(text="green corridor"), who="mei", why="seen in a law")
    (told,) = tell_concept(base, GREENWAY)
    assert (told.change.who, told.change.why, told.term) == ("mei", "seen in a law", "绿道")
    assert [str(one) for one in told.differences] == [
        "+ rendering: green corridor (admitted)",
        "+ evidence of green corridor: composed",
    ]


def test_a_field_is_told_with_both_sides(base: Base) -> None:
    edit(base, GREENWAY, note="In parks.")
    assert differences(base, GREENWAY) == [["note: Never for a row of street trees. → In parks."]]


def test_the_story_of_a_concept_includes_what_was_merged_into_it(base: Base) -> None:
    edit(base, RAFT, note="Of bamboo.")
    merge_concepts(base, RAFT, CHIEF, who="mei")
    assert [(one.change.verb, one.change.thing) for one in tell_concept(base, CHIEF)] == [
        ("edit", RAFT),
        ("merge", RAFT),
        ("merge", CHIEF),
    ]
    assert tell_concept(base, RAFT) == tell_concept(base, CHIEF)


def test_what_is_taken_back_is_marked(base: Base) -> None:
    edit(base, GREENWAY, note="In parks.")
    undo(base, who="mei")
    assert [(one.change.verb, one.is_undone) for one in tell_concept(base, GREENWAY)] == [
        ("edit", True),
        ("undo", False),
    ]


def test_a_decision_is_told_with_its_term_and_reason(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="mei", why="a fragment")
    told = tell_base(mined)[-1]
    assert (told.term, told.change.why) == ("渠长", "a fragment")
    assert any("rejected" in str(one) for one in told.differences)


def test_the_log_can_be_asked_for_one_person_a_time_and_the_newest(base: Base) -> None:
    edit(base, GREENWAY, note="One.")
    edit(base, CHIEF, note="Two.", who="li")
    edit(base, GREENWAY, note="Three.")
    assert [one.change.thing for one in tell_base(base, who="li")] == [CHIEF]
    assert [one.change.thing for one in tell_base(base, newest=2)] == [CHIEF, GREENWAY]
    assert tell_base(base, since="9999") == ()
    assert len(tell_base(base, since="2000-01-01")) == 3


def test_a_long_record_is_told_one_by_one(base: Base) -> None:
    edit(base, GREENWAY, note="New.")
    edit(base, CHIEF, note="New.")
    told = stream_base(base)
    assert next(told) == tell_base(base)[0]
    assert list(told) == [*tell_base(base)[1:]]


def test_a_mined_document_is_told_by_its_name(mined: Base) -> None:
    told = tell_base(mined)
    names = {one.id: one.title or one.paths[0] for one in list_documents(mined)}
    assert {one.change.thing: one.term for one in told if one.change.verb == "mine"} == names
