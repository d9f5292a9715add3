"""The list of checks, how they are chosen and what they say of themselves."""

from pathlib import Path

import pytest

from glossary.curation.checks import CODES, Severity, check_base, choose_codes, explain_check, find_check
from glossary.curation.checks.finding import AnyCheck
from glossary.curation.checks.registry import CHECKS
from glossary.errors import InvalidInput, UnknownName
from glossary.lookup.keys import key_concept
from glossary.model import Rendering, Status

from .examined import GREENWAY, STALE_YEARS, TODAY, examine, make_concept

DOCUMENTED = (Path(__file__).resolve().parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=CODES)
def test_a_check_is_documented_in_the_words_of_its_docstring(check: AnyCheck) -> None:
    assert f"| {check.code} | {check.message} | {check.fix} |" in DOCUMENTED


def test_no_check_is_documented_that_does_not_exist() -> None:
    rows = [line.split(" | ")[0].strip("| ") for line in DOCUMENTED.splitlines() if line.startswith("| ")]
    assert rows == ["code", *CODES]


def test_codes_are_told_apart_by_their_number_alone() -> None:
    assert len({code[1:] for code in CODES}) == len(CODES)


def test_the_letter_of_a_code_is_its_severity() -> None:
    found = [find_check(code).severity for code in ("E101", "W201", "I302")]
    assert found == [Severity.ERROR, Severity.WARNING, Severity.INFO]


def test_all_checks_are_chosen_where_none_is_named() -> None:
    assert choose_codes() == set(CODES)


def test_checks_are_chosen_and_ignored_in_any_case() -> None:
    assert choose_codes(only=["e101", "W201"], ignore=["w201"]) == {"E101"}


def test_commas_stand_between_codes_and_a_beginning_names_all_that_begin_so() -> None:
    assert choose_codes(only=["E101, w20"], ignore=["W203,W204,W205"]) == {"E101", "W201", "W202"}


def test_to_leave_no_check_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no check is left to run"):
        choose_codes(only=["E101"], ignore=["E"])


def test_an_empty_code_is_no_beginning_of_all() -> None:
    with pytest.raises(UnknownName, match="there is no check ''"):
        choose_codes(only=["E101,"])


def test_an_unknown_code_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UnknownName, match=r"there is no check 'E999'; known: E101, .* W702"):
        choose_codes(only=["E999"])


def test_only_the_chosen_checks_are_run() -> None:
    concepts = [key_concept(make_concept(renderings=()))]
    assert list(check_base(concepts, today=TODAY, stale_years=STALE_YEARS, codes={"E101"})) == []


def test_a_check_explains_itself() -> None:
    explained = explain_check("w301")
    assert explained.startswith("W301 (warning)\n\nA concept has no rendering.\n")
    assert "\nFix: add one with `glossary add ZH EN`" in explained


def test_a_finding_says_where_what_and_what_to_do() -> None:
    forbidden = Rendering(text="green road", status=Status.FORBIDDEN)
    (finding,) = examine(make_concept(renderings=(GREENWAY, forbidden)))
    assert (finding.code, finding.severity, finding.concept, finding.term) == (
        "E102",
        Severity.ERROR,
        "cgreenwa",
        "绿道",
    )
    assert finding.message == "'green road' is forbidden and names nothing to write instead"
    assert finding.fix.startswith("add the replacement")
