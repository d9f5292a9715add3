"""One Chinese term in several subject fields: a list without ids speaks of several concepts."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from glossary.model import Concept, Rendering, Term
from glossary.services.concepts.editing import make_concept
from glossary.store.database import Base

from ..records import texts
from ..spreadsheets import bring, concept, concepts, export, write_csv

FRAME = Concept(
    id="cframeaa", subject_field="building", terms=(Term(text="架"),), renderings=(Rendering(text="frame"),)
)
SHELF = replace(FRAME, id="cshelfaa", subject_field="libraries", renderings=(Rendering(text="shelf"),))
LIST = "zh,en,subject_field\n架,frame,building\n架,shelf,libraries\n"


@pytest.fixture
def with_both(base: Base) -> Base:
    for one in (FRAME, SHELF):
        make_concept(base, one, who="mei")
    return base


def fields_of(base: Base, term: str) -> dict[str, list[str]]:
    """Return the renderings of each concept that has a term, by its subject field."""
    return {one.subject_field: texts(one) for one in concepts(base) if one.head.text == term}


def test_a_list_that_has_a_term_in_two_fields_makes_two_concepts(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "list.csv", LIST))
    assert report.conflicts == ()
    assert fields_of(base, "架") == {"building": ["frame"], "libraries": ["shelf"]}


def test_the_field_says_which_of_several_concepts_is_meant(with_both: Base, tmp_path: Path) -> None:
    text = "zh,en,subject_field\n架,bookcase,libraries\n"
    report = bring(with_both, write_csv(tmp_path / "list.csv", text))
    assert report.dropped == ()
    assert texts(concept(with_both, SHELF.id)) == ["shelf", "bookcase"]


def test_without_a_field_nobody_knows_which_is_meant(with_both: Base, tmp_path: Path) -> None:
    (line,) = bring(with_both, write_csv(tmp_path / "list.csv", "zh,en\n架,rack\n")).dropped
    assert line.why.startswith("several concepts have this term")


def test_another_name_for_the_field_of_the_base_makes_no_other_concept(base: Base, tmp_path: Path) -> None:
    make_concept(base, FRAME, who="mei")
    (conflict,) = bring(
        base, write_csv(tmp_path / "list.csv", "zh,en,subject_field\n架,rack,works\n")
    ).conflicts
    assert conflict.field == "subject field"
    assert texts(concept(base, FRAME.id)) == ["frame", "rack"]


@pytest.mark.parametrize("name", ["omegat", "wordfast", "utx", "po", "tmx"])
def test_an_unchanged_list_of_ours_comes_back_to_both(with_both: Base, tmp_path: Path, name: str) -> None:
    path = export(with_both, name, tmp_path)
    before = concepts(with_both)
    report = bring(with_both, path, format_name=name)
    assert (report.added, report.changed, report.conflicts) == ((), (), ())
    assert [line for line in report.dropped if "several concepts" in line.why] == []
    assert concepts(with_both) == before
