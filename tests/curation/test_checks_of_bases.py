"""The checks that look at concepts together: relations, duplicates, subject fields."""

from msgspec.structs import replace

from glossary.curation.checks.relations import find_cycles
from glossary.model import Concept, Relation, RelationKind, Rendering, Status

from .examined import GREENWAY, codes, examine, make_concept, messages

BAMBOO = Rendering(text="bamboo raft", status=Status.PREFERRED, evidence=GREENWAY.evidence)
A, B, C = "caaaaaaa", "cbbbbbbb", "cccccccc"
NAMES = {A: "绿道", B: "竹筏", C: "河长制"}


def tied(id: str, kind: RelationKind, *targets: str) -> Concept:
    """A concept with relations of one kind, and with English of its own."""
    relations = tuple(Relation(kind=kind, concept=target) for target in targets)
    rendering = replace(GREENWAY, text=f"rendering of {id}")
    return make_concept(id, NAMES[id], renderings=(rendering,), relations=relations)


# Relations


def test_a_relation_to_what_is_not_there_is_an_error() -> None:
    assert messages("E501", tied(A, RelationKind.RELATED, B)) == [f"related {B}, which is not there"]


def test_a_relation_to_an_old_id_is_told_where_the_id_leads() -> None:
    merged = replace(tied(C, RelationKind.RELATED), redirects=(B,))
    (finding,) = examine(tied(A, RelationKind.BROADER, B), merged)
    assert (finding.code, finding.other) == ("E501", B)
    assert finding.message == f"broader {B}, an old id of 河长制 ({C})"


def test_an_old_id_that_a_concept_still_has_is_an_error() -> None:
    (finding,) = examine(
        replace(tied(A, RelationKind.RELATED), redirects=(B,)), tied(B, RelationKind.RELATED)
    )
    assert (finding.code, finding.concept, finding.other) == ("E505", A, B)
    assert finding.message == f"{B} is 竹筏, and leads to 绿道 ({A})"


def test_an_old_id_that_no_concept_has_is_well() -> None:
    assert codes(replace(tied(A, RelationKind.RELATED), redirects=(B,))) == []


def test_two_names_cannot_be_short_for_each_other() -> None:
    assert codes(tied(A, RelationKind.SHORT_FORM_OF, B), tied(B, RelationKind.SHORT_FORM_OF, A)) == ["E504"]


def test_a_relation_to_a_concept_that_comes_later_is_well() -> None:
    assert codes(tied(A, RelationKind.RELATED, B), tied(B, RelationKind.RELATED)) == []


def test_a_formula_cannot_be_a_member_of_its_members() -> None:
    members = [
        tied(A, RelationKind.HAS_MEMBER, B),
        tied(B, RelationKind.HAS_MEMBER, C),
        tied(C, RelationKind.HAS_MEMBER, A),
    ]
    assert messages("E502", *members) == [f"has-member: 绿道 ({A}) → 竹筏 ({B}) → 河长制 ({C}) → 绿道 ({A})"]


def test_broader_and_narrower_make_one_cycle_together() -> None:
    circle = [tied(A, RelationKind.BROADER, B), tied(B, RelationKind.BROADER), tied(C, RelationKind.RELATED)]
    assert codes(*circle) == []
    circle[0] = replace(
        circle[0], relations=(*circle[0].relations, Relation(kind=RelationKind.NARROWER, concept=B))
    )
    assert codes(*circle) == ["E503"]


def test_narrower_is_broader_read_from_the_other_end() -> None:
    assert codes(tied(A, RelationKind.BROADER, B), tied(B, RelationKind.NARROWER, A)) == []


def test_concepts_related_to_each_other_are_no_cycle() -> None:
    assert codes(tied(A, RelationKind.RELATED, B), tied(B, RelationKind.RELATED, A)) == []


def test_a_cycle_through_a_missing_concept_is_two_dangling_relations() -> None:
    concept = tied(A, RelationKind.NARROWER, B)
    concept = replace(concept, relations=(*concept.relations, Relation(kind=RelationKind.BROADER, concept=B)))
    assert codes(concept) == ["E501", "E501"]


