"""Merging what a file says into a concept: nothing is lost, and every difference is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small_base import CONCEPTS, NEWSPAPER, OFFICIAL

from glossary.curation.conflicts import Policies, Policy
from glossary.curation.merging import join_evidence, merge_concepts, spell_alike
from glossary.model import (
    Concept,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
)

GREENWAY, CHIEF, *_ = CONCEPTS
FORBIDDEN, DEPRECATED, PREFERRED = GREENWAY.renderings
NOT_REPLACING = [Policy.KEEP, Policy.ADD]


def merge(
    there: Concept, here: Concept = GREENWAY, policy: Policy = Policy.REPLACE, **options: object
) -> Concept:
    return merge_concepts(here, there, policy=policy, **options).concept


def told(
    there: Concept, here: Concept = GREENWAY, policy: Policy = Policy.REPLACE
) -> list[tuple[str, str, str, str]]:
    conflicts = merge_concepts(here, there, policy=policy).conflicts
    return [(conflict.field, conflict.here, conflict.there, conflict.taken) for conflict in conflicts]


def saying(*renderings: Rendering, **fields: object) -> Concept:
    """What a file says of the greenway: nothing but this."""
    return Concept(id=GREENWAY.id, terms=GREENWAY.terms[:1], renderings=renderings, **fields)


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.id)
def test_the_same_again_changes_nothing(concept: Concept, policy: Policy) -> None:
    merged = merge_concepts(concept, concept, policy=policy)
    assert (merged.concept, merged.conflicts) == (concept, ())


@pytest.mark.parametrize("policy", Policy)
def test_what_only_the_base_has_stays(policy: Policy) -> None:
    merged = merge_concepts(GREENWAY, saying(), policy=policy)
    assert (merged.concept, merged.conflicts) == (GREENWAY, ())


@pytest.mark.parametrize("policy", Policy)
def test_what_only_the_file_has_is_added_behind_the_rest(policy: Policy) -> None:
    new = Rendering(text="linear park", evidence=(OFFICIAL,))
    there = replace(
        saying(new),
        scope="Lakeside",
        terms=(*GREENWAY.terms[:1], Term(text="步道")),
        definitions=(Definition(text="un chemin", language="fr"),),
        relations=(Relation(kind=RelationKind.BROADER, concept="croadway"),),
    )
    merged = merge(there, policy=policy)
    assert merged.renderings == (*GREENWAY.renderings, new)
    assert [term.text for term in merged.terms] == ["绿道", "綠色步道", "步道"]
    assert merged.definitions == (*GREENWAY.definitions, *there.definitions)
    assert merged.relations == (*GREENWAY.relations, *there.relations)
    assert (merged.scope, told(there, policy=policy)) == ("Lakeside", [])


@pytest.mark.parametrize(
    "there",
    [
        saying(subject_field="", note=""),
        saying(replace(FORBIDDEN, note="", instead="")),
        replace(saying(), terms=(replace(GREENWAY.terms[0], part_of_speech=""), GREENWAY.terms[1])),
        saying(replace(PREFERRED, evidence=())),
        saying(definitions=()),
    ],
)
def test_an_empty_field_never_clears(there: Concept) -> None:
    merged = merge_concepts(GREENWAY, there, policy=Policy.REPLACE)
    assert (merged.concept, merged.conflicts) == (GREENWAY, ())


def test_where_both_say_something_replacing_takes_the_file_and_tells() -> None:
    there = saying(replace(PREFERRED, status=Status.ADMITTED), note="Also for paths along canals.")
    merged = merge(there)
    assert merged.note == "Also for paths along canals."
    assert merged.renderings[2].status is Status.ADMITTED
    assert told(there) == [
        ("note", GREENWAY.note, there.note, "there"),
        ("status of rendering 'greenway'", "preferred", "admitted", "there"),
    ]


def test_where_both_say_something_keeping_takes_the_base_and_tells() -> None:
    there = saying(replace(PREFERRED, status=Status.ADMITTED), note="Also for paths along canals.")
    assert merge(there, policy=Policy.KEEP) == GREENWAY
    assert [taken for *_, taken in told(there, policy=Policy.KEEP)] == ["here", "here"]


def test_where_both_can_stand_adding_keeps_both_and_else_the_base() -> None:
    there = saying(
        replace(PREFERRED, status=Status.ADMITTED),
        note="Also for paths along canals.",
        definitions=(Definition(text="a green corridor", language="en"),),
    )
    merged = merge(there, policy=Policy.ADD)
    assert merged.note == f"{GREENWAY.note}\nAlso for paths along canals."
    assert merged.definitions == (*GREENWAY.definitions, *there.definitions)
    assert merged.renderings == GREENWAY.renderings
    assert [taken for *_, taken in told(there, policy=Policy.ADD)] == ["both", "both", "here"]


def test_each_conflict_can_be_decided_by_its_name() -> None:
    there = saying(replace(PREFERRED, status=Status.ADMITTED), note="Also for paths along canals.")
    policies = Policies(Policy.KEEP, {"note": Policy.REPLACE})
    assert [(field, taken) for field, _, _, taken in told(there, policy=policies)] == [
        ("note", "there"),
        ("status of rendering 'greenway'", "here"),
    ]


LINEAR_PARK = Rendering(text="linear park", status=Status.PREFERRED)
PREFERRED_OR_ADMITTED = (Status.PREFERRED, Status.ADMITTED)
STATUS_OF_OURS, STATUS_OF_NEW = "status of rendering 'greenway'", "status of rendering 'linear park'"


def statuses(concept: Concept) -> dict[str, Status]:
    return {one.text: one.status for one in concept.renderings if one.status in PREFERRED_OR_ADMITTED}


def test_a_newly_preferred_rendering_takes_the_place_of_ours_and_that_is_told() -> None:
    there = saying(LINEAR_PARK)
    assert statuses(merge(there)) == {"greenway": Status.ADMITTED, "linear park": Status.PREFERRED}
    assert told(there) == [(STATUS_OF_OURS, "preferred", "admitted", "there")]


@pytest.mark.parametrize("policy", NOT_REPLACING)
def test_keeping_leaves_our_preferred_rendering_and_admits_the_new_one(policy: Policy) -> None:
    there = saying(LINEAR_PARK)
    assert statuses(merge(there, policy=policy)) == {
        "greenway": Status.PREFERRED,
        "linear park": Status.ADMITTED,
    }
    assert told(there, policy=policy) == [(STATUS_OF_NEW, "admitted", "preferred", "here")]


def test_of_two_preferred_ones_in_a_file_the_first_stays() -> None:
    there = saying(PREFERRED, LINEAR_PARK)
    assert statuses(merge(there)) == {"greenway": Status.PREFERRED, "linear park": Status.ADMITTED}
    assert told(there) == [(STATUS_OF_NEW, "admitted", "preferred", "here")]


def test_a_second_preferred_one_that_we_have_keeps_our_status_and_is_told_once() -> None:
    there = saying(PREFERRED, LINEAR_PARK)
    here = replace(GREENWAY, renderings=(*GREENWAY.renderings, replace(LINEAR_PARK, status=Status.PROPOSED)))
    assert merge(there, here) == here
    assert told(there, here) == [(STATUS_OF_NEW, "proposed", "preferred", "here")]


def test_a_preferred_rendering_in_another_language_takes_no_place() -> None:
    there = saying(replace(LINEAR_PARK, language="en-GB"))
    assert statuses(merge(there)) == {"greenway": Status.PREFERRED, "linear park": Status.PREFERRED}
    assert told(there) == []


def test_a_conflict_names_its_field_in_words() -> None:
    there = replace(saying(), terms=(replace(GREENWAY.terms[0], part_of_speech="verb"),), subject_field="law")
    assert [field for field, *_ in told(there)] == ["subject field", "part of speech of term '绿道'"]


def test_other_words_for_a_definition_meet_ours_of_the_same_language() -> None:
    there = saying(definitions=(Definition(text="a green corridor", language="en"),))
    assert [one.text for one in merge(there).definitions] == [
        GREENWAY.definitions[0].text,
        "a green corridor",
    ]
    assert merge(there, policy=Policy.KEEP) == GREENWAY
    assert told(there) == [("definition in en", GREENWAY.definitions[1].text, "a green corridor", "there")]


def test_two_definitions_in_one_language_both_stay() -> None:
    two = replace(GREENWAY, definitions=tuple(Definition(text=text, language="en") for text in "ab"))
    assert merge(two, two) == two
    third = replace(two, definitions=(*two.definitions, Definition(text="c", language="en")))
    assert merge(third, two).definitions == third.definitions


def test_evidence_of_both_sides_is_joined_and_none_is_there_twice() -> None:
    new = Evidence(publisher="Hill Journal", tier=NEWSPAPER.tier)
    merged = merge(saying(replace(PREFERRED, evidence=(NEWSPAPER, new))))
    assert merged.renderings[2].evidence == (OFFICIAL, NEWSPAPER, new)
    assert join_evidence((OFFICIAL, OFFICIAL), ()) == (OFFICIAL,)


def test_a_composed_rendering_that_somebody_used_keeps_both_facts() -> None:
    assert join_evidence((Evidence(),), (OFFICIAL,)) == (Evidence(), OFFICIAL)


ABSENT = ("note", "rendering.status", "rendering.note", "term.status", "term.part_of_speech")


def test_fields_that_the_file_has_no_place_for_are_not_touched() -> None:
    bare = Concept(id=GREENWAY.id, terms=(Term(text="绿道"),), renderings=(Rendering(text="greenway"),))
    merged = merge_concepts(GREENWAY, bare, policy=Policy.REPLACE, absent=ABSENT)
    assert (merged.concept, merged.conflicts) == (GREENWAY, ())


def test_an_absent_note_of_the_concept_does_not_hide_the_note_of_a_term() -> None:
    there = replace(saying(), terms=(replace(GREENWAY.terms[0], note="one word"),))
    assert merge(there, absent=("note",)).terms[0].note == "one word"


def test_a_fact_without_the_columns_that_the_file_lacks_is_the_fact_that_is_known() -> None:
    absent = tuple(
        f"evidence.{name}" for name in ("title", "date", "url", "tier", "basis", "note", "mirror_of")
    )
    known, new = Evidence(publisher=OFFICIAL.publisher), Evidence(publisher="Hill Journal")
    merged = merge(saying(replace(PREFERRED, evidence=(known, new))), absent=absent)
    assert merged.renderings[2].evidence == (OFFICIAL, NEWSPAPER, new)


def test_what_a_foreign_file_leaves_to_its_default_changes_nothing() -> None:
    there = Concept(
        id=CHIEF.id,
        terms=(Term(text="河湖长制"), Term(text="河长制")),
        renderings=(
            Rendering(text="river and lake chief system"),
            Rendering(text="river chief system", note="short"),
        ),
    )
    merged = merge(there, CHIEF, defaults_count=False)
    assert merged.terms == CHIEF.terms
    assert merged.renderings[0] == CHIEF.renderings[0]
    assert merged.renderings[1] == replace(CHIEF.renderings[1], note="short")


def test_the_order_of_the_base_stays() -> None:
    there = replace(GREENWAY, terms=GREENWAY.terms[::-1], renderings=GREENWAY.renderings[::-1])
    assert merge(there) == GREENWAY


TEXTS = st.sampled_from("abc")
RENDERINGS = st.lists(
    st.builds(Rendering, text=TEXTS, status=st.sampled_from(Status), note=st.sampled_from(["", "x", "y"])),
    unique_by=lambda rendering: rendering.text,
)


@pytest.mark.slow
@given(here=RENDERINGS, there=RENDERINGS, policy=st.sampled_from(Policy))
def test_no_rendering_is_ever_lost(here: list[Rendering], there: list[Rendering], policy: Policy) -> None:
    ours, theirs = saying(*here), saying(*there)
    merged = merge(theirs, ours, policy)
    assert {one.text for one in merged.renderings} == {one.text for one in (*here, *there)}
    assert sum(one.status is Status.PREFERRED for one in merged.renderings) <= 1
    assert merge(theirs, merged, policy) == merged


CHINESE = (Term(text="“三无”船舶"), Term(text="三无船舶", term_type=TermType.VARIANT))


def test_a_term_in_other_marks_width_or_script_is_spelled_as_ours() -> None:
    here = Concept(id="caaaaaaa", terms=CHINESE[:1])
    there = Concept(
        id="caaaaaaa",
        terms=(Term(text="三無船舶", language="zh-Hant", note="n"), Term(text="黑船")),
        renderings=(Rendering(text="stateless vessel", serves="三無船舶"),),
    )
    alike = spell_alike(here, there)
    assert alike.terms == (replace(CHINESE[0], note="n"), Term(text="黑船"))
    assert alike.renderings[0].serves == "“三无”船舶"


def test_a_term_that_we_spell_in_both_ways_keeps_its_own() -> None:
    both = Concept(id="caaaaaaa", terms=CHINESE)
    assert spell_alike(both, replace(both, terms=CHINESE[1:])).terms == CHINESE[1:]


def test_what_to_write_instead_comes_with_the_status_it_belongs_to() -> None:
    theirs = replace(PREFERRED, status=Status.FORBIDDEN, instead="linear park")
    there = saying(theirs, replace(LINEAR_PARK, status=Status.ADMITTED))
    kept, taken = merge(there, policy=Policy.KEEP), merge(there)
    assert [(one.status, one.instead) for one in (kept.renderings[2], taken.renderings[2])] == [
        (Status.PREFERRED, ""),
        (Status.FORBIDDEN, "linear park"),
    ]


def test_our_definition_without_its_source_or_script_is_no_other_one() -> None:
    there = saying(definitions=tuple(replace(one, source="") for one in GREENWAY.definitions))
    assert merge(there).definitions == GREENWAY.definitions
    assert told(there) == []


def test_renderings_that_differ_in_blanks_alone_are_spelled_as_here() -> None:
    here = Concept(id="caaaaaab", terms=(Term(text="格"),), renderings=(Rendering(text="a  grid"),))
    other = Rendering(text="cell", status=Status.DEPRECATED, instead="a grid")
    there = replace(here, renderings=(Rendering(text="a grid"), other))
    spelled = spell_alike(here, there).renderings
    assert [(one.text, one.instead) for one in spelled] == [("a  grid", ""), ("cell", "a  grid")]


def test_two_renderings_of_a_list_never_become_one_by_their_blanks() -> None:
    here = Concept(id="caaaaaab", terms=(Term(text="格"),), renderings=(Rendering(text="a  grid"),))
    there = replace(here, renderings=(Rendering(text="a grid"), Rendering(text="a  grid")))
    assert spell_alike(here, there) == there
