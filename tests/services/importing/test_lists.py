"""Lists without ids, from whoever began with a state of the base: a line that stood there is no news."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from small_base import CHIEF, CONCEPTS, GREENWAY

from glossary.model import Concept, Rendering, Status, Term
from glossary.services.concepts.editing import make_concept
from glossary.services.concepts.joining import merge_concepts
from glossary.services.history.snapshots import take_snapshot
from glossary.services.history.undoing import undo
from glossary.store.database import Base

from ..records import edit, texts, with_rendering
from ..spreadsheets import bring, concept, concepts, export, write_csv

BY_ID = sorted(CONCEPTS, key=lambda one: one.id)
PAVILION = Concept(id="cpavilio", terms=(Term(text="亭子"),), renderings=(Rendering(text="pavilion"),))


@pytest.fixture
def snapshot(base: Base) -> str:
    """The state that every list here began with."""
    make_concept(base, PAVILION, who="mei")
    return take_snapshot(base, who="mei").id


def take_out(base: Base, id: str, text: str) -> None:
    """Take a rendering out of the base, after the list was exported."""
    known = concept(base, id)
    edit(base, id, renderings=tuple(one for one in known.renderings if one.text != text))


def with_line(path: Path, line: str) -> Path:
    """Write one more line below those of an exported list."""
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["omegat", "wordfast", "utx", "po", "tmx", "cedict", "deepl-csv"])
def test_a_rendering_that_was_taken_out_here_does_not_come_back_with_an_old_list(
    base: Base, snapshot: str, tmp_path: Path, name: str
) -> None:
    path = export(base, name, tmp_path)
    take_out(base, CHIEF, "river chief system")
    before = concepts(base)
    report = bring(base, path, snapshot=snapshot, format_name=name)
    assert (report.added, report.changed, report.conflicts) == ((), (), ())
    assert concepts(base) == before


def test_what_the_translator_added_is_taken_all_the_same(base: Base, snapshot: str, tmp_path: Path) -> None:
    path = with_line(export(base, "omegat", tmp_path), "河长制\tthe river chiefs\n")
    take_out(base, CHIEF, "river chief system")
    assert bring(base, path, snapshot=snapshot).changed == (CHIEF,)
    assert texts(concept(base, CHIEF)) == ["river and lake chief system", "the river chiefs"]


def test_a_status_that_only_the_translator_changed_is_no_conflict(
    base: Base, snapshot: str, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", "zh,en,status\n亭子,pavilion,preferred\n")
    report = bring(base, path, snapshot=snapshot)
    assert (report.changed, report.conflicts) == ((PAVILION.id,), ())
    assert concept(base, PAVILION.id).renderings[0].status is Status.PREFERRED


def test_a_note_that_both_changed_is_a_conflict(base: Base, snapshot: str, tmp_path: Path) -> None:
    edit(base, PAVILION.id, note="On a hill.")
    report = bring(
        base, write_csv(tmp_path / "a.csv", "zh,en,note\n亭子,pavilion,By a lake.\n"), snapshot=snapshot
    )
    assert [(one.here, one.there) for one in report.conflicts] == [("On a hill.", "By a lake.")]
    assert concept(base, PAVILION.id).note == "On a hill."


def test_a_note_of_several_lines_does_not_become_one(base: Base, tmp_path: Path) -> None:
    edit(base, GREENWAY, note="One.\n\nTwo.")
    snapshot = take_snapshot(base, who="mei").id
    path = export(base, "omegat", tmp_path)
    edit(base, GREENWAY, renderings=with_rendering(concept(base, GREENWAY), "green lane"))
    assert bring(base, path, snapshot=snapshot).changed == ()
    assert concept(base, GREENWAY).note == "One.\n\nTwo."


def test_a_line_that_is_not_there_takes_nothing_out(base: Base, snapshot: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", "zh,en\n亭子,pavilion\n")
    report = bring(base, path, snapshot=snapshot)
    assert (report.changed, report.missing) == ((), len(CONCEPTS))
    assert concepts(base) == sorted((*CONCEPTS, PAVILION), key=lambda one: one.id)


def test_a_concept_that_was_taken_out_here_stays_out_and_is_told(
    base: Base, snapshot: str, tmp_path: Path
) -> None:
    path = export(base, "omegat", tmp_path)
    undo(base, who="mei")
    report = bring(base, path, snapshot=snapshot)
    assert [
        (one.what, one.why.partition(",")[0]) for one in report.dropped if one.what.endswith("'亭子'")
    ] == [("concept '亭子'", "it was taken out of the base since the export")]
    assert concepts(base) == BY_ID


def test_a_concept_that_was_taken_out_here_and_changed_there_is_a_conflict(
    base: Base, snapshot: str, tmp_path: Path
) -> None:
    undo(base, who="mei")
    report = bring(base, write_csv(tmp_path / "a.csv", "zh,en\n亭子,kiosk\n"), snapshot=snapshot)
    assert [(one.concept, one.name) for one in report.conflicts] == [(PAVILION.id, "concept")]
    assert concepts(base) == BY_ID


def test_a_term_that_was_taken_out_here_does_not_come_back_as_a_concept(
    base: Base, snapshot: str, tmp_path: Path
) -> None:
    path = export(base, "deepl", tmp_path)
    known = concept(base, CHIEF)
    edit(base, CHIEF, terms=known.terms[:1], renderings=known.renderings[:1])
    report = bring(base, path, snapshot=snapshot)
    assert (report.added, report.changed) == ((), ())
    assert concept(base, CHIEF) == replace(known, terms=known.terms[:1], renderings=known.renderings[:1])


def test_a_concept_that_was_merged_since_takes_the_lines_of_the_old_one(
    base: Base, snapshot: str, tmp_path: Path
) -> None:
    path = with_line(export(base, "omegat", tmp_path), "亭子\tkiosk\n")
    merge_concepts(base, PAVILION.id, GREENWAY, who="mei")
    take_out(base, GREENWAY, "pavilion")
    assert bring(base, path, snapshot=snapshot).changed == (GREENWAY,)
    assert "kiosk" in texts(concept(base, GREENWAY))
    assert "pavilion" not in texts(concept(base, GREENWAY))


AMERICAN = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="e1"><langSec xml:lang="zh-CN"><termSec><term>{zh}</term></termSec></langSec>
 <langSec xml:lang="en-US"><termSec><term>{en}</term>
  <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


def american(folder: Path, **terms: str) -> Path:
    return write_csv(folder / "list.tbx", AMERICAN.format(**terms))


def test_a_list_in_american_english_adds_plain_english(base: Base, tmp_path: Path) -> None:
    bring(base, american(tmp_path, zh="亭子", en="pavilion"))
    assert {one.language for known in concepts(base) for one in known.renderings} == {"en"}


def test_a_list_in_american_english_meets_the_preferred_rendering(base: Base, tmp_path: Path) -> None:
    (conflict,) = bring(base, american(tmp_path, zh="绿道", en="greenbelt")).conflicts
    assert conflict.field == "status of rendering 'greenbelt'"


@pytest.mark.parametrize("is_changed_here", [True, False])
def test_an_export_that_comes_back_in_american_english_doubles_no_rendering(
    base: Base, tmp_path: Path, is_changed_here: bool
) -> None:
    path = export(base, "tbx", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert '<langSec xml:lang="en">' in text
    path.write_text(text.replace('<langSec xml:lang="en">', '<langSec xml:lang="en-US">'), encoding="utf-8")
    if is_changed_here:
        preferred = concept(base, GREENWAY).renderings[2]
        edit(base, GREENWAY, renderings=(replace(preferred, note="New."),))
    bring(base, path)
    known = [one.text for one in concept(base, GREENWAY).renderings]
    assert len(known) == len(set(known))


@pytest.mark.parametrize("name", ["omegat", "po", "tmx", "utx", "deepl"])
def test_a_blank_that_a_list_loses_makes_no_other_rendering(base: Base, tmp_path: Path, name: str) -> None:
    edit(base, CHIEF, renderings=(Rendering(text="river  chief system", status=Status.PREFERRED),))
    report = bring(base, export(base, name, tmp_path), format_name=name)
    assert (report.added, report.changed, report.conflicts) == ((), (), ())
