"""Why two concepts may be one, and how the user is told."""

from collections.abc import Container

import pytest
from msgspec.structs import replace

from glossary.curation.duplicates import (
    Duplicate,
    DuplicateKind,
    describe_duplicate,
    find_collisions,
    marks_of,
)
from glossary.lookup.keys import key_concept
from glossary.model import Concept, Rendering, Status, Term

A, B = "caaaaaaa", "cbbbbbbb"
GREENWAY = (Rendering(text="greenway"),)


def make(id: str, *terms: str, renderings: tuple[Rendering, ...] = (), scope: str = "") -> Concept:
    return Concept(id=id, terms=tuple(map(term, terms)), renderings=renderings, scope=scope)


def term(text: str) -> Term:
    return Term(text=text)


def collide(one: Concept, other: Concept, *, related: Container[str] = ()) -> list[Duplicate]:
    marks, others = (marks_of(key_concept(concept)) for concept in (one, other))
    return list(find_collisions(marks, others, related=related))


def kinds(one: Concept, other: Concept, *, related: Container[str] = ()) -> list[str]:
    return [duplicate.kind.value for duplicate in collide(one, other, related=related)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("绿道", "绿道", "spelling"),
        ("綠道", "绿道", "script"),
        ("ＡＩ绿道", "ai绿道", "width"),
        ("绿道（试点）", "绿道(试点)", "width"),
        ("“两无”竹筏", "两无竹筏", "punctuation"),
        ("网格员", "网格元", "homophone"),
        ("权力", "权利", "homophone"),
    ],
)
def test_two_terms_collide_by_the_least_difference(one: str, other: str, kind: str) -> None:
    assert kinds(make(A, one), make(B, other)) == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [("绿道", "竹筏"), ("绿道", "绿道网"), ("网格员", "网格苑"), ("权", "泉"), ("买卖", "卖买")],
)
def test_other_terms_do_not_collide(one: str, other: str) -> None:
    assert kinds(make(A, one), make(B, other)) == []


def test_a_reading_that_was_corrected_counts() -> None:
    corrected = Concept(id=A, terms=(Term(text="长道", reading="zhǎng dào"),))
    assert kinds(corrected, make(B, "常道")) == []
    assert kinds(corrected, make(B, "掌道")) == ["homophone"]


def test_a_variant_collides_as_a_head_does() -> None:
    (found,) = collide(make(A, "竹筏", "绿道"), make(B, "绿道"))
    assert (found.concept, found.term, found.other, found.other_term) == (A, "绿道", B, "绿道")


def test_the_same_english_collides_whatever_its_case_and_hyphens() -> None:
    one = make(A, "绿道", renderings=GREENWAY)
    other = make(B, "竹筏", renderings=(Rendering(text="Greenway"),))
    assert collide(one, other) == [
        Duplicate(
            kind=DuplicateKind.RENDERING,
            term="绿道",
            concept=A,
            other_term="竹筏",
            other=B,
            rendering="greenway",
        )
    ]


@pytest.mark.parametrize("status", [Status.DEPRECATED, Status.FORBIDDEN])
def test_english_that_is_not_to_be_written_does_not_collide(status: Status) -> None:
    discouraged = (Rendering(text="greenway", status=status),)
    assert kinds(make(A, "绿道", renderings=GREENWAY), make(B, "竹筏", renderings=discouraged)) == []


def test_a_relation_explains_a_shared_sound_and_shared_english() -> None:
    assert kinds(make(A, "权力"), make(B, "权利"), related={B}) == []
    one, other = make(A, "绿道", renderings=GREENWAY), make(B, "竹筏", renderings=GREENWAY)
    assert kinds(one, other, related={B}) == []


def test_a_relation_does_not_explain_a_shared_spelling() -> None:
    assert kinds(make(A, "绿道"), make(B, "绿道"), related={B}) == ["spelling"]


def test_different_scopes_tell_concepts_apart() -> None:
    one, other = (make(id, "绿道", renderings=GREENWAY, scope=scope) for id, scope in ((A, "parks"), (B, "")))
    assert kinds(one, other) == []


def test_the_same_scope_does_not() -> None:
    assert kinds(make(A, "绿道", scope="parks"), make(B, "绿道", scope="parks")) == ["spelling"]


def test_two_concepts_collide_once_by_the_surest_sign() -> None:
    one = make(A, "权力", "“绿”道", "绿道", renderings=GREENWAY)
    assert kinds(one, make(B, "权利", "绿道", renderings=GREENWAY)) == ["spelling"]


def test_a_concept_does_not_collide_with_itself() -> None:
    concept = make(A, "绿道", "綠道")
    assert kinds(concept, replace(concept)) == []


@pytest.mark.parametrize("kind", DuplicateKind)
def test_the_user_is_told_in_one_sentence_what_is_alike_and_what_to_do(kind: DuplicateKind) -> None:
    duplicate = Duplicate(kind=kind, term="绿道", concept=A, other_term="竹筏", other=B, rendering="greenway")
    told = describe_duplicate(duplicate)
    assert told.startswith(f"绿道 ({A}) and 竹筏 ({B}) ")
    assert f": merge them (`glossary concept merge {A} {B}`) if " in told
    assert "{" not in told


def test_shared_english_is_named() -> None:
    (found,) = collide(make(A, "绿道", renderings=GREENWAY), make(B, "竹筏", renderings=GREENWAY))
    assert describe_duplicate(found) == (
        f"绿道 ({A}) and 竹筏 ({B}) share the English 'greenway': "
        f"merge them (`glossary concept merge {A} {B}`) if they mean one thing, "
        "else tell them apart in English, "
        f"or tie them with the relation `related` (`glossary concept edit {A}`)"
    )
