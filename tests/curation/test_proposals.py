"""The order of proposals: attested ones by who used them and when, then composed ones; some to avoid."""

import json
from typing import Any

from glossary.curation.proposals import (
    Avoid,
    Proposal,
    Proposals,
    Source,
    describe_proposals,
    rank_proposals,
)
from glossary.model import Attestation, AttestationKind, Basis, Evidence, Tier


def attest(
    en: str,
    tier: Tier = Tier.OFFICIAL,
    date: str = "2024",
    *,
    kind: AttestationKind = AttestationKind.ATTESTED,
    **fields: Any,
) -> Attestation:
    publisher = fields.pop("publisher", "" if tier is Tier.COMPOSED else "Office of Greenways")
    evidence = Evidence(tier=tier, date=date, publisher=publisher, **fields)
    return Attestation(zh="绿道", en=en, kind=kind, evidence=evidence)


def compose(text: str, score: float = 0.5) -> Proposal:
    return Proposal(text=text, reason="parts", score=score, source=Source.COMPOSED)


def order(*attested: Attestation, composed: tuple[Proposal, ...] = ()) -> list[str]:
    return [one.text for one in rank_proposals(composed, attested).proposals]


def test_attested_ones_come_before_composed_ones() -> None:
    assert order(attest("greenway", Tier.MEDIA, "1999"), composed=(compose("green road", 0.9),)) == [
        "greenway",
        "green road",
    ]


def test_authority_counts() -> None:
    assert order(attest("green path", Tier.MEDIA), attest("greenway", Tier.OFFICIAL)) == [
        "greenway",
        "green path",
    ]


def test_the_newer_of_two_of_one_authority_comes_first() -> None:
    assert order(attest("green path", date="2010-05"), attest("greenway", date="2024-05-01")) == [
        "greenway",
        "green path",
    ]


def test_what_has_no_date_comes_behind_what_is_new() -> None:
    assert order(attest("green path", date=""), attest("greenway")) == ["greenway", "green path"]


def test_a_bilingual_source_says_more_than_english_alone() -> None:
    one, other = attest("green path", basis=Basis.ENGLISH_ONLY), attest("greenway", basis=Basis.BILINGUAL)
    assert order(one, other) == ["greenway", "green path"]


def test_several_publishers_say_more_than_one_but_copies_do_not() -> None:
    path = [
        attest("green path"),
        attest("green path", publisher="Lake Post", mirror_of="Office of Greenways"),
    ]
    way = [attest("greenway"), attest("greenway", publisher="Lake Post")]
    assert order(*path, *way) == ["greenway", "green path"]


def test_lines_that_differ_in_case_or_number_are_one_proposal_with_all_their_evidence() -> None:
    (proposal,) = rank_proposals((), [attest("greenway", date="2020"), attest("Greenways")]).proposals
    assert proposal.text == "Greenways"
    assert len(proposal.evidence) == 2
    assert proposal.reason == "official: Office of Greenways, 2024; and 1 more"


def test_a_composed_one_that_is_attested_is_shown_as_attested() -> None:
    (proposal,) = rank_proposals([compose("Greenway")], [attest("greenway")]).proposals
    assert (proposal.source, proposal.text) == (Source.ATTESTED, "greenway")


def test_what_a_list_composed_is_composed_and_keeps_its_note() -> None:
    (proposal,) = rank_proposals((), [attest("greenway", Tier.COMPOSED, "", note="as in towns")]).proposals
    assert proposal.source is Source.COMPOSED
    assert proposal.reason == "composed, as an attestation list has it: as in towns"
    assert proposal.score < 1


def test_machine_translation_comes_last() -> None:
    assert order(attest("verdant lane", Tier.MACHINE), composed=(compose("green road", 0.1),)) == [
        "green road",
        "verdant lane",
    ]


def test_what_a_list_says_to_avoid_is_proposed_by_nobody() -> None:
    bad = attest("green road", kind=AttestationKind.AVOID, note="word for word")
    found = rank_proposals([compose("green road")], [bad, attest("Green Road", publisher="Lake Post")])
    assert found.proposals == ()
    (avoid,) = found.avoid
    assert (avoid.text, avoid.reason, len(avoid.evidence)) == ("green road", "word for word", 2)


def hold(*texts: str, avoid: tuple[str, ...] = (), score: float = 4.0) -> Proposals:
    return Proposals(
        proposals=tuple(
            Proposal(text=text, reason="preferred", score=score, source=Source.BASE) for text in texts
        ),
        avoid=tuple(Avoid(text=text, reason="deprecated: write greenway", evidence=()) for text in avoid),
    )


def test_what_the_base_recommends_comes_before_whatever_is_attested_and_once() -> None:
    found = rank_proposals((), [attest("green path"), attest("Greenways")], held=hold("greenway"))
    assert [(one.text, one.source) for one in found.proposals] == [
        ("greenway", Source.BASE),
        ("green path", Source.ATTESTED),
    ]


def test_what_the_base_only_proposes_comes_behind_what_is_attested() -> None:
    found = rank_proposals(
        [compose("green road", 0.9)], [attest("green path")], held=hold("greenway", score=0.98)
    )
    assert [one.text for one in found.proposals] == ["green path", "greenway", "green road"]


def test_what_the_base_deprecates_is_to_be_avoided_though_somebody_uses_it() -> None:
    found = rank_proposals((), [attest("green path")], held=hold("greenway", avoid=("green path",)))
    assert [one.text for one in found.proposals] == ["greenway"]
    (avoid,) = found.avoid
    assert (avoid.text, avoid.reason) == ("green path", "deprecated: write greenway")
    assert [fact.publisher for fact in avoid.evidence] == ["Office of Greenways"]


def test_what_a_list_advises_against_is_proposed_where_the_base_recommends_it() -> None:
    bad = attest("greenway", kind=AttestationKind.AVOID)
    found = rank_proposals((), [bad], held=hold("greenway"))
    assert ([one.text for one in found.proposals], found.avoid) == (["greenway"], ())


def test_without_a_note_it_is_said_who_used_what_is_to_be_avoided() -> None:
    (avoid,) = rank_proposals((), [attest("green road", kind=AttestationKind.AVOID)]).avoid
    assert avoid.reason == "advised against; used by Office of Greenways"


def test_no_more_than_asked_for_are_returned() -> None:
    lines = [attest("greenway"), attest("green path", Tier.MEDIA)]
    assert [one.text for one in rank_proposals((), lines, limit=1).proposals] == ["greenway"]


def test_proposals_can_be_written_as_json() -> None:
    lines = [attest("greenway"), attest("green road", kind=AttestationKind.AVOID)]
    described = json.loads(json.dumps(describe_proposals(rank_proposals((), lines))))
    (proposal,), (avoid,) = described["proposals"], described["avoid"]
    assert [proposal[name] for name in ("text", "source", "score")] == ["greenway", "attested", 2.0]
    assert proposal["evidence"][0]["publisher"] == "Office of Greenways"
    assert (avoid["text"], describe_proposals(Proposals())) == ("green road", {"proposals": [], "avoid": []})
