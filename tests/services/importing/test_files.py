"""Files in, from whoever names no state of the base: nothing is lost, nothing is cleared, all is told."""

import csv
import io
import os
from pathlib import Path

import pytest
from base_dumps import rows_of
from msgspec.structs import replace
from small_base import CHIEF, CONCEPTS, FOUR_OF_HILLS, GREENWAY, RAFT

from glossary.curation.conflicts import Policies, Policy
from glossary.errors import GlossaryError, InvalidInput, UnknownName, UnreadableFile
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import FORMATS, find_format
from glossary.model import Rendering, Status
from glossary.services.concepts.joining import merge_concepts
from glossary.services.history.undoing import undo
from glossary.services.lookup.answers import look_up
from glossary.store.changes import list_changes
from glossary.store.database import Base, open_base

from ..spreadsheets import (
    Rows,
    bring,
    concept,
    concepts,
    edit_csv,
    export,
    row_of,
    set_cell,
    without_snapshot,
    write_csv,
)

READABLE = [format.name for format in FORMATS if format.read]
BY_ID = sorted(CONCEPTS, key=lambda concept: concept.id)


def unnamed_export(base: Base, folder: Path) -> Path:
    """Return an export of the base that does not say so."""
    return without_snapshot(export(base, "csv", folder))


@pytest.mark.parametrize("policy", Policy)
def test_an_unchanged_table_changes_nothing(base: Base, tmp_path: Path, policy: Policy) -> None:
    before = rows_of(base)
    report = bring(base, unnamed_export(base, tmp_path), decide=policy)
    assert sorted(report.unchanged) == [concept.id for concept in BY_ID]
    assert (report.added, report.changed, report.conflicts, report.dropped) == ((), (), (), ())
    assert rows_of(base) == before


def test_where_both_say_something_the_base_is_kept_and_both_are_told(base: Base, tmp_path: Path) -> None:
    path = edit_csv(unnamed_export(base, tmp_path), set_cell("unmarked bamboo raft", status="admitted"))
    report = bring(base, path)
    (conflict,) = report.conflicts
    assert (conflict.concept, conflict.here, conflict.there, conflict.taken) == (
        RAFT,
        "proposed",
        "admitted",
        "here",
    )
    assert (report.changed, concepts(base)) == ((), BY_ID)


def test_the_file_counts_where_somebody_says_so(base: Base, tmp_path: Path) -> None:
    path = edit_csv(unnamed_export(base, tmp_path), set_cell("unmarked bamboo raft", status="admitted"))
    report = bring(base, path, decide=Policy.REPLACE)
    assert (report.changed, report.conflicts[0].taken) == ((RAFT,), "there")
    assert concept(base, RAFT).renderings[0].status is Status.ADMITTED


def test_a_policy_can_be_of_one_field(base: Base, tmp_path: Path) -> None:
    cells = {"status": "admitted", "note": "For streams."}
    path = edit_csv(unnamed_export(base, tmp_path), set_cell("green road", **cells))
    report = bring(base, path, decide=Policies(Policy.KEEP, {"note": Policy.REPLACE}))
    assert [(one.name, one.taken) for one in report.conflicts] == [
        ("note", "there"),
        ("rendering.status", "here"),
    ]
    assert concept(base, GREENWAY).note == "For streams."


def test_an_emptied_cell_clears_nothing(base: Base, tmp_path: Path) -> None:
    def empty(rows: Rows) -> None:
        emptied = ("note", "subject_field", "scope", "definitions", "rendering_note", "instead", "relations")
        for row in rows:
            row.update(dict.fromkeys(emptied, ""))

    report = bring(base, edit_csv(unnamed_export(base, tmp_path), empty))
    assert (report.changed, concepts(base)) == ((), BY_ID)


def test_a_removed_row_removes_nothing(base: Base, tmp_path: Path) -> None:
    path = edit_csv(
        unnamed_export(base, tmp_path), lambda rows: rows.remove(row_of(rows, "river chief system"))
    )
    assert (bring(base, path).changed, concepts(base)) == ((), BY_ID)


