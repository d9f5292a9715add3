"""The automaton of a base: kept in a file, and never behind the base."""

from pathlib import Path

import pytest
from small_base import CONCEPTS, GREENWAY

from glossary.lookup.keys import key_concept
from glossary.model import Concept, Status, Term
from glossary.services.recognition.automata import Shelf
from glossary.services.recognition.lexicon import Lexicon
from glossary.store.concepts import delete_concept, insert_concepts, replace_concepts
from glossary.store.database import Base, open_base

ALL_ARE_MANY = 0


def write(base: Base, *concepts: Concept) -> None:
    with base.writing() as connection:
        for one in concepts:
            insert_concepts(connection, [key_concept(one)])


def delete(base: Base, id: str) -> None:
    with base.writing() as connection:
        delete_concept(connection, id)


def replace(base: Base, concept: Concept) -> None:
    with base.writing() as connection:
        replace_concepts(connection, [key_concept(concept)])


def concept(id: str, *terms: str, exact: bool = False) -> Concept:
    return Concept(id=id, terms=tuple(Term(text=text, case_sensitive=exact) for text in terms))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def find(base: Base, folder: Path, text: str) -> list[str]:
    """Find terms as a new program does, with nothing but the files of another one."""
    return find_with(base, Shelf(folder, kept_from=ALL_ARE_MANY), text)


def find_with(base: Base, shelf: Shelf, text: str) -> list[str]:
    return [one.text for one in Lexicon(base, shelf).find(text)]


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.exists() else []


def test_a_small_base_leaves_no_file(base: Base, folder: Path) -> None:
    assert find_with(base, Shelf(folder), "绿道") == ["绿道"]
    assert files(folder) == []


def test_the_file_of_a_large_base_serves_the_next_program(base: Base, folder: Path) -> None:
    assert find(base, folder, "绿道") == ["绿道"]
    (file,) = files(folder)
    written = file.stat().st_mtime_ns

    assert find(base, folder, "绿道") == ["绿道"]

    assert file.stat().st_mtime_ns == written


@pytest.mark.parametrize("damage", [b"", b"glossary terms 1\n", b"\0" * 99])
def test_a_damaged_file_is_made_anew(base: Base, folder: Path, damage: bytes) -> None:
    find(base, folder, "绿道")
    (file,) = files(folder)
    whole = file.read_bytes()
    for bad in (damage, whole[:-1], whole.replace("绿道".encode(), "绿到".encode())):
        file.write_bytes(bad)
        assert find(base, folder, "绿道") == ["绿道"]
        assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_does_no_harm(base: Base, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert find(base, tmp_path / "file" / "cache", "绿道") == ["绿道"]


def test_what_is_added_counts_at_once_without_a_new_file(base: Base, folder: Path) -> None:
    find(base, folder, "绿道")
    (file,) = files(folder)
    whole = file.read_bytes()

    write(base, concept("cbamboob", "竹桥"), concept("cnetwork", "绿道网"))

    assert find(base, folder, "绿道网和竹桥，绿道") == ["绿道网", "竹桥", "绿道"]
    assert file.read_bytes() == whole


def test_what_is_deleted_is_found_no_more_and_hides_nothing(base: Base, folder: Path) -> None:
    write(base, concept("cnetwork", "绿道网"))
    assert find(base, folder, "绿道网") == ["绿道网"]

    delete(base, "cnetwork")

    assert find(base, folder, "绿道网") == ["绿道"]


def test_what_is_written_otherwise_is_found_as_it_is_now(base: Base, folder: Path) -> None:
    write(base, concept("cskynetx", "天网SkyNet"))
    assert find(base, folder, "天网skynet") == ["天网skynet"]

    replace(base, concept("cskynetx", "天网SkyNet", "巨网", exact=True))

    assert find(base, folder, "天网skynet天网SkyNet巨网") == ["天网SkyNet", "巨网"]


def test_ids_that_are_given_again_do_not_hide_a_new_term(base: Base, folder: Path) -> None:
    write(base, concept("cbamboob", "竹桥"))
    find(base, folder, "竹桥")
    delete(base, "cbamboob")
    write(base, concept("cstonebr", "石桥"))

    assert find(base, folder, "竹桥石桥") == ["石桥"]


def test_a_shelf_that_is_kept_sees_what_another_connection_wrote(base: Base, folder: Path) -> None:
    shelf = Shelf(folder)
    assert find_with(base, shelf, "竹桥") == []

    with open_base(base.place.address, write=True) as other:
        write(other, concept("cbamboob", "竹桥"))
        assert find_with(base, shelf, "竹桥") == ["竹桥"]
        delete(other, "cbamboob")
        assert find_with(base, shelf, "竹桥") == []
        delete(other, GREENWAY)
    assert find_with(base, shelf, "绿道") == []


def test_an_open_lexicon_answers_as_the_base_is_and_keeps_nobody_from_writing(
    base: Base, folder: Path
) -> None:
    lexicon = Lexicon(base, Shelf(folder))
    with open_base(base.place.address, write=True) as other:
        assert [one.text for one in lexicon.find("绿道竹桥")] == ["绿道"]
        write(other, concept("cbamboob", "竹桥"))
        assert [one.text for one in lexicon.find("绿道竹桥")] == ["绿道", "竹桥"]


def test_a_discouraged_term_stays_known(base: Base, folder: Path) -> None:
    find(base, folder, "绿道")
    bad = Term(text="绿走廊", status=Status.FORBIDDEN)
    replace(base, Concept(id=GREENWAY, terms=(*CONCEPTS[0].terms, bad)))
    assert find(base, folder, "绿走廊") == ["绿走廊"]
