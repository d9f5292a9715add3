"""Which concepts of a base a text names."""

from small_base import CHIEF, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY, RAFT

from glossary.lookup.keys import key_concept
from glossary.model import Concept, Definition, Status, Term
from glossary.services.recognition.lexicon import Lexicon, Match
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base


def find(base: Base, text: str, *, nested: bool = False) -> list[Match]:
    return Lexicon(base).find(text, nested=nested)


def add(base: Base, id: str, *terms: Term) -> None:
    with base.writing() as connection:
        insert_concepts(connection, [key_concept(Concept(id=id, terms=terms))])


def test_a_match_says_where_it_stands_what_is_written_there_and_what_it_names(base: Base) -> None:
    assert find(base, "问：綠道何在") == [
        Match(
            start=2,
            end=4,
            text="綠道",
            key="绿道",
            term="绿道",
            concepts=(GREENWAY,),
            status=Status.PREFERRED,
        )
    ]


def test_a_homograph_names_all_its_concepts(base: Base) -> None:
    (match,) = find(base, "建设四水同治")
    assert match.concepts == (FOUR_OF_HILLS, FOUR_OF_LAKES)


def test_a_bracketed_reading_inside_a_term_is_read_over(base: Base) -> None:
    (match,) = find(base, "推行河(hé)长(zhǎng)制。")
    assert (match.text, match.concepts) == ("河(hé)长(zhǎng)制", (CHIEF,))


def test_quotation_marks_of_the_base_need_not_be_in_the_text(base: Base) -> None:
    (match,) = find(base, "查两无竹筏")
    assert (match.text, match.term, match.concepts) == ("两无竹筏", "“两无”竹筏", (RAFT,))


def test_a_discouraged_term_is_recognised_and_its_status_told(base: Base) -> None:
    add(base, "cbadterm", Term(text="绿廊"), Term(text="绿走廊", status=Status.FORBIDDEN))
    assert [one.status for one in find(base, "绿廊和绿走廊")] == [Status.ADMITTED, Status.FORBIDDEN]


def test_only_the_concept_that_is_meant_in_this_case_is_named(base: Base) -> None:
    add(base, "cskynetx", Term(text="天网SkyNet", case_sensitive=True))
    add(base, "canynetx", Term(text="天网skynet"))

    exact, free = find(base, "天网SkyNet、天网SKYNET")

    assert set(exact.concepts) == {"cskynetx", "canynetx"}
    assert free.concepts == ("canynetx",)


def test_the_concepts_that_are_named_can_be_had(base: Base) -> None:
    found = Lexicon(base).concepts([GREENWAY, RAFT, GREENWAY])
    assert [found[id].head.text for id in (GREENWAY, RAFT)] == ["绿道", "“两无”竹筏"]


def test_what_was_added_a_moment_ago_is_found(base: Base) -> None:
    assert not find(base, "竹桥")
    add(base, "cbamboob", Term(text="竹桥"))
    assert [one.concepts for one in find(base, "竹桥")] == [("cbamboob",)]


def test_an_empty_text_and_one_without_terms_hold_nothing(base: Base) -> None:
    assert find(base, "") == []
    assert find(base, "\x00 none \ud800") == []


def test_of_homographs_the_one_that_fits_the_text_comes_first(base: Base) -> None:
    for id, definition in (("cfourone", "码头和航道一起治理"), ("cfourtwo", "梯田和茶山一起治理")):
        concept = Concept(
            id=id,
            definitions=(Definition(text=definition, language="zh-Hans"),),
            terms=(Term(text="两头同治"),),
        )
        with base.writing() as connection:
            insert_concepts(connection, [key_concept(concept)])

    (hills,) = find(base, "两头同治：茶山和梯田都管。")
    (harbour,) = find(base, "两头同治：航道和码头都管。")

    assert hills.concepts == ("cfourtwo", "cfourone")
    assert harbour.concepts == ("cfourone", "cfourtwo")
