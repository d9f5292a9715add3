"""What is written in the form is read field by field; a complaint names the field that it is about."""

import pytest

from glossary.cli.review.wording import Mistake, Wording, begin_wording, read_wording
from glossary.curation.proposals import Proposal, Source
from glossary.model import Evidence, Status, Tier

POST = Evidence(publisher="Lakeside Post", date="2021", tier=Tier.MEDIA)
PROPOSAL = Proposal(text="grid worker", reason="", score=1.0, source=Source.ATTESTED, evidence=(POST,))


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("text", {"text": " "}),
        ("text", {"text": "… worker"}),
        ("text", {"text": "grid 网格"}),
        ("text", {"text": "x" * 100_000}),
        ("status", {"status": "dear"}),
        ("status", {"instead": "grid worker"}),
        ("instead", {"status": "deprecated"}),
        ("publisher", {"date": "2021"}),
        ("publisher", {"tier": "official"}),
        ("publisher", {"publisher": "Post\x07"}),
        ("date", {"publisher": "Post", "date": "2021-13"}),
        ("url", {"publisher": "Post", "url": "lake.org"}),
        ("tier", {"publisher": "Post", "tier": "high"}),
        ("note", {"note": "\x07"}),
    ],
)
def test_a_complaint_names_its_field(field: str, typed: dict[str, str]) -> None:
    with pytest.raises(Mistake) as complaint:
        Wording(**{"text": "grid keeper", **typed}).as_rendering()
    assert complaint.value.field == field


def test_blanks_around_what_was_typed_do_not_count() -> None:
    new = Wording(text=" grid keeper ", status=" admitted ", publisher=" Post ", date=" 2021 ").as_rendering()
    assert (new.text, new.status) == ("grid keeper", Status.ADMITTED)
    assert (new.evidence.publisher, new.evidence.date) == ("Post", "2021")


def test_a_form_that_is_left_as_it_was_proposed_keeps_its_sources() -> None:
    assert read_wording(begin_wording(PROPOSAL), PROPOSAL).evidence == POST


def test_without_a_proposal_the_form_is_empty() -> None:
    assert begin_wording(None) == Wording()
