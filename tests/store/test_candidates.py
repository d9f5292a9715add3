"""Mining replaces its candidates; what people decided stays."""

from typing import Any

import pytest

from glossary.errors import BaseError
from glossary.model import Candidate, CandidateKind, CandidateState, Decision
from glossary.store.candidates import (
    decide,
    find_candidate,
    find_candidate_of_form,
    list_candidates,
    replace_candidates,
)
from glossary.store.concepts import insert_concepts
from glossary.store.database import Base

from .samples import CENTRE, MOMENT, WORKER, a_candidate, a_concept, keyed

FULL = Candidate(
    key="网格员",
    term="网格员",
    kind=CandidateKind.ORGANISATION,
    score=0.1 + 0.2,
    count=14,
    documents=3,
    clusters=2,
    features={"salience": 1 / 3, "contrast": 2.0},
    variants=("網格員", "“网格”员"),
    short_forms=("格员",),
    members={"b" * 64: ("社区网格员", "专职网格员"), "a" * 64: ("村网格员",)},
)
REJECTED = Decision(state=CandidateState.REJECTED, who="me", when=MOMENT, reason="a word of every day")


def terms(base: Base, **options: Any) -> list[str]:
    with base.reading() as connection:
        return [one.candidate.term for one in list_candidates(connection, **options)]


def write(base: Base, *candidates: Candidate) -> None:
    with base.writing() as connection:
        assert replace_candidates(connection, iter(candidates)) == len(candidates)


def test_a_candidate_with_everything_in_it_comes_back(base: Base) -> None:
    write(base, FULL)
    with base.reading() as connection:
        (found,) = list_candidates(connection)
    assert found.candidate == FULL
    assert (found.rank, found.state, found.decision, found.concept) == (1, CandidateState.NEW, None, None)


def test_candidates_come_best_first_as_they_were_given(base: Base) -> None:
    write(base, *(a_candidate(term) for term in ("丙", "甲", "乙")))
    assert terms(base) == ["丙", "甲", "乙"]


def test_the_top_is_what_is_best(base: Base) -> None:
    write(base, *(a_candidate(term) for term in ("丙", "甲", "乙")))
    assert terms(base, top=2) == ["丙", "甲"]


def test_names_are_listed_only_where_they_are_asked_for(base: Base) -> None:
    person, place = (
        a_candidate("王某", kind=CandidateKind.PERSON),
        a_candidate("琼海", kind=CandidateKind.PLACE),
    )
    write(base, person, place, FULL)
    assert terms(base) == ["网格员"]
    assert terms(base, kinds=[CandidateKind.PERSON]) == ["王某"]


def test_new_candidates_replace_all_before(base: Base) -> None:
    write(base, a_candidate("甲"), a_candidate("乙"))
    write(base, a_candidate("乙"), a_candidate("丁"))
    assert terms(base) == ["乙", "丁"]


def test_a_decision_survives_mining_again(base: Base) -> None:
    write(base, a_candidate("甲"))
    with base.writing() as connection:
        decide(connection, "甲", REJECTED)
    write(base)
    write(base, a_candidate("乙"), a_candidate("甲"))
    with base.reading() as connection:
        found = find_candidate(connection, "甲")
    assert found is not None
    assert (found.rank, found.decision) == (2, REJECTED)


def test_candidates_are_listed_by_state(base: Base) -> None:
    write(base, a_candidate("甲"), a_candidate("乙"))
    with base.writing() as connection:
        decide(connection, "甲", REJECTED)
    assert terms(base, state=CandidateState.NEW) == ["乙"]
    assert terms(base, state=CandidateState.REJECTED) == ["甲"]
    assert terms(base) == ["甲", "乙"]


def test_the_last_decision_holds(base: Base) -> None:
    deferred = Decision(state=CandidateState.DEFERRED, who="you", when=MOMENT)
    write(base, a_candidate("甲"))
    with base.writing() as connection:
        decide(connection, "甲", REJECTED)
        decide(connection, "甲", deferred)
    with base.reading() as connection:
        assert [one.decision for one in list_candidates(connection)] == [deferred]


def test_the_state_new_takes_a_decision_back(base: Base) -> None:
    write(base, a_candidate("甲"))
    with base.writing() as connection:
        decide(connection, "甲", REJECTED)
        decide(connection, "甲", None)
    assert terms(base, state=CandidateState.NEW) == ["甲"]


def test_an_accepted_candidate_names_its_concept(base: Base) -> None:
    accepted = Decision(state=CandidateState.ACCEPTED, who="me", when=MOMENT, concept=WORKER)
    write(base, a_candidate("甲"))
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept())])
        decide(connection, "甲", accepted)
    with base.reading() as connection:
        assert [one.decision for one in list_candidates(connection)] == [accepted]


def test_a_decision_cannot_name_a_concept_that_is_not_there(base: Base) -> None:
    nowhere = Decision(state=CandidateState.ACCEPTED, who="me", when=MOMENT, concept=WORKER)
    with pytest.raises(BaseError, match=r"(?i)foreign key"), base.writing() as connection:
        decide(connection, "甲", nowhere)


def test_a_candidate_tells_the_concept_that_has_its_key_now(base: Base) -> None:
    write(base, FULL, a_candidate("综治中心"))
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(CENTRE, "综治中心", "网格员"))])
        assert [one.concept for one in list_candidates(connection)] == [None, CENTRE]


@pytest.mark.parametrize("name", [FULL.id, FULL.key])
def test_a_candidate_is_found_by_id_and_by_key(base: Base, name: str) -> None:
    write(base, a_candidate("甲"), FULL)
    with base.reading() as connection:
        found = find_candidate(connection, name)
    assert found is not None
    assert (found.candidate, found.rank) == (FULL, 2)


def test_a_candidate_that_is_not_there_is_not_found(base: Base) -> None:
    with base.reading() as connection:
        assert find_candidate(connection, "甲") is None


def test_a_candidate_is_found_by_a_short_form_or_a_variant(base: Base) -> None:
    name = "渔港管理平台"
    write(base, Candidate(key=name, term=name, short_forms=("渔管平台",), variants=("渔管APP",)))
    with base.reading() as connection:
        found = [find_candidate_of_form(connection, form) for form in ("渔管平台", "渔管APP", "管平")]
    assert [one and one.candidate.key for one in found] == [name, name, None]
