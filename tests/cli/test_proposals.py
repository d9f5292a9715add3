"""Attestation lists and proposed renderings at the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Command

LIST = """zh\ten\tkind\ttier\tpublisher\tdate\tnote
湖堤巡护员\tdyke ranger\tattested\tofficial\tOffice of Dykes\t2023\t
湖堤巡护员\tdyke walker\tavoid\tmedia\tLakeside Post\t2001\ta stroller
绿道\t\tattested\t\t\t\t
"""


@pytest.fixture
def dykes(tmp_path: Path) -> Path:
    path = tmp_path / "dykes.tsv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_list_is_added_shown_and_removed(glossary: "Command", mined_base: Path, dykes: Path) -> None:
    added = glossary("attestations", "add", dykes, "--db", mined_base)
    assert (added.code, added.out) == (0, "dykes.tsv: 2 lines\n")
    assert "line 4: it has no en" in added.err
    listed = glossary("attestations", "list", "--json", "--db", mined_base)
    assert listed.json == {"lists": [{"name": "dykes.tsv", "lines": 2}]}
    assert glossary("attestations", "remove", "dykes.tsv", "--db", mined_base).code == 0
    assert glossary("attestations", "list", "--json", "--db", mined_base).json == {"lists": []}


def test_what_is_no_list_is_refused_with_what_one_needs(
    glossary: "Command", mined_base: Path, tmp_path: Path
) -> None:
    path = tmp_path / "no-list.csv"
    path.write_text("term,count\n绿道,3\n", encoding="utf-8")
    ran = glossary("attestations", "add", path, "--db", mined_base)
    assert ran.code == 2
    assert "a first row with the columns zh and en" in ran.err


def test_why_shows_what_is_proposed_and_what_to_avoid(
    glossary: "Command", mined_base: Path, dykes: Path
) -> None:
    glossary("attestations", "add", dykes, "--db", mined_base)
    ran = glossary("why", "湖堤巡护员", "--db", mined_base)
    assert "dyke ranger — official: Office of Dykes, 2023" in ran.out
    assert ran.out.endswith("renderings to avoid\ndyke walker — a stroller\n")


def test_why_begins_with_what_the_base_recommends(glossary: "Command", mined_base: Path) -> None:
    glossary("add", "湖堤巡护员", "dyke ranger", "--db", mined_base)
    avoided = ("--status", "deprecated", "--instead", "dyke ranger", "--note", "A stroller.")
    glossary("add", "湖堤巡护员", "dyke walker", *avoided, "--db", mined_base)
    ran = glossary("why", "湖堤巡护员", "--db", mined_base)
    assert "proposed renderings\ndyke ranger — preferred in c" in ran.out
    assert ran.out.endswith("renderings to avoid\ndyke walker — deprecated: write dyke ranger. A stroller.\n")
    told = glossary("why", "湖堤巡护员", "--json", "--db", mined_base).json
    assert [(one["text"], one["source"]) for one in told["proposals"]] == [("dyke ranger", "base")]


def test_why_says_where_nothing_can_be_proposed(glossary: "Command", mined_base: Path) -> None:
    ran = glossary("why", "渗水点", "--db", mined_base)
    assert ran.code == 0
    assert "no rendering is proposed" in ran.err


def test_why_gives_the_proposals_as_json(glossary: "Command", mined_base: Path, dykes: Path) -> None:
    glossary("attestations", "add", dykes, "--db", mined_base)
    told = glossary("why", "湖堤巡护员", "--json", "--db", mined_base).json
    best = told["proposals"][0]
    assert [best[name] for name in ("text", "reason", "source")] == [
        "dyke ranger",
        "official: Office of Dykes, 2023",
        "attested",
    ]
    assert best["evidence"][0]["publisher"] == "Office of Dykes"
    assert told["avoid"][0]["text"] == "dyke walker"
