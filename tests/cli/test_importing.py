"""`glossary import`: what it prints, what it asks, how it ends."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from conftest import Command
from small_base import GREENWAY

from glossary.cli import importing


def edit_csv(path: Path, en: str, **cells: str) -> None:
    """Fill cells of the first row of a rendering, as in a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    next(row for row in rows if row["en"] == en).update(cells)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def exported(glossary: Command, small_base: Path) -> Path:
    """A spreadsheet of the base in which a note was changed, as it was in the base meanwhile."""
    glossary("export", "csv", "-o", "a.csv", "--db", small_base)
    edit_csv(Path("a.csv"), "green road", note="For streams.", rendering_note="Literal.")
    glossary("concept", "edit", GREENWAY, "--set", "note=On dykes.", "--db", small_base)
    return Path("a.csv")


def note_of(glossary: Command, small_base: Path) -> str:
    return str(glossary("concept", "show", GREENWAY, "--json", "--db", small_base).json["note"])


def test_an_import_counts_what_it_did(glossary: Command, small_base: Path) -> None:
    Path("a.csv").write_text("zh,en\n绿道,linear park\n渠长,channel chief\n河湖长制,\n", encoding="utf-8")
    ran = glossary("import", "a.csv", "--db", small_base)
    assert (ran.code, ran.out, ran.err) == (0, "1 added, 1 changed, 1 unchanged\n", "")
    answer = glossary("import", "a.csv", "--json", "--db", small_base).json
    assert answer == {
        "added": 0,
        "changed": 0,
        "unchanged": 3,
        "conflicts": [],
        "dropped": [],
        "duplicates": [],
        "snapshot": None,
        "missing": 0,
    }


def test_an_unchanged_export_is_no_error(glossary: Command, small_base: Path) -> None:
    glossary("export", "tbx", "-o", "a.tbx", "--db", small_base)
    ran = glossary("import", "a.tbx", "--db", small_base)
    assert (ran.code, ran.out) == (0, "0 added, 0 changed, 5 unchanged\n")


