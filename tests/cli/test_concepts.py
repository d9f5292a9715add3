"""One concept at the terminal: shown, edited, merged, split, and what was done to it."""

import re
from pathlib import Path

import pytest
from conftest import Command
from small_base import CHIEF, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY, RAFT


def kept_draft(err: str) -> Path:
    found = re.search(r"your text is kept: (.+)", err)
    assert found
    return Path(found[1])


def test_a_concept_is_shown_as_a_lookup_shows_it_with_its_relations(
    glossary: Command, small_base: Path
) -> None:
    ran = glossary("concept", "show", GREENWAY, "--db", small_base)
    assert ran.out.startswith("绿道  lǜ dào  town planning · cgreenwa\n")
    assert f"  related: 河湖长制 {CHIEF}\n" in ran.out


def test_an_old_id_shows_the_concept_that_it_leads_to_and_says_so(
    glossary: Command, small_base: Path
) -> None:
    glossary("concept", "merge", RAFT, CHIEF, "--db", small_base)
    ran = glossary("concept", "show", RAFT, "--db", small_base)
    assert ran.err == f"{RAFT} was merged into {CHIEF}\n"
    assert f"  was also: {RAFT}\n" in ran.out


def test_a_concept_in_json_has_its_version_and_its_relations(glossary: Command, small_base: Path) -> None:
    shown = glossary("concept", "show", GREENWAY, "--json", "--db", small_base).json
    assert shown["id"] == GREENWAY
    assert shown["version"].startswith("v")
    assert shown["relations"] == [{"kind": "related", "concept": CHIEF, "term": "河湖长制"}]


def test_an_unknown_concept_ends_with_1(glossary: Command, small_base: Path) -> None:
    ran = glossary("concept", "show", "cnothing", "--db", small_base)
    assert (ran.code, ran.out) == (1, "")
    assert "`glossary lookup` shows the ids" in ran.err


def test_fields_are_set_and_cleared(glossary: Command, small_base: Path) -> None:
    settings = ("--set", "scope=Lakeside", "--set", "definition.en=a path", "--set", "note=")
    assert glossary("concept", "edit", GREENWAY, *settings, "--db", small_base).out == (
        f"{GREENWAY} 绿道: changed\n"
    )
    shown = glossary("concept", "show", GREENWAY, "--json", "--db", small_base).json
    assert (shown["scope"], shown["note"]) == ("Lakeside", "")
    assert "a path" in [one["text"] for one in shown["definitions"]]


