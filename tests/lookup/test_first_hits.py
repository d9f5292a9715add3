"""What a translator types, and what stands first: one line a query."""

import pytest

from glossary.services.lookup import look_up
from glossary.store.database import Base

FIRST_HITS = """
    # typed                          first hit     why
    网格员                            网格员         exact
    绿道                              绿道           exact
    自贸港                            自贸港         exact
    “三无”船舶                        “三无”船舶     exact
    三无船舶                          “三无”船舶     exact
    "三无"船舶                        “三无”船舶     exact
    「三无」船舶                       “三无”船舶     exact
    两无竹筏                          “两无”竹筏     exact
    《网格员》                         网格员         exact
    网 格 员                          网格员         exact
    網格員                            網格員         exact
    PPP                              PPP           exact
    ppp                              PPP           exact
    ＰＰＰ                            PPP           exact
    APP端                            APP端         exact
    app端                            APP端         exact
    ＡＰＰ端                          APP端         exact
    12345热线                         12345热线     exact
    １２３４５热线                     12345热线     exact
    專職網格員                         专职网格员     script
    河長制                            河长制         script
    綠道                              绿道           script
    绿色步道                          綠色步道       script
    “三無”船舶                        “三无”船舶     script
    自由                              自由贸易港     prefix
    自由貿易                          自由贸易港     prefix
    网格员队                          网格员队伍     prefix
    綠                                绿道           prefix
    三无                              “三无”船舶     prefix
    12345                            12345热线     prefix
    app                              APP端         prefix
    贸易港                            自由贸易港     substring
    员队                              网格员队伍     substring
    竹筏                              “两无”竹筏     substring
    格员                              网格员         substring
    热线                              12345热线     substring
    wǎng gé yuán                     网格员         pinyin
    wǎnggéyuán                       网格员         pinyin
    wang3 ge2 yuan2                  网格员         pinyin
    wang3ge2yuan2                    网格员         pinyin
    wanggeyuan                       网格员         pinyin
    Wang Ge Yuan                     网格员         pinyin
    wangge                           网格           pinyin
    wangluo                          网络           pinyin
    wangluoan                        网络安全       pinyin
    lǜ dào                           绿道           pinyin
    lv4dao4                          绿道           pinyin
    lu:dao                           绿道           pinyin
    lüdao                            绿道           pinyin
    xi'an                            西安           pinyin
    xian                             西安           pinyin
    xī ān                            西安           pinyin
    chongqing                        重庆           pinyin
    zhongqing                        重庆           pinyin
    yinhangka                        银行卡         pinyin
    hezhangzhi                       河长制         pinyin
    hechangzhi                       河长制         pinyin
    luancha                          六安茶         pinyin
    nü'er                            女儿           pinyin
    sanwuchuanbo                     “三无”船舶     pinyin
    rexian                           12345热线     pinyin
    wgy                              网格员         initials
    zymyg                            自由贸易港     initials
    cq                               重庆           initials
    hhzz                             河湖长制       initials
    grid worker                      网格员         rendering
    grid workers                     网格员         rendering
    Grid Worker                      网格员         rendering
    GRID                             网格           rendering
    ｇｒｉｄ                          网格           rendering
    workforce                        网格员队伍     rendering
    full time grid worker            专职网格员     rendering
    undocumented vessels             “三无”船舶     rendering
    river and lake chiefs            河湖长制       rendering
    greenways                        绿道           rendering
    public private partnership       PPP           rendering
    Lu'an tea                        六安茶         rendering
    government service centers       政务中心       rendering
"""
CASES = [line.rsplit(maxsplit=2) for line in FIRST_HITS.strip().splitlines()[1:]]


@pytest.mark.parametrize(("typed", "first", "kind"), CASES, ids=[case[0].strip() for case in CASES])
def test_the_first_hit(many_terms: Base, typed: str, first: str, kind: str) -> None:
    hit = look_up(many_terms, typed).hits[0]
    assert (hit.term.text, hit.match.value) == (first, kind)


@pytest.mark.parametrize(
    "typed", ["liuancha", "trade union", "网格员网格员", "上海", "zzzz", "%", "grid vessel"]
)
def test_nothing_is_found_for_what_no_term_is_called(many_terms: Base, typed: str) -> None:
    assert look_up(many_terms, typed, fuzzy=False).hits == ()


def test_a_corrected_reading_has_no_rival(many_terms: Base) -> None:
    assert look_up(many_terms, "luancha").hits[0].reading == "lù ān chá"


@pytest.mark.parametrize("typed", ["政务中心", "政務中心", "zhengwuzhongxin", "zwzx"])
def test_homographs_come_by_scope_the_empty_one_first(many_terms: Base, typed: str) -> None:
    hits = look_up(many_terms, typed).hits
    assert [hit.concept.scope for hit in hits] == ["", "A City", "B City"]


def test_kinds_come_best_first_and_each_concept_once(many_terms: Base) -> None:
    hits = [(hit.term.text, hit.match.value) for hit in look_up(many_terms, "网格员").hits]
    assert hits == [("网格员", "exact"), ("网格员队伍", "prefix"), ("专职网格员", "substring")]


def test_the_usual_reading_comes_before_a_reading_of_the_same_characters_elsewhere(many_terms: Base) -> None:
    terms = [hit.term.text for hit in look_up(many_terms, "wangluo").hits]
    assert terms == ["网络", "网络安全", "网格", "网格员", "网格员队伍"]


def test_of_english_hits_the_one_with_the_fewest_other_words_comes_first(many_terms: Base) -> None:
    terms = [hit.term.text for hit in look_up(many_terms, "grid").hits]
    assert terms == ["网格", "网格员", "网格员队伍", "专职网格员"]


def test_the_simplified_spelling_is_shown_where_both_fit_alike(many_terms: Base) -> None:
    assert look_up(many_terms, "wanggeyuan").hits[0].term.text == "网格员"


def test_for_english_the_preferred_chinese_term_is_shown(many_terms: Base) -> None:
    assert look_up(many_terms, "river chief system").hits[0].term.text == "河湖长制"


def test_the_limit_is_kept(many_terms: Base) -> None:
    assert len(look_up(many_terms, "grid", limit=2).hits) == 2


@pytest.mark.parametrize(
    "typed",
    ["网" * 200, "w" * 200, " ".join("abcdefghijklmnop"), "%_*\"'()[]", "a OR b NEAR c", "x' OR 1=1 --"],
)
def test_long_and_odd_queries_are_answered(many_terms: Base, typed: str) -> None:
    assert look_up(many_terms, typed).hits == ()
