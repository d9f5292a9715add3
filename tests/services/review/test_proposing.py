"""Proposing renderings out of a base: its concepts, what they teach, and the lists that were imported."""

from pathlib import Path

import pytest
from small_base import CHIEF, GREENWAY

from glossary.curation.proposals import Source
from glossary.model import Tier
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.history.undoing import undo
from glossary.services.review.attesting import import_list
from glossary.services.review.proposing import learn_base, propose_renderings
from glossary.store.database import Base

LIST = """zh,en,kind,tier,publisher,date,url,note
湖心岛,lake islet,attested,official,Office of Islets,2023-05,https://example.org/islets,
湖心岛,isle of the lake,attested,media,Lakeside Post,2003,,
湖心岛,lake heart island,avoid,media,Lakeside Post,2004,,word for word
"""


@pytest.fixture
def attested(base: Base, tmp_path: Path) -> Base:
    """The five concepts, and a list about islets."""
    path = tmp_path / "islets.csv"
    path.write_text(LIST, encoding="utf-8")
    import_list(base, path, who="tester")
    return base


def texts(base: Base, term: str) -> list[str]:
    return [proposal.text for proposal in propose_renderings(base, term).proposals]


def test_a_term_is_composed_of_the_concepts_that_the_base_has(base: Base) -> None:
    best = propose_renderings(base, "绿道管理平台").proposals[0]
    assert best.text == "greenway management platform"
    assert best.reason.startswith(f"绿道 greenway (concept {GREENWAY}) + ")


def test_a_short_form_gives_its_own_english(base: Base) -> None:
    best = propose_renderings(base, "智慧河长制").proposals[0]
    assert best.text == "smart river chief system"
    assert best.parts[-1].concept == CHIEF


@pytest.mark.parametrize("term", ["綠道管理平臺", "“绿道”管理平台"])
def test_the_script_and_the_punctuation_of_the_term_do_not_matter(base: Base, term: str) -> None:
    assert texts(base, term) == texts(base, "绿道管理平台")


def test_what_nobody_should_write_is_no_part(base: Base) -> None:
    assert not any("green road" in text or "green path" in text for text in texts(base, "绿道中心"))


def test_what_is_only_proposed_itself_is_no_part(base: Base) -> None:
    assert not any("unmarked bamboo raft" in text for text in texts(base, "“两无”竹筏登记"))


def test_who_attests_a_rendering_stays_attached_to_it(attested: Base) -> None:
    best = propose_renderings(attested, "湖心岛").proposals[0]
    assert (best.text, best.reason) == ("lake islet", "official: Office of Islets, 2023-05")
    (fact,) = best.evidence
    assert (fact.publisher, fact.date, fact.url) == (
        "Office of Islets",
        "2023-05",
        "https://example.org/islets",
    )


def test_what_a_list_advises_against_is_told_apart(attested: Base) -> None:
    found = propose_renderings(attested, "湖心岛")
    assert [one.text for one in found.proposals][:2] == ["lake islet", "isle of the lake"]
    assert [(one.text, one.reason) for one in found.avoid] == [("lake heart island", "word for word")]


def test_what_a_list_attests_is_a_part_of_longer_terms(attested: Base) -> None:
    best = propose_renderings(attested, "湖心岛平台").proposals[0]
    assert best.text == "lake islet platform"
    assert best.reason.startswith("湖心岛 lake islet (official: Office of Islets, 2023-05) + ")
    assert [fact.tier for fact in best.evidence] == [Tier.COMPOSED]


def test_a_part_that_was_just_added_is_known_at_once(base: Base) -> None:
    heads = learn_base(base)
    add_term(base, "渠长", NewRendering(text="channel chief"), who="tester")
    assert propose_renderings(base, "渠长平台", heads=heads).proposals[0].text == "channel chief platform"


def test_what_the_terms_teach_may_be_learned_beforehand(base: Base) -> None:
    for zh, en in (("巡湖员", "lake hand"), ("巡渠员", "channel hand"), ("竹筏员", "raft hand")):
        add_term(base, zh, NewRendering(text=en), who="tester")
    heads = learn_base(base)
    assert [learned.en for learned in heads.finals["员"]] == ["hand"]
    found = propose_renderings(base, "绿道员", heads=heads)
    assert found == propose_renderings(base, "绿道员")
    assert found.proposals[0].text == "greenway hand"


def test_a_known_term_has_what_the_base_recommends_and_nothing_composed(base: Base) -> None:
    found = propose_renderings(base, "綠道")
    assert [(one.text, one.source) for one in found.proposals] == [("greenway", Source.BASE)]
    assert [one.text for one in found.avoid] == ["green path", "green road"]


def test_each_sense_of_a_homograph_is_proposed(base: Base) -> None:
    (one,) = propose_renderings(base, "四水同治").proposals
    assert one.reason == "preferred in cfourlak 四水同治 (Thousand Lakes County)"


def test_what_was_learned_from_a_term_says_nothing_about_it_once_it_went(base: Base) -> None:
    for zh, en in (("巡湖员", "lake hand"), ("绿道员", "greenway hand")):
        add_term(base, zh, NewRendering(text=en), who="tester")
    heads = learn_base(base)
    undo(base, who="tester")
    assert "员" in heads.finals
    assert not any(
        "learned" in one.reason for one in propose_renderings(base, "绿道员", heads=heads).proposals
    )


def test_no_more_are_proposed_than_asked_for(base: Base) -> None:
    assert len(propose_renderings(base, "绿道管理平台", limit=2).proposals) == 2


@pytest.mark.parametrize("term", ["", "greenway", "…", "\ud800", "甪里"])
def test_where_nothing_is_known_nothing_is_proposed(base: Base, term: str) -> None:
    found = propose_renderings(base, term)
    assert (found.proposals, found.avoid) == ((), ())
