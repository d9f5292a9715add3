"""Duplicates found while a concept is saved."""

from dataclasses import replace

from small_base import CHIEF, CONCEPTS, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY, RAFT

from glossary.lookup.keys import key_concept
from glossary.model import Concept, Relation, RelationKind, Rendering, Term
from glossary.services.duplicates import find_duplicates
from glossary.store.concepts import insert_concept
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
        insert_concept(connection, key_concept(stored))
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
        insert_concept(connection, key_concept(promenade))
    chief = replace(BY_ID[CHIEF], renderings=(Rendering(text="promenade"),))
    assert found(base, chief) == []
