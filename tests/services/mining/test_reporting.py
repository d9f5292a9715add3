"""What the page of a mining run is made from, and where it is written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import KeptIn
from small_base import GREENWAY

from glossary.errors import NothingMined
from glossary.model import Candidate, CandidateState, Change, CleanText, Context, Decision, Document, Span
from glossary.services.mining.reporting import find_left_out, gather_run, report_mining
from glossary.store import candidates as candidate_rows
from glossary.store import changes as change_rows
from glossary.store import contexts as context_rows
from glossary.store import documents as document_rows
from glossary.store.database import Base, open_base
from glossary.text.packing import pack

TOP = 10
OPENING = "县里的绿道沿着湖堤修了二十公里，早晚都有人在上面散步，骑车的人也不少。\n"
KEEPER = "湖堤巡护员每天沿着绿道走两遍，大家把湖堤巡护员叫作堤员，堤员见了渗水点就报。\n"
REPRINT = "转载：湖堤巡护员每天沿着綠道走两遍，大家把湖堤巡护员叫作堤员，堤员见了渗水点就报。\n"


def a_document(number: int, text: str, **facts: object) -> Document:
    plain = Document(
        id=f"{number:064x}", paths=(f"articles/{number}.txt",), text=text, kind="text", encoding="utf-8"
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


DOCUMENTS = (
    a_document(1, OPENING + KEEPER, date="2024-02-02", title="绿道开通"),
    a_document(2, OPENING, repairs={"lost-bytes": 2}),
    a_document(3, REPRINT, date="2023-01-01"),
    a_document(4, OPENING, date="2020-01-01", sample=True),
)
CANDIDATES = (
    Candidate(key="湖堤巡护员", term="湖堤巡护员", count=4, documents=2, clusters=1, short_forms=("堤员",)),
    Candidate(key="绿道", term="绿道", count=4, documents=3, clusters=2, variants=("湖堤绿道", "绿道")),
    Candidate(key="渗水点", term="渗水点", count=2, documents=2, clusters=1),
)


@pytest.fixture
def base(small_base_file: Path, copied: KeptIn) -> Iterator[Base]:
    """The five concepts, four documents, the first and the third of them near-copies, three candidates."""
    with open_base(copied(small_base_file, "small"), write=True) as opened:
        with opened.writing() as connection:
            document_rows.insert_documents(connection, [*map(pack, DOCUMENTS)])
            document_rows.set_mined(
                connection,
                [
                    document_rows.MinedDocument(f"{number:064x}", "both", 30, {"width": number})
                    for number in (1, 3)
                ],
            )
            candidate_rows.replace_candidates(connection, CANDIDATES)
        yield opened


def marks_of(base: Base, text: str) -> list[tuple[int, bool]]:
    (term,) = [one for one in gather_run(base, top=TOP).terms if one.text == text]
    return [(mark.document, mark.of_form) for mark in term.marks]


def test_documents_come_by_date_near_copies_beside_each_other_the_undated_last(base):
    documents = gather_run(base, top=TOP).documents
    assert [(one.number, one.record.id[-1]) for one in documents] == [(1, "3"), (2, "1"), (3, "2")]
    assert [one.copies for one in documents] == [(2,), (1,), ()]


def test_samples_are_left_out_where_there_is_any_other_document(base):
    assert gather_run(base, top=TOP).samples_left_out == 1


def test_samples_are_shown_where_there_is_nothing_else(base):
    with base.writing() as connection:
        for number in (1, 2, 3):
            document_rows.remove_document(connection, f"{number:064x}")
    run = gather_run(base, top=TOP)
    assert [one.record.sample for one in run.documents] == [True]
    assert run.samples_left_out == 0


def test_a_term_is_marked_wherever_it_stands_in_either_script(base):
    assert marks_of(base, "绿道") == [(1, False), (2, False), (2, False), (3, False)]


def test_a_form_is_marked_as_such_and_not_where_the_term_itself_stands(base):
    assert marks_of(base, "湖堤巡护员") == [
        *[(1, False), (1, False), (1, True), (1, True)],
        *[(2, False), (2, False), (2, True), (2, True)],
    ]


def test_a_mark_says_how_far_down_the_document_it_is(base):
    (term,) = [one for one in gather_run(base, top=TOP).terms if one.text == "渗水点"]
    assert [mark.document for mark in term.marks] == [1, 2]
    assert all(0.8 < mark.at < 1 for mark in term.marks)


def test_a_candidate_without_kept_contexts_gets_some(base):
    contexts = [term.entry.candidate.contexts for term in gather_run(base, top=TOP).terms]
    assert {context.keyword for context in contexts[1]} == {"绿道", "綠道"}


def test_contexts_from_samples_that_are_left_out_are_not_shown(base):
    sample = Context(
        document=f"{4:064x}", start=3, end=5, left="县里的", keyword="绿道", right="沿着", original="绿道"
    )
    with base.writing() as connection:
        context_rows.replace_contexts(connection, [("绿道", [sample])])
    contexts = gather_run(base, top=TOP).terms[1].entry.candidate.contexts
    assert contexts
    assert sample not in contexts


def test_a_base_whose_documents_are_gone_still_makes_a_page(base):
    with base.writing() as connection:
        for document in DOCUMENTS:
            document_rows.remove_document(connection, document.id)
    assert "The terms of 0 documents" in report_mining(base, top=TOP)


def test_the_recommended_rendering_comes_with_its_sources(base):
    (rendering,) = [one for term in gather_run(base, top=TOP).terms for one in term.renderings]
    assert (rendering.text, rendering.facts, rendering.is_attested) == ("greenway", 2, True)
    assert rendering.publishers == ("Office of Greenways", "Lakeside Post")


def test_a_term_of_several_meanings_has_a_rendering_for_each_that_has_one(base):
    with base.writing() as connection:
        candidate_rows.replace_candidates(connection, [Candidate(key="四水同治", term="四水同治", count=2)])
    (term,) = gather_run(base, top=TOP).terms
    assert [(one.text, one.scope) for one in term.renderings] == [
        ("joint care of the four waters", "Thousand Lakes County")
    ]


def test_a_candidate_that_was_made_a_form_of_a_concept_has_its_rendering(base):
    decide(base, "渗水点", CandidateState.ACCEPTED, concept=GREENWAY)
    assert [one.text for one in gather_run(base, top=TOP).terms[2].renderings] == ["greenway"]


def test_the_best_candidates_are_taken_and_all_are_counted(base):
    run = gather_run(base, top=2)
    assert ([term.text for term in run.terms], run.candidates) == (["湖堤巡护员", "绿道"], 3)


def decide(base: Base, key: str, state: CandidateState, **facts: str) -> None:
    decision = Decision(state=state, who="tester", when="2024-01-01T00:00:00Z", **facts)
    with base.writing() as connection:
        candidate_rows.decide(connection, key, decision)


def test_rejected_candidates_make_room_for_others_and_are_counted(base):
    decide(base, "湖堤巡护员", CandidateState.REJECTED)
    run = gather_run(base, top=2)
    assert ([term.text for term in run.terms], run.rejected) == (["绿道", "渗水点"], 1)


def test_the_last_day_on_which_documents_came_is_read_from_the_changes(base):
    assert gather_run(base, top=TOP).last_added == ""
    moments = ("2024-05-06T10:00:00Z", "2024-05-04T10:00:00Z")
    with base.writing() as connection:
        for when in moments:
            change_rows.record_change(connection, Change(who="t", when=when, why="", verb="mine", thing="x"))
    assert gather_run(base, top=TOP).last_added == "2024-05-06"


def test_a_base_without_candidates_says_what_to_do(small_base):
    with (
        open_base(str(small_base), write=False) as base,
        pytest.raises(NothingMined, match="`glossary mine PATH…`"),
    ):
        gather_run(base, top=TOP)


def test_the_page_of_a_base_is_the_same_again(base):
    assert report_mining(base, top=TOP) == report_mining(base, top=TOP)


def test_lines_of_which_nothing_was_kept_are_left_out_without_the_front_matter():
    text = "---\ntitle: 渠长上岗\n---\n首页 > 正文\n渠长上岗了。\n\n  责任编辑:老李\n"
    start = text.index("渠长上岗了")
    clean = CleanText(document="", text=text, kept=(Span(start=start, end=start + 6),))
    assert find_left_out(clean) == ["首页 > 正文", "责任编辑:老李"]


def test_what_was_set_aside_is_cut_short(base):
    long = OPENING * 3 + "\n".join(f"上一篇：第{number}条新闻的标题" for number in range(9)) + "\n"
    with base.writing() as connection:
        added = a_document(9, "首页 > 正文\n" + long, date="2025-01-01")
        document_rows.insert_documents(connection, [pack(added)])
    documents = gather_run(base, top=TOP).documents
    (own,) = [one for one in documents if one.record.date == "2025-01-01"]
    assert own.lines_set_aside >= len(own.set_aside)
    assert len(own.set_aside) <= 5
    assert own.set_aside[0] == "首页 > 正文"
