"""Termhood is a product of named features, each within the range that it documents."""

from math import log2, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from glossary.mining.termhood import Termhood, judge_rarity, score_slogan, score_string

from .conftest import NOTHING_KNOWN, a_background, a_measured

CORPUS_WORDS = 10_000
KNOWN_WORDS = ("海堤", "海堤坝", "潮汐", "预警", "平台", "值班", "人员", "三位一体")
UNIT = (0.0, 1.0)
RANGES = {
    "specificity": UNIT,
    "independence": UNIT,
    "shape": UNIT,
    "marking": (1.0, 1.6),
    "length": UNIT,
    "nesting": UNIT,
}
WRITTEN = [
    "海堤/n",
    "海堤坝/n",
    "潮汐/n 预警/vn 平台/n",
    "推进/v 海堤/n",
    "三位一体/l",
    "的/uj 海堤/n",
    "值班人员/l",
]


def score(
    written: str,
    *,
    count: int = 4,
    known: dict[str, float] | None = None,
    corpus_clusters: int = 1,
    **figures: int | float,
) -> Termhood:
    background = a_background(known) if known else NOTHING_KNOWN
    measured = a_measured(written, count=count, **figures)
    return score_string(
        measured, corpus_words=CORPUS_WORDS, corpus_clusters=corpus_clusters, background=background
    )


@given(
    written=st.sampled_from(WRITTEN),
    count=st.integers(1, 500),
    shares=st.tuples(*[st.floats(0, 1)] * 3),
    entropies=st.tuples(*[st.floats(0, 8)] * 2),
    per_million=st.floats(0, 50_000),
)
def test_every_feature_lies_in_its_documented_range(
    written: str,
    count: int,
    shares: tuple[float, float, float],
    entropies: tuple[float, float],
    per_million: float,
) -> None:
    contexts, quoted, verbal = (int(share * count) for share in shares)
    hood = score(
        written,
        count=count,
        known=dict.fromkeys(KNOWN_WORDS, per_million),
        contexts=max(1, contexts),
        quoted=quoted,
        verbal=verbal,
        left_entropy=entropies[0],
        right_entropy=entropies[1],
    )
    assert hood.salience >= 0.0
    for name, (lowest, highest) in RANGES.items():
        assert lowest <= asdict(hood)[name] <= highest, name


def test_the_score_is_the_product_of_the_features() -> None:
    hood = score("潮汐/n 预警/vn 平台/n", quoted=1, left_entropy=0.4)
    assert hood.score == pytest.approx(prod(asdict(hood).values()))


def test_salience_grows_with_the_logarithm_of_the_contexts() -> None:
    assert score("海堤坝", contexts=7).salience == pytest.approx(log2(8))


def test_salience_is_more_where_several_clusters_use_the_string() -> None:
    assert (
        score("海堤坝", clusters=3).salience > score("海堤坝", clusters=2).salience > score("海堤坝").salience
    )


def test_copies_do_not_add_to_salience() -> None:
    assert score("海堤坝", documents=5).salience == score("海堤坝", documents=1).salience


def test_a_bound_edge_costs_independence_whichever_it_is() -> None:
    left, right, free = (
        score("海堤坝", left_entropy=0.0),
        score("海堤坝", right_entropy=0.0),
        score("海堤坝", left_entropy=2.0, right_entropy=2.0),
    )
    assert left.independence == right.independence < free.independence == 1.0


def test_what_is_quoted_each_time_is_independent_whatever_stands_beside_it() -> None:
    assert score("海堤坝", count=3, quoted=3, left_entropy=0.0, right_entropy=0.0).independence == 1.0


def test_a_word_of_everyday_language_is_not_specific() -> None:
    assert score("海堤坝", known={"海堤坝": 5_000.0}).specificity == 0.0


def test_a_word_that_nobody_else_uses_is_specific() -> None:
    assert score("海堤坝").specificity > score("海堤坝", known={"海堤坝": 20.0}).specificity


