"""From sources to ranked candidates, end to end, on two small articles."""

import os
import subprocess
import sys
from math import prod
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.mining.corpus import make_corpus
from glossary.mining.miner import MIN_SCORE, Mined, mine
from glossary.mining.sources import Source
from glossary.mining.termhood import Termhood
from glossary.model import NAME_KINDS, Candidate, CandidateKind
from glossary.text.folding import folded_key

from .conftest import NOTHING_KNOWN, make_source, make_sources
from .harbour import CITY, COUNTY, everything, mine_articles

ANY_TEXT = st.text(alphabet="渔港潮汐预警员平台了的三一。，、“”（）简称 Aａ9\n-", max_size=120)
SHAPES_OF_NOTHING = ["", "\n\n", "渔", "。", "“”（）", " \u3000\t", "\ufeff", "12 345 12 345 12"]


@pytest.fixture(scope="module")
def mined() -> Mined:
    return mine_articles(COUNTY, CITY)


@pytest.fixture(scope="module")
def candidates(mined: Mined) -> dict[str, Candidate]:
    return {candidate.key: candidate for candidate in mined.candidates}


@pytest.mark.parametrize("term", ["渔港综合管理平台", "巡海员", "潮汐预警", "三无船舶", "一港双长"])
def test_what_both_articles_talk_about_is_found(candidates: dict[str, Candidate], term: str) -> None:
    assert candidates[term].clusters == candidates[term].documents == 2


def test_the_terms_of_the_articles_come_before_everyday_words(mined: Mined) -> None:
    first = [candidate.key for candidate in mined.candidates[:3]]
    assert set(first) <= {"渔港综合管理平台", "巡海员", "潮汐预警", "三无", "三无船舶", "一港双长"}


def test_a_declared_short_form_stands_with_its_full_form(candidates: dict[str, Candidate]) -> None:
    assert candidates["渔港综合管理平台"].short_forms == ("渔管平台",)
    assert "渔管平台" not in candidates


def test_a_term_is_spelled_as_the_articles_spell_it(candidates: dict[str, Candidate]) -> None:
    assert candidates["三无船舶"].term == "“三无”船舶"


def test_each_kind_is_told(candidates: dict[str, Candidate]) -> None:
    assert candidates["巡海员"].kind is CandidateKind.TERM
    assert candidates["一港双长"].kind is CandidateKind.FORMULA
    assert candidates["小事不出港大事不出县"].kind is CandidateKind.SLOGAN


def test_a_slogan_is_spelled_with_what_parts_its_clauses(candidates: dict[str, Candidate]) -> None:
    assert candidates["小事不出港大事不出县"].term == "小事不出港、大事不出县"


def test_persons_and_places_stand_apart(mined: Mined) -> None:
    assert {name.term: name.kind for name in mined.names}["陈志远"] is CandidateKind.PERSON
    assert all(name.kind in NAME_KINDS for name in mined.names)
    assert not any(candidate.kind in NAME_KINDS for candidate in mined.candidates)


