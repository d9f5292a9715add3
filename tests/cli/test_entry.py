"""Where the command begins: which lookups are answered at once, from which base, in what form."""

import io
import sys
from pathlib import Path

import pytest
from conftest import Command, run_command

from glossary.cli import app, entry, exchange
from glossary.cli.output import print_note
from glossary.cli.terminal import DEFAULT_COLUMNS, terminal_columns, wants_colour
from glossary.services.bases.choosing import Choice, base_to_read, choose_base
from glossary.store.changes import list_changes


@pytest.fixture
def answered_at_once(glossary: Command, small_base: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command with its full form taken out: what it cannot answer at once ends with 99."""
    monkeypatch.setenv("GLOSSARY_DB", str(small_base))
    monkeypatch.setattr(app, "run", lambda: 99)
    return glossary


@pytest.mark.parametrize("term", ["绿道", " 绿道 ", "河长制", "四水同治", "两无竹筏"])
def test_a_term_spelled_as_its_key_is_answered_at_once(answered_at_once: Command, term: str) -> None:
    ran = answered_at_once("lookup", term)
    assert ran.code == 0
    assert ran.out.endswith("\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("lookup", "綠道"),
        ("lookup", "“两无”竹筏"),
        ("lookup", "绿"),
        ("lookup", "上海"),
        ("lookup", "greenway"),
        ("lookup", "lvdao"),
        ("lookup", ""),
        ("lookup", "绿道", "--json"),
        ("lookup", "--help"),
        ("lookup",),
        ("stats",),
        (),
    ],
)
def test_all_else_goes_to_the_full_command(answered_at_once: Command, arguments: tuple[str, ...]) -> None:
    assert answered_at_once(*arguments).code == 99


def test_the_formats_are_listed_at_once(answered_at_once: Command) -> None:
    ran = answered_at_once("formats")
    assert ran.code == 0
    assert ran.out.startswith("name ")


def test_the_formats_are_listed_at_once_in_json(answered_at_once: Command) -> None:
    assert "tbx" in [one["name"] for one in answered_at_once("formats", "--json").json["formats"]]


@pytest.mark.parametrize("arguments", [("formats", "--help"), ("formats", "tbx"), ("--json", "formats")])
def test_formats_with_anything_behind_it_goes_to_the_full_command(
    answered_at_once: Command, arguments: tuple[str, ...]
) -> None:
    assert answered_at_once(*arguments).code == 99


def test_both_ways_list_the_formats_alike(glossary: Command, capsys: pytest.CaptureFixture[str]) -> None:
    exchange.formats()
    exchange.formats(json=True)
    at_once = glossary("formats").out + glossary("formats", "--json").out
    assert capsys.readouterr().out == at_once


@pytest.mark.parametrize("where", ["environment", "folder", "shipped"])
def test_both_ways_choose_the_same_base(
    glossary: Command, small_base: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    if where == "environment":
        monkeypatch.setenv("GLOSSARY_DB", str(small_base))
    elif where == "folder":
        small_base.rename("terms.db")
    environment = {"GLOSSARY_DB": str(small_base)} if where == "environment" else {}
    with base_to_read(choose_base(None, environment, Path.cwd())) as base:
        assert Path(entry._choose_base()).resolve() == Path(base.location).resolve()


def test_an_unusable_base_is_explained_by_the_full_command(
    glossary: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLOSSARY_DB", "absent.db")
    ran = glossary("lookup", "绿道")
    assert (ran.code, ran.out) == (2, "")
    assert "absent.db: there is no such termbase; name one with --db" in ran.err


def test_the_width_is_that_of_the_environment_else_of_the_terminal_else_the_usual_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    assert terminal_columns() == 64
    for nonsense in ("", "wide", "0"):
        monkeypatch.setenv("COLUMNS", nonsense)
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        assert terminal_columns() == DEFAULT_COLUMNS


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_and_for_those_who_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not wants_colour()
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert wants_colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour()


def test_no_note_is_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_note("")
    assert capsys.readouterr().err == ""


def test_who_works_is_named_by_the_environment(glossary: Command, small_base: Path) -> None:
    glossary("add", "绿道", "linear park", "--reason", "asked for", "--db", small_base)
    with base_to_read(Choice(str(small_base), named=True)) as base, base.reading() as connection:
        (change,) = list_changes(connection)
    assert (change.who, change.why) == ("tester", "asked for")


def test_a_stop_before_the_command_has_begun_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "_answer_fast", stop)
    assert run_command("lookup", "绿道").code == 130
