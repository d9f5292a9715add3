"""What the base remembers, at the terminal: the log, undo, requests, snapshots."""

import csv
import io
from pathlib import Path

import pytest
from conftest import Command
from small_base import CHIEF, GREENWAY


@pytest.fixture
def changed(glossary: Command, small_base: Path) -> Path:
    """The small base after two edits."""
    for id, note in ((GREENWAY, "In parks."), (CHIEF, "Of rivers.")):
        glossary("concept", "edit", id, "--set", f"note={note}", "--db", small_base)
    return small_base


def test_the_log_tells_what_was_done(glossary: Command, changed: Path) -> None:
    lines = glossary("history", "--db", changed).out.splitlines()
    assert lines[0].endswith(f"tester  edit  {GREENWAY} 绿道")
    assert lines[-1] == "    + note: Of rivers."


def test_a_document_is_told_by_its_short_id_and_its_name(
    glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    (tmp_path / "堤.txt").write_text("湖堤巡护员把渗水点报给堤防管理站。\n" * 4, encoding="utf-8")
    mined = glossary("mine", tmp_path / "堤.txt", "--json", "--db", small_base).json
    line = glossary("history", "--db", small_base).out.splitlines()[-1]
    short = mined["documents"][0]["id"][:12]
    assert line.partition("  mine  ")[2].startswith(f"{short} ")
    assert line.endswith("堤.txt")
    assert glossary("documents", "remove", short, "--db", small_base).err.endswith("堤.txt\n")


def test_the_newest_alone_can_be_asked_for(glossary: Command, changed: Path) -> None:
    lines = glossary("history", "--newest", "1", "--db", changed).out.splitlines()
    (head,) = [line for line in lines if "  tester  " in line]
    assert head.endswith(f"edit  {CHIEF} 河湖长制")


@pytest.mark.parametrize(("options", "changes"), [((), 2), (("--newest", "1"), 1)])
def test_the_log_in_json_is_whole_unless_less_is_asked_for(
    glossary: Command, changed: Path, options: tuple[str, ...], changes: int
) -> None:
    assert len(glossary("history", "--json", *options, "--db", changed).json["changes"]) == changes


def test_the_log_is_a_table_for_a_spreadsheet(glossary: Command, changed: Path) -> None:
    table = glossary("history", "--csv", "--db", changed).out
    assert table.startswith("\ufeff")  # Excel garbles Chinese without it
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert [(row["who"], row["verb"], row["thing"]) for row in rows] == [
        ("tester", "edit", GREENWAY),
        ("tester", "edit", CHIEF),
    ]
    assert rows[1]["differences"] == "'+ note: Of rivers."


def test_the_log_in_json_has_both_sides(glossary: Command, changed: Path) -> None:
    first, _ = glossary("history", "--json", "--db", changed).json["changes"]
    assert [(one["before"], one["after"]) for one in first["differences"]] == [
        ("Never for a row of street trees.", "In parks.")
    ]


def test_what_nobody_did_is_said(glossary: Command, changed: Path) -> None:
    ran = glossary("history", "--who", "nobody", "--db", changed)
    assert (ran.code, ran.out) == (0, "")
    assert "nothing" in ran.err


def test_a_day_that_is_none_is_refused(glossary: Command, changed: Path) -> None:
    assert glossary("history", "--since", "yesterday", "--db", changed).code == 2


def test_undo_says_what_it_took_back_and_how_to_bring_it_back(glossary: Command, changed: Path) -> None:
    ran = glossary("undo", "--db", changed)
    assert ran.out == f"took back 2: edit {CHIEF}\n"
    assert ran.err == "`glossary undo 3` brings it back\n"
    assert glossary("concept", "show", CHIEF, "--json", "--db", changed).json["note"] == ""


def test_undo_of_nothing_ends_with_1(glossary: Command, small_base: Path) -> None:
    ran = glossary("undo", "--db", small_base)
    assert (ran.code, ran.out) == (1, "")


def test_a_lookup_that_finds_nothing_is_listed_until_it_is_answered(
    glossary: Command, small_base: Path
) -> None:
    for _ in range(2):
        glossary("lookup", "浮桥", "--db", small_base)
    (request,) = glossary("requests", "--json", "--db", small_base).json["requests"]
    assert (request["query"], request["count"], request["state"]) == ("浮桥", 2, "open")
    assert "浮桥" in glossary("requests", "--db", small_base).out
    glossary("add", "浮桥", "pontoon bridge", "--db", small_base)
    assert glossary("requests", "--db", small_base).out == ""
    assert "浮桥" in glossary("requests", "--all", "--db", small_base).out


def test_a_lookup_that_finds_something_is_no_request(glossary: Command, small_base: Path) -> None:
    glossary("lookup", "绿道", "--db", small_base)
    assert glossary("requests", "--json", "--db", small_base).json == {"requests": []}


def test_a_confidential_lookup_is_not_written_down(
    glossary: Command, small_base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    glossary("lookup", "浮桥", "--no-log", "--db", small_base)
    monkeypatch.setenv("GLOSSARY_LOG", "0")
    glossary("lookup", "浮桥", "--db", small_base)
    assert glossary("requests", "--json", "--db", small_base).json == {"requests": []}


def test_queries_can_be_taken_out_of_the_record(glossary: Command, small_base: Path) -> None:
    for query in ("浮桥", "水闸"):
        glossary("lookup", query, "--db", small_base)
    assert glossary("requests", "--forget", "浮桥", "--db", small_base).err == "forgot 1\n"
    assert glossary("requests", "--forget-all", "--db", small_base).err == "forgot 1\n"
    assert glossary("requests", "--json", "--db", small_base).json == {"requests": []}


def test_a_snapshot_is_an_id_that_stays_while_nothing_changes(glossary: Command, small_base: Path) -> None:
    first = glossary("snapshot", "--note", "for June", "--db", small_base).out.strip()
    assert glossary("snapshot", "--db", small_base).out.strip() == first
    glossary("concept", "edit", GREENWAY, "--set", "note=Other.", "--db", small_base)
    second = glossary("snapshot", "--json", "--db", small_base).json["id"]
    listed = glossary("snapshot", "--list", "--json", "--db", small_base).json["snapshots"]
    assert [(one["id"], one["note"]) for one in listed] == [(first, "for June"), (second, "")]
