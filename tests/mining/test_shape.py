"""How far tagged words are built like a term: 1 a term, 0 never one, and between them in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.mining.shape import judge_shape, parts_terms, split_compound
from glossary.mining.vocabulary import FUNCTION_CHARACTERS, LIGHT_VERBS, LOCATION_TAILS, WEAK_TAILS

from .conftest import a_background, read_tagged

TAGS = "n vn v a d m q t r p c u uj f s b j l i nz ns nr nt zg k x eng".split()
PIECES = ["海堤", "推进", "建设", "平台", "的", "员", "上", "三", "12", "app", "各村", "智能化", "十二月"]


def shape(written: str) -> float:
    return judge_shape(*read_tagged(written))


@pytest.mark.parametrize(
    "term",
    ["海堤/n", "潮汐/n 预警/vn 平台/n", "海堤/n 巡护/v 员/zg", "执法/vn 证/n", "渔政/j", "渔业/b 码头/n"],
)
def test_nouns_and_what_ends_in_one_are_terms(term: str) -> None:
    assert shape(term) >= 0.8


def test_no_term_holds_a_function_character_as_a_word() -> None:
    assert {one for one in FUNCTION_CHARACTERS if shape(f"海堤/n {one}/n 渔港/n") != 0.0} == set()


def test_a_function_character_within_a_word_does_no_harm() -> None:
    assert shape("目的地/n") == shape("海堤坝/n")


@pytest.mark.parametrize("tag", ["p", "c", "r", "uj", "y"])
def test_no_term_holds_a_word_that_is_tagged_as_grammar(tag: str) -> None:
    assert shape(f"海堤/n 那样/{tag} 渔港/n") == 0.0


@pytest.mark.parametrize("written", ["其他/n 海堤/n", "海堤/n 之间/n", "本县/n 海堤/n", "有关/n 部门/n"])
def test_no_term_begins_or_ends_with_a_word_of_reference(written: str) -> None:
    assert shape(written) == 0.0


@pytest.mark.parametrize("written", ["12", "平均/n 5/m 渔港/n", "3/m 海堤/n"])
def test_no_term_holds_figures(written: str) -> None:
    assert shape(written) == 0.0


def test_a_mix_of_letters_and_figures_is_a_word() -> None:
    assert shape("5g/eng 渔港/n") == 1.0


def test_a_light_verb_before_a_noun_makes_a_clause() -> None:
    assert {verb for verb in LIGHT_VERBS if shape(f"{verb}/v 海堤/n 渔港/n") > 0.15} == set()


def test_a_light_verb_may_modify_the_head_of_a_term() -> None:
    assert shape("协调/vn 中心/n") > shape("协调/vn 渔港/n")


def test_a_weak_tail_costs_a_compound_more_than_half() -> None:
    half = 0.5 * shape("海堤/n 渔港/n")
    assert {tail for tail in WEAK_TAILS if shape(f"海堤/n {tail}/n") >= half} == set()


def test_two_weak_words_are_hardly_a_term() -> None:
    assert shape("工作/n 情况/n") <= 0.1


def test_a_place_word_behind_turns_a_noun_into_a_place_or_a_time() -> None:
    assert {tail for tail in LOCATION_TAILS if shape(f"海堤/n {tail}/f") > 0.1} == set()


@pytest.mark.parametrize("word", ["推进/v", "建设/vn", "各村/n", "每天/r", "十二月/m", "三年/m", "很快/d"])
def test_a_single_verb_tail_determiner_time_or_adverb_is_hardly_a_term(word: str) -> None:
    assert shape(word) <= 0.15


def test_single_words_go_from_noun_over_idiom_and_verb_to_adverb() -> None:
    shapes = [shape(word) for word in ("海堤/n", "未雨绸缪/i", "巡护/v", "经常/d")]
    assert shapes == sorted(shapes, reverse=True)
    assert len(set(shapes)) == len(shapes)


def test_a_word_in_hua_is_more_of_a_term_than_one_in_xing() -> None:
    assert shape("海堤/n") > shape("渔港化/vn") > shape("重要性/n")


def test_letters_alone_are_half_a_term_and_one_letter_is_none() -> None:
    assert (shape("app/eng"), shape("a/eng")) == (0.5, 0.0)


def test_a_verb_first_is_a_modifier_before_a_head_and_a_clause_before_another_noun() -> None:
    assert shape("巡护/v 平台/n") > shape("巡护/v 海堤/n")


@pytest.mark.parametrize("tag", ["d", "m", "t"])
def test_an_adverb_number_or_time_in_front_counts_against_it(tag: str) -> None:
    assert shape(f"常年/{tag} 海堤/n") < 0.2


@pytest.mark.parametrize("tag", ["d", "a", "t"])
def test_an_adverb_adjective_or_time_behind_counts_against_it(tag: str) -> None:
    assert shape(f"海堤/n 常年/{tag}") <= 0.2


def test_a_number_in_front_may_head_a_term() -> None:
    assert 0.15 < shape("三道/m 防线/n") < 1.0


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(TAGS)), min_size=1, max_size=6))
def test_a_shape_lies_between_0_and_1(pairs: list[tuple[str, str]]) -> None:
    words, tags = zip(*pairs, strict=True)
    assert 0.0 <= judge_shape(words, tags) <= 1.0


def test_a_long_dictionary_word_is_split_into_its_two_common_parts() -> None:
    known = a_background({"值班": 20.0, "人员": 200.0})
    words, _ = split_compound("值班人员", known) or ((), ())
    assert words == ("值班", "人员")


def test_the_cut_with_the_commoner_rarer_part_is_taken() -> None:
    known = a_background({"公共": 90.0, "设施": 50.0, "公共设": 6.0, "共设施": 6.0})
    words, tags = split_compound("公共设施", known) or ((), ())
    assert words == ("公共", "设施")
    assert len(tags) == 2


@pytest.mark.parametrize("word", ["海堤", "区块链", "app", "a"])
def test_a_word_too_short_for_two_parts_is_not_split(word: str) -> None:
    assert split_compound(word, a_background({"区块": 50.0, "链": 50.0})) is None


def test_a_word_with_a_rare_part_is_not_split() -> None:
    assert split_compound("潮汐锁定", a_background({"锁定": 80.0, "潮汐": 0.5})) is None


@pytest.mark.parametrize(
    "written",
    [
        "值班/vn 人员/n",
        "值班人员/l",
        "公共/b 设施/n",
        "落脚点/n",
        "态势/n",
        "点对点/n",
        "迈/v 上/f 新/a 台阶/n",
        "可视化/n",
        "精细化/n",
    ],
)
def test_words_that_everybody_uses_are_no_terms_however_they_are_cut(written: str) -> None:
    assert shape(written) <= 0.1


@pytest.mark.parametrize("written", ["标签/n 化/n", "扁平化/nr", "滴灌/n 式/k", "全时空/n", "全/a 地域/n"])
def test_what_something_becomes_and_how_far_it_reaches_is_hardly_a_term(written: str) -> None:
    assert shape(written) < 0.2


@pytest.mark.parametrize("written", ["小巷/n", "大楼/n", "老乡/n"])
def test_a_word_that_tells_a_size_and_a_thing_is_hardly_a_term(written: str) -> None:
    assert shape(written) <= 0.2


@pytest.mark.parametrize("written", ["排查/v", "巡查/vn", "面包车/n", "船舶/n"])
def test_everyday_names_of_actions_and_things_are_hardly_terms(written: str) -> None:
    assert shape(written) <= 0.2


@pytest.mark.parametrize("written", ["区块/n 链/n", "人工智能/n", "无人机/l", "反走私/i"])
def test_single_words_that_name_their_own_matter_are_terms(written: str) -> None:
    assert shape(written) >= 0.8


@pytest.mark.parametrize(
    "written",
    [
        "渔村/n 干部/n 上门/v 采集/v 信息/n",
        "巡海员/n 收集/v 数据/n",
        "农民/n 负担过重/l",
        "海堤/n 深入开展/i",
        "妥善安置/n 渔民/n",
        "加班加点/n 施工/vn",
        "渔业/n 部门/n 批准/v",
        "情况/n 纳入/v",
    ],
)
def test_a_clause_is_no_term(written: str) -> None:
    assert shape(written) <= 0.3


@pytest.mark.parametrize("written", ["联勤/n 联动/v 高效/a", "巡护/vn 全面/n"])
def test_no_term_ends_in_a_quality(written: str) -> None:
    assert shape(written) <= 0.2


def test_a_quality_that_is_a_noun_as_well_may_end_a_term() -> None:
    assert shape("海堤/n 安全/an") == 1.0


@pytest.mark.parametrize("written", ["核心/n 要素/n", "基础性/n 工程/n", "重点/n 场所/n", "深度/ns 融合/vn"])
def test_two_words_that_anybody_puts_together_are_half_a_term(written: str) -> None:
    assert shape(written) <= 0.5


def test_a_place_before_what_is_no_thing_is_hardly_a_term() -> None:
    assert shape("琼海/ns 潮湿/an") <= 0.3 < shape("琼海/ns 渔港/n 中心/n")


@pytest.mark.parametrize("string", ["以奖代补", "以渔释法", "以港养堤"])
def test_a_formula_of_means_may_begin_with_a_function_character(string: str) -> None:
    assert shape(" ".join(f"{character}/v" for character in string)) >= 0.8


def test_a_term_of_four_single_characters_is_a_coinage() -> None:
    assert shape("县/n 管/v 港/n 聘/v") >= 0.8


def test_a_string_that_ends_within_a_word_is_a_fragment() -> None:
    assert shape("综管/vn 视/vg") <= 0.2


@pytest.mark.parametrize("tail", ["创新/v", "保障/vn", "监督/v", "确认/v", "响应/v"])
def test_nouns_of_action_may_end_a_term(tail: str) -> None:
    assert shape(f"渔业/n {tail}") >= 0.8 * shape("渔业/n 渔港/n") > 0.5


def test_no_term_has_a_single_letter_amid_its_characters() -> None:
    assert shape("海/n d/eng 堤/n") == 0.0
    assert shape("x/eng 光/n 安检/vn") > 0.0


@pytest.mark.parametrize(
    "written", ["第十四/m 条/q", "第三/m 款/n", "第/m 十九/m 届/q", "渔业法/n 第十四/m 条/q"]
)
def test_ordinals_of_articles_and_sessions_are_no_terms(written: str) -> None:
    assert shape(written) == 0.0


def test_a_general_word_with_a_tail_is_no_term() -> None:
    assert shape("平台/n 建设/vn") <= 0.1
    assert shape("治理/vn 新/a 模式/n") <= 0.1


def test_a_character_that_makes_names_makes_one_of_an_adverb_too() -> None:
    assert judge_shape(("积分", "制"), ("ad", "n")) > judge_shape(("积分", "渔港"), ("ad", "n"))


@pytest.mark.parametrize("written", ["级/q 堤长/n", "年/m 汛前/t 巡护/vn", "组/n 组长/n", "方式/n 安置/v"])
def test_no_term_begins_with_what_closes_the_word_before_it(written: str) -> None:
    assert shape(written) <= 0.2


@pytest.mark.parametrize(
    "written", ["渔业法院/n 裁定/v", "渔民大会/n 决定/v", "县常委会/n 审查/vn", "买受人 履行/v"]
)
def test_who_does_a_thing_and_what_is_done_make_no_term(written: str) -> None:
    assert shape(written) <= 0.1


@pytest.mark.parametrize("written", ["渔港条例/n 规定/n", "国务院/nt 决定/v", "渔业章程/n 规定/n"])
def test_what_a_law_or_a_government_lays_down_is_no_term(written: str) -> None:
    assert shape(written) <= 0.1


@pytest.mark.parametrize("written", ["巡护/vn 不力/n", "不合理/n", "海堤/n 不牢固/a"])
def test_what_is_not_so_is_no_term(written: str) -> None:
    assert shape(written) <= 0.2


def test_a_noun_or_an_idiom_may_begin_with_a_negation_all_the_same() -> None:
    assert shape("不动产/n") == shape("海堤/n 不动产/n") == shape("渔港/n 不正之风/n") == 1.0


@pytest.mark.parametrize(
    "written", ["原/n 审批/v 海堤/n", "除/p 渔业/n", "相/d 毗邻/v 渔港/n", "一九五九年/m 海堤/n"]
)
def test_no_term_begins_with_what_sets_it_apart_from_others_or_with_a_date(written: str) -> None:
    assert shape(written) == 0.0


def test_a_level_of_government_stands_before_its_offices_and_things_alone() -> None:
    assert shape("市/n 潮汐/n") < 0.5 < shape("市/n 渔业局/n")


@pytest.mark.parametrize("written", ["超额完成/l", "稳步提升/l"])
def test_a_dictionary_word_that_says_how_a_thing_is_done_is_no_term(written: str) -> None:
    assert shape(written) <= 0.2


@pytest.mark.parametrize("matter", ["防汛/vn", "仲裁/v", "民警/n", "汛期/t", "口岸/s"])
def test_a_matter_of_administration_is_a_term_whatever_its_tag(matter: str) -> None:
    assert shape(matter) > 0.5


def test_no_term_ends_with_what_only_modifies() -> None:
    assert shape("渔港/n 应急/vn") <= 0.5 < shape("渔港/n 应急/vn 预案/n")


def test_things_counted_by_the_piece_inside_make_a_clause() -> None:
    assert shape("连续/a 十个/m 潮位/n") <= 0.2


@pytest.mark.parametrize("written", ["讲信用/n", "讲卫生/n", "在会谈中/l", "新年度里/l", "渔民们/n"])
def test_a_clause_or_an_adverbial_that_a_dictionary_has_as_one_word_is_hardly_a_term(written: str) -> None:
    assert shape(written) <= 0.2


@pytest.mark.parametrize("written", ["在押犯/n", "守门人/n", "开发区/n"])
def test_a_noun_that_begins_like_a_clause_is_a_term(written: str) -> None:
    assert shape(written) == 1.0


@pytest.mark.parametrize("name", ["渔汛/n 日报/n", "临港/ns 出版社/n", "海事/n 丛书/n"])
def test_papers_and_publishers_are_no_terms(name: str) -> None:
    assert shape(name) < 0.1


def test_whose_a_thing_is_makes_no_term_of_it() -> None:
    assert shape("中国/ns 歌手/n") < shape("海洋/n 歌手/n")
    assert shape("中国/ns 特色/n") == 1.0
    assert shape("冰岛/ns 歌手/n") < shape("中国/ns 歌手/n")
    assert shape("中国/ns 企业/n") < shape("海洋/n 企业/n") == 1.0


def test_an_indefinite_many_opens_no_term() -> None:
    assert shape("广大/b 渔户/n") == 0.0


@pytest.mark.parametrize("word", ["本报讯", "日电", "新华社", "联播", "同比"])
def test_what_a_newspaper_writes_around_its_articles_parts_terms(word: str) -> None:
    assert parts_terms(word, "n")


@pytest.mark.parametrize("written", ["两国渔民/n", "友好/a 成就/n", "国际/n 人士/n", "二十一世纪/m"])
def test_what_any_news_says_of_states_and_times_is_hardly_a_term(written: str) -> None:
    assert shape(written) < 0.4


def test_what_a_clause_leaves_before_a_name_opens_no_term() -> None:
    assert shape("同/p 冰岛/ns") <= 0.15
    assert shape("好/a 临港/ns") <= 0.15


@pytest.mark.parametrize("side", ["俄军/j", "中企/j", "日方/j"])
def test_a_state_and_its_side_are_no_term(side: str) -> None:
    assert shape(side) < 0.1
    assert shape(f"{side} 演习/n") <= 0.3


def test_what_a_known_person_does_is_a_clause() -> None:
    assert shape("雷锋/nrfg 当选/v") <= 0.15 < shape("雷锋/nrfg 精神/n")


@pytest.mark.parametrize("tagged", ["租船/v 合同/d", "隐患/n 清单/q", "渔村/n 复兴/a"])
def test_a_head_of_terms_is_one_whatever_the_tagger_takes_it_for(tagged: str) -> None:
    assert shape(tagged) >= 0.4 > shape("渔村/n 热闹/a")


def test_a_state_visit_and_a_policy_of_becoming_are_terms() -> None:
    assert shape("国事/n 访问/v") >= 0.8
    assert shape("渔业/n 现代化/vn") == 1.0 > shape("渔业/n 立体化/vn")


@pytest.mark.parametrize("written", ["所述/n 阀门/n", "审议/v 时说/n", "连日来/l", "党组/n 带领/v 渔户/n"])
def test_reference_speech_and_leading_make_no_term(written: str) -> None:
    assert shape(written) <= 0.2


@pytest.mark.parametrize("written", ["名/q 渔户/n", "届/q 渔民/n 大会/n", "号/m 渔港/n"])
def test_what_stands_behind_a_figure_is_cut_from_it(written: str) -> None:
    assert shape(written) <= 0.15


@pytest.mark.parametrize("figure", ["20xx", "xx"])
def test_a_figure_that_is_left_open_parts_terms(figure: str) -> None:
    assert parts_terms(figure, "eng")
