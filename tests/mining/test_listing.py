"""What is listed: watched keys first, stopped ones not at all, other forms of one thing under one entry."""

from glossary.mining.corpus import make_corpus
from glossary.mining.miner import Mined, mine
from glossary.mining.places import Occurrences
from glossary.mining.search import find_keys
from glossary.model import CandidateKind

from .conftest import make_sources
from .harbour import CITY, COUNTY, EVERYDAY, everything, mine_articles


def mine_watching(text: str, *watched: str, stopped: tuple[str, ...] = ()) -> Mined:
    sources = make_sources(text)
    places = {key: Occurrences.of(found) for key, found in find_keys(sources, watched).items()}
    return mine(make_corpus(sources), background=EVERYDAY, watched=places, stopped=stopped)


def test_watched_keys_lead_the_list_the_better_first() -> None:
    terms = [one.key for one in mine_watching(COUNTY, "险情", "潮汐预警", "巡海员").candidates]
    assert set(terms[:3]) == {"险情", "潮汐预警", "巡海员"}
    assert terms.index("巡海员") < terms.index("险情")


def test_a_watched_key_has_all_its_places_whatever_words_they_are_cut_into() -> None:
    (first, *_) = mine_watching(COUNTY, "管平").candidates
    assert (first.key, first.count) == ("管平", COUNTY.count("管平"))
    assert first.features["watched"] == 1.0


def test_a_watched_key_that_is_a_slogan_stays_one() -> None:
    (first, *_) = mine_watching(COUNTY, "小事不出港大事不出县").candidates
    assert (first.key, first.kind) == ("小事不出港大事不出县", CandidateKind.SLOGAN)


def test_watching_changes_no_score_of_the_others() -> None:
    def others(found: Mined) -> dict[str, float]:
        return {one.key: one.score for one in everything(found) if one.key != "巡海员"}

    assert others(mine_watching(COUNTY, "巡海员")) == others(mine_watching(COUNTY))


def test_stopped_keys_are_in_no_list() -> None:
    found = everything(mine_watching(COUNTY + CITY, stopped=("巡海员", "陈志远")))
    assert found
    assert not {"巡海员", "陈志远"} & {one.key for one in found}


def test_what_needs_no_contexts_takes_the_place_of_nothing_that_does() -> None:
    corpus = make_corpus(make_sources(COUNTY, CITY))
    first, second, *_ = mine(corpus, background=EVERYDAY).candidates
    corpus = make_corpus(make_sources(COUNTY, CITY))
    found = mine(
        corpus, background=EVERYDAY, contexts_of_top=1, wanted=lambda one: one.key != first.key
    ).candidates
    assert [bool(one.contexts) for one in found[:3]] == [False, True, False]
    assert [one.key for one in found[:2]] == [first.key, second.key]


def test_a_name_that_only_a_copy_has_is_offered_beside_the_other() -> None:
    text = "县里推广{0}，沿海各村都接入。巡海员登录{0}，每天上报险情和潮位。渔民出海先查看{0}。"
    sources = (text.format("潮汐预警平台"), text.format("海浪监测中心"))
    found = {one.key: one for one in mine_articles(*sources, copies=True).candidates}
    named = {*found["潮汐预警平台"].variants, *found["海浪监测中心"].variants}
    assert named & {"潮汐预警平台", "海浪监测中心"}


def test_a_short_form_that_nobody_declares_is_paired_where_both_stand_in_one_document() -> None:
    text = "社会管理信息平台上线，社会管理信息平台接入各村。社管平台好用，社管平台省事。"
    found = {one.key: one for one in mine_articles(text).candidates}
    assert found["社会管理信息平台"].short_forms == ("社管平台",)
    assert "社管平台" not in found


def test_a_formula_names_its_members_by_the_documents_that_list_them() -> None:
    listed = "渔管中心、海堤工程、潮汐预警、巡海服务“四位一体”建成，四位一体好用。"
    other = "四位一体，即渔港、海堤、潮位、渔船。"
    found = {one.key: one for one in mine_articles(listed, other, "四位一体值得推广。").candidates}
    assert found["四位一体"].members == {
        "document 0": ("渔管中心", "海堤工程", "潮汐预警", "巡海服务"),
        "document 1": ("渔港", "海堤", "潮位", "渔船"),
    }


def test_what_is_no_formula_has_no_members() -> None:
    assert all(
        not one.members for one in mine_articles(COUNTY, CITY).candidates if one.kind is CandidateKind.TERM
    )