def test_candidates_come_with_the_highest_score_first(mined: Mined) -> None:
    scores = [candidate.score for candidate in mined.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(score >= MIN_SCORE for score in scores)


def test_no_key_is_listed_twice(mined: Mined) -> None:
    keys = [candidate.key for candidate in everything(mined)]
    assert len(keys) == len(set(keys))


def test_a_key_is_the_folded_key_of_the_term(mined: Mined) -> None:
    for candidate in everything(mined):
        assert candidate.key == folded_key(candidate.term)


def test_the_score_is_the_product_of_the_features_that_are_shown(mined: Mined) -> None:
    for candidate in everything(mined):
        features = [candidate.features[name] for name in Termhood.__struct_fields__]
        assert candidate.score == pytest.approx(prod(features), abs=0.001)


def test_the_figures_behind_the_features_are_shown(candidates: dict[str, Candidate]) -> None:
    figures = candidates["巡海员"].features
    assert {
        "contexts",
        "left_entropy",
        "right_entropy",
        "quoted",
        "verbal",
        "background_per_million",
    } <= figures.keys()


def test_every_context_points_to_its_keyword_in_its_document(mined: Mined) -> None:
    texts = {f"document {number}": text for number, text in enumerate((COUNTY, CITY))}
    for candidate in everything(mined):
        for context in candidate.contexts:
            assert texts[context.document][context.start : context.end] == context.original == context.keyword
            assert folded_key(context.keyword) == candidate.key


def test_the_count_is_the_number_of_occurrences(candidates: dict[str, Candidate]) -> None:
    assert candidates["巡海员"].count == (COUNTY + CITY).count("巡海员")


def test_contexts_are_kept_for_the_first_candidates_alone() -> None:
    mined = mine_articles(COUNTY, CITY, contexts_of_top=1)
    assert [bool(candidate.contexts) for candidate in mined.candidates[:3]] == [True, False, False]


def test_contexts_kept_or_not_the_candidates_are_the_same(mined: Mined) -> None:
    without = mine_articles(COUNTY, CITY, contexts_of_top=0)
    assert [candidate.key for candidate in without.candidates] == [
        candidate.key for candidate in mined.candidates
    ]


def test_a_higher_minimum_leaves_fewer_candidates() -> None:
    keys = {candidate.key for candidate in mine_articles(COUNTY, CITY, min_count=4).candidates}
    assert "巡海员" in keys
    assert "潮汐预警" not in keys


def test_what_an_author_declares_is_found_though_it_stands_once() -> None:
    (candidate, *_) = mine_articles("县里建成渔港综合管理平台（简称渔管平台）。").candidates
    assert (candidate.term, candidate.count, candidate.short_forms) == ("渔港综合管理平台", 1, ("渔管平台",))


def test_the_words_of_an_english_passage_are_no_candidates() -> None:
    bilingual = "巡海员用GPS定位。\nEach harbour has a gate. The harbour gate is closed.\n渔港的GPS坏了。\n"
    keys = {candidate.key for candidate in mine_articles(bilingual).candidates}
    assert "gps" in keys
    assert keys.isdisjoint({"harbour", "gate", "closed"})


def test_mining_again_gives_the_same(mined: Mined) -> None:
    assert mine_articles(COUNTY, CITY) == mined


def test_the_order_of_the_documents_changes_no_count_and_no_score(mined: Mined) -> None:
    def figures(found: Mined) -> dict[str, tuple[object, ...]]:
        return {
            one.key: (one.term, one.kind, one.score, one.count, one.clusters, set(one.variants), one.features)
            for one in everything(found)
        }

    assert figures(mine_articles(CITY, COUNTY)) == figures(mined)


def test_a_copy_of_an_article_adds_nothing_to_the_salience_of_its_terms() -> None:
    once = {one.key: one.features["salience"] for one in mine_articles(COUNTY).candidates}
    twice = {
        one.key: one.features["salience"] for one in mine_articles(COUNTY, COUNTY, copies=True).candidates
    }
    both = once.keys() & twice.keys()
    assert "巡海员" in both
    assert {key: twice[key] for key in both} == {key: once[key] for key in both}


def test_another_publisher_earns_its_terms_more_than_a_copy() -> None:
    copy, other = mine_articles(COUNTY, COUNTY, copies=True), mine_articles(COUNTY, CITY)
    copied, shared = ({one.key: one.score for one in found.candidates} for found in (copy, other))
    assert shared["巡海员"] > copied["巡海员"]


def test_traditional_script_gives_the_candidates_of_simplified() -> None:
    simplified = mine_articles("渔管平台提醒巡海员。巡海员登录渔管平台，整治无证船舶。无证船舶！")
    traditional = mine_articles("漁管平臺提醒巡海員。巡海員登錄漁管平臺，整治無證船舶。無證船舶！")
    assert [one.term for one in traditional.candidates] == [one.term for one in simplified.candidates]
    assert {one.original for one in traditional.candidates[0].contexts} <= {"漁管平臺", "巡海員", "無證船舶"}


def test_case_and_width_give_one_candidate_with_its_spellings() -> None:
    (candidate, *_) = mine_articles("渔管App上线。渔管APP好用，渔管App省事；渔管ＡＰＰ。").candidates
    assert (candidate.key, candidate.term) == ("渔管app", "渔管App")
    assert set(candidate.variants) == {"渔管APP", "渔管ＡＰＰ"}


def test_no_documents_have_no_candidates() -> None:
    assert mine(make_corpus([]), background=NOTHING_KNOWN) == Mined((), ())


@pytest.mark.parametrize("text", SHAPES_OF_NOTHING)
def test_a_text_without_anything_to_mine_has_no_candidates(text: str) -> None:
    assert mine_articles(text, text) == Mined((), ())


def test_a_text_without_chinese_has_no_chinese_candidates() -> None:
    found = mine_articles("The harbour platform. The harbour platform.")
    assert not any("\u4e00" <= character <= "\u9fff" for one in everything(found) for character in one.term)


def test_words_without_chinese_are_not_joined_across_a_quotation_mark() -> None:
    found = everything(mine_articles("Lake“”Post。Lake“”Post。"))
    assert [one.key for one in found if one.key != folded_key(one.term)] == []


def test_a_text_beyond_the_basic_plane_is_mined() -> None:
    assert everything(mine_articles("𠮷𡈽鱼。𠮷𡈽鱼，𠮷𡈽鱼")) is not None


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(ANY_TEXT, max_size=3))
def test_whatever_the_texts_each_candidate_stands_where_it_says(texts: list[str]) -> None:
    sources = make_sources(*texts)
    by_name = {source.document.id: source for source in sources}
    for candidate in everything(mine(make_corpus(sources), background=NOTHING_KNOWN, min_count=1)):
        assert candidate.key == folded_key(candidate.term)
        assert candidate.contexts
        for context in candidate.contexts:
            assert context.original == slice_of(by_name[context.document], context.start, context.end)


def slice_of(source: Source, start: int, end: int) -> str:
    return source.document.text[start:end]


def test_repaired_texts_give_contexts_in_the_text_before_repair() -> None:
    extracted = "巡海(hǎi)員上報。巡海員登錄。"
    clean = "巡海員上報。巡海員登錄。"
    source = make_source(clean, cuts=((2, 5),), extracted=extracted)
    (worker,) = (
        one for one in mine(make_corpus([source]), background=NOTHING_KNOWN).candidates if one.key == "巡海员"
    )
    assert [(one.start, one.keyword, one.original) for one in worker.contexts] == [
        (0, "巡海員", "巡海(hǎi)員"),
        (11, "巡海員", "巡海員"),
    ]


@pytest.mark.slow
def test_mining_does_not_depend_on_the_order_of_sets() -> None:
    program = (
        "from glossary.mining.background import Background\n"
        "from glossary.mining.corpus import make_corpus\n"
        "from glossary.mining.miner import mine\n"
        "from tests.mining.harbour import CITY, COUNTY\n"
        "from tests.mining.conftest import make_sources\n"
        "print(mine(make_corpus(make_sources(COUNTY, CITY)), background=Background({})))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
