"""Every page of a report holds all that it needs, and a browser runs and fetches nothing else for it."""

from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html

from glossary.report.annotation_page import write_annotation_page
from glossary.report.coverage import Coverage
from glossary.report.coverage_page import write_coverage_page
from glossary.report.findings_page import write_findings_page
from glossary.report.mining_page import write_page

from .mining_runs import run

PAGES = {
    "annotate": lambda: write_annotation_page([], title="a.txt"),
    "coverage": lambda: write_coverage_page(Coverage(terms=(), documents=0, characters=0), title="a.txt"),
    "check": lambda: write_findings_page([], segments=1, waived=0, more=0),
    "report": lambda: write_page(run()),
}


def digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_allows_its_own_style_and_script_and_nothing_else(name):
    page = html.fromstring(PAGES[name]())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    own = [f"{one.tag}-src 'sha256-{digest(one.text)}'" for one in page.iter("style", "script")]
    allowed = ["default-src 'none'", *own, "base-uri 'none'", "form-action 'none'"]
    assert policy.split("; ") == allowed
