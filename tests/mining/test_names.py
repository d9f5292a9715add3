"""Persons and places leave the list of terms as names; organisations stay in it as a kind of their own."""

import pytest

from glossary.mining.background import Background
from glossary.mining.names import classify_name, find_places
from glossary.mining.persons import find_persons
from glossary.model import CandidateKind

from .conftest import NOTHING_KNOWN, a_background, a_measured, make_source

PERSON, PLACE, ORGANISATION = CandidateKind.PERSON, CandidateKind.PLACE, CandidateKind.ORGANISATION


def persons(text: str) -> set[str]:
    return set(find_persons(text, make_source(text).clean.kept))


def kind(
    written: str,
    *,
    persons: frozenset[str] = frozenset(),
    also_seen: tuple[str, ...] = (),
    background: Background = NOTHING_KNOWN,
) -> CandidateKind | None:
    measured = {one.string: one for one in map(a_measured, (written, *also_seen))}
    return classify_name(a_measured(written), persons, find_places(measured), background)


@pytest.mark.parametrize("name", ["王小明", "陈志远", "苏半舟"])
def test_a_surname_and_what_follows_it_is_a_person(name: str) -> None:
    assert name in persons(f"渔民{name}说，海堤加固了。")


@pytest.mark.parametrize("system", ["田长制", "林长制", "江长办"])
def test_an_institution_that_begins_with_a_surname_is_no_person(system: str) -> None:
    assert system not in persons(f"全面推行{system}，{system}纳入考核。")


def test_a_text_without_persons_has_none() -> None:
    assert persons("海堤巡查，潮位上报。") == set()


def test_a_name_that_was_found_is_a_person() -> None:
    assert kind("陈/nr 志远/nr", persons=frozenset({"陈志远"})) is PERSON


@pytest.mark.parametrize("title", ["书记", "县长", "记者", "主任"])
def test_a_name_with_a_title_is_a_person(title: str) -> None:
    assert kind(f"陈/nr 志远/nr {title}/n", persons=frozenset({"陈志远"})) is PERSON


def test_a_name_with_any_other_word_is_not_a_person() -> None:
    assert kind("陈/nr 志远/nr 工作室/n", persons=frozenset({"陈志远"})) is None


def test_a_title_alone_is_not_a_person() -> None:
    assert kind("县长/n", persons=frozenset({"陈志远"})) is None


def test_a_common_word_that_the_tagger_takes_for_a_person_is_none() -> None:
    assert kind("高潮/n", persons=frozenset({"高潮"}), background=a_background({"高潮": 12.0})) is None


def test_a_name_that_the_dictionary_cuts_into_other_words_is_none() -> None:
    assert kind("严肃/ad 查处/v", persons=frozenset({"严肃查"})) is None
    assert kind("严肃/ad 查/v", persons=frozenset({"严肃查"})) is None


def test_a_transcribed_foreign_name_is_a_person() -> None:
    assert kind("马克思/nrfg") is PERSON


@pytest.mark.parametrize("place", ["海南/ns", "内蒙古/ns", "广西/n"])
def test_a_province_is_a_place_however_it_is_tagged(place: str) -> None:
    assert kind(place) is PLACE


@pytest.mark.parametrize("place", ["临港县/ns", "临港/ns 县/zg", "青石/nz 镇/n", "滨海/ns 市/n"])
def test_a_name_with_the_tail_of_a_place_is_a_place(place: str) -> None:
    assert kind(place) is PLACE


def test_a_name_is_a_place_where_it_is_also_seen_with_the_tail_of_one() -> None:
    assert kind("临港/ns", also_seen=("临港/ns 县/zg",)) is PLACE
    assert kind("临港/ns") is None


@pytest.mark.parametrize(
    "term", ["渔业/n 县/n", "海防/n 街/n", "滨海/ns 渔业/n 县/n", "滨海/ns 开放市/n", "滨海新开发/ns 区/n"]
)
def test_the_tail_of_a_place_behind_anything_but_one_name_makes_no_place(term: str) -> None:
    assert kind(term) is None