def test_a_row_pasted_from_elsewhere_says_nothing_of_a_status(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", f"id,zh,en,status\n{GREENWAY},绿道,greenway,\n"))
    assert (report.changed, report.conflicts) == ((), ())


def test_an_id_of_another_meaning_is_told_with_its_line(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", f"id,zh,en\n{GREENWAY},渠长,channel chief\n"))
    (dropped,) = report.dropped
    assert (dropped.where, dropped.what) == ("line 2", f"concept {GREENWAY} '渠长'")
    assert dropped.why.startswith("its id is that of 绿道 here")
    assert report.is_empty
    assert concepts(base) == BY_ID


def test_an_old_id_leads_to_what_became_of_it(base: Base, tmp_path: Path) -> None:
    merge_concepts(base, RAFT, CHIEF, who="tester")
    report = bring(base, write_csv(tmp_path / "a.csv", f"id,zh,en\n{RAFT},“两无”竹筏,nameless raft\n"))
    assert report.changed == (CHIEF,)
    assert "nameless raft" in [one.text for one in concept(base, CHIEF).renderings]


def test_a_free_id_is_kept(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", "id,zh,en\ncchannel,渠长,channel chief\n"))
    assert report.added == ("cchannel",)


def test_a_new_term_on_two_lines_is_one_concept(base: Base, tmp_path: Path) -> None:
    table = "zh,en,subject_field\n渠长,channel chief,water\n渠長,canal chief,\n"
    report = bring(base, write_csv(tmp_path / "a.csv", table))
    (added,) = report.added
    assert [one.text for one in concept(base, added).renderings] == ["channel chief", "canal chief"]


def test_one_undo_takes_the_whole_import_back(base: Base, tmp_path: Path) -> None:
    bring(base, write_csv(tmp_path / "a.csv", "zh,en\n绿道,linear park\n渠长,channel chief\n"))
    undo(base, who="tester")
    assert concepts(base) == BY_ID


@pytest.mark.parametrize("name", READABLE)
def test_every_readable_format_comes_back_without_loss_of_what_the_base_has(
    base: Base, tmp_path: Path, name: str
) -> None:
    bring(base, export(base, name, tmp_path), format_name=name)
    for before, after in zip(BY_ID, concepts(base), strict=True):
        assert {one.text for one in before.renderings} <= {one.text for one in after.renderings}
        assert set(before.terms) <= set(after.terms)
        assert (before.definitions, before.note, before.scope) == (after.definitions, after.note, after.scope)
        for rendering in before.renderings:
            (same,) = [one for one in after.renderings if one.text == rendering.text]
            assert set(rendering.evidence) <= set(same.evidence)


@pytest.mark.parametrize("name", ["csv", "toml"])
def test_an_export_into_an_empty_base_is_the_same_base(
    base: Base, empty_base: Path, tmp_path: Path, name: str
) -> None:
    path = export(base, name, tmp_path)
    with open_base(str(empty_base), write=True) as other:
        assert len(bring(other, path).added) == 5
        assert concepts(other) == concepts(base)


def test_an_edited_cell_changes_one_concept(base: Base, tmp_path: Path) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("greenway", rendering_note="One word."))
    report = bring(base, path)
    assert (report.changed, len(report.unchanged)) == ((GREENWAY,), 4)
    changed = replace(CONCEPTS[0].renderings[2], note="One word.")
    assert concepts(base)[BY_ID.index(CONCEPTS[0])].renderings[2] == changed
    assert [one for one in concepts(base) if one.id != GREENWAY] == [
        one for one in BY_ID if one.id != GREENWAY
    ]


def test_a_removed_column_leaves_its_field_as_it_is(base: Base, tmp_path: Path) -> None:
    exported = export(base, "csv", tmp_path)
    rows = list(csv.DictReader(io.StringIO(exported.read_text(encoding="utf-8"))))
    for columns in (["id", "zh", "en"], ["id", "zh", "en", "publisher"], ["zh", "en", "id", "status"]):
        table = io.StringIO()
        writer = csv.DictWriter(table, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        bring(base, write_csv(tmp_path / "narrow.csv", table.getvalue()))
        assert concepts(base) == BY_ID


def test_a_new_row_adds_a_rendering_with_its_evidence(base: Base, tmp_path: Path) -> None:
    def add(rows: Rows) -> None:
        new = dict.fromkeys(rows[0], "") | {
            "id": GREENWAY,
            "zh": "绿道",
            "en": "linear park",
            "status": "admitted",
        }
        rows.append(new | {"publisher": "Hill Journal", "tier": "media", "date": "2024"})

    report = bring(base, edit_csv(export(base, "csv", tmp_path), add))
    assert (report.changed, report.conflicts) == ((GREENWAY,), ())
    added = concepts(base)[BY_ID.index(CONCEPTS[0])].renderings[3]
    assert (added.text, added.evidence[0].publisher) == ("linear park", "Hill Journal")


def test_a_table_of_terms_without_ids_finds_their_concepts_or_makes_them(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", "zh,en\n綠道,linear park\n渠长,channel chief\n"))
    assert (report.changed, len(report.added)) == ((GREENWAY,), 1)
    after = {concept.id: concept for concept in concepts(base)}
    assert after[GREENWAY].terms == CONCEPTS[0].terms
    assert after[GREENWAY].renderings == (*CONCEPTS[0].renderings, Rendering(text="linear park"))
    assert after[report.added[0]].head.text == "渠长"


def test_a_foreign_table_does_not_take_a_recommendation_back(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", "zh,en,status\n绿道,greenway,\n"))
    assert (report.unchanged, concepts(base)) == ((GREENWAY,), BY_ID)


def test_a_term_of_several_concepts_is_dropped_with_their_ids(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", "zh,en\n四水同治,four waters\n"))
    (dropped,) = report.dropped
    assert (dropped.where, dropped.what) == ("line 2", "四水同治")
    assert FOUR_OF_HILLS in dropped.why
    assert concepts(base) == BY_ID


def test_a_named_concept_may_be_one_of_several(base: Base, tmp_path: Path) -> None:
    report = bring(base, write_csv(tmp_path / "a.csv", f"id,zh,en\n{FOUR_OF_HILLS},四水同治,four waters\n"))
    assert report.changed == (FOUR_OF_HILLS,)


def test_a_dry_run_says_the_same_and_changes_nothing(base: Base, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", "zh,en\n绿道,linear park\n渠长,channel chief\n")
    before = rows_of(base)
    tried = bring(base, path, dry_run=True)
    assert (tried.changed, len(tried.added)) == ((GREENWAY,), 1)
    assert rows_of(base) == before


def test_an_import_is_recorded_with_the_name_of_the_file(base: Base, tmp_path: Path) -> None:
    bring(base, write_csv(tmp_path / "terms.csv", "zh,en\n绿道,linear park\n"))
    with base.reading() as connection:
        (change,) = list_changes(connection)
    assert (change.who, change.why, change.verb, change.thing) == (
        "tester",
        "import of terms.csv",
        "import",
        GREENWAY,
    )


def test_a_relation_that_leads_nowhere_is_named_and_nothing_is_imported(base: Base, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", f"id,zh,en,relations\n{CHIEF},河湖长制,chief,related cnowhere\n")
    with pytest.raises(InvalidInput, match=f"{CHIEF} names cnowhere; nothing was imported"):
        bring(base, path)
    assert concepts(base) == BY_ID


def test_a_relation_to_an_old_id_leads_to_what_became_of_it(base: Base, tmp_path: Path) -> None:
    merge_concepts(base, RAFT, FOUR_OF_HILLS, who="tester")
    bring(base, write_csv(tmp_path / "a.csv", f"id,zh,en,relations\n{CHIEF},河湖长制,chief,related {RAFT}\n"))
    kept = {one.id: one for one in concepts(base)}[CHIEF]
    assert [relation.concept for relation in kept.relations] == [FOUR_OF_HILLS]


def test_an_old_id_in_a_file_that_is_a_concept_here_is_dropped_and_told(base: Base, tmp_path: Path) -> None:
    (greenway,) = (one for one in CONCEPTS if one.id == GREENWAY)
    folder = tmp_path / "text"
    merged = replace(greenway, redirects=(RAFT,), relations=())
    find_format("toml").write([merged], folder, options=ExportOptions())
    report = bring(base, folder)
    (dropped,) = report.dropped
    assert dropped.where == f"town-planning.toml, concept 1 ({GREENWAY}, 绿道)"
    assert dropped.what == f"the old id {RAFT}"
    assert RAFT in {one.id for one in concepts(base)}


def refuse(base: Base, path: Path, error: type[GlossaryError], words: str, **options: object) -> None:
    before = rows_of(base)
    with pytest.raises(error, match=words):
        bring(base, path, **options)
    assert rows_of(base) == before


def test_a_missing_file_is_named(base: Base, tmp_path: Path) -> None:
    refuse(base, tmp_path / "absent.csv", UnreadableFile, r"absent\.csv: there is no such file")


def test_a_named_pipe_is_not_waited_for(base: Base, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    refuse(base, tmp_path / "pipe.csv", UnreadableFile, "is no regular file")


def test_an_unknown_format_is_answered_with_those_that_exist(base: Base, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", "zh,en\n绿道,x\n")
    refuse(base, path, UnknownName, "there is no format 'xls'; known: .*csv, .*tbx", format_name="xls")


def test_a_folder_is_no_spreadsheet(base: Base, tmp_path: Path) -> None:
    refuse(base, tmp_path, UnreadableFile, "cannot be read", format_name="csv")


def test_a_concept_that_an_import_adds_is_found_by_its_keys(base: Base, tmp_path: Path) -> None:
    bring(base, write_csv(tmp_path / "a.csv", "zh,en\n渠长,channel chief\n"))
    assert look_up(base, "quzhang").hits[0].renderings[0].status is Status.ADMITTED
