"""`glossary doctor`: what it prints, and how it ends."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import write_base
from small_base import CONCEPTS, FOUR_OF_HILLS, GREENWAY

from glossary.curation.checks import CODES
from glossary.model import Concept, Rendering, Status, Term

from .conftest import Refused

if TYPE_CHECKING:
    from conftest import Command

FAULTY = Concept(
    id="cfaultyy",
    terms=(Term(text="青石桥"),),
    renderings=(
        Rendering(text="blue bridge", status=Status.FORBIDDEN),
        Rendering(text="stone  bridge", status=Status.PREFERRED),
    ),
)


@pytest.fixture
def faulty_base(tmp_path: Path) -> Path:
    """The five concepts, and one with an error and two warnings."""
    return write_base(tmp_path / "faulty.db", (*CONCEPTS, FAULTY))


def test_a_code_is_explained_once_and_each_finding_has_a_line(glossary: "Command", faulty_base: Path) -> None:
    printed = glossary("doctor", "--only", "E102", "--db", faulty_base).out.splitlines()
    assert printed[0] == (
        "E102 error: A deprecated or forbidden rendering does not say what to write in its place."
    )
    assert printed[1].startswith("  Fix: add the replacement with")
    assert printed[2].split() == ["concept", "term", "finding"]
    assert printed[3].startswith("cfaultyy  青石桥  'blue bridge' is forbidden and names nothing")
    assert printed[-1] == "6 concepts checked: E102 1"


def test_codes_come_in_order_whatever_concept_they_are_about(glossary: "Command", faulty_base: Path) -> None:
    printed = glossary("doctor", "--db", faulty_base).out.splitlines()
    codes = [line.split()[0] for line in printed if line.split()[0:1] and line.split()[0] in CODES]
    assert codes == sorted(set(codes), key=CODES.index)


def test_json_has_findings_counts_and_how_many_were_checked(glossary: "Command", faulty_base: Path) -> None:
    answer = glossary("doctor", "--json", "--only", "E102", "--only", "W402", "--db", faulty_base).json
    assert answer["checked"] == len(CONCEPTS) + 1
    assert answer["counts"] == {"E102": 1, "W402": 1}
    assert answer["findings"][1] == {
        "code": "W402",
        "severity": "warning",
        "concept": "cfaultyy",
        "term": "青石桥",
        "message": "'stone  bridge' has odd blanks",
        "fix": "write single spaces.",
        "other": "",
    }


def test_an_error_ends_with_one(glossary: "Command", faulty_base: Path) -> None:
    assert glossary("doctor", "--db", faulty_base).code == 1


def test_warnings_end_well(glossary: "Command", small_base: Path) -> None:
    ran = glossary("doctor", "--db", small_base)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("5 concepts checked: W301 1, I302 1\n")


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("INFO", 1)])
def test_the_user_says_what_is_bad_enough(
    glossary: "Command", small_base: Path, severity: str, code: int
) -> None:
    assert glossary("doctor", "--fail-on", severity, "--json", "--db", small_base).code == code


def test_ignored_codes_are_neither_shown_nor_counted(glossary: "Command", small_base: Path) -> None:
    ran = glossary("doctor", "--ignore", "w301", "--ignore", "I302", "--fail-on", "info", "--db", small_base)
    assert (ran.code, ran.out) == (0, "5 concepts checked: nothing found\n")


def test_the_user_says_how_old_is_stale(glossary: "Command", small_base: Path) -> None:
    asked = ("doctor", "--only", "W202", "--json", "--db", small_base)
    fresh = glossary(*asked, "--stale-years", "1000").json
    stale = glossary(*asked, "--stale-years", "0").json
    assert (fresh["counts"], [one["concept"] for one in stale["findings"]][-1:]) == ({}, [GREENWAY])
    assert FOUR_OF_HILLS not in [one["concept"] for one in stale["findings"]]


def test_a_check_is_explained_without_a_base(glossary: "Command") -> None:
    ran = glossary("doctor", "--explain", "w606")
    assert ran.code == 0
    assert ran.out.startswith(
        "W606 (warning)\n\nTwo concepts that no relation ties share an English rendering."
    )


@pytest.mark.parametrize("option", ["--only", "--ignore", "--explain"])
def test_an_unknown_code_is_refused_with_those_that_exist(
    refused: Refused, kept_base: Path, option: str
) -> None:
    message = refused("doctor", option, "E9", "--db", kept_base)
    assert message.startswith("error: there is no check 'E9'; known: E101, E102, ")


def test_an_unknown_severity_is_refused(refused: Refused, kept_base: Path) -> None:
    message = refused("doctor", "--fail-on", "fatal", "--db", kept_base)
    assert "there is no severity 'fatal'; known: error, info, warning" in message


def test_years_below_zero_are_refused(refused: Refused, kept_base: Path) -> None:
    assert "--stale-years" in refused("doctor", "--stale-years", "-1", "--db", kept_base)


def test_a_beginning_names_all_codes_that_begin_so(glossary: "Command", faulty_base: Path) -> None:
    chosen = glossary("doctor", "--only", "e,W4", "--ignore", "w402", "--json", "--db", faulty_base).json
    assert chosen["counts"] == {"E102": 1}


def test_to_leave_no_check_is_refused(refused: Refused, kept_base: Path) -> None:
    message = refused("doctor", "--only", "W2", "--ignore", "W", "--db", kept_base)
    assert "no check is left to run" in message


def test_nothing_is_wider_than_the_terminal(
    glossary: "Command", faulty_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    printed = glossary("doctor", "--db", faulty_base).out + glossary("doctor", "--explain", "W605").out
    assert max(map(len, printed.splitlines())) <= 60


def test_a_base_on_a_server_of_another_kind_is_refused(refused: Refused) -> None:
    message = refused("doctor", "--db", "mysql://somebody@example.org/terms")
    assert "mysql: a termbase is a file or a PostgreSQL database" in message


def test_a_base_that_is_not_there_is_refused_and_not_made(refused: Refused, tmp_path: Path) -> None:
    absent = tmp_path / "absent.db"
    assert "there is no such termbase" in refused("doctor", "--db", absent)
    assert not absent.exists()


def test_an_empty_base_is_clean(glossary: "Command", empty_base: Path) -> None:
    ran = glossary("doctor", "--fail-on", "info", "--db", empty_base)
    assert (ran.code, ran.out) == (0, "0 concepts checked: nothing found\n")


def test_the_base_stays_as_it_was(glossary: "Command", kept_base: Path) -> None:
    glossary("doctor", "--db", kept_base)
