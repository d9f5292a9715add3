"""``glossary align`` at the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Command

TABLE = """绿道经过社区。\tGreenways cross the community.
居民喜欢绿道。\tResidents like the greenway.
居民住在社区。\tResidents live in the community.
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_shows_terms_with_what_stands_for_them(
    glossary: "Command", small_base: Path, table: Path
) -> None:
    ran = glossary("align", table, "--db", small_base)
    assert ran.code == 0
    assert [line.split() for line in ran.out.splitlines() if line.startswith("绿道")] == [
        ["绿道", "2", "greenway", "2", "preferred"]
    ]


def test_json_has_forms_and_sentence_pairs(glossary: "Command", small_base: Path, table: Path) -> None:
    answer = glossary("align", table, "--term", "绿道", "--json", "--db", small_base).json
    (term,) = answer["terms"]
    (rendering,) = term["renderings"]
    assert (answer["pairs"], term["term"], term["count"]) == (3, "绿道", 2)
    assert (rendering["text"], rendering["count"], rendering["status"]) == ("greenway", 2, "preferred")
    assert {form["text"] for form in rendering["forms"]} == {"Greenways", "greenway"}
    assert rendering["pairs"][0]["source"] == "绿道经过社区。"


def test_what_is_found_can_be_kept_for_review(glossary: "Command", small_base: Path, table: Path) -> None:
    ran = glossary("align", table, "--save", "--publisher", "Lakeside", "--date", "2024", "--db", small_base)
    assert "review proposes them" in ran.err
    lists = glossary("attestations", "list", "--json", "--db", small_base).json["lists"]
    assert [one["name"] for one in lists] == ["aligned: pairs.tsv"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--save",), "--save needs --publisher"),
        (("--save", "--publisher", "x", "--tier", "gold"), "there is no tier 'gold'"),
        (("--save", "--publisher", "x", "--date", "May"), "is no date"),
    ],
)
def test_wrong_evidence_is_refused_before_anything_is_read(
    glossary: "Command", small_base: Path, table: Path, options: tuple[str, ...], said: str
) -> None:
    ran = glossary("align", table, *options, "--db", small_base)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_nothing_found_ends_with_one(glossary: "Command", small_base: Path, tmp_path: Path) -> None:
    path = tmp_path / "zh.txt"
    path.write_text("绿道走访居民。\n", encoding="utf-8")
    ran = glossary("align", path, "--db", small_base)
    assert (ran.code, ran.out) == (1, "")
    assert "name both files" in ran.err


def test_a_missing_file_ends_with_two(glossary: "Command", small_base: Path) -> None:
    ran = glossary("align", "nowhere.tmx", "--db", small_base)
    assert (ran.code, ran.err) == (2, "error: nowhere.tmx: there is no such file; check the path\n")
