"""What the scripts of the pages do, in a real browser: answers while one types, and copying."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from glossary.services.lookup.requests import list_requests
from glossary.store.database import open_base

from .test_serving import require_browser, server

__all__ = ["server"]

pytestmark = pytest.mark.slow

ASKED = "**/api/v1/lookup*"


@pytest.fixture
def page(server: str) -> Iterator[Any]:
    """A page of the server in a browser that runs scripts; any complaint of the page fails the test."""
    executable = require_browser()
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        context = browser.new_context(base_url=server, viewport={"width": 800, "height": 700})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        opened = context.new_page()
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        yield opened
        browser.close()
    assert complaints == []


def box(page: Any) -> Any:
    return page.get_by_role("combobox", name="Look up a term")


def options(page: Any) -> Any:
    return page.get_by_role("option")


def clipboard(page: Any) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_terms_are_offered_while_one_types(page: Any) -> None:
    page.goto("/")
    box(page).press_sequentially("wangge")
    options(page).first.wait_for()
    assert [one.inner_text().split("\n")[0].strip() for one in options(page).all()] == [
        "网格员",
        "网格员之家",
    ]
    assert box(page).get_attribute("aria-expanded") == "true"
    assert page.get_by_role("status").inner_text() == "2 terms; arrow keys choose"


def test_arrows_choose_and_enter_takes_the_chosen_term(page: Any) -> None:
    page.goto("/")
    box(page).press_sequentially("wangge")
    options(page).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert options(page).nth(1).get_attribute("aria-selected") == "true"
    assert box(page).get_attribute("aria-activedescendant") == options(page).nth(1).get_attribute("id")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Entries for 网格员之家").wait_for()


def test_enter_without_a_choice_asks_for_what_is_typed(page: Any) -> None:
    page.goto("/")
    box(page).press_sequentially("grid worker")
    options(page).first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Entries for grid worker").wait_for()


def test_a_click_takes_a_term(page: Any) -> None:
    page.goto("/")
    box(page).press_sequentially("wangge")
    options(page).nth(1).click()
    page.get_by_role("heading", name="Entries for 网格员之家").wait_for()


def test_escape_closes_the_list_and_leaves_what_is_typed(page: Any) -> None:
    page.goto("/")
    box(page).press_sequentially("wangge")
    options(page).first.wait_for()
    page.keyboard.press("Escape")
    assert options(page).count() == 0
    assert (box(page).input_value(), box(page).get_attribute("aria-expanded")) == ("wangge", "false")


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(page: Any) -> None:
    """It could not come at all where the browser drops the request, so here it must not."""
    held: list[Any] = []

    def hold_the_first(route: Any) -> None:
        if "wangge" in route.request.url:
            held.append(route)
        else:
            route.continue_()

    page.add_init_script("window.AbortController = class { abort() {} }")
    page.goto("/")
    page.route(ASKED, hold_the_first)
    with page.expect_request(ASKED):
        box(page).fill("wangge")
    box(page).fill("grid workers' home")
    options(page).first.wait_for()
    late = {"hits": [{"term": "旧", "reading": "", "scope": "", "renderings": []}]}
    with page.expect_response("**/api/v1/lookup?q=wangge*"):
        held[0].fulfill(json=late)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert "旧" not in page.locator("#suggestions").inner_text()


def test_typing_is_not_logged(page: Any, own_base: Any) -> None:
    page.goto("/")
    with page.expect_response(ASKED):
        box(page).press_sequentially("无此词")
    with open_base(str(own_base), write=False) as base:
        assert list_requests(base) == []


def test_what_the_base_holds_is_text_in_the_list_and_never_markup(page: Any) -> None:
    page.goto("/")
    marked = {"term": "<b>格</b>", "reading": "", "scope": "", "renderings": []}
    page.route(ASKED, lambda route: route.fulfill(json={"hits": [marked]}))
    box(page).press_sequentially("g")
    options(page).first.wait_for()
    assert options(page).first.locator("b").count() == 0
    assert "<b>格</b>" in options(page).first.inner_text()


def test_a_rendering_is_copied_alone_and_with_its_source(page: Any) -> None:
    page.goto(f"/?q={quote('网格员')}")
    page.get_by_role("button", name="Copy grid worker", exact=True).click()
    page.get_by_text("copied", exact=True).wait_for()
    assert clipboard(page) == "grid worker"
    page.get_by_role("button", name="Copy grid worker with its source").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('Morning News'))")
    assert (
        clipboard(page) == "grid worker (Morning News, “A day in the grid”, 2020-03, https://example.org/day)"
    )


def test_a_rendering_that_is_not_to_be_written_has_no_button(page: Any) -> None:
    page.goto("/concepts/caaaaaaa")
    assert page.get_by_role("button", name="Copy grid worker", exact=True).is_visible()
    assert page.get_by_role("button", name="gridder").count() == 0


def test_without_a_clipboard_the_text_is_copied_all_the_same(page: Any) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"/?q={quote('网格员')}")
    page.get_by_role("button", name="Copy grid worker", exact=True).click()
    page.get_by_text("copied", exact=True).wait_for()
    box(page).fill("")
    page.keyboard.press("Control+V")
    assert box(page).input_value() == "grid worker"


def test_a_marked_term_without_evidence_stands_in_its_line_like_the_others(page: Any) -> None:
    page.goto("/annotate")
    page.fill("textarea", "网格员")
    page.get_by_role("button", name="Mark the terms").click()
    term = page.locator(".marked a")
    term.evaluate("link => link.className = 'gap'")
    assert term.evaluate("link => getComputedStyle(link).paddingLeft") == "0px"
