"""`glossary waivers`: findings that are accepted in every document."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .conftest import Refused

if TYPE_CHECKING:
    from conftest import Command


def test_a_waiver_is_kept_listed_heeded_and_removed(
    glossary: "Command", small_base: Path, tmp_path: Path
) -> None:
    source, target = tmp_path / "a.zh.txt", tmp_path / "a.en.txt"
    source.write_text("绿道很好。\n", encoding="utf-8")
    target.write_text("The path is good.\n", encoding="utf-8")
    assert glossary("check", source, target, "--db", small_base).code == 1

    added = glossary("waivers", "add", "绿道", "--kind", "missing", "--reason", "style", "--db", small_base)
    assert added.out == "1: missing 绿道 (style)\n"
    (listed,) = json.loads(glossary("waivers", "list", "--json", "--db", small_base).out)["waivers"]
    assert (listed["number"], listed["term"], listed["reason"]) == (1, "绿道", "style")
    checked = glossary("check", source, target, "--db", small_base)
    assert (checked.code, "1 waived" in checked.err) == (0, True)

    assert glossary("waivers", "remove", 1, "--db", small_base).out == "removed waiver 1\n"
    assert glossary("check", source, target, "--db", small_base).code == 1


def test_one_for_a_term_that_the_base_does_not_have_is_told(glossary: "Command", small_base: Path) -> None:
    for term in ("绿道", "无此词"):
        glossary("waivers", "add", term, "--reason", "style", "--db", small_base)
    told = glossary("waivers", "list", "--db", small_base).err
    assert told == "waiver 2 covers nothing: the base has no term 无此词\n"


def test_one_that_is_not_there_cannot_be_removed(refused: Refused, kept_base: Path) -> None:
    assert "glossary waivers list" in refused("waivers", "remove", 7, "--db", kept_base, code=1)


def test_a_waiver_needs_a_reason(refused: Refused, kept_base: Path) -> None:
    assert "reason" in refused("waivers", "add", "绿道", "--reason", " ", "--db", kept_base)


def test_building_anew_keeps_them(glossary: "Command", tmp_path: Path) -> None:
    seeds, made = tmp_path / "seeds", tmp_path / "built.db"
    (seeds / "concepts").mkdir(parents=True)
    toml = '[[concept]]\nid = "cgreenwa"\nterms = [ { text = "绿道" } ]\n'
    (seeds / "concepts" / "a.toml").write_text(toml, encoding="utf-8")
    glossary("build", seeds, "--db", made)
    glossary("waivers", "add", "绿道", "--reason", "style", "--db", made)
    glossary("build", seeds, "--db", made)
    assert "绿道 (style)" in glossary("waivers", "list", "--db", made).out
