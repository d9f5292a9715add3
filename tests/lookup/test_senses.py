"""Homographs beside a text."""

from glossary.lookup.senses import Sense, find_homographs, order_senses
from glossary.model import Found, MatchKind, TermType


def finding(concept: str, text: str = "三位一体", match: MatchKind = MatchKind.EXACT) -> Found:
    return Found(
        concept=concept,
        text=text,
        language="zh-Hans",
        term_type=TermType.FULL_FORM,
        folded=text,
        match=match,
        key=text,
    )


LAKES, ROADS, PARKS = finding("clakeaaa"), finding("croadaaa"), finding("cparkaaa")


def order(text: str, **senses: Sense) -> list[str]:
    known = {f"c{name}aaa": sense for name, sense in senses.items()}
    return [one.concept for one in order_senses([LAKES, ROADS, PARKS], known, text)]


def test_the_sense_whose_members_a_text_names_comes_first() -> None:
    lake = Sense(members=(("水闸",), ("堤坝",)))
    road = Sense(members=(("公路",), ("桥梁", "大桥")))
    assert order("新修的大桥与公路", lake=lake, road=road) == ["croadaaa", "clakeaaa", "cparkaaa"]


def test_one_member_of_two_is_less_than_both() -> None:
    lake = Sense(members=(("水闸",), ("堤坝",)))
    road = Sense(members=(("公路",), ("桥梁",)))
    assert order("公路旁的水闸和堤坝", road=road, lake=lake)[0] == "clakeaaa"


def test_where_nothing_has_members_related_concepts_count() -> None:
    assert order("沿着绿道", park=Sense(related=(("绿道",),)))[0] == "cparkaaa"


def test_words_of_a_definition_count_that_the_other_senses_do_not_have() -> None:
    lake = Sense(about="东湖区的治理办法")
    road = Sense(about="西山县的治理办法")
    assert order("西山县介绍了治理办法", lake=lake, road=road)[0] == "croadaaa"


def test_words_that_all_definitions_have_say_nothing() -> None:
    alike = Sense(about="治理办法")
    assert order("治理办法", lake=alike, road=alike, park=alike) == ["clakeaaa", "croadaaa", "cparkaaa"]


def test_the_text_may_be_in_the_other_script() -> None:
    assert order("新修的橋樑", road=Sense(members=(("桥梁",),)))[0] == "croadaaa"


def test_what_is_spelled_otherwise_stays_where_it_was() -> None:
    longer = finding("clongaaa", "三位一体机制", MatchKind.PREFIX)
    ordered = order_senses([LAKES, longer], {"clongaaa": Sense(related=(("绿道",),))}, "绿道")
    assert [one.concept for one in ordered] == ["clakeaaa", "clongaaa"]


def test_homographs_are_those_of_one_spelling() -> None:
    alone = finding("calonaaa", "四位一体")
    assert find_homographs([LAKES, ROADS, alone]) == ["clakeaaa", "croadaaa"]
