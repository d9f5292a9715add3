"""Strings within strings: fragments lose, productive bases stay, aliases go under their base."""

from collections.abc import Collection, Iterator, Mapping

import pytest

from glossary.mining.covers import find_coverage
from glossary.mining.evidence import Measured
from glossary.mining.nesting import find_aliases, find_covering, weigh_nesting
from glossary.mining.termhood import Termhood, score_string

from .conftest import NOTHING_KNOWN, count, make_stream, measure


def hoods_of(measured: Mapping[str, Measured]) -> dict[str, Termhood]:
    return {
        string: score_string(entry, corpus_words=10_000, background=NOTHING_KNOWN)
        for string, entry in measured.items()
    }


def aliases(*written: str, places: Collection[str] = ()) -> dict[str, str]:
    measured = measure(*written)
    return find_aliases(measured, hoods_of(measured), places)


def weigh(*written: str) -> dict[str, float]:
    measured = measure(*written)
    hoods = hoods_of(measured)
    stream, _ = make_stream(*written)
    coverage = find_coverage(count(*written), stream, find_covering(hoods), find_aliases(measured, hoods))
    return weigh_nesting(measured, coverage)


def twice(*written: str) -> Iterator[str]:
    return iter(written * 2)


def test_a_place_before_a_term_makes_an_alias() -> None:
    assert aliases(*twice("海南/ns 潮汐 平台"))["海南潮汐平台"] == "潮汐平台"


def test_a_light_verb_before_a_term_makes_an_alias() -> None:
    assert aliases(*twice("推进/v 潮汐 平台"))["推进潮汐平台"] == "潮汐平台"


@pytest.mark.parametrize("tail", ["建设/vn", "工作/vn", "水平/n"])
def test_a_weak_tail_behind_a_term_makes_an_alias(tail: str) -> None:
    word = tail.partition("/")[0]
    assert aliases(*twice(f"潮汐 平台 {tail}"))[f"潮汐平台{word}"] == "潮汐平台"


def test_an_alias_of_an_alias_leads_to_the_last_base() -> None:
    found = aliases(*twice("海南/ns 推进/v 潮汐 平台 建设/vn"))
    assert found["推进潮汐平台建设"] == "潮汐平台"
    assert found["潮汐平台建设"] == "潮汐平台"


def test_another_noun_before_or_behind_makes_another_term() -> None:
    assert aliases(*twice("县级 潮汐 平台 中心")) == {}


def test_what_is_left_must_be_a_term_itself() -> None:
    assert aliases(*twice("海南/ns 的/uj 平台")) == {}
    assert aliases(*twice("海南/ns 堤")) == {}


def test_a_single_word_is_no_alias() -> None:
    assert aliases(*twice("建设/vn")) == {}


def test_every_string_is_weighed_from_0_to_1() -> None:
    weights = weigh(*twice("海南/ns 潮汐 预警 平台 建设/vn"), "潮汐", "平台 的/uj 预警", "平台")
    assert all(0.0 <= weight <= 1.0 for weight in weights.values())
    assert weights


def test_a_fragment_that_never_stands_outside_a_longer_term_weighs_nothing() -> None:
    weights = weigh(*twice("潮汐 预警 平台"))
    assert (weights["潮汐预警"], weights["潮汐预警平台"]) == (0.0, 1.0)


def test_a_term_that_often_stands_alone_keeps_its_weight() -> None:
    assert weigh(*twice("潮汐 预警 平台"), *twice("潮汐 预警"))["潮汐预警"] == 1.0


def test_a_fragment_that_seldom_stands_alone_keeps_little() -> None:
    weights = weigh(*["潮汐 预警 平台"] * 9, "潮汐 预警")
    assert 0.0 < weights["潮汐预警"] < 0.5


def test_a_base_that_many_different_terms_are_built_from_is_productive() -> None:
    one_term = weigh(*["潮汐 预警 平台"] * 8, "潮汐 预警")["潮汐预警"]
    heads = ("平台", "中心", "机制", "系统")
    many_terms = weigh(*[f"潮汐 预警 {head}" for head in heads for _ in range(2)], "潮汐 预警")["潮汐预警"]
    assert one_term < many_terms < 1.0


