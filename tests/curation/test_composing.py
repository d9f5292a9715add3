"""Renderings composed of what is known of a term's parts."""

import pytest

from glossary.curation.composing import compose_renderings
from glossary.curation.learning import learn_heads
from glossary.curation.proposals import Proposal, Source
from glossary.curation.senses import Known
from glossary.model import Tier

GREENWAY = "cgreenwa"
PARTS = {
    "绿道": (Known(text="greenway", concept=GREENWAY),),
    "渠长": (Known(text="channel chief", concept="cchannel"), Known(text="ditch head", concept="cchannel")),
    "渠水纠纷": (Known(text="conflicts and disputes over water", concept="cdispute"),),
}
HEADS = learn_heads([("湖堤员", "dyke hand"), ("水渠员", "channel hand"), ("竹筏员", "raft hand")])


def propose(term: str) -> tuple[Proposal, ...]:
    return compose_renderings(term, PARTS, heads=HEADS)


def best(term: str) -> str:
    return propose(term)[0].text


def texts(term: str) -> list[str]:
    return [proposal.text for proposal in propose(term)]


def test_a_part_of_the_base_and_a_learned_ending_make_a_rendering() -> None:
    assert best("绿道员") == "greenway hand"


def test_the_reason_names_each_part_and_where_it_is_from() -> None:
    assert propose("绿道员")[0].reason == (
        f"绿道 greenway (concept {GREENWAY}) + "
        "员 hand (learned from 3 of 3 terms, such as 水渠员 channel hand)"
    )
    assert propose("绿道平台")[0].reason == f"绿道 greenway (concept {GREENWAY}) + 平台 platform (word list)"


def test_the_parts_are_told_one_by_one() -> None:
    told = [(part.zh, part.en, part.origin, part.concept) for part in propose("绿道平台")[0].parts]
    assert told == [("绿道", "greenway", "concept", GREENWAY), ("平台", "platform", "list", "")]


def test_what_is_composed_says_so_and_scores_below_whatever_is_attested() -> None:
    for proposal in propose("绿道平台"):
        assert proposal.source is Source.COMPOSED
        assert [fact.tier for fact in proposal.evidence] == [Tier.COMPOSED]
        assert 0 < proposal.score < 1


def test_every_rendering_of_a_part_is_tried_the_preferred_one_first() -> None:
    found = texts("渠长平台")
    assert found.index("channel chief platform") < found.index("ditch head platform")


def test_at_most_five_are_proposed_the_best_first_and_none_twice() -> None:
    found = propose("渠长管理机构")
    assert len(found) == 5
    assert len({proposal.text.lower() for proposal in found}) == 5
    assert [proposal.score for proposal in found] == sorted((p.score for p in found), reverse=True)


def test_the_term_itself_is_not_looked_up() -> None:
    assert propose("绿道") == ()


@pytest.mark.parametrize("term", ["greenway", "", "…", "甪", "甪甪甪甪"])
def test_where_nothing_is_known_nothing_is_proposed(term: str) -> None:
    assert propose(term) == ()


def test_one_unknown_part_leaves_a_gap_to_fill() -> None:
    (proposal,) = propose("绿道甪平台")
    assert (proposal.text, proposal.has_gap, proposal.score) == ("greenway … platform", True, 0.0)
    assert "甪 is not known" in proposal.reason


@pytest.mark.parametrize("term", ["甪绿道甪平台甪", "甪线", "甪甪甪甪平台"])
def test_a_phrase_that_would_be_mostly_gap_is_not_proposed(term: str) -> None:
    assert propose(term) == ()


def test_script_width_and_punctuation_do_not_matter() -> None:
    assert best("“綠道”平臺") == best("绿道平台")


def test_each_item_of_a_list_is_composed_by_itself() -> None:
    assert best("绿道、渠长") == "greenway and channel chief"
    assert best("绿道平台、渠长、绿道中心") == "greenway platform, channel chief and greenway center"
    assert propose("绿道、甪") == ()


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("智慧绿道", "smart greenway"),
        ("绿道的平台", "greenway platform"),
        ("绿道和渠长", "greenway and channel chief"),
        ("绿道主任", "director of greenway"),
        ("打击走私", "combating smuggling"),
        ("三道防线", "three lines of defense"),
        ("5号平台", "No. 5 platform"),
        ("反走私", "anti-smuggling"),
        ("指挥调度", "command and dispatch"),
        ("渠水纠纷化解", "resolution of conflicts and disputes over water"),
        ("海南省公安厅", "Hainan Provincial Public Security Department"),
        ("海南省绿道", "Hainan greenway"),
    ],
)
def test_parts_stand_in_the_order_of_english(term: str, text: str) -> None:
    assert best(term) == text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("违法犯罪", "illegal acts and crimes"),
        ("违法犯罪活动", "illegal and criminal activity"),
        ("矛盾问题", "conflicts and problems"),
        ("设施设备", "facilities and equipment"),
        ("科学技术", "science and technology"),
        ("河湖管理", "management of rivers and lakes"),
    ],
)
def test_two_of_a_kind_side_by_side_are_a_list(term: str, text: str) -> None:
    assert best(term) == text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("消防安全", "fire safety"),
        ("信息安全保卫", "information security"),
        ("安全隐患", "safety hazard"),
        ("污水处理", "sewage treatment"),
        ("数据处理", "data processing"),
    ],
)
def test_the_words_beside_a_word_pick_its_sense(term: str, text: str) -> None:
    assert best(term).startswith(text)


@pytest.mark.parametrize(("term", "text"), [("一张图", "one map"), ("三张图", "three maps")])
def test_what_is_counted_is_in_the_plural_but_for_one(term: str, text: str) -> None:
    assert best(term) == text


def test_what_is_prevented_and_controlled_stands_before_its_system() -> None:
    assert best("防控体系") == "prevention and control system"


def test_a_known_part_is_not_cut_up() -> None:
    parts = {"大渠": (Known(text="main channel", concept="cchannel"),)}
    found = compose_renderings("大渠平台", parts | {"渠": (Known(text="ditch", concept="cditchxx"),)})
    assert not any("ditch" in one.text for one in found)


def test_a_province_may_stand_behind_its_body_too() -> None:
    assert "Public Security Department of Hainan Province" in texts("海南省公安厅")


def test_a_word_of_the_list_is_proposed_as_it_is() -> None:
    assert best("委员会") == "committee"
