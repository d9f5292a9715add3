"""Candidates are ordered by termhood; other forms of the same stand under one of them."""

from collections.abc import Iterable

import pytest

from glossary.mining.declared import Declaration
from glossary.mining.places import Occurrences, Place
from glossary.mining.ranking import Scored, attach_aliases, join_declared, rank
from glossary.mining.termhood import Termhood
from glossary.model import CandidateKind

FULL, SHORT = "渔港综合管理平台", "渔管平台"


def scored(key: str, score: float = 1.0, *, count: int = 1, marking: float = 1.0) -> Scored:
    hood = Termhood(
        salience=score / marking, specificity=1.0, independence=1.0, shape=1.0, marking=marking, length=1.0
    )
    return Scored(key, CandidateKind.TERM, hood, Occurrences.of(Place(0, at, at + 1) for at in range(count)))


def by_key(entries: Iterable[Scored]) -> dict[str, Scored]:
    return {entry.key: entry for entry in entries}


def join(entries: Iterable[Scored], *declared: Declaration) -> dict[str, Scored]:
    return join_declared(by_key(entries), declared)


def test_the_highest_termhood_comes_first() -> None:
    ranked = rank([scored("海堤", 1.0), scored("渔港", 3.0), scored("潮位", 2.0)])
    assert [entry.key for entry in ranked] == ["渔港", "潮位", "海堤"]


def test_equal_termhood_is_ordered_by_key() -> None:
    assert [entry.key for entry in rank([scored("b"), scored("c"), scored("a")])] == ["a", "b", "c"]


def test_an_alias_stands_under_its_base_and_not_in_the_list() -> None:
    listed = attach_aliases(
        by_key([scored("潮汐平台"), scored("海南潮汐平台")]), {"海南潮汐平台": "潮汐平台"}, limit=5
    )
    assert listed.keys() == {"潮汐平台"}
    assert listed["潮汐平台"].aliases == ("海南潮汐平台",)


@pytest.mark.parametrize("clause", ["推进潮汐平台", "推进潮汐平台建设", "潮汐平台上报"])
def test_a_verb_with_its_object_is_no_other_name_of_the_object(clause: str) -> None:
    listed = attach_aliases(by_key([scored("潮汐平台"), scored(clause)]), {clause: "潮汐平台"}, limit=5)
    assert listed.keys() == {"潮汐平台"}
    assert listed["潮汐平台"].aliases == ()


def test_a_base_with_a_tail_behind_it_is_no_other_name_of_the_base() -> None:
    entries = by_key([scored("潮汐平台"), scored("潮汐平台水平")])
    listed = attach_aliases(entries, {"潮汐平台水平": "潮汐平台"}, limit=5)
    assert listed.keys() == {"潮汐平台"}
    assert listed["潮汐平台"].aliases == ()


def test_a_base_names_its_most_frequent_aliases_up_to_the_limit() -> None:
    counts = {"平台": 9, "上海平台": 2, "云南平台": 5, "天津平台": 2}
    entries = [scored(key, count=count) for key, count in counts.items()]
    aliases = dict.fromkeys(("天津平台", "云南平台", "上海平台"), "平台")
    assert attach_aliases(by_key(entries), aliases, limit=2)["平台"].aliases == ("云南平台", "上海平台")


@pytest.mark.parametrize("before", ["海南", "市", "省委", "海南省委", "常态化", "椰塘镇", "全国", "冰岛"])
def test_a_place_a_level_a_quality_or_a_reach_before_a_base_makes_another_name(before: str) -> None:
    entries = by_key([scored("平台"), scored(before + "平台")])
    assert attach_aliases(entries, {before + "平台": "平台"}, limit=5)["平台"].aliases == (before + "平台",)


@pytest.mark.parametrize("before", ["探索", "纠纷多元化解", "印发市", "出席省委", "会同临港县"])
def test_what_happens_to_stand_before_a_name_makes_no_other_name(before: str) -> None:
    entries = by_key([scored("四位一体"), scored(before + "四位一体")])
    assert attach_aliases(entries, {before + "四位一体": "四位一体"}, limit=5)["四位一体"].aliases == ()


def test_what_shortens_many_names_is_the_short_form_of_none() -> None:
    fulls = ["供热主管部门", "供水主管部门", "燃气主管部门"]
    joined = join(
        [*map(scored, fulls), scored("主管部门")],
        *(Declaration(full, "主管部门", is_short=True) for full in fulls),
    )
    assert joined.keys() == {*fulls, "主管部门"}


def test_an_alias_of_a_base_that_did_not_score_goes_too() -> None:
    assert attach_aliases(by_key([scored("海南社会")]), {"海南社会": "社会"}, limit=5) == {}


def test_a_declared_short_form_stands_under_its_full_form() -> None:
    joined = join([scored(FULL), scored(SHORT)], Declaration(FULL, SHORT, is_short=True))
    assert joined.keys() == {FULL}
    assert joined[FULL].short_forms == (SHORT,)