@pytest.mark.parametrize(
    ("setting", "said"),
    [("scope", "sets nothing"), ("colour=red", "there is no field 'colour'"), ("definition.=x", "no field")],
)
def test_what_sets_nothing_is_refused(glossary: Command, small_base: Path, setting: str, said: str) -> None:
    ran = glossary("concept", "edit", GREENWAY, "--set", setting, "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_concept_is_edited_as_text(glossary: Command, small_base: Path, tmp_path: Path) -> None:
    text = glossary("concept", "show", GREENWAY, "--toml", "--db", small_base).out
    file = tmp_path / "greenway.toml"
    file.write_text(text.replace("Never for a row", "Not for a row"), "utf-8")
    assert glossary("concept", "edit", GREENWAY, "--file", file, "--db", small_base).code == 0
    again = glossary("concept", "show", GREENWAY, "--toml", "--db", small_base).out
    assert "Not for a row" in again
    assert again.splitlines()[1:] == file.read_text("utf-8").splitlines()[1:]


def test_an_editor_edits_what_it_is_given(
    glossary: Command, small_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(
        "click.edit", lambda text, **_: text.replace('"town planning"', '"parks"'), raising=True
    )
    assert glossary("concept", "edit", GREENWAY, "--db", small_base).code == 0
    assert (
        glossary("concept", "show", GREENWAY, "--json", "--db", small_base).json["subject_field"] == "parks"
    )


def test_without_a_terminal_it_says_how_to_edit(glossary: Command, small_base: Path) -> None:
    ran = glossary("concept", "edit", GREENWAY, "--db", small_base)
    assert ran.code == 2
    assert "--file FILE, or --set FIELD=TEXT" in ran.err


def test_an_edit_of_an_older_version_joins_what_others_did(
    glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    file = tmp_path / "greenway.toml"
    text = glossary("concept", "show", GREENWAY, "--toml", "--db", small_base).out
    file.write_text(text.replace('"green path"', '"green trail"'), "utf-8")
    glossary("concept", "edit", GREENWAY, "--set", "scope=Lakeside", "--db", small_base)
    ran = glossary("concept", "edit", GREENWAY, "--file", file, "--db", small_base)
    assert "both changes are in" in ran.err
    again = glossary("concept", "show", GREENWAY, "--toml", "--db", small_base).out
    assert 'scope = "Lakeside"' in again
    assert '"green trail"' in again


def test_an_edit_that_clashes_shows_both_and_keeps_the_text(
    glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    file = tmp_path / "greenway.toml"
    text = glossary("concept", "show", GREENWAY, "--toml", "--db", small_base).out
    file.write_text(text.replace("Never for a row of street trees.", "By Mei."), "utf-8")
    glossary("concept", "edit", GREENWAY, "--set", "note=By Li.", "--db", small_base)
    ran = glossary("concept", "edit", GREENWAY, "--file", file, "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert "note\n    now:   By Li.\n    yours: By Mei." in ran.err
    draft = kept_draft(ran.err)
    assert "By Mei." in draft.read_text("utf-8")
    draft.unlink()


def test_a_text_that_is_no_concept_is_kept_and_refused(
    glossary: Command, small_base: Path, tmp_path: Path
) -> None:
    file = tmp_path / "greenway.toml"
    file.write_text("[[concept]\nid = 1", "utf-8")
    ran = glossary("concept", "edit", GREENWAY, "--file", file, "--db", small_base)
    assert ran.code == 2
    kept_draft(ran.err).unlink()


def test_a_merge_says_what_was_given_up(glossary: Command, small_base: Path) -> None:
    for id, note in ((FOUR_OF_HILLS, "Of the hills."), (FOUR_OF_LAKES, "Of the lakes.")):
        glossary("concept", "edit", id, "--set", f"note={note}", "--db", small_base)
    ran = glossary("concept", "merge", FOUR_OF_HILLS, FOUR_OF_LAKES, "--db", small_base)
    assert "note: kept Of the lakes., gave up Of the hills." in ran.err
    assert ran.out.startswith(f"{FOUR_OF_LAKES} 四水同治: ")


def test_a_split_says_what_both_have(glossary: Command, small_base: Path) -> None:
    ran = glossary("concept", "split", CHIEF, "河长制", "river chief system", "--db", small_base)
    stays, new = ran.out.splitlines()
    assert stays == f"{CHIEF} 河湖长制: river and lake chief system (preferred)"
    assert new[8:] == " 河长制: river chief system (preferred)"


def test_what_a_split_leaves_without_advice_is_said(glossary: Command, small_base: Path) -> None:
    ran = glossary("concept", "split", GREENWAY, "greenway", "--scope", "hills", "--db", small_base)
    assert "'green path' is deprecated and names nothing to write instead" in ran.err


def test_two_senses_that_nothing_tells_apart_are_said(glossary: Command, small_base: Path) -> None:
    glossary("add", "绿道", "green lane for customs", "--db", small_base)
    ran = glossary("concept", "split", GREENWAY, "green lane for customs", "--db", small_base)
    assert "nothing tells the two apart yet" in ran.err


def test_a_relation_is_added_by_its_kind(glossary: Command, small_base: Path) -> None:
    glossary("concept", "edit", RAFT, "--set", f"related={CHIEF}", "--db", small_base)
    assert f"  related: 河湖长制 {CHIEF}\n" in glossary("concept", "show", RAFT, "--db", small_base).out


def test_the_history_tells_who_and_what(glossary: Command, small_base: Path) -> None:
    glossary(
        "concept", "edit", GREENWAY, "--set", "scope=Lakeside", "--reason", "asked by Li", "--db", small_base
    )
    head, *rest = glossary("concept", "history", GREENWAY, "--db", small_base).out.splitlines()
    assert head.endswith(f"  tester  edit  {GREENWAY} 绿道")
    assert rest == ["    why: asked by Li", "    + scope: Lakeside"]
    (change,) = glossary("concept", "history", GREENWAY, "--json", "--db", small_base).json["changes"]
    assert (change["who"], change["why"]) == ("tester", "asked by Li")


def test_a_concept_that_nobody_touched_says_so(glossary: Command, small_base: Path) -> None:
    ran = glossary("concept", "history", GREENWAY, "--db", small_base)
    assert (ran.code, ran.out) == (0, "")
    assert "nothing was done to it" in ran.err
