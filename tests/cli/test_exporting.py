"""glossary export: what is asked for, where it goes, and the report on it."""

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Refused

if TYPE_CHECKING:
    from conftest import Command

PROJECT = "<omegat><project><glossary_dir>__DEFAULT__</glossary_dir></project></omegat>"


def test_the_report_lists_everything_that_was_left_out(glossary: "Command", small_base: Path) -> None:
    ran = glossary("export", "omegat", "-o", "terms.utf8", "--json", "--db", small_base)
    report = json.loads(ran.out)
    assert (report["format"], report["path"], report["concepts"]) == ("omegat", "terms.utf8", 3)
    assert {line["where"] for line in report["left_out"]} >= {"cgreenwa", "craftboa"}
    assert Path("terms.utf8").is_file()


def test_into_a_folder_a_file_goes_under_its_usual_name(glossary: "Command", small_base: Path) -> None:
    Path("out").mkdir()
    ran = glossary("export", "tbx", "-o", "out", "--db", small_base)
    assert Path("out", "glossary.tbx").is_file()
    assert str(Path("out", "glossary.tbx")) in ran.err


def test_a_project_of_omegat_gets_its_glossary(glossary: "Command", small_base: Path) -> None:
    Path("job").mkdir()
    Path("job", "omegat.project").write_text(PROJECT)
    assert glossary("export", "omegat", "--project", "job", "--db", small_base).code == 0
    assert "greenway" in Path("job", "glossary", "glossary-omegat.utf8").read_text(encoding="utf-8")


def test_what_is_no_project_is_refused(refused: Refused, kept_base: Path, tmp_path: Path) -> None:
    message = refused("export", "omegat", "--project", tmp_path / "nowhere", "--db", kept_base)
    assert "is no OmegaT project" in message


def test_only_what_occurs_in_a_text_from_stdin_is_exported(
    glossary: "Command", small_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("建设绿道。"))
    ran = glossary("export", "prompt", "--document", "-", "--db", small_base)
    assert [line.split(" ")[1] for line in ran.out.splitlines() if line.startswith("- ")] == ["绿道"]
    assert "not asked for: 4 concepts" in ran.err


def test_where_nothing_is_what_was_asked_for_the_command_says_so(
    glossary: "Command", small_base: Path
) -> None:
    ran = glossary("export", "csv", "--subject-field", "astronomy", "--db", small_base)
    assert (ran.code, len(ran.out.splitlines())) == (1, 1)
    assert "nothing of the base is what was asked for" in ran.err


def test_only_approved_renderings_are_preferred_or_admitted(glossary: "Command", small_base: Path) -> None:
    ran = glossary("export", "jsonl", "--only-approved", "--db", small_base)
    statuses = {one["status"] for line in ran.out.splitlines() for one in json.loads(line)["renderings"]}
    assert statuses == {"preferred", "admitted"}


def test_a_code_that_a_format_has_no_place_for_is_told(glossary: "Command", small_base: Path) -> None:
    ran = glossary("export", "omegat", "--source-lang", "zh-TW", "--db", small_base)
    assert "omegat has no place for --source-lang, which changed nothing" in ran.err


def test_a_status_that_does_not_exist_is_answered_with_those_that_do(
    refused: Refused, kept_base: Path
) -> None:
    assert "known: admitted, deprecated, forbidden" in refused(
        "export", "csv", "--status", "good", "--db", kept_base
    )


def test_the_report_needs_the_place_that_the_file_would_take(refused: Refused, kept_base: Path) -> None:
    assert "name a file with -o" in refused("export", "csv", "--json", "--db", kept_base)


def test_the_list_of_formats_says_what_each_is_for(glossary: "Command") -> None:
    described = {one["name"]: one for one in json.loads(glossary("formats", "--json").out)["formats"]}
    assert described["deepl"]["purpose"] == "machine translation"
    assert described["omegat"]["project"] == "OmegaT: glossary/"
