import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from glossary.mining.contexts import CONTEXT_WIDTH_CHARS
from glossary.model import CandidateState, Decision, RankedCandidate, Status
from glossary.report.clean_texts import chinese_tag, clean_text, clip_text
from glossary.report.mining_page import MOST_DOCUMENTS, write_page
from glossary.report.mining_values import ListedDocument, ListedRendering, MiningRun
from glossary.report.pages import CUT_CONTEXT_CHARS
from glossary.report.plain_words import name_figure, name_repair

from .mining_runs import context, record, run, term

HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\x00\x1b[31m\ud800\u202e"
EMPTY = MiningRun(documents=(), terms=(), candidates=0)


def parse(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def text_of(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def section(page: str, heading: str) -> str:
    return text_of(parse(page).xpath(f"//section[@aria-labelledby='{heading}']")[0])


@pytest.fixture(scope="module")
def page() -> str:
    return write_page(run())


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("glance", "The best 4 of 40, best first."),
        ("glance", "1 巡护员 dyke keeper 4 ×"),
        ("terms", "dyke keeper preferred 2 sources: Lakeside Post …"),
        ("terms", "Short: 巡员"),
        ("terms", "Also: 巡護員"),
        ("terms", "4 times in 2 documents"),
        ("terms", "score 9.00"),
        ("terms", "Rarity 0.50"),
        ("terms", "清晨七点， 巡护员 上堤。 document 1"),
        ("terms", "No English yet"),
        ("terms", "times in quotation marks 3 · moon phase 0.25"),
        ("documents", "3 readings in brackets taken out"),
        ("documents", "1 moon dust"),
        ("documents", "75% mined"),
        ("documents", "Near-copy of document 3 : together they count as one voice."),
        ("documents", "Set aside: 7 lines, which begin 首页 > 正文 责任编辑"),
        ("documents", "Nothing was set aside."),
    ],
)
def test_the_page_shows(page, heading, shown):
    assert shown in section(page, heading)


def test_the_figures_stand_at_the_top(page):
    numbers = {
        text_of(one.find("dt")): text_of(one.find("dd"))
        for one in parse(page).xpath("//dl[@class='numbers']/div")
    }
    assert numbers == {
        "documents": "3",
        "distinct texts": "2",
        "candidates found": "40",
        "shown here": "4",
        "with English": "1",
        "of the text mined": "75%",
        "repairs": "4",
    }


def test_the_page_says_when_documents_came_in_and_from_when_they_are(page):
    assert "last added on 2024-05-06" in text_of(parse(page))
    assert "The documents are from 2024-03-01 to 2024-03-03." in text_of(parse(page))


def test_the_same_run_gives_the_same_page(page):
    assert write_page(run()) == page


def test_the_page_asks_for_nothing_from_elsewhere(page):
    tree = parse(page)
    assert not tree.xpath("//link | //img | //iframe | //object | //script[@src]")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert not re.search(r"url\(|@import|https?:", page)


def test_nothing_of_the_page_needs_a_style_or_a_script_that_is_not_allowed(page):
    assert not parse(page).xpath("//@style | //@onclick | //@onload")


def test_headings_begin_with_one_h1_and_skip_no_level(page):
    levels = [int(one.tag[1]) for one in parse(page).iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_and_label_leads_somewhere_and_no_id_stands_twice(page):
    tree = parse(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link[1:] for link in tree.xpath("//@href")]
    assert set(links + tree.xpath("//@aria-labelledby | //@for")) <= set(ids)


def test_every_picture_has_words_or_is_hidden_from_who_cannot_see_it(page):
    pictures = parse(page).xpath("//*[local-name()='svg'][not(@aria-hidden)]")
    assert pictures
    assert all(
        one.get("role") == "img" and one.xpath("./*[local-name()='title']")[0].text for one in pictures
    )


def test_chinese_is_marked_by_its_script(page):
    tree = parse(page)
    assert tree.xpath("//article//h3/span/@lang")[0] == "zh-Hans"
    assert tree.xpath("//span[text()='巡護員']/@lang") == ["zh-Hant"]


def hostile_run() -> MiningRun:
    bad = term(
        HOSTILE, 1, variants=(HOSTILE,), contexts=(context(left=HOSTILE, right=HOSTILE, original=HOSTILE),)
    )
    rendering = ListedRendering(
        text=HOSTILE, language="en", scope=HOSTILE, status=Status.PREFERRED, publishers=(HOSTILE,)
    )
    document = ListedDocument(
        number=1,
        record=record(1, title=HOSTILE, publisher=HOSTILE, repairs={HOSTILE: 1}),
        set_aside=(HOSTILE,),
        lines_set_aside=1,
    )
    return MiningRun(documents=(document,), terms=(replace(bad, renderings=(rendering,)),), candidates=1)


def test_a_hostile_text_is_text_and_never_markup():
    page = write_page(hostile_run())
    tree = parse(page)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //@onerror")
    assert "alert(1)" not in re.sub(r"&lt;[^<>]*&gt;", "", page)


def test_what_no_page_can_carry_is_left_out():
    page = write_page(hostile_run())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]", page)
    page.encode()


def test_a_run_without_anything_is_still_a_page():
    assert "The terms of 0 documents" in text_of(parse(write_page(EMPTY)))


def test_without_any_english_the_page_does_not_speak_of_it():
    page = write_page(run(terms=(term("渗水点", 1),)))
    assert "English" not in text_of(parse(page).body).replace(text_of(parse(page).xpath("//script")[0]), "")


def test_samples_are_said_to_be_samples():
    documents = (ListedDocument(number=1, record=record(1, sample=True)),)
    assert "These documents are samples" in text_of(parse(write_page(run(documents=documents))))
    assert "2 sample documents of the termbase are left out." in text_of(
        parse(write_page(run(samples_left_out=2)))
    )


def test_refused_candidates_are_counted():
    assert "1 candidate that somebody refused is not shown." in section(write_page(run(rejected=1)), "glance")


def test_a_decision_is_said():
    decision = Decision(state=CandidateState.DEFERRED, who="tester", when="2024-01-01T00:00:00Z")
    put_off = replace(
        term("渗水点", 1),
        entry=RankedCandidate(candidate=term("渗水点", 1).entry.candidate, rank=1, decision=decision),
    )
    assert "put off" in section(write_page(run(terms=(put_off,))), "terms")


def test_a_rendering_without_sources_is_said_to_have_none():
    composed = ListedRendering(text="seep", language="en", status=Status.PREFERRED, scope="Lakeside")
    page = write_page(run(terms=(replace(term("渗水点", 1), renderings=(composed,)),)))
    assert "only in: Lakeside no source is on record for it" in section(page, "terms")


def test_lost_characters_and_how_it_stands_in_the_file_are_said():
    line = context(low_trust=True, original="巡(xún)护员")
    shown = section(write_page(run(terms=(term("巡护员", 1, contexts=(line,)),))), "terms")
    assert "characters were lost nearby" in shown
    assert "in the file: 巡(xún)护员" in shown


def test_of_very_many_documents_those_are_listed_of_which_most_was_set_aside_or_mended():
    many = [ListedDocument(number=one, record=record(one)) for one in range(1, 3_501)]
    many[1_999] = ListedDocument(number=2_000, record=record(2_000, kept_characters=2))
    page = write_page(run(documents=tuple(many)))
    listed = parse(page).xpath("//ol[@class='documents']/li/@id")
    assert len(listed) == MOST_DOCUMENTS
    assert "d2000" in listed
    assert f"Listed are the {MOST_DOCUMENTS} documents of 3,500" in section(page, "documents")


def test_a_document_that_is_not_listed_but_quoted_has_a_line_of_its_own():
    many = tuple(ListedDocument(number=one, record=record(one)) for one in range(1, MOST_DOCUMENTS + 9))
    last = MOST_DOCUMENTS + 8
    tree = parse(write_page(run(documents=many, terms=(term("巡护员", 1, contexts=(context(last),)),))))
    assert tree.xpath("//ol[@class='quoted']/li/@id") == [f"d{last}"]
    assert tree.xpath(f"//a[@href='#d{last}']")


def test_documents_of_which_some_have_no_date_are_not_said_to_be_from_then():
    documents = (
        ListedDocument(number=1, record=record(1)),
        ListedDocument(number=2, record=record(2, date="")),
    )
    assert "Those with a date are from 2024-03-01." in text_of(parse(write_page(run(documents=documents))))


def test_a_document_without_a_title_is_called_by_its_file():
    assert ListedDocument(number=1, record=record(1, title="")).name == "1.txt"


def test_a_context_says_where_it_was_cut():
    assert CUT_CONTEXT_CHARS == CONTEXT_WIDTH_CHARS
    line = context(left="堤" * CUT_CONTEXT_CHARS)
    assert "…堤" in section(write_page(run(terms=(term("巡护员", 1, contexts=(line,)),))), "terms")


def test_unknown_names_are_written_as_words():
    assert (name_repair("moon-dust", 2), name_figure("moon_phase")) == ("moon dust", "moon phase")


def test_texts_are_cut_and_cleaned():
    assert clip_text("一二三四五  六", 5) == "一二三四…"
    assert clean_text("a\x00b\u202ec\ud800") == "a b c "
    assert (chinese_tag("巡护员"), chinese_tag("後備箱裡")) == ("zh-Hans", "zh-Hant")
