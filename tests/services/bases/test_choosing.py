"""Which base a command works on, and how one comes to be."""

from pathlib import Path

import pytest
from base_dumps import dump
from conftest import NewPlace
from small_base import CONCEPTS

from glossary.errors import BaseError
from glossary.lookup.keys import key_concept
from glossary.services.bases import choosing
from glossary.services.bases.choosing import (
    Choice,
    base_to_read,
    base_to_write,
    choose_base,
    shipped_base,
    shown,
)
from glossary.store.concepts import count_concepts, insert_concepts
from glossary.store.database import create_base, open_base
from glossary.store.places import find_place

HERE = Path("/somewhere")
ENVIRONMENT = {"GLOSSARY_DB": "from-environment.db"}


@pytest.fixture
def shipped(small_base: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base of five concepts in the place of the one that comes with the program."""
    monkeypatch.setattr(choosing, "shipped_base", lambda: small_base)
    return small_base


def count(choice: Choice) -> int:
    with base_to_read(choice) as base, base.reading() as connection:
        return count_concepts(connection)


def test_the_option_comes_before_the_environment() -> None:
    assert choose_base("named.db", ENVIRONMENT, HERE) == Choice("named.db", named=True)


def test_the_environment_comes_before_the_working_folder() -> None:
    assert choose_base(None, ENVIRONMENT, HERE) == Choice("from-environment.db", named=True)


@pytest.mark.parametrize("environment", [{}, {"GLOSSARY_DB": ""}])
def test_else_it_is_the_base_in_the_working_folder(environment: dict[str, str]) -> None:
    assert choose_base(None, environment, HERE) == Choice(str(HERE / "terms.db"), named=False)


def test_the_shipped_base_lies_beside_the_package_or_in_it() -> None:
    assert shipped_base().name == "terms.db"
    assert shipped_base().exists()


def test_to_read_the_shipped_base_stands_in_for_a_missing_default(shipped: Path, tmp_path: Path) -> None:
    assert count(Choice(str(tmp_path / "terms.db"), named=False)) == 5
    assert not (tmp_path / "terms.db").exists()


def test_a_base_in_the_working_folder_is_read_before_the_shipped_one(
    shipped: Path, empty_base: Path, tmp_path: Path
) -> None:
    empty_base.rename(tmp_path / "terms.db")
    assert count(Choice(str(tmp_path / "terms.db"), named=False)) == 0


def test_to_read_a_named_base_must_be_there(shipped: Path, tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="there is no such termbase"):
        count(Choice(str(tmp_path / "absent.db"), named=True))


def write(choice: Choice) -> str:
    with base_to_write(choice) as (_, note):
        return note


def test_the_first_write_without_a_base_copies_the_shipped_one_and_says_so(
    shipped: Path, tmp_path: Path
) -> None:
    choice = Choice(str(tmp_path / "terms.db"), named=False)
    assert write(choice) == f"made {tmp_path / 'terms.db'} from the termbase that comes with glossary"
    assert dump(tmp_path / "terms.db") == dump(shipped)


def test_the_second_write_has_nothing_to_say(shipped: Path, tmp_path: Path) -> None:
    choice = Choice(str(tmp_path / "terms.db"), named=False)
    assert (write(choice) != "", write(choice)) == (True, "")


def test_a_named_base_that_is_missing_is_made_empty_and_says_so(new_place: NewPlace) -> None:
    choice = Choice(new_place("new"), named=True)
    assert write(choice) == f"made an empty termbase: {choice.location}"
    assert count(choice) == 0


def test_a_named_base_that_a_failing_command_made_goes_again(new_place: NewPlace) -> None:
    choice = Choice(new_place("new"), named=True)
    with pytest.raises(ZeroDivisionError), base_to_write(choice):
        raise ZeroDivisionError
    assert find_place(choice.location).is_missing()


def test_what_is_shown_of_a_location_has_no_password() -> None:
    assert shown("postgresql://mei:hunter2@host/terms") == "postgresql://mei@host/terms"
    assert shown("terms.db") == "terms.db"


@pytest.mark.parametrize("named", [True, False])
def test_a_base_made_for_a_command_that_fails_goes_again(shipped: Path, tmp_path: Path, named: bool) -> None:
    folder = tmp_path / "empty-folder"
    folder.mkdir()
    with pytest.raises(ZeroDivisionError), base_to_write(Choice(str(folder / "terms.db"), named=named)):
        raise ZeroDivisionError
    assert list(folder.iterdir()) == []


def test_a_base_that_was_made_and_written_to_stays_whatever_comes_after(
    shipped: Path, tmp_path: Path
) -> None:
    choice = Choice(str(tmp_path / "terms.db"), named=False)
    with pytest.raises(ZeroDivisionError):
        remove_a_concept_and_stumble(choice)
    assert count(choice) == 4


def remove_a_concept_and_stumble(choice: Choice) -> None:
    with base_to_write(choice) as (base, _):
        with base.writing() as connection:
            connection.exec_driver_sql("DELETE FROM concept WHERE id = 'craftboa'")
        raise ZeroDivisionError


@pytest.mark.parametrize("named", [True, False])
def test_a_base_that_another_command_made_meanwhile_is_opened_without_a_note(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    choice = Choice(str(tmp_path / "terms.db"), named=named)
    make = choosing._make

    def make_too_late(late: Choice) -> object:
        with create_base(late.location) as base, base.writing() as connection:
            insert_concepts(connection, [key_concept(CONCEPTS[2])])
        return make(late)

    monkeypatch.setattr(choosing, "_make", make_too_late)
    assert write(choice) == ""
    assert count(choice) == 1
    assert [path.name for path in tmp_path.glob("*terms.db*")] == ["terms.db"]


def test_a_base_that_another_command_wrote_to_stays_when_its_maker_fails(new_place: NewPlace) -> None:
    choice = Choice(new_place("new"), named=True)
    with pytest.raises(ZeroDivisionError):
        stumble_while_another_writes(choice)
    assert count(choice) == 1


def stumble_while_another_writes(choice: Choice) -> None:
    with base_to_write(choice):
        with open_base(choice.location, write=True) as other, other.writing() as connection:
            insert_concepts(connection, [key_concept(CONCEPTS[2])])
        raise ZeroDivisionError


def test_a_base_that_was_there_stays_when_the_command_fails(small_base: Path) -> None:
    before = small_base.read_bytes()
    with pytest.raises(ZeroDivisionError), base_to_write(Choice(str(small_base), named=True)):
        raise ZeroDivisionError
    assert small_base.read_bytes() == before


def test_a_missing_shipped_base_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "shipped_base", lambda: tmp_path / "absent.db")
    with pytest.raises(BaseError, match="the shipped termbase is missing; name a base with --db"):
        write(Choice(str(tmp_path / "terms.db"), named=False))


def test_no_copy_is_begun_where_none_can_be_made(shipped: Path, tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="cannot be written"):
        write(Choice(str(tmp_path / "absent" / "terms.db"), named=False))


def test_a_link_that_leads_nowhere_is_not_written_through(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "terms.db").symlink_to(tmp_path / "nowhere.db")
    with pytest.raises(BaseError, match="this link leads nowhere"):
        write(Choice(str(tmp_path / "terms.db"), named=False))
    assert not (tmp_path / "nowhere.db").exists()