def test_a_longer_string_of_bad_shape_takes_nothing_from_the_term_inside() -> None:
    assert weigh(*twice("潮汐 预警 的/uj 平台"))["潮汐预警"] == 1.0


def test_an_alias_takes_nothing_from_its_base() -> None:
    weights = weigh(*twice("海南/ns 潮汐 平台"))
    assert weights["潮汐平台"] == 1.0


def test_an_alias_still_covers_a_fragment_of_its_own() -> None:
    assert weigh(*twice("海南/ns 潮汐 平台"))["海南潮汐"] == 0.0


def test_a_dictionary_word_of_three_characters_keeps_more_than_a_compound() -> None:
    nested, alone = ["巡海员 守则"] * 6, ["巡海员"]
    as_one_word = weigh(*nested, *alone)["巡海员"]
    as_two_words = weigh(*(one.replace("巡海员", "巡海 员") for one in nested + alone))["巡海员"]
    assert as_two_words < as_one_word < 1.0


def test_a_chain_of_two_terms_that_are_more_frequent_alone_loses() -> None:
    together, apart = ["潮汐平台 海堤工程"] * 2, ["潮汐平台", "海堤工程"] * 4
    weights = weigh(*together, *apart)
    assert weights["潮汐平台海堤工程"] < weights["潮汐平台"] == weights["海堤工程"] == 1.0


def test_a_term_whose_parts_are_hardly_seen_alone_is_no_chain() -> None:
    assert weigh(*["潮汐平台 海堤工程"] * 4, "潮汐平台", "海堤工程")["潮汐平台海堤工程"] == 1.0


def test_a_term_whose_parts_are_only_somewhat_more_frequent_is_no_chain() -> None:
    apart = ["潮汐平台", "海堤工程"] * 3
    assert weigh(*["潮汐平台 海堤工程"] * 4, *apart)["潮汐平台海堤工程"] == 1.0


def test_parts_of_two_characters_make_no_chain() -> None:
    assert weigh(*["潮汐 平台"] * 2, *["潮汐", "平台"] * 6)["潮汐平台"] == 1.0


def test_a_long_stretch_without_punctuation_is_weighed_in_reasonable_time() -> None:
    assert weigh("潮汐 预警 平台 上报/v 信息 " * 600)["潮汐预警平台"] == 0.0


def test_single_characters_that_never_stand_without_the_place_are_no_base() -> None:
    assert "河湖长制" not in aliases(*twice("河湖/ns 长 制"))