@pytest.mark.parametrize(("full_score", "short_score"), [(1.0, 2.6), (2.6, 1.0)])
def test_the_better_of_the_two_forms_speaks_for_both(full_score: float, short_score: float) -> None:
    joined = join(
        [scored(FULL, full_score), scored(SHORT, short_score)], Declaration(FULL, SHORT, is_short=True)
    )
    assert joined[FULL].hood.score >= 2.6


def test_a_declaration_marks_a_term_without_taking_from_its_marking() -> None:
    plain = join([scored(FULL), scored(SHORT)], Declaration(FULL, SHORT, is_short=True))[FULL].hood
    quoted = join([scored(FULL, 1.6, marking=1.6), scored(SHORT)], Declaration(FULL, SHORT, is_short=True))
    assert 1.0 < plain.marking < 1.6
    assert quoted[FULL].hood.marking == 1.6


def test_a_short_form_that_did_not_score_is_named_all_the_same() -> None:
    assert join([scored(FULL)], Declaration(FULL, SHORT, is_short=True))[FULL].short_forms == (SHORT,)


def test_the_other_forms_of_a_short_form_move_with_it() -> None:
    short = by_key([scored(SHORT), scored("海南渔管平台")])
    with_alias = attach_aliases(short, {"海南渔管平台": SHORT}, limit=5)
    joined = join([scored(FULL), *with_alias.values()], Declaration(FULL, SHORT, is_short=True))
    assert joined[FULL].aliases == ("海南渔管平台",)


def test_another_name_is_an_alias_and_keeps_its_own_place_in_the_list() -> None:
    joined = join([scored("巡海员"), scored("蓝色哨兵")], Declaration("巡海员", "蓝色哨兵", is_short=False))
    assert joined.keys() == {"巡海员", "蓝色哨兵"}
    assert joined["巡海员"].aliases == ("蓝色哨兵",)


def test_a_name_whose_full_form_did_not_score_names_it_as_an_alias() -> None:
    assert join([scored(SHORT)], Declaration(FULL, SHORT, is_short=True))[SHORT].aliases == (FULL,)


def test_a_declaration_of_what_did_not_score_changes_nothing() -> None:
    entries = [scored("海堤")]
    assert join(entries, Declaration(FULL, SHORT, is_short=True)) == by_key(entries)


def test_a_form_declared_twice_is_named_once() -> None:
    declared = Declaration(FULL, SHORT, is_short=True)
    assert join([scored(FULL)], declared, declared)[FULL].short_forms == (SHORT,)


def test_a_short_form_of_a_short_form_stands_under_the_longest() -> None:
    joined = join(
        [scored(FULL), scored(SHORT), scored("渔台")],
        Declaration(SHORT, "渔台", is_short=True),
        Declaration(FULL, SHORT, is_short=True),
    )
    assert joined.keys() == {FULL}
    assert joined[FULL].short_forms == (SHORT, "渔台")


def test_a_short_form_of_two_full_forms_stands_under_the_better_whatever_the_order() -> None:
    entries = [scored(FULL, 2.0), scored("渔业管护平台", 1.0), scored(SHORT)]
    declarations = [
        Declaration(FULL, SHORT, is_short=True),
        Declaration("渔业管护平台", SHORT, is_short=True),
    ]
    joined = join(entries, *declarations)
    assert joined == join(entries, *declarations[::-1])
    assert joined.keys() == {FULL, "渔业管护平台"}
    assert joined[FULL].short_forms == joined["渔业管护平台"].short_forms == (SHORT,)


def test_an_inferred_short_form_joins_without_marking_the_term() -> None:
    inferred = Declaration(FULL, SHORT, is_short=True, is_inferred=True)
    joined = join([scored(FULL), scored(SHORT)], inferred)
    assert joined[FULL].short_forms == (SHORT,)
    assert joined[FULL].hood.marking == 1.0


def test_forms_that_are_declared_of_each_other_stay_in_the_list() -> None:
    joined = join(
        [scored("甲港"), scored("乙港")],
        Declaration("甲港", "乙港", is_short=True),
        Declaration("乙港", "甲港", is_short=True),
    )
    assert joined


def test_a_full_form_that_is_no_entry_is_the_end_of_the_entry_that_it_was_declared_in() -> None:
    joined = join([scored("沿海渔港综合管理平台"), scored(SHORT)], Declaration(FULL, SHORT, is_short=True))
    assert joined.keys() == {"沿海渔港综合管理平台"}
    assert joined["沿海渔港综合管理平台"].short_forms == (SHORT,)


def test_a_verb_that_may_be_a_quality_makes_no_other_name_either() -> None:
    listed = attach_aliases(
        by_key([scored("潮汐平台"), scored("完善潮汐平台")]), {"完善潮汐平台": "潮汐平台"}, limit=5
    )
    assert listed["潮汐平台"].aliases == ()