def test_a_compound_of_rare_parts_is_more_specific_than_one_of_common_parts() -> None:
    rare = score("潮汐/n 平台/n", known={"潮汐": 1.0, "平台": 30.0})
    common = score("潮汐/n 平台/n", known={"潮汐": 300.0, "平台": 300.0})
    assert rare.specificity > common.specificity > 0.0


def test_a_dictionary_word_of_two_common_words_is_judged_as_their_compound() -> None:
    parts = {"渔业": 200.0, "人员": 200.0}
    whole, split = (score("渔业人员/n", known=known) for known in ({"渔业人员": 0.01}, parts))
    assert split.specificity == score("渔业/n 人员/n", known=parts).specificity < whole.specificity
    assert split.shape < whole.shape


def test_a_number_headed_formula_has_a_full_shape_whatever_its_tags() -> None:
    assert score("三位一体/l").shape == score("一总/m 四分/m").shape == 1.0


@pytest.mark.parametrize("number", ["一百/m 一十/m", "两千三百/m", "三月/m 二日/t", "八时/m 三分/t"])
def test_a_number_a_date_or_a_time_is_no_formula(number: str) -> None:
    assert score(number).shape < 0.5


def test_verbal_use_costs_shape_in_proportion() -> None:
    never, sometimes, always = (score("巡护/vn", verbal=verbal).shape for verbal in (0, 2, 4))
    assert never > sometimes > always > 0.0
    assert never - sometimes == pytest.approx(sometimes - always)


def test_quotation_marks_that_come_back_are_worth_up_to_sixty_percent() -> None:
    assert [score("海堤坝", quoted=quoted).marking for quoted in (0, 1, 2, 4)] == [1.0, 1.3, 1.6, 1.6]


def test_quotation_marks_in_one_context_alone_are_worth_nothing() -> None:
    assert score("海堤坝", count=1, contexts=1, quoted=1).marking == 1.0


def test_strings_of_middle_length_are_preferred() -> None:
    two, four, nine = (
        score(written).length for written in ("海堤/n", "海堤守护/n", "海堤/n 常态化/vn 巡护/vn 机制/n")
    )
    assert two < four > nine


def test_nesting_is_left_to_be_judged_later() -> None:
    assert score("海堤坝").nesting == 1.0


def test_a_slogan_is_judged_by_how_often_and_where_it_comes_back() -> None:
    once, twice, spread = (
        score_slogan(contexts=1, clusters=1).score,
        score_slogan(contexts=2, clusters=1).score,
        score_slogan(contexts=2, clusters=2).score,
    )
    assert once < twice < spread


def test_rarity_falls_from_1_at_one_in_a_million_to_0_at_160() -> None:
    rarities = [judge_rarity(per_million) for per_million in (0.0, 1.0, 3.0, 30.0, 160.0, 20_000.0)]
    assert rarities[:2] == [1.0, 1.0]
    assert rarities == sorted(rarities, reverse=True)
    assert rarities[-2:] == [pytest.approx(0.0), 0.0]


def test_an_empty_corpus_divides_by_nothing() -> None:
    measured = a_measured("海堤/n", count=1)
    assert score_string(measured, corpus_words=0, background=NOTHING_KNOWN).score >= 0.0


@pytest.mark.parametrize("mark", ["quoted", "declared", "listed", "titled", "glossed", "enumerated", "named"])
def test_what_is_marked_once_is_free_and_counts_less_than_what_comes_back(mark: str) -> None:
    known = NOTHING_KNOWN
    once = a_measured("潮汐/n 预警/vn 平台/n", count=1, left_entropy=0.0, right_entropy=0.0)
    twice = a_measured("潮汐/n 预警/vn 平台/n", count=2)
    marked = score_string(once, corpus_words=CORPUS_WORDS, background=known, marks=frozenset({mark}))
    plain = score_string(once, corpus_words=CORPUS_WORDS, background=known)
    recurring = score_string(twice, corpus_words=CORPUS_WORDS, background=known)
    assert plain.score < marked.score < recurring.score
    assert marked.independence == 1.0


