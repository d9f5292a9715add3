"""Counts, with a zero for every member of a closed list that has none."""

from collections.abc import Mapping
from typing import TypeVar

from glossary.model import CandidateKind, CandidateState, Decision, Evidence, Rendering, Status, Tier
from glossary.store.candidates import decide, replace_candidates
from glossary.store.changes import record_change
from glossary.store.concepts import insert_concepts
from glossary.store.counts import count_base
from glossary.store.database import Base
from glossary.store.documents import MinedDocument, set_mined

from .samples import (
    CENTRE,
    GRID,
    MOMENT,
    WORKER,
    a_candidate,
    a_change,
    a_concept,
    a_document,
    insert_document,
    keyed,
)

Name = TypeVar("Name")
OFFICIAL = Evidence(publisher="State Council", tier=Tier.OFFICIAL)
MACHINE = Evidence(publisher="A program", tier=Tier.MACHINE)


def without_zeros(counts: Mapping[Name, int]) -> dict[Name, int]:
    return {name: count for name, count in counts.items() if count}


def test_an_empty_base_counts_nothing(base: Base) -> None:
    with base.reading() as connection:
        counts = count_base(connection)
    assert (counts.concepts, counts.terms, counts.gaps, counts.documents, counts.clusters) == (0, 0, 0, 0, 0)
    assert counts.renderings == dict.fromkeys(Status, 0)
    assert counts.evidence == dict.fromkeys(Tier, 0)
    assert counts.candidates == dict.fromkeys(CandidateState, 0)


def test_concepts_terms_renderings_and_evidence_are_counted(base: Base) -> None:
    renderings = (
        Rendering(text="a", status=Status.PREFERRED, evidence=(OFFICIAL, Evidence())),
        Rendering(text="b", evidence=(MACHINE,)),
        Rendering(text="c"),
    )
    with base.writing() as connection:
        insert_concepts(connection, [keyed(a_concept(WORKER, renderings=renderings))])
        insert_concepts(connection, [keyed(a_concept(CENTRE, "综治中心"))])
        counts = count_base(connection)
    assert (counts.concepts, counts.terms) == (2, 2)
    assert without_zeros(counts.renderings) == {Status.PREFERRED: 1, Status.ADMITTED: 2}
    assert without_zeros(counts.evidence) == {Tier.OFFICIAL: 1, Tier.COMPOSED: 1, Tier.MACHINE: 1}


def test_a_gap_is_a_concept_that_nobody_else_has_rendered(base: Base) -> None:
    attested = a_concept(WORKER, renderings=(Rendering(text="a", evidence=(OFFICIAL, MACHINE)),))
    ours = a_concept(CENTRE, "综治中心", renderings=(Rendering(text="b", evidence=(Evidence(), MACHINE)),))
    bare = a_concept(GRID, "网格")
    with base.writing() as connection:
        for concept in (attested, ours, bare):
            insert_concepts(connection, [keyed(concept)])
        assert count_base(connection).gaps == sum(concept.is_gap for concept in (attested, ours, bare)) == 2


def test_near_duplicates_are_one_cluster(base: Base) -> None:
    with base.writing() as connection:
        for name in ("one", "two", "three"):
            insert_document(connection, a_document(name))
        for name in ("one", "two"):
            set_mined(connection, [MinedDocument(a_document(name).id, cluster="1", kept=1, repairs={})])
        counts = count_base(connection)
    assert (counts.documents, counts.clusters) == (3, 2)


def test_candidates_are_counted_by_state_without_names(base: Base) -> None:
    names = a_candidate("王某", kind=CandidateKind.PERSON)
    with base.writing() as connection:
        replace_candidates(connection, [a_candidate("甲"), a_candidate("乙"), a_candidate("丙"), names])
        decide(connection, "甲", Decision(state=CandidateState.DEFERRED, who="me", when=MOMENT))
        decide(connection, "gone", Decision(state=CandidateState.REJECTED, who="me", when=MOMENT))
        counts = count_base(connection).candidates
    assert without_zeros(counts) == {CandidateState.NEW: 2, CandidateState.DEFERRED: 1}


def test_changes_are_counted(base: Base) -> None:
    with base.writing() as connection:
        record_change(connection, a_change())
        assert count_base(connection).changes == 1
