"""Candidates as rows of a spreadsheet."""

from dataclasses import replace

import pytest

from glossary.model import CandidateState, Context, Decision, RankedCandidate, Rendering, Status
from glossary.report.candidate_rows import CANDIDATE_COLUMNS, row_of_candidate

from .mining_runs import context, term

KEEPER = term("巡护员", 1, variants=("巡護員",), short_forms=("巡员", "护员"), contexts=(context(),)).entry


def cells(entry: RankedCandidate, rendering: Rendering | None = None) -> dict[str, str]:
    return dict(zip(CANDIDATE_COLUMNS, row_of_candidate(entry, rendering), strict=True))


def with_context(shown: Context) -> RankedCandidate:
    return replace(KEEPER, candidate=replace(KEEPER.candidate, contexts=(shown,)))


def test_a_row_has_the_term_with_its_forms_figures_and_best_context() -> None:
    row = cells(KEEPER)
    assert (row["rank"], row["term"], row["kind"], row["count"], row["documents"]) == (
        "1",
        "巡护员",
        "term",
        "4",
        "2",
    )
    assert (row["variants"], row["short_forms"]) == ("巡護員", "巡员、护员")
    assert (row["score"], row["context"]) == ("9.00", "清晨七点，【巡护员】上堤。")


def test_the_rendering_of_the_concept_stands_beside_the_term() -> None:
    row = cells(replace(KEEPER, concept="caaaaaaa"), Rendering(text="dyke keeper", status=Status.PREFERRED))
    assert (row["rendering"], row["status"], row["concept"]) == ("dyke keeper", "preferred", "caaaaaaa")


def test_a_term_without_a_concept_has_empty_cells() -> None:
    row = cells(KEEPER)
    assert row["rendering"] == row["status"] == row["concept"] == row["reason"] == ""


def test_what_was_decided_is_told_with_its_reason() -> None:
    decision = Decision(
        state=CandidateState.REJECTED, who="mei", when="2025-03-01T09:00:00Z", reason="a name"
    )
    row = cells(replace(KEEPER, decision=decision))
    assert (row["state"], row["reason"]) == ("rejected", "a name")


def test_a_context_of_a_sample_text_is_marked() -> None:
    assert cells(with_context(context(sample=True)))["context"].startswith("(sample text) ")


@pytest.mark.parametrize("left", ["=1+", "+", "@SUM"])
def test_no_cell_is_a_formula(left: str) -> None:
    assert cells(with_context(context(left=left)))["context"].startswith("'")
