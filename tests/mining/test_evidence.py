"""What the occurrences of a string say: how varied its surroundings are, who marked it, how it is used."""

from math import log

import pytest

from .conftest import Written, measure


def test_the_count_is_the_number_of_occurrences() -> None:
    assert measure("海堤 巡查", "海堤", "海堤")["海堤"].count == 3


def test_each_different_surrounding_is_a_context() -> None:
    measured = measure("沿岸 海堤 加固", "老旧 海堤 加固", "沿岸 海堤 巡查")
    assert measured["海堤"].contexts == 3


def test_near_copies_count_once() -> None:
    copies = [Written("沿岸 海堤 加固", source=source) for source in (0, 1)]
    other = Written("老旧 海堤 加固", source=2)
    assert measure(*copies, other, clusters=(0, 0, 1))["海堤"].contexts == 2


def test_only_two_words_on_each_side_tell_contexts_apart() -> None:
    measured = measure("镇里 安排 队员 巡查 海堤", "市里 安排 队员 巡查 海堤")
    assert measured["海堤"].contexts == 1


def test_where_no_word_stands_beside_it_the_punctuation_tells_contexts_apart() -> None:
    after_a_stop, after_a_comma = (Written("海堤 加固", before=mark) for mark in "。，")
    assert measure(after_a_stop, after_a_comma, after_a_comma)["海堤"].contexts == 2


def test_documents_and_clusters_are_counted_apart() -> None:
    segments = [Written("海堤", source=source) for source in (0, 1, 1, 2)]
    measured = measure(*segments, clusters=(0, 0, 1))["海堤"]
    assert (measured.documents, measured.clusters) == (3, 2)


def test_publishers_are_counted_once_each_and_nameless_ones_not_at_all() -> None:
    segments = [Written("海堤", source=source) for source in (0, 1, 2, 3)]
    measured = measure(*segments, clusters=(0, 1, 2, 3), publishers=("某报", "某报", "某台", ""))
    assert measured["海堤"].publishers == 2


def test_a_neighbour_that_is_always_the_same_leaves_no_entropy() -> None:
    measured = measure("潮汐 预警 平台", "潮汐 预警 平台")
    assert measured["预警"].left_entropy == measured["预警"].right_entropy == 0.0


def test_different_neighbours_are_counted_in_nats() -> None:
    measured = measure("沿岸 海堤 加固", "老旧 海堤 加固")["海堤"]
    assert (measured.left_entropy, measured.right_entropy) == (pytest.approx(log(2)), 0.0)


def test_a_neighbour_that_comes_back_weighs_as_often_as_it_comes() -> None:
    measured = measure("沿岸 海堤", "沿岸 海堤", "沿岸 海堤", "老旧 海堤")["海堤"]
    assert measured.left_entropy == pytest.approx(log(4) - 3 / 4 * log(3))


@pytest.mark.parametrize("mark", "。，、《\n")
def test_punctuation_is_a_new_neighbour_each_time(mark: str) -> None:
    measured = measure(*[Written("海堤", before=mark, after=mark)] * 3)["海堤"]
    assert measured.left_entropy == measured.right_entropy == pytest.approx(log(3))


@pytest.mark.parametrize("mark", "()[] -—·+/")
def test_brackets_spaces_and_dashes_are_one_neighbour(mark: str) -> None:
    measured = measure(*[Written("海堤", before=mark, after=mark)] * 3)["海堤"]
    assert measured.left_entropy == measured.right_entropy == 0.0


def test_different_weak_marks_are_the_same_neighbour() -> None:
    measured = measure(*(Written("海堤", before=mark) for mark in "( -"))["海堤"]
    assert measured.left_entropy == 0.0


def test_all_figures_before_a_string_are_one_neighbour() -> None:
    measured = measure(*(Written(f"{figure}/m 座 海堤") for figure in (18, 23, 2024)))["座海堤"]
    assert measured.left_entropy == 0.0


def test_a_quotation_mark_is_a_new_neighbour_each_time() -> None:
    texts = ("推进 “海堤 守护” 行动", "推进 “海堤 守护” 项目", "推进 “海堤 守护” 行动 方案")
    measured = measure(*texts)["海堤守护"]
    assert measured.left_entropy == measured.right_entropy == pytest.approx(log(3))


@pytest.mark.parametrize("word", ["的/uj", "等/u", "和/c", "与/p", "及/c", "或/c"])
def test_a_linking_word_is_a_new_neighbour_each_time(word: str) -> None:
    texts = (f"海堤 {word} {other} 巡查" for other in ("渔港", "潮位", "闸门"))
    assert measure(*texts)["海堤"].right_entropy == pytest.approx(log(3))


