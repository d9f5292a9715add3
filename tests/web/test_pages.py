import re
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient

from glossary.formats.registry import FORMATS
from glossary.web.templating import is_web_address
from web.html_page import Page

READING = ["/concepts/caaaaaaa", "/concepts/caaaaaaa/history", "/history", "/requests"]


@pytest.fixture
def found(client: TestClient) -> Page:
    return Page(client.get("/", params={"q": "网格员"}).text)


def test_the_start_page_has_a_search_box_and_no_answer(client):
    page = Page(client.get("/").text)
    assert "q" in page.values("name", "input")
    assert "article" not in [tag for tag, _ in page.tags]


@pytest.mark.parametrize("query", ["", "   "])
def test_an_empty_query_is_the_start_page(client, query):
    response = client.get("/", params={"q": query})
    assert (response.status_code, "<title>glossary</title>" in response.text) == (200, True)


def test_each_term_of_a_list_has_its_own_heading(client):
    page = client.get("/", params={"q": "网格员、无此词"}).text
    assert page.index("Entries for <q>网格员</q>") < page.index("Nothing found for <q>无此词</q>")
    assert "See also" not in page


def test_the_terms_in_a_phrase_are_told(client):
    page = client.get("/", params={"q": "老网格员们"}).text
    assert "Nothing found for <q>老网格员们</q>" in page
    assert "Terms in it" in page
    assert "exact" not in page
    assert "You could try" not in page


def test_the_title_names_the_query(client):
    assert "<title>网格员 · glossary</title>" in client.get("/", params={"q": "网格员"}).text


@pytest.mark.parametrize(
    "shown",
    [
        "网格员 wǎng gé yuán",
        "grid-based management",
        "only in: Hainan",
        "Also written 网格管理员",
        "Somebody who looks after one grid.",
        "负责一个网格的人。",
        "Not an engineer.",
        "grid worker preferred",
        "forbidden Write grid worker instead.",
        "Morning News, 2020-03",
        "media, English only",
        "composed here",
    ],
)
def test_a_card_shows(found, shown):
    assert shown in found.text


def test_a_context_marks_the_keyword_and_says_that_the_text_is_a_sample(client, found):
    assert "清晨七点，<mark>网格员</mark>已经开始走访。" in client.get("/", params={"q": "网格员"}).text
    assert "椰风晚报, 椰林镇的一天, 2021-04-16 sample text" in found.text


def test_evidence_links_to_the_web_and_to_nothing_else(found):
    assert "https://example.org/day" in found.values("href", "a")
    assert "Do not click" in found.text
    assert not [href for href in found.values("href") if href.startswith("javascript")]


def test_what_the_base_holds_is_text_and_never_markup(client):
    html = client.get("/", params={"q": "网格员"}).text
    assert "&lt;b&gt;gridder&lt;/b&gt;" in html
    assert "<b>gridder" not in html


def test_a_query_is_text_and_never_markup(client):
    html = client.get("/", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>" not in html


def test_a_composed_rendering_is_shown_with_the_gap_said(client):
    page = Page(client.get("/", params={"q": "网格员之家"}).text)
    assert "Gap No rendering is attested" in page.text
    assert "grid workers' home preferred" in page.text


def test_other_terms_are_links_to_their_own_answer(client, found):
    assert "See also 网格员之家 wǎng gé yuán zhī jiā grid workers' home" in found.text
    link = next(href for href in found.values("href", "a") if href.startswith("/?q="))
    assert Page(client.get(link).text).text.count("grid workers' home")


def test_nothing_found_says_so_and_what_to_try(client):
    response = client.get("/", params={"q": "无此词"})
    page = Page(response.text)
    assert response.status_code == 200
    assert "Nothing found for 无此词" in page.text
    assert "fewer characters" in page.text


def test_a_mined_string_is_shown_where_no_term_is_found(client):
    page = Page(client.get("/", params={"q": "调解驿站"}).text)
    assert "调解驿站 — 4 times in 1 document" in page.text


def test_a_mined_string_that_is_a_term_of_several_senses_is_not_shown_as_none(own_client):
    own_client.post("/api/v1/concepts", json={"scope": "Sanya", "terms": [{"text": "网格员"}]})
    page = Page(own_client.get("/", params={"q": "网格员"}).text)
    assert "only in: Sanya" in page.text
    assert "not yet a term" not in page.text


def test_a_query_that_is_too_long_is_explained_on_the_page(client):
    response = client.get("/", params={"q": "x" * 10_000})
    assert response.status_code == 400
    assert "the query has 10000 characters" in response.text


def test_every_format_can_be_downloaded_from_the_page(found):
    links = set(found.values("href", "a"))
    assert [known.name for known in FORMATS if f"/api/v1/export/{known.name}" not in links] == []
    assert [known.name for known in FORMATS if known.title not in found.text] == []


def test_the_foot_counts_the_base(found):
    assert "2 concepts 3 Chinese terms 3 renderings 4 pieces of evidence 1 gap 1 document" in found.text


@pytest.mark.parametrize("path", ["/", "/?q=网格员", "/docs", "/nosuch", *READING])
def test_a_page_loads_nothing_from_elsewhere_and_no_script_stands_in_it(client, path):
    page = Page(client.get(path).text)
    loaded = page.values("src") + page.values("href", "link")
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    assert "style" not in {tag for tag, _ in page.tags}
    assert all(dict(attributes).get("src") for tag, attributes in page.tags if tag == "script")
    assert not page.values("style")


@pytest.mark.parametrize("path", ["/static/glossary.css", "/static/icon.svg"])
def test_what_a_page_loads_is_there(client, path):
    assert client.get(path).status_code == 200


def test_the_style_sheet_names_nothing_elsewhere(client):
    assert not re.search(r"url\(|@import|https?:", client.get("/static/glossary.css").text)


@pytest.mark.parametrize("path", ["/", "/?q=网格员", "/?q=无此词", "/docs", "/nosuch", *READING])
def test_headings_begin_with_one_h1_and_skip_no_level(client, path):
    levels = [int(tag[1]) for tag, _ in Page(client.get(path).text).tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_search_box_has_a_label_and_what_labels_a_part_is_there(found):
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    named = found.values("for") + found.values("aria-labelledby") + found.values("aria-describedby")
    assert named
    assert set(named) <= set(ids)


def test_the_list_of_endpoints_is_made_from_the_openapi_description(client):
    page = Page(client.get("/docs").text)
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        assert all(f"{method.upper()} {path}" in page.text for method in methods)
    assert "limit query, else 20" in page.text


def test_the_list_of_endpoints_names_the_members_of_a_body(client):
    page = Page(client.get("/docs").text)
    assert "into body, required The id of the concept that is kept." in page.text
    assert "change body A change; else your last one." in page.text


def test_a_card_leads_to_the_page_of_its_concept(found):
    assert "/concepts/caaaaaaa" in found.values("href", "a")


@pytest.mark.parametrize("path", ["/history", "/requests"])
def test_every_page_leads_to_what_the_base_remembers(found, path):
    assert path in found.values("href", "a")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_a_web_address_is_http_with_a_host(url, expected):
    assert is_web_address(url) is expected
