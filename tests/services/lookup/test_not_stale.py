"""A base just edited is never answered as it was: keys are written with the term, and no answer is kept."""

from collections.abc import Iterator

import pytest
from conftest import NewPlace
from msgspec.structs import replace

from glossary.model import MatchKind
from glossary.services.bases.renewing import open_to_write
from glossary.services.concepts.adding import NewRendering, add_term
from glossary.services.concepts.editing import edit_concept
from glossary.services.history.undoing import undo
from glossary.services.lookup.answers import look_up
from glossary.store.database import Base, create_base, open_base
from glossary.store.fast import find_exact

TYPED = {
    "网格员": MatchKind.EXACT,
    "網格員": MatchKind.SCRIPT,
    "网格": MatchKind.PREFIX,
    "格员": MatchKind.SUBSTRING,
    "wanggeyuan": MatchKind.PINYIN,
    "wgy": MatchKind.INITIALS,
    "网gy": MatchKind.MIXED,
    "wangeyuan": MatchKind.FUZZY_PINYIN,
    "网格园": MatchKind.FUZZY,
    "grid workers": MatchKind.RENDERING,
}


@pytest.fixture
def place(new_place: NewPlace) -> str:
    location = new_place("edited")
    create_base(location).close()
    return location


@pytest.fixture
def writer(place: str) -> Iterator[Base]:
    with open_to_write(place) as base:
        yield base


@pytest.fixture
def reader(place: str) -> Iterator[Base]:
    """Another connection, which has been open all the while, and has been asked before."""
    with open_base(place, write=False) as base:
        for typed in TYPED:
            assert look_up(base, typed).hits == ()
        yield base


def kinds(base: Base) -> dict[str, MatchKind]:
    return {typed: hit.match for typed in TYPED for hit in look_up(base, typed).hits}


def test_what_was_added_is_found_by_every_key_over_another_connection(reader: Base, writer: Base) -> None:
    add_term(writer, "网格员", NewRendering(text="grid worker"), who="tester")
    assert kinds(reader) == TYPED


def test_what_was_undone_is_found_no_more(reader: Base, writer: Base) -> None:
    add_term(writer, "网格员", NewRendering(text="grid worker"), who="tester")
    undo(writer, who="tester")
    assert kinds(reader) == {}


def test_a_corrected_reading_counts_at_once_and_the_old_one_no_more(reader: Base, writer: Base) -> None:
    added = add_term(writer, "六安茶", NewRendering(text="Lu'an tea"), who="tester").concept
    assert look_up(reader, "liuancha").hits[0].match is MatchKind.PINYIN
    corrected = replace(added, terms=(replace(added.terms[0], reading="lù ān chá"),))
    edit_concept(writer, corrected, read=added, who="tester")
    assert look_up(reader, "luancha").hits[0].match is MatchKind.PINYIN
    assert look_up(reader, "liuancha", fuzzy=False).hits == ()


def test_the_fast_way_reads_what_was_written_just_now(small_base: str) -> None:
    with open_to_write(str(small_base)) as base:
        assert find_exact(str(small_base), "网格员") is None
        add_term(base, "网格员", NewRendering(text="grid worker"), who="tester")
        answer = find_exact(str(small_base), "网格员")
        assert answer is not None
        assert answer[0][0][9][0][0] == "grid worker"
        undo(base, who="tester")
        assert find_exact(str(small_base), "网格员") is None
