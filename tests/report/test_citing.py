"""A rendering as it is quoted with its source."""

from glossary.model import Evidence, Rendering, Tier
from glossary.report.citing import cite

PAPER = Evidence(publisher="Lakeside Post", date="2019", tier=Tier.MEDIA)
OFFICE = Evidence(
    publisher="Office of Greenways",
    title="Greenways on foot",
    date="2023-05",
    url="https://example.org/greenways",
    tier=Tier.OFFICIAL,
)


def cited(*evidence: Evidence) -> str:
    return cite(Rendering(text="greenway", evidence=evidence))


def test_publisher_title_date_and_address_are_named() -> None:
    told = "greenway (Office of Greenways, “Greenways on foot”, 2023-05, https://example.org/greenways)"
    assert cited(OFFICE) == told


def test_what_is_not_known_leaves_no_trace() -> None:
    assert cited(PAPER) == "greenway (Lakeside Post, 2019)"


def test_of_several_sources_the_highest_tier_is_named() -> None:
    assert cited(PAPER, OFFICE) == cited(OFFICE)


def test_of_equal_sources_the_first_is_named() -> None:
    later = Evidence(publisher="Riverside Post", tier=Tier.MEDIA)
    assert cited(PAPER, later) == cited(PAPER)


def test_a_copy_names_what_it_copies() -> None:
    copy = Evidence(publisher="Lakeside Post", mirror_of="Office of Greenways", tier=Tier.MEDIA)
    assert cited(copy) == "greenway (Lakeside Post, copying Office of Greenways)"


def test_a_rendering_that_nobody_used_says_so() -> None:
    said = "greenway (composed; no publisher is on record)"
    assert [cited(), cited(Evidence())] == [said, said]


def test_a_machine_is_named_as_one() -> None:
    machine = Evidence(publisher="Enginewords", tier=Tier.MACHINE)
    assert cited(machine) == "greenway (machine translation by Enginewords)"
