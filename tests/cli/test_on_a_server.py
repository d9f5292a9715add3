"""The command line on both engines: the same answers, the same files; a URL keeps its password to itself."""

from pathlib import Path

import pytest
from base_dumps import dump
from conftest import Command, KeptIn
from engines import SERVER_ONLY
from small_base import GREENWAY

HIDDEN = "hunter2"


@pytest.fixture
def place(small_base_file: Path, copied: KeptIn) -> str:
    return with_password(copied(small_base_file, "small"))


def with_password(place: str) -> str:
    """The same place; the server lets this user in whatever the password is."""
    return place.replace("owner@", f"owner:{HIDDEN}@")


def test_a_day_of_work(glossary: Command, place: str) -> None:
    assert glossary("add", "渡口", "ferry landing", "--db", place).code == 0
    assert "ferry landing" in glossary("lookup", "渡口", "--db", place).out
    assert glossary("lookup", "浮桥", "--db", place).code == 1
    assert "浮桥" in glossary("requests", "--db", place).out
    assert glossary("undo", "--db", place).code == 0
    assert glossary("lookup", "渡口", "--db", place).code == 1
    assert "(taken back)" in glossary("history", "--db", place).out


def test_the_environment_may_name_it(glossary: Command, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_DB", place)
    assert glossary("lookup", "绿道").out.startswith("绿道  lǜ dào")


@pytest.mark.parametrize("name", ["toml", "csv", "tbx", "omegat"])
def test_an_export_has_the_same_bytes(
    glossary: Command, place: str, small_base: Path, tmp_path: Path, name: str
) -> None:
    for where, db in (("one", place), ("other", small_base)):
        ran = glossary("export", name, "-o", tmp_path / where, "--db", db)
        assert ran.code == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def contents(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(path.rglob("*.*"))
    return {"" if file == path else file.name: file.read_bytes() for file in files}


def test_the_record_of_changes_has_no_password(glossary: Command, place: str) -> None:
    glossary("add", "渡口", "ferry landing", "--db", place)
    ran = glossary("history", "--json", "--db", place)
    assert HIDDEN not in ran.out + ran.err
    assert HIDDEN not in "".join(dump(place))


def test_a_copy_says_where_it_is_and_how_much_it_has(glossary: Command, place: str, tmp_path: Path) -> None:
    ran = glossary("copy", "--to", tmp_path / "copy.db", "--db", place)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{tmp_path / 'copy.db'}: ")
    assert dump(tmp_path / "copy.db") == dump(place)


def test_a_copy_answers_in_json(glossary: Command, place: str, tmp_path: Path) -> None:
    copied = glossary("copy", "--to", tmp_path / "copy.db", "--db", place, "--json").json
    assert copied["snapshot"] == glossary("snapshot", "--db", place).out.strip()
    assert copied["location"] == str(tmp_path / "copy.db")


def test_a_copy_over_something_is_refused(glossary: Command, place: str, empty_base: Path) -> None:
    ran = glossary("copy", "--db", empty_base, "--to", place)
    assert (ran.code, ran.out) == (2, "")
    assert "name another place, or lose that termbase with --force" in ran.err
    assert HIDDEN not in ran.err
    assert GREENWAY in "".join(dump(place))


@SERVER_ONLY
@pytest.mark.parametrize(
    "command", [("lookup", "绿道"), ("add", "渡口", "x"), ("stats", "--json"), ("serve",)]
)
def test_a_database_that_is_not_there_is_said_in_one_line(
    glossary: Command, place: str, command: tuple[str, ...]
) -> None:
    ran = glossary(*command, "--db", place.replace("/tests", "/absent"))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "there is no such database" in ran.err
    assert HIDDEN not in ran.err


@SERVER_ONLY
def test_the_first_write_makes_an_empty_base_and_says_where(glossary: Command, place: str) -> None:
    nowhere = place.replace("schema=", "schema=new_")
    ran = glossary("add", "渡口", "ferry landing", "--db", nowhere)
    assert (ran.code, HIDDEN in ran.err) == (0, False)
    assert ran.err.startswith("made an empty termbase: postgresql://owner@127.0.0.1:")