def test_two_cycles_are_told_once_each() -> None:
    arrows = {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"], "e": ["a"]}
    assert sorted(map(sorted, find_cycles(arrows))) == [["a", "b"], ["c", "d"]]


def test_a_chain_longer_than_any_recursion_is_walked() -> None:
    arrows = {str(number): [str(number + 1)] for number in range(10_000)}
    assert list(find_cycles(arrows)) == []


# Duplicates


def test_a_homograph_without_a_scope_is_told_on_the_later_concept() -> None:
    one, other = make_concept(A, "绿道"), make_concept(B, "绿道", renderings=(BAMBOO,))
    (finding,) = examine(one, other)
    assert (finding.code, finding.concept, finding.other, finding.term) == ("W601", B, A, "绿道")
    expected = f"绿道 ({B}) and 绿道 ({A}) are spelled the same, and no scope tells them apart"
    assert finding.message == expected


def test_homographs_with_scopes_are_well() -> None:
    assert codes(make_concept(A, "绿道", scope="parks"), make_concept(B, "绿道", scope="towns")) == []


def test_each_kind_of_duplicate_has_its_code() -> None:
    pairs = [("綠道", "绿道"), ("ＶＲ绿道", "VR绿道"), ("“绿”道", "绿道"), ("权力", "权利")]
    found = [
        codes(make_concept(A, one), make_concept(B, other, renderings=(BAMBOO,))) for one, other in pairs
    ]
    assert found == [["W602"], ["W603"], ["W604"], ["W605"]]


def test_english_that_two_concepts_share_is_told() -> None:
    found = messages("W606", make_concept(A, "绿道"), make_concept(B, "竹筏"))
    assert found == [f"竹筏 ({B}) and 绿道 ({A}) share the English 'greenway'"]


def test_a_relation_explains_shared_english_whichever_concept_holds_it() -> None:
    related = Relation(kind=RelationKind.RELATED, concept=A), Relation(kind=RelationKind.RELATED, concept=B)
    one, other = make_concept(A, "绿道"), make_concept(B, "竹筏")
    assert codes(one, replace(other, relations=related[:1])) == []
    assert codes(replace(one, relations=related[1:]), other) == []


def test_a_base_in_which_all_share_one_rendering_is_told_in_one_pass() -> None:
    concepts = [make_concept(f"caaaaa{x}{y}", f"绿{x}{y}道") for x in "abcdefgh" for y in "abcdefgh"]
    assert len(messages("W606", *concepts)) < len(concepts) * 8


# Subject fields


def in_fields(*fields: str) -> list[str]:
    """The messages about fields, where concepts enough are in the first one."""
    many = [
        make_concept(f"caaaaa{x}{y}", f"绿{x}{y}道", renderings=(), subject_field=fields[0])
        for x in "abcdefghij"
        for y in "abcdefghij"
    ]
    few = [
        make_concept(f"cbbbbbb{letter}", f"竹{letter}筏", renderings=(), subject_field=field)
        for letter, field in zip("abcdefgh", fields[1:], strict=False)
    ]
    return messages("W701", *many, *few) + messages("W702", *many, *few)


def test_a_field_of_one_concept_is_told() -> None:
    assert in_fields("water", "law") == ["no other concept is in 'law'"]


def test_a_young_base_has_fields_of_one_concept() -> None:
    assert codes(make_concept(subject_field="water")) == []


def test_fields_that_differ_by_a_plural_a_hyphen_or_case_are_one() -> None:
    assert in_fields("grid-based management", "Grid Based Managements", "grid-based management")[-1:] == [
        "'Grid Based Managements' (1) is much like 'grid-based management' (101)"
    ]


def test_fields_that_differ_by_a_slip_are_one() -> None:
    slips = ["social goverance", "social govermance", "socila governance"]
    for slip in slips:
        (found,) = in_fields("social governance", slip, slip)
        assert found == f"{slip!r} (2) is much like 'social governance' (100)"


def test_short_fields_may_be_a_letter_apart() -> None:
    assert in_fields("law", "raw", "raw") == []
    assert in_fields("治安", "治理", "治理") == []
