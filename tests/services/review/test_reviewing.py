"""The queue of a sitting, what a card tells, and what was done last."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from review_base import BODY, FOUR, GRID, KNOWN, LAST, TERMS, VARIANT, WORKER, write_review_base
from small_base import CHIEF, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY

from glossary.curation.proposals import Proposal, Proposals, Source
from glossary.errors import InvalidInput
from glossary.model import CandidateKind, CandidateState, Evidence, Tier
from glossary.services.concepts.adding import NewRendering, add_term, take_proposal
from glossary.services.concepts.editing import show_concept
from glossary.services.concepts.recording import begin_operation, write_concept
from glossary.services.history.undoing import undo
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.cards import Card, make_card
from glossary.services.review.deciding import accept_candidate, decide_candidate
from glossary.services.review.deeds import find_deed_about, find_last_deed, last_number
from glossary.services.review.proposing import LEARN_AGAIN_AFTER, Proposer
from glossary.services.review.queue import list_queue, matches_query
from glossary.store.database import Base, open_base

OFFICIAL = Evidence(publisher="Office of Grids", date="2022", tier=Tier.OFFICIAL)
MEDIA = Evidence(publisher="Lakeside Post", date="2019", tier=Tier.MEDIA)


@pytest.fixture(scope="module")
def base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_review_base(tmp_path_factory.mktemp("reviewing") / "terms.db")


@pytest.fixture
def base(base_file: Path, tmp_path: Path) -> Iterator[Base]:
    with open_base(str(shutil.copyfile(base_file, tmp_path / "terms.db")), write=True) as opened:
        yield opened


def id_of(base: Base, term: str) -> str:
    return find_candidate(base, term).candidate.id


def card_of(base: Base, term: str, proposals: Proposals | None = None) -> Card:
    return make_card(base, id_of(base, term), propose=lambda _: proposals or Proposals())


def queue(base: Base, **options: Any) -> list[str]:
    return [one.candidate.term for one in list_queue(base, **options)]


def decide(base: Base, state: CandidateState, *terms: str) -> None:
    for term in terms:
        decide_candidate(base, term, state, who="mei")


def test_the_queue_goes_by_rank(base: Base) -> None:
    assert queue(base) == list(TERMS)
    assert queue(base, top=3) == list(TERMS[:3])


def test_what_was_put_off_comes_last(base: Base) -> None:
    decide(base, CandidateState.DEFERRED, WORKER)
    assert queue(base) == [*TERMS[1:], WORKER]


def test_what_is_decided_stays_in_the_sitting_so_that_the_work_shows(base: Base) -> None:
    decide(base, CandidateState.REJECTED, *TERMS[:2])
    assert queue(base, top=4) == list(TERMS[:4])


def test_where_a_sitting_is_decided_the_next_one_joins_it(base: Base) -> None:
    decide(base, CandidateState.REJECTED, *TERMS[:3])
    assert queue(base, top=3) == list(TERMS[:6])


def test_the_queue_can_be_of_one_state_or_kind(base: Base) -> None:
    decide(base, CandidateState.REJECTED, KNOWN)
    assert queue(base, state=CandidateState.REJECTED) == [KNOWN]
    assert queue(base, kinds=[CandidateKind.ORGANISATION]) == [BODY]


def test_known_terms_can_be_left_out(base: Base) -> None:
    assert KNOWN not in queue(base, new_only=True)


def test_a_card_tells_the_contexts_with_their_documents(base: Base) -> None:
    quotes = card_of(base, WORKER).quotes
    assert [quote.context.keyword for quote in quotes] == [WORKER, WORKER]
    assert {quote.document.publisher for quote in quotes} == {"湖边报"}


def test_contexts_of_sample_texts_are_left_out_where_there_are_others(tmp_path: Path) -> None:
    path = write_review_base(tmp_path / "mixed.db", sample_of=(WORKER,), also_real=(WORKER,))
    with open_base(str(path), write=True) as base:
        quotes = card_of(base, WORKER).quotes
    assert [(quote.context.sample, quote.document.sample) for quote in quotes] == [(False, False)]


def test_contexts_of_sample_texts_are_there_where_there_is_nothing_else(tmp_path: Path) -> None:
    path = write_review_base(tmp_path / "samples.db", sample_of=(WORKER,))
    with open_base(str(path), write=True) as base:
        assert {quote.context.sample for quote in card_of(base, WORKER).quotes} == {True}
        assert {one.sample for one in find_candidate(base, WORKER).candidate.contexts} == {True}


def test_a_card_tells_which_concepts_have_the_term_already(base: Base) -> None:
    assert [one.id for one in card_of(base, KNOWN).known] == [GREENWAY]
    assert {one.id for one in card_of(base, FOUR).known} == {FOUR_OF_HILLS, FOUR_OF_LAKES}
    assert card_of(base, WORKER).known == ()


def test_a_card_tells_similar_concepts(base: Base) -> None:
    assert [one.concept.id for one in card_of(base, WORKER).similar] == [GRID]
    assert [one.concept.id for one in card_of(base, VARIANT).similar][:1] == [CHIEF]


def test_a_concept_that_has_the_proposed_english_is_similar(base: Base) -> None:
    proposal = Proposal(text="greenway", reason="", score=1, source=Source.COMPOSED)
    similar = card_of(base, LAST, Proposals(proposals=(proposal,))).similar
    assert [(one.concept.id, one.likeness.reason) for one in similar] == [
        (GREENWAY, "is “greenway” in English too")
    ]


def test_the_term_itself_is_known_and_not_similar(base: Base) -> None:
    assert GREENWAY not in [one.concept.id for one in card_of(base, KNOWN).similar]


def test_accepting_a_proposal_keeps_all_its_evidence(base: Base) -> None:
    proposal = Proposal(
        text="grid officer", reason="", score=1, source=Source.ATTESTED, evidence=(OFFICIAL, MEDIA)
    )
    kept = accept_candidate(base, WORKER, take_proposal(proposal), who="mei")
    assert show_concept(base, kept.concept.id).renderings[0].evidence == (OFFICIAL, MEDIA)


def test_a_proposal_with_a_gap_cannot_be_taken(base: Base) -> None:
    with pytest.raises(InvalidInput, match="fill it in"):
        take_proposal(Proposal(text="… project", reason="", score=0, source=Source.COMPOSED))


def test_proposals_learn_from_what_was_accepted(base: Base) -> None:
    propose = Proposer(base)
    before = propose("绿道堤防").proposals
    for zh, en in (
        ("东湖堤防", "East Lake dyke"),
        ("城区堤防", "urban dyke"),
        ("沿江堤防", "riverside dyke"),
    ):
        add_term(base, zh, NewRendering(text=en), who="mei")
    for _ in range(LEARN_AGAIN_AFTER):
        propose.note_growth()
    assert "greenway dyke" not in [one.text for one in before]
    assert "greenway dyke" in [one.text for one in propose("绿道堤防").proposals]


def test_a_decision_that_was_changed_meanwhile_is_told_with_its_reason(base: Base) -> None:
    shown = find_candidate(base, WORKER)
    decide_candidate(base, WORKER, CandidateState.REJECTED, who="lan", why="too vague")
    with pytest.raises(InvalidInput, match=r"rejected by lan meanwhile \(too vague\)"):
        decide_candidate(base, WORKER, CandidateState.DEFERRED, shown=shown, who="mei")
    assert find_candidate(base, WORKER).state is CandidateState.REJECTED


def test_the_last_deed_is_ones_own_and_names_its_term(base: Base) -> None:
    accept_candidate(base, WORKER, NewRendering(text="grid worker"), who="mei")
    decide_candidate(base, KNOWN, CandidateState.REJECTED, who="lan")
    deed = find_last_deed(base, who="mei")
    assert deed
    assert (deed.verb, deed.term, deed.who) == ("accept", WORKER, "mei")
    assert id_of(base, WORKER) in deed.things


def test_the_last_deed_is_found_behind_an_import_of_many_changes(base: Base) -> None:
    decide(base, CandidateState.REJECTED, WORKER)
    with base.writing() as connection:
        operation = begin_operation(connection, who="mei", verb="import", why="")
        for number in range(150):
            letters = "abcdefghijklmno"
            concept = replace(
                show_concept(base, GRID), id=f"czz{letters[number // 15]}{letters[number % 15]}aaa"
            )
            write_concept(connection, concept, before=None, operation=operation)
    deed = find_last_deed(base, who="mei")
    assert deed
    assert (deed.verb, deed.term) == ("reject", WORKER)


def test_what_is_taken_back_is_no_deed_any_more(base: Base) -> None:
    decide(base, CandidateState.REJECTED, WORKER, KNOWN)
    undo(base, who="mei")
    deed = find_last_deed(base, who="mei")
    assert deed
    assert deed.term == WORKER
    undo(base, deed.number, who="mei")
    assert find_last_deed(base, who="mei") is None


def test_a_deed_is_found_by_what_it_is_about(base: Base) -> None:
    decide(base, CandidateState.REJECTED, WORKER, KNOWN)
    deed = find_deed_about(base, id_of(base, WORKER))
    assert deed
    assert deed.term == WORKER
    assert deed.number < last_number(base)


@pytest.mark.parametrize("query", ["网格", "wangge", "wgy", "new", ""])
def test_a_candidate_is_found_by_chinese_pinyin_initials_and_state(base: Base, query: str) -> None:
    assert matches_query(find_candidate(base, WORKER), query)


@pytest.mark.parametrize("query", ["绿", "lvdao", "rejected"])
def test_a_candidate_is_not_found_by_what_it_is_not(base: Base, query: str) -> None:
    assert not matches_query(find_candidate(base, WORKER), query)
