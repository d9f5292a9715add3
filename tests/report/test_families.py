from glossary.report.families import Kinship, Member, find_families

from .mining_runs import run, term


def shape(member: Member) -> tuple[str, list]:
    return member.text, [shape(one) for one in member.members]


def test_a_longer_term_hangs_on_the_longest_listed_term_that_it_holds():
    families = find_families([term("网格", 1), term("网格员", 2), term("老网格员", 3)])
    assert [shape(one) for one in families] == [("网格", [("网格员", [("老网格员", [])])])]


def test_a_term_that_holds_two_names_the_other():
    (family,) = [
        one
        for one in find_families([term("网格员", 1), term("微网格", 2), term("微网格员", 3)])
        if one.members
    ]
    assert shape(family) == ("网格员", [("微网格员", [])])
    assert family.members[0].also_holds == ("微网格",)


def test_short_forms_come_first_then_variants_then_longer_terms_by_how_often_they_stand():
    keeper = run().terms[0]
    rare, usual = term("老巡护员", 5, count=2), term("新巡护员", 6, count=9)
    (family,) = find_families([keeper, rare, usual])
    assert [(one.text, one.kinship) for one in family.members] == [
        ("巡员", Kinship.SHORT),
        ("巡護員", Kinship.VARIANT),
        ("新巡护员", Kinship.LONGER),
        ("老巡护员", Kinship.LONGER),
    ]


def test_a_term_alone_is_no_family():
    assert find_families([term("渗水点", 1)]) == ()


def test_no_terms_have_no_families():
    assert find_families([]) == ()


def test_the_largest_family_comes_first():
    terms = [term("水", 1), term("水渠", 2), term("堤", 3), term("堤坝", 4), term("湖堤", 5)]
    assert [(one.text, one.size) for one in find_families(terms)] == [("堤", 3), ("水", 2)]