@pytest.mark.parametrize(
    "name", ["村民/n 委员会/n", "滨海/ns 市/n 公安局/nt", "渔业/n 执法/vn 大队/n", "海事/n 法院/n"]
)
def test_what_ends_like_an_organisation_is_one(name: str) -> None:
    assert kind(name) is ORGANISATION


@pytest.mark.parametrize("term", ["潮汐/n 预警/vn 平台/n", "巡/v 堤/n 员/zg", "三位一体/l"])
def test_any_other_term_is_no_name(term: str) -> None:
    assert kind(term) is None


@pytest.mark.parametrize("term", ["城中村/ns", "自然村/n", "开发区/n"])
def test_a_kind_of_place_is_no_place(term: str) -> None:
    assert kind(term) is None


def test_a_place_that_no_dictionary_holds_is_told_by_its_tail() -> None:
    assert kind("临/v 海/n 市/n", also_seen=("临/v 海/n",)) is PLACE
    assert kind("临/v 海/n", also_seen=("临/v 海/n 市/n",)) is PLACE
    assert kind("临/v 海/n") is None


@pytest.mark.parametrize("name", ["王/nr 某/r", "李/nr 先生/n"])
def test_a_surname_with_a_form_of_address_is_a_person(name: str) -> None:
    assert kind(name) is PERSON


def test_a_name_that_nobody_speaks_beside_is_not_looked_for() -> None:
    assert persons("海堤旁王小明走过。") == set()


def test_the_places_among_all_strings_are_found() -> None:
    measured = {one.string: one for one in map(a_measured, ("海南/ns", "临港县/ns", "海堤/n"))}
    assert find_places(measured) == {"海南", "临港县"}


@pytest.mark.parametrize("body", ["渔业/n 局/n", "海事/n 分局/n", "临港市/ns 渔业局/n", "渔业/n 厅/n"])
def test_an_office_is_an_organisation(body: str) -> None:
    assert kind(body) is ORGANISATION


@pytest.mark.parametrize("thing", ["治港/n 格局/n", "办证/n 大厅/n", "法治/n 政府/n", "数字/n 政府/n"])
def test_what_only_ends_like_an_office_is_none(thing: str) -> None:
    assert kind(thing) is None


@pytest.mark.parametrize("body", ["县/n 政府/n", "临港/ns 政府/n", "地方/n 政府/n", "政府/n"])
def test_a_government_is_an_organisation(body: str) -> None:
    assert kind(body) is ORGANISATION


def test_what_is_quoted_as_an_organisation_is_a_likeness() -> None:
    bank = a_measured("潮汐/n 银行/n", count=2, quoted=2)
    assert classify_name(bank, frozenset(), frozenset(), NOTHING_KNOWN) is None


@pytest.mark.parametrize("community", ["临港/ns 社区/n", "林湾/nr 街道/n"])
def test_a_community_with_its_own_name_is_a_place(community: str) -> None:
    assert kind(community) is PLACE


def test_a_kind_of_community_is_none() -> None:
    assert kind("智慧/n 社区/n") is None


def test_a_town_is_a_place_with_its_level_before_it_too() -> None:
    assert kind("县/n 临河镇/ns") is PLACE


@pytest.mark.parametrize("district", ["翠屏/n 区/n", "长乐/a 县/n"])
def test_a_common_word_names_a_place_that_has_bodies_of_its_own(district: str) -> None:
    assert kind(district, also_seen=(f"{district} 教育局/n",)) is PLACE
    assert kind(district, also_seen=(f"{district} 管委会/n",)) is None


@pytest.mark.parametrize("name", ["北潮河/ns", "东堤湖/nr", "浅滩群岛/ns"])
def test_a_water_or_a_land_with_a_name_is_a_place(name: str) -> None:
    assert kind(name) is PLACE


