"""The pages of a concept, of what was done, and of what was looked up in vain."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from glossary.services.bases.building import build_base
from glossary.services.bases.choosing import Choice
from glossary.web.app import make_app
from web.html_page import Page

SENSES = """
[[concept]]
id = "caaaaaaa"
scope = "Hainan"
subject_field = "social governance"
definitions = [
  { language = "en", text = "Four things in one." },
  { language = "zh", text = "四样合一。" },
]
terms = [ { text = "四位一体", status = "preferred" }, { text = "四合一", term_type = "variant", note = "older" } ]
relations = [
  { kind = "has-member", concept = "cccccccc" },
  { kind = "has-member", concept = "cbbbbbbb" },
  { kind = "broader", concept = "cddddddd" },
]
[[concept.rendering]]
text = "four-in-one"
status = "preferred"
evidence = [
  { publisher = "A Daily", tier = "media", url = "https://example.org/a" },
  { publisher = "B Daily", tier = "media" },
  { publisher = "C Daily", tier = "media" },
  { publisher = "D Daily", tier = "official", basis = "bilingual" },
]

[[concept]]
id = "cbbbbbbb"
terms = [ { text = "网格", status = "preferred" } ]

[[concept]]
id = "cccccccc"
terms = [ { text = "平台", status = "preferred" } ]
rendering = [ { text = "scaffold", status = "forbidden", instead = "platform" }, { text = "platform", status = "admitted" } ]

[[concept]]
id = "cddddddd"
terms = [ { text = "机制", status = "preferred" } ]

