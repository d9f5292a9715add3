"""Slogans are told by the parallel of their clauses."""

import pytest

from glossary.mining.places import Place
from glossary.mining.slogans import Parallel, Slogan, find_parallels, gather_slogans
from glossary.text.folding import fold

from .conftest import make_sources


def slogans(*texts: str, copies: bool = False) -> list[Slogan]:
    sources = make_sources(*texts, copies=copies)
    found = [find_parallels(fold(source.clean.text), source.clean.kept) for source in sources]
    return gather_slogans(found, [source.cluster for source in sources])


def clauses(*texts: str, copies: bool = False) -> list[tuple[str, ...]]:
    return [slogan.clauses for slogan in slogans(*texts, copies=copies)]


def bare(text: str) -> list[tuple[str, ...]]:
    """The parallel clauses of a text that stand without quotation marks."""
    (source,) = make_sources(text)
    found = find_parallels(fold(text), source.clean.kept)
    return [one.clauses for one in found if not one.quoted]


def test_parallel_clauses_in_quotation_marks_are_a_slogan_even_once() -> None:
    assert clauses("全县做到“横向到边、纵向到底”。") == [("横向到边", "纵向到底")]


@pytest.mark.parametrize(
    "quoted",
    ["「横向到边、纵向到底」", '"横向到边、纵向到底"', "“横向到边，纵向到底”", "“横向到边；纵向到底”"],
)
def test_any_quotation_marks_and_separators_will_do(quoted: str) -> None:
    assert clauses(f"全县做到{quoted}的要求。") == [("横向到边", "纵向到底")]


def test_a_slogan_may_have_more_than_two_clauses() -> None:
    assert clauses("坚持“小事不出村、大事不出镇、难事不出县”。") == [
        ("小事不出村", "大事不出镇", "难事不出县")
    ]


def test_a_pair_that_comes_back_in_another_cluster_is_a_slogan_without_marks() -> None:
    assert clauses("我县横向到边、纵向到底，不留死角。", "做到横向到边、纵向到底。") == [
        ("横向到边", "纵向到底")
    ]


def test_a_pair_without_marks_that_only_copies_repeat_is_none() -> None:
    text = "我县横向到边、纵向到底，不留死角。"
    assert clauses(text, text, copies=True) == []


@pytest.mark.parametrize(
    "pair",
    [
        "横向到边、纵向到底部",
        "海堤巡护、潮位上报",
        "横向到边。纵向到底",
        "横向到边（纵向到底）",
        "横向到边、横向到边",
    ],
    ids=["of two lengths", "nothing comes back", "a full stop", "a bracket", "twice the same"],
)
def test_clauses_that_do_not_answer_each_other_are_no_slogan(pair: str) -> None:
    assert clauses(f"“{pair}”", f"“{pair}”") == []


@pytest.mark.parametrize("pair", ["我们的海堤、他们的海堤", "在海堤巡查、在渔港巡查"])
def test_clauses_with_a_function_word_are_no_slogan(pair: str) -> None:
    assert clauses(f"“{pair}”") == []


def test_clauses_with_letters_or_figures_are_no_slogan() -> None:
    assert clauses("“一键5秒报警、一键9秒到场”") == []


def test_every_place_of_a_slogan_is_found_once() -> None:
    (slogan,) = slogans("做到“横向到边、纵向到底”。", "我县横向到边、纵向到底。")
    assert slogan.places == (Place(0, 3, 12), Place(1, 2, 11))


def test_a_slogan_counts_its_different_surroundings_and_the_clusters_of_its_documents() -> None:
    first = "全县做到“横向到边、纵向到底”，不留死角。"
    (copied,) = slogans(first, first, copies=True)
    (spread,) = slogans(first, "我县横向到边、纵向到底。")
    assert (copied.contexts, copied.clusters) == (1, 1)
    assert (spread.contexts, spread.clusters) == (2, 2)


def test_a_slogan_is_known_by_its_clauses_alone() -> None:
    (slogan,) = slogans("做到“横向到边、纵向到底”。")
    assert slogan.key == "横向到边纵向到底"


def test_a_quotation_that_is_never_closed_is_no_slogan() -> None:
    assert clauses("做到“横向到边、纵向到底。") == []


def test_a_slogan_does_not_reach_from_one_document_into_the_next() -> None:
    assert clauses("做到“横向到边、", "纵向到底”才行") == []


def test_no_text_has_no_slogans() -> None:
    assert clauses() == []


@pytest.mark.parametrize(
    "pair",
    [
        ("一线放开", "二线管住"),
        ("小事不出港", "大事不出县"),
        ("简案快审", "繁案精审"),
        ("预警到户", "责任到人"),
    ],
)
def test_clauses_answer_by_contrast_or_by_where_they_go(pair: tuple[str, str]) -> None:
    assert bare(f"各港落实{pair[0]}、{pair[1]}的要求。") == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "依照法律、行政法规处罚",
        "支持革命老区、民族地区发展",
        "食品生产、食品经营许可",
        "发展科技金融、绿色金融",
    ],
)
def test_nouns_in_a_row_are_no_slogan(text: str) -> None:
    assert bare(text) == []


def test_a_quotation_is_not_found_a_second_time_without_its_marks() -> None:
    (source,) = make_sources("做到“横向到边、纵向到底”。")
    found = find_parallels(source.clean.text, source.clean.kept)
    assert found == [Parallel(("横向到边", "纵向到底"), 3, 12, quoted=True, around=("做到“", "”。"))]


def test_what_stands_outside_the_kept_lines_is_not_found() -> None:
    assert find_parallels("做到“横向到边、纵向到底”。", ()) == []


@pytest.mark.parametrize("quoted", ["“船分类、村收集、港转运”", "“前港统一受理、后港分类审批、北港同时出证”"])
def test_three_quoted_clauses_of_one_length_are_a_slogan_whatever_they_say(quoted: str) -> None:
    assert len(clauses(f"健全{quoted}体系。")) == 1


def test_two_quoted_clauses_that_share_nothing_are_none() -> None:
    assert clauses("健全“船分类、村收集”体系。") == []
