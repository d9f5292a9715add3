"""The page opened from a file in a real browser, as a client would, on a desk and on a phone."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from glossary.report.mining_page import write_page
from glossary.report.mining_values import ListedDocument, Mark

from .mining_runs import context, record, run, term

pytestmark = pytest.mark.slow

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK, PHONE = (1280, 900), (360, 740)
A4_WIDTH, A4_WIDTH_INSIDE_MARGINS = 794, 688
BROKEN_WORDS = r"""cells => cells.flatMap(cell => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  while (texts.nextNode())
    for (const word of texts.currentNode.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) broken.push(word[0]);
    }
  return broken;
})"""
LABEL_BOXES = """all => all.map(one => one.getBoundingClientRect())
  .map(box => [box.left, box.top, box.right, box.bottom])"""


def require_browser() -> str:
    """Return the path of a browser; without one the test is skipped, but not where CI promises one."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        found = None
    if found is None:
        missing = "playwright (pip) and chromium (apt) are needed to test the page in a browser"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@dataclass
class Opened:
    """A page in a browser, with what it asked for and complained of since it was opened."""

    page: Any
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with long terms, lines that are longer than a phone is wide, and thirty documents."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    side = "县里的绿道沿着湖堤修了二十公里早晚都有人在上面散步骑车的人也不少" * 2
    lines = tuple(
        context(number, left=side, right=side, low_trust=True, original="巡(xún)护员") for number in (1, 2)
    )
    plain = run()
    first = plain.terms[0]
    first = replace(
        first, entry=replace(first.entry, candidate=replace(first.entry.candidate, contexts=lines))
    )
    more = (
        term("巡护员“三清三查”" * 4, 5),
        term("supervisory" * 9, 6),
        term("湖堤老巡护员", 7, variants=("湖堤“老”巡护员",)),
    )
    documents = tuple(
        ListedDocument(
            number=one,
            record=record(one, title="很长的标题" * 20, repairs={"width": 1_000}),
            set_aside=("x" * 90,),
        )
        for one in range(1, 31)
    )
    marked = tuple(
        replace(one, marks=(Mark(1, 0.5), Mark(30, 0.5))) for one in (first, *plain.terms[1:], *more)
    )
    path.write_text(write_page(replace(plain, terms=marked, documents=documents)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    executable = require_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def opened(request: pytest.FixtureRequest, browser: Any, page_file: Path) -> Iterator[Opened]:
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height})
    watched = Opened(page)
    page.on("request", lambda one: watched.asked.append(one.url))
    page.on("console", lambda one: watched.complaints.append(one.text))
    page.on("pageerror", lambda one: watched.complaints.append(str(one)))
    page.goto(page_file.as_uri())
    yield watched
    page.close()


def test_the_page_is_no_wider_than_the_window(opened):
    widths = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]


def test_the_page_asks_for_nothing_but_itself_and_complains_of_nothing(opened, page_file):
    assert opened.asked == [page_file.as_uri()]
    assert opened.complaints == []


def test_the_style_of_the_page_is_taken(opened):
    assert opened.page.evaluate("getComputedStyle(document.body).margin") == "0px"


def test_labels_of_a_graph_overlap_neither_each_other_nor_the_edge(opened):
    graphs = opened.page.locator("svg.family").all()
    assert graphs
    for graph in graphs:
        boxes = graph.locator("text").evaluate_all(LABEL_BOXES)
        edge = graph.bounding_box()
        assert all(right <= edge["x"] + edge["width"] + 1 for _, _, right, _ in boxes)
        assert not [
            (one, other)
            for at, one in enumerate(boxes)
            for other in boxes[at + 1 :]
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        ]


def test_a_person_finds_a_term_by_its_english(opened):
    opened.page.get_by_label("Find").fill("dyke")
    rows = opened.page.locator("#table tbody tr:visible")
    assert [one.get_attribute("data-rank") for one in rows.all()] == ["1"]
    assert opened.page.locator("article.term:visible").count() == 1
    assert opened.page.locator("#found").inner_text() == "1 of 7"


def test_a_person_orders_the_terms(opened):
    opened.page.get_by_label("Order").select_option("english")
    assert opened.page.locator("#table tbody tr").first.get_attribute("data-rank") == "1"
    opened.page.get_by_label("Order").select_option("count")
    assert opened.page.locator("#table tbody tr").count() == 7


@pytest.mark.parametrize("has_english", [True, False])
def test_printed_on_paper_no_word_or_number_of_the_table_is_broken(browser, tmp_path, has_english):
    plain = run()
    first = plain.terms[0]
    english = replace(first.renderings[0], text="comprehensive administrative responsibilities")
    frequent = term("综合治理中心", 2, count=11_891, documents=12_345)
    terms = (replace(first, renderings=(english,) if has_english else ()), frequent)
    file = tmp_path / "report.html"
    file.write_text(write_page(replace(plain, terms=terms)), encoding="utf-8")
    page = browser.new_page(viewport={"width": A4_WIDTH, "height": 1123})
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    page.evaluate(f"document.body.style.width = '{A4_WIDTH_INSIDE_MARGINS}px'")
    cells = page.locator(".glance thead .figure, .glance thead .rank, .glance td.figure, .glance td.english")
    assert cells.count() > 6
    assert cells.evaluate_all(BROKEN_WORDS) == []
    page.close()


def test_the_page_is_whole_without_its_script(browser, page_file):
    context_without = browser.new_context(java_script_enabled=False)
    page = context_without.new_page()
    page.goto(page_file.as_uri())
    assert page.locator("article.term").count() == 7
    assert not page.locator(".tools").is_visible()
    context_without.close()
