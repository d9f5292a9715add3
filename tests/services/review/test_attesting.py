"""Attestation lists in the base: brought in, listed, replaced, removed, and each of it taken back."""

from pathlib import Path

import pytest

from glossary.errors import InvalidInput, NotFound
from glossary.services.history.undoing import undo
from glossary.services.review.attesting import import_list, list_lists, remove_list
from glossary.services.review.proposing import propose_renderings
from glossary.store.database import Base

WHO = "tester"
LIST = """zh,en,tier,publisher,date,url
水渠,irrigation channel,official,Office of Channels,2023,https://example.org/channels
水渠,ditch,media,Lakeside Post,2001,
"""


@pytest.fixture
def attested(base: Base, tmp_path: Path) -> Base:
    """The five concepts and a list of two lines."""
    import_list(base, write(tmp_path, LIST), who=WHO)
    return base


def write(folder: Path, content: str, name: str = "channels.csv") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def proposed(base: Base) -> list[str]:
    return [one.text for one in propose_renderings(base, "水渠").proposals]


def test_a_list_has_the_name_of_its_file_and_tells_how_much_was_read(base: Base, tmp_path: Path) -> None:
    report = import_list(base, write(tmp_path, LIST + "水渠,brook,royal,The Queen,,\n"), who=WHO)
    assert (report.source, report.lines) == ("channels.csv", 2)
    assert [problem.partition(":")[0] for problem in report.problems] == ["line 4"]
    assert list_lists(base) == {"channels.csv": 2}


def test_a_list_may_be_given_a_name(base: Base, tmp_path: Path) -> None:
    import_list(base, write(tmp_path, LIST), name="channels of 2023", who=WHO)
    assert list_lists(base) == {"channels of 2023": 2}


def test_a_list_of_the_same_name_replaces_the_one_before(attested: Base, tmp_path: Path) -> None:
    import_list(attested, write(tmp_path, "zh,en\n水渠,canal\n"), who=WHO)
    assert list_lists(attested) == {"channels.csv": 1}
    assert proposed(attested) == ["canal"]


def test_lists_of_several_names_stand_side_by_side(attested: Base, tmp_path: Path) -> None:
    import_list(attested, write(tmp_path, "zh,en\n水渠,canal\n", "more.csv"), who=WHO)
    assert list_lists(attested) == {"channels.csv": 2, "more.csv": 1}
    assert proposed(attested) == ["irrigation channel", "ditch", "canal"]


def test_a_list_without_one_usable_line_is_refused_and_leaves_the_old_one(
    attested: Base, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput, match="no line could be used: line 2: it has no en"):
        import_list(attested, write(tmp_path, "zh,en\n水渠,\n"), who=WHO)
    assert list_lists(attested) == {"channels.csv": 2}


def test_a_removed_list_proposes_nothing_any_more(attested: Base) -> None:
    remove_list(attested, "channels.csv", who=WHO)
    assert list_lists(attested) == {}
    assert proposed(attested) == []


def test_a_list_that_is_not_there_cannot_be_removed(attested: Base) -> None:
    with pytest.raises(NotFound, match="no list 'lakes'"):
        remove_list(attested, "lakes", who=WHO)


def test_what_was_done_to_a_list_can_be_taken_back(attested: Base, tmp_path: Path) -> None:
    remove_list(attested, "channels.csv", who=WHO)
    undo(attested, who=WHO)
    assert proposed(attested) == ["irrigation channel", "ditch"]
    import_list(attested, write(tmp_path, "zh,en\n水渠,canal\n"), who=WHO)
    undo(attested, who=WHO)
    assert list_lists(attested) == {"channels.csv": 2}
