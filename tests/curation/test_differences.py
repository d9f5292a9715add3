"""What differs between two states of a concept, a line each."""

from typing import Any

import pytest
from msgspec.structs import replace

from glossary.curation.differences import compare_concepts, compare_decisions, say_evidence
from glossary.model import (
    Basis,
    CandidateState,
    Concept,
    DecidedKey,
    Decision,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)

WHEN = "2026-01-01T00:00:00Z"
FACT = Evidence(publisher="Lakeside Post", date="2019", tier=Tier.MEDIA)
FERRY = Concept(
    id="cferryaa",
    terms=(Term(text="渡船", status=Status.PREFERRED),),
    renderings=(Rendering(text="ferry", status=Status.PREFERRED, evidence=(FACT,)),),
)
(CHINESE,), (ENGLISH,) = FERRY.terms, FERRY.renderings


def tell(**changes: Any) -> list[str]:
    return [str(one) for one in compare_concepts(FERRY, replace(FERRY, **changes))]


def test_nothing_differs_from_itself() -> None:
    assert tell() == []


def test_a_new_concept_is_told_by_all_that_it_has() -> None:
    assert [str(one) for one in compare_concepts(None, FERRY)] == [
        "+ term: 渡船 (preferred)",
        "+ rendering: ferry (preferred)",
        "+ evidence of ferry: Lakeside Post, 2019 (media)",
    ]


def test_what_went_is_told_with_a_minus() -> None:
    assert tell(renderings=()) == [
        "- rendering: ferry (preferred)",
        "- evidence of ferry: Lakeside Post, 2019 (media)",
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"scope": "lakes"}, "+ scope: lakes"),
        ({"definitions": (Definition(text="过湖的船", language="zh"),)}, "+ definition in zh: 过湖的船"),
        (
            {"relations": (Relation(kind=RelationKind.RELATED, concept="cpieraaa"),)},
            "+ relation: related cpieraaa",
        ),
        ({"redirects": ("coldferr",)}, "+ redirect: coldferr"),
        (
            {"terms": (replace(CHINESE, term_type=TermType.VARIANT),)},
            "term type of term 渡船: full-form → variant",
        ),
        (
            {"renderings": (replace(ENGLISH, status=Status.ADMITTED),)},
            "status of rendering ferry: preferred → admitted",
        ),
    ],
)
def test_each_difference_is_one_line(changes: dict[str, Any], told: str) -> None:
    assert tell(**changes) == [told]


CHANGED_FACTS = [
    replace(FACT, publisher="Hill Post"),
    replace(FACT, title="On boats"),
    replace(FACT, date="2020"),
    replace(FACT, url="https://example.org/boats"),
    replace(FACT, mirror_of="River Post"),
    replace(FACT, tier=Tier.OFFICIAL),
    replace(FACT, basis=Basis.BILINGUAL),
    replace(FACT, note="in the caption"),
]


def test_of_two_definitions_in_one_language_the_new_one_is_told() -> None:
    first, second, other = (Definition(text=text, language="en") for text in ("one", "two", "three"))
    had = Concept(id="cgridman", terms=(Term(text="网格员"),), definitions=(first,))
    both, changed = replace(had, definitions=(first, second)), replace(had, definitions=(first, other))
    assert [*map(str, compare_concepts(had, both))] == ["+ definition in en: two"]
    assert [*map(str, compare_concepts(both, changed))] == ["definition in en: two → three"]
    assert [*map(str, compare_concepts(both, had))] == ["- definition in en: two"]


def test_there_is_a_changed_fact_for_each_field() -> None:
    assert len(CHANGED_FACTS) == len(Evidence.__struct_fields__)


@pytest.mark.parametrize("changed", CHANGED_FACTS)
def test_no_change_of_a_fact_goes_untold(changed: Evidence) -> None:
    assert tell(renderings=(replace(ENGLISH, evidence=(changed,)),)) == [
        f"- evidence of ferry: {say_evidence(FACT)}",
        f"+ evidence of ferry: {say_evidence(changed)}",
    ]


def test_a_decision_is_told_with_its_reason() -> None:
    decision = Decision(
        state=CandidateState.REJECTED, who="mei", when="2026-01-01T00:00:00Z", reason="a name"
    )
    told = compare_decisions(None, DecidedKey(key="渡船", decision=decision))
    assert [str(one) for one in told] == ["+ candidate: 渡船 rejected (a name)"]