[[concept]]
id = "ceeeeeee"
scope = "Nanning"
terms = [ { text = "四位一体", status = "preferred" } ]
rendering = [ { text = "fourfold", status = "preferred" } ]
"""  # noqa: E501


@pytest.fixture(scope="module")
def senses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("senses")
    file: Path = folder / "seeds" / "concepts" / "senses.toml"
    file.parent.mkdir(parents=True)
    file.write_text(SENSES, encoding="utf-8")
    build_base(folder / "seeds", str(folder / "terms.db"))
    with TestClient(make_app(Choice(str(folder / "terms.db"), named=True), read_only=True)) as client:
        yield client


@pytest.fixture
def sense(senses: TestClient) -> Page:
    return Page(senses.get("/concepts/caaaaaaa").text)


def test_words_beside_each_other_are_kept_apart(senses):
    html = senses.get("/concepts/caaaaaaa").text
    assert 'fourfold <span class="dim">(Nanning)' in html
    assert 'variant</span> <span class="dim">— older' in html


@pytest.mark.parametrize(
    "shown",
    [
        "四位一体 sì wèi yī tǐ",
        "social governance only in: Hainan caaaaaaa",
        "Four things in one. 四样合一。",
        "four-in-one preferred",
        "四合一 admitted variant — older",
        "D Daily · official, bilingual",
        "Other senses 四位一体 fourfold (Nanning)",
        "Members, in order 平台 platform 网格",
        "Broader 机制",
    ],
)
def test_the_page_of_a_concept_shows(sense, shown):
    assert shown in sense.text


def test_a_card_of_the_search_shows_the_members_of_each_sense_in_order(senses):
    page = Page(senses.get("/", params={"q": "四位一体"}).text)
    assert "only in: Hainan" in page.text
    assert "only in: Nanning" in page.text
    assert "Members, in order 平台 platform 网格" in page.text


def test_all_evidence_is_in_sight(sense):
    assert "details" not in [tag for tag, _ in sense.tags]
    assert "https://example.org/a" in sense.values("href", "a")


def test_every_concept_around_is_a_link(sense):
    assert {f"/concepts/c{letter * 7}" for letter in "bcde"} <= set(sense.values("href", "a"))


def test_a_relation_is_read_from_its_other_end_too(senses):
    assert "Member of 四位一体 four-in-one (Hainan)" in Page(senses.get("/concepts/cbbbbbbb").text).text
    assert "Narrower 四位一体 four-in-one (Hainan)" in Page(senses.get("/concepts/cddddddd").text).text


def test_a_concept_without_a_rendering_is_a_gap(senses):
    assert "Gap There is no rendering yet." in Page(senses.get("/concepts/cbbbbbbb").text).text


def test_a_concept_that_nobody_changed_says_so(sense):
    assert "Nothing was done to it since the base was built." in sense.text


def test_an_unknown_concept_is_a_page_that_leads_back(client):
    answer = client.get("/concepts/czzzzzzz")
    assert (answer.status_code, 'href="/"' in answer.text) == (404, True)


@pytest.mark.parametrize("page", ["", "/history"])
def test_an_old_id_leads_to_the_page_of_the_concept(own_client, page):
    own_client.post("/api/v1/concepts/cbbbbbbb/merge", json={"into": "caaaaaaa"})
    old = own_client.get(f"/concepts/cbbbbbbb{page}", follow_redirects=False)
    assert (old.status_code, old.headers["Location"]) == (308, f"/concepts/caaaaaaa{page}")


def test_the_page_names_the_ids_that_lead_to_it(own_client):
    own_client.post("/api/v1/concepts/cbbbbbbb/merge", json={"into": "caaaaaaa"})
    assert "Was also cbbbbbbb" in Page(own_client.get("/concepts/caaaaaaa").text).text


@pytest.fixture
def edited(own_client) -> TestClient:
    for scope, why in (("Sanya", "narrower"), ("<i>Haikou</i>", "")):
        own_client.patch(
            "/api/v1/concepts/caaaaaaa",
            json={"scope": scope, "reason": why},
            headers={"If-Match": "*", "X-Glossary-User": "Li"},
        )
    return own_client


@pytest.mark.parametrize("path", ["/concepts/caaaaaaa", "/concepts/caaaaaaa/history", "/history"])
def test_a_change_is_told_with_who_and_why_before_and_after(edited, path):
    page = Page(edited.get(path).text)
    assert "Li edit" in page.text
    assert "narrower scope Hainan → Sanya" in page.text
    assert "scope Sanya → <i>Haikou</i>" in page.text
    assert "i" not in [tag for tag, _ in page.tags]


def test_the_newest_change_comes_first(edited):
    text = Page(edited.get("/history").text).text
    assert text.index("Sanya →") < text.index("Hainan →")


def test_a_change_that_was_taken_back_is_marked(edited):
    edited.post("/api/v1/undo", json={}, headers={"X-Glossary-User": "Li"})
    assert "taken back" in Page(edited.get("/history").text).text


def test_a_change_leads_to_its_concept(edited):
    assert "/concepts/caaaaaaa" in Page(edited.get("/history").text).values("href", "a")


def test_the_history_can_be_that_of_one_person(edited):
    assert "nothing that fits" in Page(edited.get("/history", params={"who": "Han"}).text).text


def test_older_changes_are_a_link_away(edited):
    page = Page(edited.get("/history", params={"newest": 1}).text)
    older = next(href for href in page.values("href", "a") if "newest=5" in href)
    assert "Hainan → Sanya" in Page(edited.get(older).text).text


def test_a_date_that_is_none_is_said_on_a_page(client):
    answer = client.get("/history", params={"since": "lately"})
    assert (answer.status_code, "write YYYY" in answer.text) == (400, True)


def test_what_was_looked_up_in_vain_is_listed_and_looking_again_is_not_counted(own_client):
    own_client.get("/", params={"q": "无此<词"})
    page = Page(own_client.get("/requests").text)
    assert "无此<词 1 time" in page.text
    again = next(href for href in page.values("href", "a") if href.startswith("/?q="))
    own_client.get(again)
    assert "无此<词 1 time" in Page(own_client.get("/requests").text).text


def test_a_request_that_has_its_answer_leads_to_it(own_client):
    own_client.get("/", params={"q": "无此词"})
    made = own_client.post("/api/v1/concepts", json={"terms": [{"text": "无此词"}]}).json()
    page = Page(own_client.get("/requests").text)
    assert "Answered since 无此词 asked 1 time" in page.text
    assert f"/concepts/{made['id']}" in page.values("href", "a")


def test_where_nothing_was_asked_in_vain_the_page_says_so(client):
    assert "No lookup has failed here" in Page(client.get("/requests").text).text
