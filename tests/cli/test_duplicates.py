"""Whoever saves what may be a duplicate is told beside the results; it is saved all the same."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_base import CHIEF, FOUR_OF_HILLS, FOUR_OF_LAKES, GREENWAY

if TYPE_CHECKING:
    from conftest import Command

LIKE_GREENWAY = "zh,en\n林荫道,greenway\n"


@pytest.fixture
def list_of_terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(LIKE_GREENWAY, encoding="utf-8")
    return path


def test_add_tells_and_names_the_command_that_merges(glossary: "Command", small_base: Path) -> None:
    ran = glossary("add", "河长智", "river wit", "--db", small_base)
    id = ran.out.split()[0]
    assert (ran.code, ran.out) == (0, f"{id} 河长智: river wit (preferred)\n")
    assert ran.err == (
        f"perhaps a duplicate: 河长智 ({id}) and 河长制 ({CHIEF}) are pronounced the same: "
        f"merge them (`glossary concept merge {id} {CHIEF}`) if one is a misspelling, "
        f"else tie them with the relation `related` (`glossary concept edit {id}`)\n"
    )


def test_the_command_that_is_named_merges(glossary: "Command", small_base: Path) -> None:
    told = glossary("add", "河长智", "river wit", "--db", small_base).err
    command = told.split("`")[1].split()[1:]
    assert glossary(*command, "--db", small_base).out.startswith(f"{CHIEF} ")


def test_a_rendering_more_tells_of_that_one_alone(glossary: "Command", small_base: Path) -> None:
    glossary("add", "河长智", "river wit", "--db", small_base)
    assert glossary("add", "河长智", "river sense", "--db", small_base).err == ""


def test_accept_tells(glossary: "Command", mined_base: Path) -> None:
    err = glossary("accept", "渠长", "greenway", "--db", mined_base).err
    assert f"and 绿道 ({GREENWAY}) share the English 'greenway'" in err


def test_edit_tells(glossary: "Command", small_base: Path) -> None:
    ran = glossary("concept", "edit", FOUR_OF_LAKES, "--set", "scope=Cloud Hills", "--db", small_base)
    assert f"({FOUR_OF_HILLS}) are spelled the same, and no scope tells them apart" in ran.err


def test_import_tells(glossary: "Command", small_base: Path, list_of_terms: Path) -> None:
    ran = glossary("import", list_of_terms, "--json", "--db", small_base)
    (duplicate,) = ran.json["duplicates"]
    assert (duplicate["kind"], duplicate["other"]) == ("rendering", GREENWAY)
    assert f"`glossary concept merge {duplicate['concept']} {GREENWAY}`" in ran.err


def test_a_dry_run_names_no_command_since_there_is_nothing_to_merge(
    glossary: "Command", small_base: Path, list_of_terms: Path
) -> None:
    err = glossary("import", list_of_terms, "--dry-run", "--db", small_base).err
    assert err.startswith("perhaps a duplicate: 林荫道 ")
    assert "`" not in err


def test_of_many_the_first_five_are_told(glossary: "Command", small_base: Path, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("zh,en\n" + "".join(f"第{n}步道,greenway\n" for n in "一二三四"), encoding="utf-8")
    ran = glossary("import", path, "--db", small_base)
    assert ran.err.count("perhaps a duplicate: ") == 5
    assert ran.err.endswith("perhaps 5 more duplicates; `glossary doctor --only W6` lists them all\n")