@pytest.mark.parametrize("tail", ["平台", "实战/vn", "资源"])
def test_a_frequent_term_with_a_general_word_behind_it_is_a_chain(tail: str) -> None:
    elsewhere = [f"{character}/p 潮汐预警" for character in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
    weights = weigh(*elsewhere, *twice(f"潮汐预警 {tail}"))
    assert weights[f"潮汐预警{tail.partition('/')[0]}"] < weights["潮汐预警"] == 1.0


def test_a_level_of_government_before_an_office_makes_an_alias() -> None:
    assert aliases(*twice("市 渔业 部门"))["市渔业部门"] == "渔业部门"
    assert "市渔业港湾" not in aliases(*twice("市 渔业 港湾"))


def test_a_country_is_part_of_a_name() -> None:
    assert aliases(*twice("中国/ns 特色 渔港")) == {}


def test_a_place_before_a_general_word_makes_no_term() -> None:
    assert aliases(*twice("海南/ns 社会"), "社会", "社会")["海南社会"] == "社会"


def test_a_word_beside_a_quoted_name_makes_an_alias() -> None:
    assert aliases(*twice("渔警 “蓝盾 工程”"))["渔警蓝盾工程"] == "蓝盾工程"


def test_what_stands_before_a_formula_makes_an_alias() -> None:
    assert aliases(*twice("潮汐 预警 三 位 一 体"))["潮汐预警三位一体"] == "三位一体"


def test_a_word_that_makes_a_term_of_a_short_one_is_no_weak_tail() -> None:
    assert "渔业信息" not in aliases(*twice("渔业 信息"))
    assert aliases(*twice("潮汐 预警 信息"))["潮汐预警信息"] == "潮汐预警"


def test_a_noun_of_action_behind_a_term_makes_another_one() -> None:
    assert aliases(*twice("渔业 科技 创新/v")) == {}


def test_two_frequent_words_of_which_the_second_is_a_head_make_a_name() -> None:
    together, apart = ["潮汐渔业 试验区"] * 2, ["潮汐渔业", "试验区"] * 4
    assert weigh(*together, *apart)["潮汐渔业试验区"] == 1.0


def test_the_name_of_a_place_that_no_dictionary_knows_makes_an_alias_too() -> None:
    written = ("椰/n 塘/n 镇/n 潮汐 平台",) * 2 + ("潮汐 平台",)
    assert aliases(*written, places={"椰塘镇"})["椰塘镇潮汐平台"] == "潮汐平台"
    assert "椰塘镇潮汐平台" not in aliases(*written)


def test_the_name_of_a_place_belongs_to_what_never_stands_without_it() -> None:
    assert "椰塘镇潮汐平台" not in aliases(*twice("椰/n 塘/n 镇/n 潮汐 平台"), places={"椰塘镇"})


@pytest.mark.parametrize("level", ["县", "县委", "省委"])
def test_a_level_or_its_committee_before_an_office_makes_an_alias(level: str) -> None:
    assert aliases(*twice(f"{level} 渔业 办公室"))[f"{level}渔业办公室"] == "渔业办公室"


def test_words_that_say_only_how_a_thing_is_make_an_alias() -> None:
    found = aliases(*twice("常态/n 化/n 巡护 机制"), "巡护 机制")
    assert found["常态化巡护机制"] == "巡护机制"


def test_a_size_before_a_thing_makes_an_alias() -> None:
    assert aliases(*twice("小/a 渔港"), "渔港")["小渔港"] == "渔港"


def test_a_size_that_begins_a_word_makes_none() -> None:
    assert "大数据平台" not in aliases(*twice("大/a 数据 平台"), "数据 平台")


def test_a_body_of_the_lowest_level_with_its_own_name_is_an_alias_of_the_body() -> None:
    assert aliases(*twice("大林/ns 村委会"), "村委会")["大林村委会"] == "村委会"


def test_a_verb_before_a_term_that_is_seen_more_often_without_it_makes_an_alias() -> None:
    found = aliases(*twice("缴存/v 护渔 基金"), *twice("护渔 基金"), *twice("护渔 基金 结余"))
    assert found["缴存护渔基金"] == "护渔基金"


def test_a_verb_that_a_term_seldom_stands_without_belongs_to_it() -> None:
    assert "移动护渔终端" not in aliases(*twice("移动/v 护渔 终端"), "护渔 终端")


def test_a_level_before_a_term_that_is_seen_more_often_without_it_makes_an_alias() -> None:
    found = aliases(*twice("县 护渔 基金"), *twice("护渔 基金"), *twice("护渔 基金 结余"))
    assert found["县护渔基金"] == "护渔基金"


def test_an_office_of_the_government_stands_under_its_own_name() -> None:
    assert aliases(*twice("人民政府/n 渔业 部门"), "渔业 部门")["人民政府渔业部门"] == "渔业部门"


@pytest.mark.parametrize("name", ["全面 从严治港", "告知/v 承诺制", "一/m 港 受理/v", "共享/v 法庭"])
def test_a_verb_that_belongs_to_a_name_makes_no_alias(name: str) -> None:
    assert aliases(*twice(name)) == {}


def test_how_far_a_thing_reaches_makes_no_other_thing_of_it() -> None:
    found = aliases(*twice("全国 潮汐 平台", "潮汐 平台", "潮汐 平台"))
    assert found["全国潮汐平台"] == "潮汐平台"
    assert "全国潮汐平台" not in aliases(*twice("全国 潮汐 平台"))