def test_a_dry_run_shows_each_difference(glossary: Command, small_base: Path) -> None:
    glossary("export", "csv", "-o", "a.csv", "--db", small_base)
    edit_csv(Path("a.csv"), "green road", note="For streams.")
    with Path("a.csv").open("a", encoding="utf-8") as file:
        file.write(",渠长,channel chief\n,四水同治,four waters\n")
    ran = glossary("import", "a.csv", "--dry-run", "--db", small_base)
    assert ran.out.splitlines()[0] == "1 added, 1 changed, 4 unchanged"
    titles = [line for line in ran.out.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert titles == ["added:", "changed:", "dropped:"]
    assert f"  {GREENWAY} 绿道\n      note: Never for a row of street trees. → For streams.\n" in ran.out
    assert "      + rendering: channel chief (admitted)\n" in ran.out
    assert "  line 13: 四水同治: several concepts have this term" in ran.out
    assert "compared with snapshot s" in ran.err


def test_a_dry_run_in_json_has_each_difference(glossary: Command, small_base: Path) -> None:
    glossary("export", "csv", "-o", "a.csv", "--db", small_base)
    edit_csv(Path("a.csv"), "green road", note="For streams.")
    answer = glossary("import", "a.csv", "--dry-run", "--json", "--db", small_base).json
    (change,) = answer["changes"]
    assert (change["concept"], change["term"], change["is_new"]) == (GREENWAY, "绿道", False)
    assert change["differences"] == [
        {"what": "note", "before": "Never for a row of street trees.", "after": "For streams."}
    ]


def test_a_dry_run_makes_no_base(glossary: Command) -> None:
    Path("a.csv").write_text("zh,en\n绿道,linear park\n", encoding="utf-8")
    assert glossary("import", "a.csv", "--dry-run").code == 0
    assert [path.name for path in Path.cwd().iterdir()] == ["a.csv"]


def test_where_nobody_can_be_asked_a_conflict_is_told_and_the_base_kept(
    glossary: Command, small_base: Path, exported: Path
) -> None:
    ran = glossary("import", exported, "--db", small_base)
    assert (
        f"conflicts:\n  {GREENWAY} note (the base counts)\n"
        "      base: On dykes.\n      file: For streams.\n" in ran.out
    )
    assert note_of(glossary, small_base) == "On dykes."


def test_a_policy_can_be_of_one_field(glossary: Command, small_base: Path, exported: Path) -> None:
    policies = ("--on-conflict", "keep", "--on-conflict", "note=replace")
    ran = glossary("import", exported, *policies, "--db", small_base)
    assert "note (the file counts)" in ran.out
    assert note_of(glossary, small_base) == "For streams."


def test_conflicts_and_what_was_dropped_are_printed(glossary: Command, small_base: Path) -> None:
    rows = "id,zh,en,status,colour\ncgreenwa,绿道,greenway,admitted,green\n,四水同治,x,,\n"
    Path("a.csv").write_text(rows, encoding="utf-8")
    ran = glossary("import", "a.csv", "--db", small_base)
    assert (
        "  cgreenwa status of rendering 'greenway' (the base counts)\n"
        "      base: preferred\n      file: admitted\n" in ran.out
    )
    assert "  line 1: column 'colour': its name is not known; " in ran.out
    assert "  line 3: 四水同治: several concepts have this term" in ran.out
    assert "the file names no snapshot" in ran.err


def test_a_file_of_another_base_is_told_to_only_add(
    glossary: Command, small_base: Path, empty_base: Path
) -> None:
    glossary("export", "csv", "-o", "a.csv", "--db", small_base)
    ran = glossary("import", "a.csv", "--db", empty_base)
    assert ran.code == 0
    assert "which this base does not know: it only adds" in ran.err


def test_a_base_that_nobody_knows_is_refused(glossary: Command, small_base: Path) -> None:
    Path("a.csv").write_text("zh,en\n绿道,x\n", encoding="utf-8")
    ran = glossary("import", "a.csv", "--base", "saaaaaaaaaa", "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert "glossary snapshot --list" in ran.err


def test_where_nothing_can_be_imported_it_ends_with_1(glossary: Command, small_base: Path) -> None:
    Path("a.csv").write_text("zh,en\n四水同治,x\n", encoding="utf-8")
    ran = glossary("import", "a.csv", "--db", small_base)
    assert ran.code == 1
    assert "nothing of the file could be imported" in ran.err


@pytest.mark.parametrize(
    "options",
    [("--on-conflict", "shout"), ("--on-conflict", "colour=keep"), ("--format", "xls")],
)
def test_an_unknown_policy_field_or_format_is_answered_with_those_that_exist(
    glossary: Command, small_base: Path, options: tuple[str, str]
) -> None:
    Path("a.csv").write_text("zh,en\n绿道,x\n", encoding="utf-8")
    ran = glossary("import", "a.csv", *options, "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert "known: " in ran.err


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The keys that somebody at the terminal presses."""
    pressed: list[str] = []
    monkeypatch.setattr(importing, "is_answerable", lambda: True)
    monkeypatch.setattr(click, "getchar", lambda: pressed.pop(0))
    yield pressed
    assert pressed == [], "nobody asked for these keys"


@pytest.mark.parametrize(
    ("key", "note"), [("k", "On dykes."), ("r", "For streams."), ("a", "On dykes.\nFor streams.")]
)
def test_at_a_terminal_each_conflict_is_shown_and_asked_about(
    glossary: Command, small_base: Path, exported: Path, keys: list[str], key: str, note: str
) -> None:
    keys += ["?", key]
    ran = glossary("import", exported, "--db", small_base)
    assert "conflict 1 of 1:" in ran.err
    assert "base: On dykes.\n      file: For streams.\n" in ran.err
    assert note_of(glossary, small_base) == note


def test_a_capital_letter_decides_all_the_rest(
    glossary: Command, small_base: Path, exported: Path, keys: list[str]
) -> None:
    edit_csv(exported, "green road", scope="Streams")
    glossary("concept", "edit", GREENWAY, "--set", "scope=Dykes", "--db", small_base)
    keys += ["R"]
    ran = glossary("import", exported, "--db", small_base)
    assert "conflict 1 of 2:" in ran.err
    assert "conflict 2 of 2:" not in ran.err
    assert note_of(glossary, small_base) == "For streams."


def test_with_q_nothing_is_imported(
    glossary: Command, small_base: Path, exported: Path, keys: list[str]
) -> None:
    keys += ["q"]
    ran = glossary("import", exported, "--db", small_base)
    assert ran.code == 1
    assert "nothing was imported" in ran.err
    shown = glossary("concept", "show", GREENWAY, "--db", small_base).out
    assert "Literal." not in shown


def test_a_field_with_a_policy_of_its_own_is_not_asked_about(
    glossary: Command, small_base: Path, exported: Path, keys: list[str]
) -> None:
    glossary("import", exported, "--on-conflict", "note=replace", "--db", small_base)
    assert note_of(glossary, small_base) == "For streams."


def test_one_field_alone_can_be_asked_about(
    glossary: Command, small_base: Path, exported: Path, keys: list[str]
) -> None:
    keys += ["r"]
    glossary("import", exported, "--on-conflict", "keep", "--on-conflict", "note=ask", "--db", small_base)
    assert note_of(glossary, small_base) == "For streams."


def test_nobody_is_asked_for_json(
    glossary: Command, small_base: Path, exported: Path, keys: list[str]
) -> None:
    assert glossary("import", exported, "--json", "--db", small_base).json["conflicts"][0]["taken"] == "here"


FOREIGN = "英文,中文,备注\ngreenway,绿道,by water\n"


def test_the_columns_of_a_foreign_table_are_shown(glossary: Command, small_base: Path) -> None:
    Path("a.csv").write_text(FOREIGN, encoding="utf-8")
    ran = glossary("import", "a.csv", "--dry-run", "--db", small_base)
    assert ran.code == 0
    assert ran.err.startswith("columns: '英文' as en, '中文' as zh, '备注' as note")
    assert "--columns en,zh,note" in ran.err


def test_columns_are_named_on_the_command_line(glossary: Command, small_base: Path) -> None:
    Path("a.csv").write_text(FOREIGN, encoding="utf-8")
    ran = glossary("import", "a.csv", "--columns", ",zh,en", "--db", small_base)
    assert (ran.code, ran.out, ran.err) == (0, "0 added, 1 changed, 0 unchanged\n", "")


@pytest.mark.parametrize(("answer", "code"), [("\n", 0), ("en,zh,\n", 0), ("q\n", 1)])
def test_somebody_at_the_terminal_confirms_the_columns(
    glossary: Command, small_base: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    Path("a.csv").write_text(FOREIGN, encoding="utf-8")
    monkeypatch.setattr(importing, "is_answerable", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    ran = glossary("import", "a.csv", "--on-conflict", "keep", "--db", small_base)
    assert (ran.code, "Enter to read them so" in ran.err) == (code, True)