def test_a_place_before_a_string_is_a_new_neighbour_each_time() -> None:
    texts = [f"{before} 海南/ns 海堤" for before in ("建成", "巡查", "加固")]
    assert measure(*texts)["海堤"].left_entropy == pytest.approx(log(3))


@pytest.mark.parametrize("word", ["中国", "城市", "农村"])
def test_the_country_and_kinds_of_places_before_a_string_are_one_neighbour(word: str) -> None:
    assert measure(f"{word}/ns 渔业 道路", f"{word}/ns 渔业 道路 堤")["渔业道路"].left_entropy == 0.0


def test_a_body_that_always_follows_the_same_word_and_an_and_is_the_end_of_a_longer_name() -> None:
    joined = measure("潮汐 和/c 渔业 局", "潮汐 和/c 渔业 局 堤", "潮汐 和/c 渔业 路", "潮汐 和/c 渔业 路 堤")
    assert joined["渔业局"].left_entropy == 0.0 < joined["渔业路"].left_entropy


def test_a_place_behind_a_string_is_one_neighbour() -> None:
    texts = [f"海堤 海南/ns {after}" for after in ("建成", "巡查", "加固")]
    assert measure(*texts)["海堤"].right_entropy == 0.0


def test_a_copy_of_the_words_around_a_string_makes_it_no_freer() -> None:
    once = measure("推进 海堤 守护", "加强 海堤 巡查")["海堤"]
    copied = measure("推进 海堤 守护", "推进 海堤 守护", "加强 海堤 巡查")["海堤"]
    assert copied.left_entropy == once.left_entropy


def test_occurrences_that_fill_a_quotation_are_counted_as_quoted() -> None:
    measured = measure("推进 “海堤 守护” 行动", "“海堤 守护” 队", "海堤 守护")
    assert measured["海堤守护"].quoted == 2
    assert measured["守护"].quoted == 0


@pytest.mark.parametrize("tag", ["d", "ad"])
def test_an_occurrence_after_an_adverb_is_verbal(tag: str) -> None:
    assert measure(f"不断/{tag} 巡护/v 海堤", "巡护/v 海堤")["巡护"].verbal == 1


@pytest.mark.parametrize("particle", "了着过")
def test_an_occurrence_before_an_aspect_particle_is_verbal(particle: str) -> None:
    assert measure(f"巡护/v {particle}/u 海堤", "巡护/v 海堤")["巡护"].verbal == 1


@pytest.mark.parametrize("word", ["了解/v", "着力/v", "过程/n"])
def test_a_word_that_only_begins_like_a_particle_is_none(word: str) -> None:
    assert measure(f"巡堤员 {word} 潮位", f"巡堤员 {word}")["巡堤员"].verbal == 0


@pytest.mark.parametrize(
    "written",
    ["海堤", "“海堤”", "加强/v 海堤 建设/vn", "我们/r 海堤", "海南/ns 海堤", "村里 “海堤” 工程"],
    ids=["punctuation", "quoted", "general words", "grammar", "behind a place", "quoted among words"],
)
def test_an_occurrence_between_punctuation_quotes_or_general_words_stands_alone(written: str) -> None:
    assert measure(written, "潮汐 海堤 公园")["海堤"].alone == 1


@pytest.mark.parametrize("written", ["潮汐 海堤", "海堤 公园", "海堤 海南/ns"])
def test_an_occurrence_with_a_word_of_its_own_beside_it_does_not_stand_alone(written: str) -> None:
    assert measure(written, "潮汐 海堤 公园")["海堤"].alone == 0


def test_words_and_tags_are_those_of_the_most_usual_cut() -> None:
    measured = measure("海 堤坝", "海 堤坝", "海堤/ns 坝/q", "海堤/ns 坝/q", "海堤/ns 坝/q")["海堤坝"]
    assert (measured.words, measured.tags) == (("海堤", "坝"), ("ns", "q"))


def test_the_figures_are_named_for_whoever_asks_why() -> None:
    figures = measure("“海堤”", "老旧 海堤")["海堤"].figures
    assert figures == {
        "contexts": 2,
        "publishers": 0,
        "left_entropy": pytest.approx(log(2)),
        "right_entropy": pytest.approx(log(2)),
        "quoted": 1,
        "verbal": 0,
        "alone": 1,
    }