def test_a_declared_name_is_built_like_a_term_whatever_its_tags() -> None:
    measured = a_measured("渔/n 共/d 体/n 的确/n")
    plain, declared = (
        score_string(measured, corpus_words=CORPUS_WORDS, background=NOTHING_KNOWN, marks=marks)
        for marks in (frozenset[str](), frozenset({"declared"}))
    )
    assert declared.shape >= plain.shape > 0.0


def test_quotation_marks_do_not_make_a_term_of_a_general_word() -> None:
    assert score("标签/n 化/n", quoted=4).shape < 0.2


def test_what_begins_with_a_character_and_never_stands_alone_is_cut_out_of_a_word() -> None:
    cut, whole = score("付/v 标准/n", alone=0), score("护堤/n 标准/n", alone=0)
    assert cut.independence < whole.independence / 2


@pytest.mark.parametrize("character", ["县", "副", "微"])
def test_a_character_that_modifies_what_follows_begins_no_cut_word(character: str) -> None:
    modified, plain = score(f"{character}/n 平台/n", alone=0), score("护堤/n 平台/n", alone=0)
    assert modified.independence == plain.independence


def test_the_title_of_a_book_that_only_stands_as_one_is_no_term() -> None:
    def marking(written: str, alone: int) -> float:
        measured = a_measured(written, count=4, contexts=3, alone=alone)
        marks = frozenset({"titled"})
        hood = score_string(measured, corpus_words=CORPUS_WORDS, background=NOTHING_KNOWN, marks=marks)
        return hood.marking

    assert marking("潮汐/n 往事/n", alone=4) < marking("潮汐/n 往事/n", alone=3)
    assert marking("潮汐/n 条例/n", alone=4) == marking("海堤/n 管理/vn 意见/n", alone=4) == 1.0


def test_a_saying_that_is_quoted_is_an_image() -> None:
    assert score("顺手牵羊/i", quoted=4).shape < score("护堤代管/n", quoted=4).shape


def test_what_one_of_several_texts_says_in_passing_counts_less() -> None:
    def loss(contexts: int) -> float:
        among, alone = (
            score("潮汐/n 平台/n", contexts=contexts, clusters=1, corpus_clusters=texts) for texts in (5, 1)
        )
        return alone.salience - among.salience

    assert loss(2) > loss(3) > loss(9) == 0


def test_a_compound_that_is_known_is_a_little_less_specific_unless_it_has_four_characters_or_more() -> None:
    def loss(compound: str) -> float:
        parts = {word.partition("/")[0]: 50.0 for word in compound.split()}
        whole = {"".join(parts): 1.0}
        return score(compound, known=parts).specificity - score(compound, known=parts | whole).specificity

    assert loss("海洋/n 公园/n") == 0
    assert loss("海洋/n 局/n") > 0


def test_a_short_word_of_one_text_is_of_its_story_unless_it_is_talked_about_at_length() -> None:
    def specificity(written: str, **figures: int) -> float:
        return score(written, count=20, corpus_clusters=5, **figures).specificity

    once = specificity("灯笼/n", contexts=5, clusters=1)
    assert once < specificity("灯笼/n", contexts=5, clusters=2)
    assert once < specificity("灯笼/n", contexts=15, clusters=1)
    assert once < specificity("灯法/n", contexts=5, clusters=1)


def test_a_body_of_the_dictionary_is_a_name_however_common_and_whatever_stands_beside_it() -> None:
    bound = {"left_entropy": 0.0, "right_entropy": 0.0, "alone": 0}
    body = score("海事法院/nt", known={"海事法院": 200.0}, **bound)
    word = score("海堤/n", known={"海堤": 200.0}, **bound)
    assert body.specificity > 0.5 > word.specificity
    assert body.independence == 1.0 > word.independence
