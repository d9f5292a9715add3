"""With what authority a publisher writes."""

import pytest

from glossary.curation.tiers import guess_tier
from glossary.model import Tier


@pytest.mark.parametrize(
    ("publisher", "url"),
    [
        ("State Council of the PRC", ""),
        ("Ministry of Justice", ""),
        ("National Health Commission", ""),
        ("Shanghai Municipal Government", ""),
        ("a page of Haikou", "https://www.haikou.gov.cn/english"),
        ("a bureau", "https://www.gov.uk/x"),
    ],
)
def test_a_body_of_the_state_is_official(publisher: str, url: str) -> None:
    assert guess_tier(publisher, url) is Tier.OFFICIAL


@pytest.mark.parametrize(
    ("publisher", "url"), [("Xinhua", ""), ("China Daily (Europe)", ""), ("a page", "http://en.people.cn/n3")]
)
def test_the_state_s_own_outlets_are_state_media(publisher: str, url: str) -> None:
    assert guess_tier(publisher, url) is Tier.STATE_MEDIA


@pytest.mark.parametrize(
    ("publisher", "url"),
    [("Lakeside Post", "https://example.org"), ("", ""), ("x", "https://notgov.cn.example.org")],
)
def test_all_others_are_media(publisher: str, url: str) -> None:
    assert guess_tier(publisher, url) is Tier.MEDIA