@pytest.mark.parametrize("term", ["护城河/nz", "河湖/ns", "排水河/n"])
def test_a_kind_of_water_is_no_place(term: str) -> None:
    assert kind(term) is None


def test_a_new_district_is_a_place_by_the_name_before_it() -> None:
    assert kind("浦东新区/ns") is PLACE


def test_a_name_between_a_title_and_speech_is_a_person_though_its_given_name_is_a_word() -> None:
    assert persons("渔港局局长罗建平介绍，海堤加固了。") == {"罗建平"}


@pytest.mark.parametrize(
    "name", ["塔拉索夫/nrt", "马/n 尼/nrfg 托索/nr", "塔拉索/ns", "莫桑比克/ns", "波黑/j"]
)
def test_a_name_that_writes_down_foreign_sounds_is_a_name(name: str) -> None:
    assert kind(name) in {PERSON, PLACE}


@pytest.mark.parametrize("state", ["冰岛/ns", "伊拉克/nrt", "地中海/ns"])
def test_a_state_and_a_part_of_the_world_are_places_however_they_are_tagged(state: str) -> None:
    assert kind(state) is PLACE


@pytest.mark.parametrize("term", ["伊斯兰/ns", "维生素/nr", "内/n 科/n 博士/n", "基本法/n"])
def test_a_thing_that_is_written_with_the_same_characters_is_no_name(term: str) -> None:
    assert kind(term) is None


@pytest.mark.parametrize("name", ["罗建平/nr", "童远帆/nr"])
def test_a_full_name_that_the_dictionary_has_is_a_person_though_nobody_speaks_beside_it(name: str) -> None:
    assert kind(name) is PERSON


@pytest.mark.parametrize("word", ["安全性/nr", "许可证/nr", "申请人/nr", "高素质/nr"])
def test_a_common_word_that_the_dictionary_takes_for_a_name_is_none(word: str) -> None:
    assert kind(word, background=a_background({"安全": 200.0, "申请": 80.0, "素质": 30.0})) is None


@pytest.mark.parametrize(
    "name", ["总统/n 塔拉索夫/nrt", "议长/n 罗/nr 建平/n", "罗/nr 总裁/n", "罗建平/nr 同志/n"]
)
def test_a_name_with_a_title_before_or_behind_it_is_a_person(name: str) -> None:
    assert kind(name) is PERSON


def test_a_name_that_is_cut_into_three_characters_of_names_is_a_person() -> None:
    assert kind("邬/nr 薛/nr 祥/nr") is PERSON
    assert kind("邬/nr 薛/nr 堤/n") is None


def test_a_byline_names_its_reporter() -> None:
    assert kind("记者/n 罗/nr 建/v 平/n 报道/n") is PERSON


@pytest.mark.parametrize(
    "title", ["总统/n", "副/b 议长/n", "总统/n 选举/vn", "校长/n 负责制/n", "总统/n 上台/ns"]
)
def test_a_title_with_no_name_is_no_person(title: str) -> None:
    assert kind(title, background=a_background({"上台": 9.0})) is None


@pytest.mark.parametrize(
    "place", ["邬/nr 家/q 村/n", "临港/ns 自治县/n", "临港/ns 大桥/n", "临港/ns 地区/n", "长江口/ns"]
)
def test_a_village_a_region_a_bridge_and_a_bay_under_their_own_names_are_places(place: str) -> None:
    assert kind(place) is PLACE


@pytest.mark.parametrize(
    "term", ["贫困/a 村/n", "跨海/vn 大桥/n", "边远/a 地区/n", "入海口/ns", "各乡镇/ns", "港口城市/ns"]
)
def test_a_kind_of_village_bridge_or_region_is_no_place(term: str) -> None:
    assert kind(term) is None


def test_those_who_live_in_a_place_are_told_by_it() -> None:
    assert kind("临港人/n", also_seen=("临港/ns", "临港县/ns")) is PLACE
    assert kind("冰岛/ns 人/n") is PLACE
    assert kind("保管/v 人/n") is None
