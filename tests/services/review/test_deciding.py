"""Adding renderings, and deciding about candidates."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_base import CHIEF, CONCEPTS, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY, NEWSPAPER, OFFICIAL

from glossary.errors import Ambiguous, GlossaryError, InvalidInput, NotFound
from glossary.model import CandidateState, Change, Concept, Evidence, Status, Term, TermType
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.lookup.answers import look_up
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.store.changes import list_changes
from glossary.store.concepts import find_concept, iterate_concepts
from glossary.store.database import Base


def stored(base: Base, id: str) -> Concept:
    with base.reading() as connection:
        found = find_concept(connection, id)
    assert found
    return found


def changes(base: Base) -> list[Change]:
    with base.reading() as connection:
        return [change for change in list_changes(connection) if change.verb != "mine"]


def concepts(base: Base) -> list[Concept]:
    with base.reading() as connection:
        return list(iterate_concepts(connection))


def add(base: Base, zh: str, en: str, *, concept: str | None = None, **fields: object) -> Concept:
    new = NewRendering(text=en, **fields)
    return add_term(base, zh, new, concept=concept, who="tester", why="because").concept


def test_a_new_term_becomes_a_concept_with_one_preferred_rendering(base: Base) -> None:
    added = add(base, "渠长", "channel chief", evidence=OFFICIAL)
    assert stored(base, added.id) == added
    assert added.terms == (Term(text="渠长", status=Status.PREFERRED),)
    (rendering,) = added.renderings
    assert (rendering.status, rendering.evidence) == (Status.PREFERRED, (OFFICIAL,))


def test_what_was_added_is_found_at_once_by_all_its_keys(base: Base) -> None:
    added = add(base, "渠长", "channel chief")
    for query in ("渠长", "渠長", "qu zhang", "qúzhǎng", "qz", "channel chiefs"):
        assert look_up(base, query).hits[0].concept == added


def test_without_a_publisher_a_rendering_is_composed(base: Base) -> None:
    assert add(base, "渠长", "channel chief").renderings[0].evidence == (Evidence(),)


def test_the_same_term_again_adds_a_rendering_to_its_concept(base: Base) -> None:
    added = add(base, "绿道", "linear park", note="In the United States.")
    assert added.id == GREENWAY
    assert added.renderings[:3] == CONCEPTS[0].renderings
    assert (added.renderings[3].text, added.renderings[3].status) == ("linear park", Status.ADMITTED)


@pytest.mark.parametrize("zh", ["綠道", "绿色步道", "“绿道”"])
def test_script_and_marks_do_not_make_another_term(base: Base, zh: str) -> None:
    added = add(base, zh, "linear park")
    assert (added.id, added.terms) == (GREENWAY, CONCEPTS[0].terms)


def test_a_new_preferred_rendering_takes_the_place_of_the_old_one(base: Base) -> None:
    added = add(base, "绿道", "linear park", status=Status.PREFERRED)
    preferred = [one.text for one in added.renderings if one.status is Status.PREFERRED]
    assert preferred == ["linear park"]
    assert added.renderings[2].status is Status.ADMITTED


def test_a_known_rendering_keeps_its_status_note_and_evidence(base: Base) -> None:
    added = add(base, "绿道", "green road", evidence=NEWSPAPER)
    assert added.renderings[0] == replace(CONCEPTS[0].renderings[0], evidence=(NEWSPAPER,))


def test_saying_nothing_new_about_an_attested_rendering_does_not_call_it_composed(base: Base) -> None:
    assert add(base, "绿道", "greenway") == CONCEPTS[0]
    assert changes(base) == []


def test_a_deprecated_rendering_names_what_to_write_instead(base: Base) -> None:
    with pytest.raises(
        InvalidInput, match="a deprecated rendering names what to write in its place: give `instead`"
    ):
        add(base, "绿道", "greenbelt", status=Status.DEPRECATED)
    added = add(base, "绿道", "greenbelt", status=Status.DEPRECATED, instead="greenway")
    assert added.renderings[3].instead == "greenway"


def test_what_to_write_instead_must_be_a_rendering_of_the_concept(base: Base) -> None:
    with pytest.raises(InvalidInput, match="which is no other rendering of the concept"):
        add(base, "绿道", "greenbelt", status=Status.FORBIDDEN, instead="freeway")
    assert stored(base, GREENWAY) == CONCEPTS[0]


def test_a_rendering_that_is_recommended_again_has_nothing_instead(base: Base) -> None:
    added = add(base, "绿道", "green path", status=Status.ADMITTED)
    assert (added.renderings[1].status, added.renderings[1].instead) == (Status.ADMITTED, "")


def test_where_several_concepts_have_the_term_their_ids_are_listed(base: Base) -> None:
    with pytest.raises(
        Ambiguous, match="四水同治 is 2 concepts; say which with `concept`, its id or new: "
    ) as caught:
        add(base, "四水同治", "four waters")
    for words in (FOUR_OF_LAKES, "Thousand Lakes County", FOUR_OF_HILLS, "Cloud Hills"):
        assert words in str(caught.value)


def test_the_named_concept_is_taken(base: Base) -> None:
    added = add(base, "四水同治", "four waters", concept=FOUR_OF_HILLS)
    assert added.id == FOUR_OF_HILLS
    assert stored(base, FOUR_OF_LAKES) == CONCEPTS[3]


def test_a_named_concept_takes_another_term_in(base: Base) -> None:
    added = add(base, "河长负责制", "river chief responsibility system", concept=CHIEF)
    assert [term.text for term in added.terms] == ["河湖长制", "河长制", "河长负责制"]


def test_an_unknown_concept_is_said(base: Base) -> None:
    with pytest.raises(NotFound, match="there is no concept 'cabcdefg'"):
        add(base, "绿道", "x", concept="cabcdefg")


@pytest.mark.parametrize("zh", ["greenway", "123", "", " ", "%", "绿\0道", "绿\udcff道"])
def test_what_is_no_chinese_term_is_refused_and_nothing_changes(base: Base, zh: str) -> None:
    with pytest.raises(GlossaryError):
        add(base, zh, "x")
    assert concepts(base) == sorted(CONCEPTS, key=lambda concept: concept.id)


@pytest.mark.parametrize("en", ["", " ", "a\0", "\udcff"])
def test_an_empty_or_damaged_rendering_is_refused(base: Base, en: str) -> None:
    with pytest.raises(InvalidInput):
        add(base, "绿道", en)


def test_a_change_says_who_why_and_what_was_before_and_after(base: Base) -> None:
    added = add(base, "绿道", "linear park")
    (change,) = changes(base)
    assert (change.who, change.why, change.verb, change.thing) == ("tester", "because", "add", added.id)
    assert '"green path"' in change.before
    assert '"linear park"' not in change.before
    assert '"linear park"' in change.after


@pytest.mark.parametrize("why", ["\0", "\udcff"])
def test_a_reason_that_no_file_can_carry_is_refused_and_nothing_changes(base: Base, why: str) -> None:
    with pytest.raises(InvalidInput):
        add_term(base, "绿道", NewRendering(text="linear park"), who="tester", why=why)
    assert stored(base, GREENWAY) == CONCEPTS[0]


def accept(base: Base, name: str, en: str = "", **options: object) -> Concept:
    new = NewRendering(text=en) if en else None
    return accept_candidate(base, name, new, who="tester", why="because", **options).concept


def test_an_accepted_candidate_is_a_concept_with_its_short_forms(mined: Base) -> None:
    accepted = accept(mined, "渠长负责制", "channel chief responsibility system")
    assert [(term.text, term.term_type) for term in accepted.terms] == [
        ("渠长负责制", TermType.FULL_FORM),
        ("渠长制", TermType.SHORT_FORM),
    ]
    assert stored(mined, accepted.id) == accepted


def test_the_decision_names_the_concept_and_who_took_it(mined: Base) -> None:
    accepted = accept(mined, "渠长", "channel chief")
    entry = find_candidate(mined, "渠长")
    assert entry.decision
    assert (entry.state, entry.concept) == (CandidateState.ACCEPTED, accepted.id)
    assert (entry.decision.who, entry.decision.reason, entry.decision.concept) == (
        "tester",
        "because",
        accepted.id,
    )
    assert [change.verb for change in changes(mined)] == ["accept", "accept"]


def test_a_candidate_can_be_accepted_by_its_id(mined: Base) -> None:
    id = find_candidate(mined, "渠长").candidate.id
    assert accept(mined, id, "channel chief").head.text == "渠长"


@pytest.mark.parametrize("term_type", [TermType.VARIANT, TermType.SHORT_FORM])
def test_a_candidate_can_be_attached_to_a_concept_without_english(mined: Base, term_type: TermType) -> None:
    accepted = accept(mined, "渠长", concept=CHIEF, term_type=term_type)
    assert accepted.terms[2] == Term(text="渠长", term_type=term_type)
    assert accepted.renderings == CONCEPTS[1].renderings


def test_without_english_and_without_a_concept_nothing_is_accepted(mined: Base) -> None:
    with pytest.raises(InvalidInput, match="say the English rendering, or name with `concept` the one"):
        accept(mined, "渠长")
    assert find_candidate(mined, "渠长").state is CandidateState.NEW


def test_attaching_needs_a_concept(mined: Base) -> None:
    with pytest.raises(InvalidInput, match="a variant belongs to a concept; name it with `concept`"):
        accept(mined, "渠长", "channel chief", term_type=TermType.VARIANT)


def test_a_candidate_is_not_accepted_with_chinese_as_its_english(mined: Base) -> None:
    with pytest.raises(InvalidInput, match="has Chinese characters"):
        accept(mined, "渠长", "河长")
    assert find_candidate(mined, "渠长").state is CandidateState.NEW


def test_blanks_in_a_rendering_are_single_ones(base: Base) -> None:
    assert add(base, "渠长", " channel   chief ").renderings[0].text == "channel chief"


def test_accepting_again_adds_a_rendering_to_the_same_concept(mined: Base) -> None:
    first = accept(mined, "渠长", "channel chief")
    second = accept(mined, "渠长", "canal chief")
    assert second.id == first.id
    assert [(one.text, one.status.value) for one in second.renderings] == [
        ("channel chief", "preferred"),
        ("canal chief", "admitted"),
    ]
    assert [term.text for term in second.terms] == ["渠长"]


def test_a_candidate_in_other_marks_does_not_become_a_second_term(mined: Base) -> None:
    add(mined, "“渠长”", "channel chief")
    assert [term.text for term in accept(mined, "渠长", "canal chief").terms] == ["“渠长”"]


@pytest.mark.parametrize("state", [CandidateState.REJECTED, CandidateState.DEFERRED])
def test_a_candidate_is_rejected_or_deferred_with_a_reason(mined: Base, state: CandidateState) -> None:
    entry = decide_candidate(mined, "渠长", state, who="tester", why="too plain")
    assert entry.state is state
    assert entry.decision
    assert entry.decision.reason == "too plain"
    (change,) = changes(mined)
    assert (change.before, json.loads(change.after)["state"]) == ("", state.value)


def test_the_same_decision_without_a_reason_keeps_the_first_one_and_who_made_it(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="mei", why="too plain")
    entry = decide_candidate(mined, "渠长", CandidateState.REJECTED, who="li")
    assert entry.decision
    assert (entry.decision.who, entry.decision.reason, len(changes(mined))) == ("mei", "too plain", 1)
    corrected = decide_candidate(mined, "渠长", CandidateState.REJECTED, who="li", why="a fragment").decision
    assert corrected
    assert (corrected.who, corrected.reason) == ("li", "a fragment")


def test_a_decision_can_be_taken_back(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="tester")
    entry = decide_candidate(mined, "渠长", CandidateState.NEW, who="tester")
    assert (entry.state, entry.decision) == (CandidateState.NEW, None)


def test_a_rejected_candidate_can_be_accepted_later(mined: Base) -> None:
    decide_candidate(mined, "渠长", CandidateState.REJECTED, who="tester")
    accept(mined, "渠长", "channel chief")
    assert find_candidate(mined, "渠长").state is CandidateState.ACCEPTED


@pytest.mark.parametrize("state", [CandidateState.REJECTED, CandidateState.DEFERRED])
def test_an_accepted_candidate_is_not_rejected_over_the_head_of_whoever_accepted_it(
    mined: Base, state: CandidateState
) -> None:
    accept(mined, "渠长", "channel chief")
    with pytest.raises(InvalidInput, match=r"accepted by tester as c.*`glossary undo \d+` takes that back"):
        decide_candidate(mined, "渠长", state, who="li")
    assert find_candidate(mined, "渠长").state is CandidateState.ACCEPTED


@pytest.mark.parametrize("name", ["上海", "k" * 11, "%", "' OR 1=1 --"])
def test_an_unknown_candidate_is_not_decided(mined: Base, name: str) -> None:
    with pytest.raises(NotFound):
        decide_candidate(mined, name, CandidateState.REJECTED, who="tester")
    assert changes(mined) == []


def test_a_failed_acceptance_leaves_no_trace(mined_base: Path, mined: Base) -> None:
    before = concepts(mined)
    with pytest.raises(NotFound):
        accept(mined, "渠长", "channel chief", concept="cabcdefg")
    assert (concepts(mined), changes(mined)) == (before, [])


def test_accepting_once_more_without_a_reason_keeps_the_first_one(mined: Base) -> None:
    first = NewRendering(text="channel chief")
    kept = accept_candidate(mined, "渠长", first, who="mei", why="as the Gazette has it").concept
    accept_candidate(mined, "渠长", NewRendering(text="canal chief"), concept=kept.id, who="lin")
    decision = find_candidate(mined, "渠长").decision
    assert decision
    assert (decision.who, decision.reason) == ("lin", "as the Gazette has it")
