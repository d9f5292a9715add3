"""`glossary check`: what it prints, and its exit codes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from .conftest import Refused

if TYPE_CHECKING:
    from conftest import Command

SOURCE = "绿道很长。\n绿道很好。\n"
TARGET = "The greenway is long.\nThe path is good.\n"


@pytest.fixture
def engine() -> str:
    """The command is the same on both engines; files are quicker."""
    return "sqlite"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    source, target = tmp_path / "a.zh.txt", tmp_path / "a.en.txt"
    source.write_text(SOURCE, encoding="utf-8")
    target.write_text(TARGET, encoding="utf-8")
    return source, target


def test_a_finding_is_told_and_makes_the_exit_code_1(
    glossary: "Command", small_base: Path, texts: tuple[Path, Path]
) -> None:
    ran = glossary("check", *texts, "--db", small_base)
    assert ran.code == 1
    assert "line 2" in ran.out
    assert "1 finding in 2 segments, 2 terms checked" in ran.err


def test_either_order_of_the_files(glossary: "Command", small_base: Path, texts: tuple[Path, Path]) -> None:
    one, other = (glossary("check", *order, "--json", "--db", small_base) for order in (texts, texts[::-1]))
    assert one.out == other.out


def test_json(glossary: "Command", small_base: Path, texts: tuple[Path, Path]) -> None:
    told = json.loads(glossary("check", *texts, "--json", "--db", small_base).out)
    (finding,) = told["findings"]
    assert (told["segments"], told["checked"]) == (2, 2)
    assert (finding["segment"], finding["kind"], finding["term"]) == (2, "missing", "绿道")
    assert SOURCE.splitlines()[1][finding["start"] : finding["end"]] == "绿道"


def test_junit(glossary: "Command", small_base: Path, texts: tuple[Path, Path]) -> None:
    suites = ElementTree.fromstring(glossary("check", *texts, "--junit", "--db", small_base).out)
    assert [failure.get("type") for failure in suites.iter("failure")] == ["missing"]


def test_a_page_in_a_file(
    glossary: "Command", small_base: Path, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    assert glossary("check", *texts, "--html", "-o", page, "--db", small_base).code == 1
    assert '<mark class="missing">绿道</mark>' in page.read_text(encoding="utf-8")


def test_kinds_that_do_not_fail_are_told_all_the_same(
    glossary: "Command", small_base: Path, texts: tuple[Path, Path]
) -> None:
    ran = glossary("check", *texts, "--fail-on", "forbidden,deprecated", "--db", small_base)
    assert (ran.code, "missing" in ran.out) == (0, True)


def test_a_waiver_sets_it_aside_and_an_old_one_is_told(
    glossary: "Command", small_base: Path, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waiver]]\nterm = "绿道"\nwhere = "line 2"\nreason = "style"\n'
        '[[waiver]]\nterm = "绿廊"\nreason = "gone"\n',
        encoding="utf-8",
    )
    ran = glossary("check", *texts, "--waivers", waivers, "--db", small_base)
    assert (ran.code, ran.out) == (0, "")
    assert "1 waived" in ran.err
    assert "covers nothing any more: 绿廊 (gone)" in ran.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[waiver", "docs/checking.md"),
        ('[[waiver]]\nterm = "绿道"', "reason"),
        ('[[waiver]]\nterm = "绿道"\nreason = "r"\nkind = "bad"', "there is no kind of finding 'bad'"),
        ('[[waiver]]\nterm = "绿道"\nreason = "r"\nwhy = "?"', "has no 'why'"),
        ("[[exception]]", "there is no [[exception]]"),
        ('waiver = "绿道"', "no list of tables"),
        ('[[rendering]]\ntext = "path"\nmodifiers = "no"', "a number of modifiers"),
    ],
)
def test_a_file_of_waivers_that_is_none(
    refused: Refused, kept_base: Path, texts: tuple[Path, Path], tmp_path: Path, text: str, told: str
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(text, encoding="utf-8")
    assert told in refused("check", *texts, "--waivers", waivers, "--db", kept_base)


def test_two_outputs_at_once(refused: Refused, kept_base: Path, texts: tuple[Path, Path]) -> None:
    assert "choose one" in refused("check", *texts, "--json", "--html", "--db", kept_base)


def test_a_kind_that_there_is_not(refused: Refused, kept_base: Path, texts: tuple[Path, Path]) -> None:
    assert "known: deprecated" in refused("check", *texts, "--fail-on", "typos", "--db", kept_base)


def test_texts_that_part(refused: Refused, kept_base: Path, texts: tuple[Path, Path]) -> None:
    texts[1].write_text(TARGET + "One more.\n", encoding="utf-8")
    assert "2 lines" in refused("check", *texts, "--db", kept_base)
