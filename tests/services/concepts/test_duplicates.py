"""Duplicates found while a concept is saved."""

from msgspec.structs import replace
from small_base import CHIEF, CONCEPTS, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY, RAFT

from glossary.lookup.keys import key_concept
from glossary.model import Concept, Relation, RelationKind, Rendering, Term
from glossary.services.concepts.duplicates import PROBED_TERMS, find_duplicates, find_duplicates_of
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base

NEW = "cnewnewn"
BY_ID = {concept.id: concept for concept in CONCEPTS}


def make(*terms: str, english: str = "") -> Concept:
    renderings = (Rendering(text=english),) if english else ()
    return Concept(id=NEW, terms=tuple(Term(text=text) for text in terms), renderings=renderings)


def found(base: Base, concept: Concept, *, before: Concept | None = None) -> list[tuple[str, str]]:
    with base.reading() as connection:
        duplicates = find_duplicates(connection, concept, before=before)
    return [(duplicate.kind.value, duplicate.other) for duplicate in duplicates]


def test_a_new_concept_meets_those_that_it_may_be(base: Base) -> None:
    assert found(base, make("绿道")) == [("spelling", GREENWAY)]
    assert found(base, make("綠道")) == [("script", GREENWAY)]
    assert found(base, make("两无竹筏")) == [("punctuation", RAFT)]
    assert found(base, make("河长智")) == [("homophone", CHIEF)]
    assert found(base, make("林荫道", english="Greenway")) == [("rendering", GREENWAY)]


def test_the_surest_signs_come_first(base: Base) -> None:
    like_two = make("林荫道", "綠道", english="river chief system")
    assert found(base, like_two) == [("script", GREENWAY), ("rendering", CHIEF)]


def test_a_corrected_reading_counts_stored_or_not(base: Base) -> None:
    stored = Concept(id="ctearoom", terms=(Term(text="六安VR茶", reading="lù ān VR chá"),))
    with base.writing() as connection:
        insert_concepts(connection, [key_concept(stored)])
    assert found(base, make("陆安VR茶")) == [("homophone", "ctearoom")]
    assert found(base, make("六安vr差")) == []


def test_what_is_like_nothing_has_no_duplicate(base: Base) -> None:
    assert found(base, make("竹桥", english="bamboo bridge")) == []


def test_a_stored_concept_is_no_duplicate_of_itself(base: Base) -> None:
    assert found(base, BY_ID[GREENWAY]) == []


def test_homographs_with_scopes_are_no_duplicates(base: Base) -> None:
    assert found(base, BY_ID[FOUR_OF_LAKES]) == []
    without = replace(BY_ID[FOUR_OF_LAKES], scope="Cloud Hills")
    assert found(base, without) == [("spelling", FOUR_OF_HILLS)]


def test_only_what_is_new_about_a_concept_is_asked_for(base: Base) -> None:
    before = make("绿道")
    after = replace(before, renderings=(Rendering(text="river chief system"),))
    assert found(base, after, before=before) == [("rendering", CHIEF)]
    assert found(base, after, before=after) == []


def test_a_relation_in_either_direction_explains_shared_english(base: Base) -> None:
    concept = make("林荫道", english="greenway")
    to_greenway = Relation(kind=RelationKind.RELATED, concept=GREENWAY)
    assert found(base, replace(concept, relations=(to_greenway,))) == []
    promenade = Concept(
        id="cpromena",
        terms=(Term(text="滨河步道"),),
        renderings=(Rendering(text="promenade"),),
        relations=(Relation(kind=RelationKind.RELATED, concept=CHIEF),),
    )
    with base.writing() as connection:
        insert_concepts(connection, [key_concept(promenade)])
    chief = replace(BY_ID[CHIEF], renderings=(Rendering(text="promenade"),))
    assert found(base, chief) == []


def test_a_double_by_its_english_is_named_by_its_head(base: Base) -> None:
    with base.reading() as connection:
        (duplicate,) = find_duplicates(connection, make("河流制度", english="river chief system"))
    assert (duplicate.other_term, duplicate.rendering) == ("河湖长制", "river chief system")


def test_a_rendering_that_is_not_to_be_used_is_no_sign(base: Base) -> None:
    assert found(base, make("林荫道", english="green path")) == []


def test_concepts_that_are_saved_together_may_be_doubles_of_each_other(base: Base) -> None:
    one, other = make("观景台"), replace(make("觀景臺"), id="cotherot")
    with base.reading() as connection:
        (duplicate,) = find_duplicates_of(connection, [(key_concept(one), None), (key_concept(other), None)])
    assert (duplicate.kind.value, duplicate.concept, duplicate.other) == ("script", NEW, "cotherot")


def test_a_relation_that_is_saved_now_counts_and_one_that_goes_does_not(base: Base) -> None:
    chief = replace(BY_ID[CHIEF], renderings=(*BY_ID[CHIEF].renderings, Rendering(text="greenway")))
    unrelated = replace(BY_ID[GREENWAY], relations=())
    with base.reading() as connection:
        changed = [(key_concept(chief), BY_ID[CHIEF])]
        assert find_duplicates_of(connection, changed) == ()
        both = [*changed, (key_concept(unrelated), BY_ID[GREENWAY])]
        assert [one.kind.value for one in find_duplicates_of(connection, both)] == ["rendering"]


def test_of_many_with_one_name_the_first_are_told(base: Base) -> None:
    alike = [replace(make("长廊"), id=f"calike{a}{b}") for a in "abcde" for b in "abcde"]
    with base.writing() as connection:
        insert_concepts(connection, map(key_concept, alike))
    assert len(found(base, make("长廊"))) == PROBED_TERMS
