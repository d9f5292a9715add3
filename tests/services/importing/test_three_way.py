"""Files in, from whoever began with a state that the base remembers: what each side changed is joined."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_base import CHIEF, CONCEPTS, GREENWAY, RAFT

from glossary.curation.conflicts import Conflict, Policy
from glossary.errors import InvalidInput
from glossary.formats.registry import FORMATS
from glossary.model import Rendering, Status
from glossary.services.bases.building import build_base
from glossary.services.concepts.editing import show_concept
from glossary.services.concepts.joining import merge_concepts
from glossary.services.history.snapshots import list_snapshots, take_snapshot
from glossary.services.history.undoing import undo
from glossary.services.importing.reading import read_file
from glossary.store.database import Base, open_base

from ..records import edit, texts, with_rendering
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

CARRIERS = [format.name for format in FORMATS if format.carries_snapshot]
BY_ID = sorted(CONCEPTS, key=lambda concept: concept.id)


def remove_rows(*renderings: str) -> Callable[[Rows], None]:
    def remove(rows: Rows) -> None:
        rows[:] = [row for row in rows if row["en"] not in renderings]

    return remove


def edited_text(path: Path, before: str, after: str) -> Path:
    """Change some words of a file, as with any other program."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", CARRIERS)
@pytest.mark.parametrize("codes", [("zh-CN", "en"), ("zh", "en-US"), ("zh-Hans", "en-GB")])
def test_an_unchanged_export_changes_nothing_whatever_its_codes(
    base: Base, tmp_path: Path, name: str, codes: tuple[str, str]
) -> None:
    path = export(base, name, tmp_path, source_lang=codes[0], target_lang=codes[1])
    report = bring(base, path)
    assert (report.changed, report.conflicts, report.dropped) == ((), (), ())
    assert report.snapshot == list_snapshots(base)[0].id
    assert concepts(base) == BY_ID


def test_an_edited_status_is_taken_and_is_no_conflict(base: Base, tmp_path: Path) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("unmarked bamboo raft", status="admitted"))
    report = bring(base, path)
    assert (report.changed, report.conflicts) == ((RAFT,), ())
    assert concept(base, RAFT).renderings[0].status is Status.ADMITTED


def test_an_edited_note_in_tbx_is_taken(base: Base, tmp_path: Path) -> None:
    path = edited_text(export(base, "tbx", tmp_path), "Never for a row of street trees.", "Never for trees.")
    assert bring(base, path).changed == (GREENWAY,)
    assert concept(base, GREENWAY).note == "Never for trees."


@pytest.mark.parametrize("name", ["tbx", "tbx2"])
def test_what_a_format_has_no_place_for_is_not_taken_out(base: Base, tmp_path: Path, name: str) -> None:
    path = edited_text(export(base, name, tmp_path), ">water<", ">rivers<")
    bring(base, path)
    before = next(one for one in CONCEPTS if one.id == RAFT)
    assert concept(base, RAFT) == replace(before, subject_field="rivers")


def test_a_removed_row_takes_its_rendering_out(base: Base, tmp_path: Path) -> None:
    report = bring(base, edit_csv(export(base, "csv", tmp_path), remove_rows("river chief system")))
    assert report.changed == (CHIEF,)
    assert texts(concept(base, CHIEF)) == ["river and lake chief system"]


def test_what_the_first_row_says_of_the_concept_does_not_go_with_it(base: Base, tmp_path: Path) -> None:
    before = concept(base, GREENWAY)
    bring(base, edit_csv(export(base, "csv", tmp_path), remove_rows("green road")))
    assert concept(base, GREENWAY) == replace(before, renderings=before.renderings[1:])


def test_what_the_first_row_says_of_a_rendering_does_not_go_with_its_fact(base: Base, tmp_path: Path) -> None:
    before = concept(base, GREENWAY)
    path = export(base, "csv", tmp_path)
    bring(base, edit_csv(path, lambda rows: rows.remove(row_of(rows, "greenway"))))
    greenway = before.renderings[2]
    assert concept(base, GREENWAY).renderings[2] == replace(greenway, evidence=greenway.evidence[1:])


def test_an_emptied_cell_clears_what_it_held(base: Base, tmp_path: Path) -> None:
    bring(base, edit_csv(export(base, "csv", tmp_path), set_cell("green road", note="", relations="")))
    before = next(one for one in CONCEPTS if one.id == GREENWAY)
    assert concept(base, GREENWAY) == replace(before, note="", relations=())


@pytest.mark.parametrize(
    "column",
    ["note", "other_zh", "zh_details", "status", "publisher", "relations", "definitions", "en_details"],
)
def test_a_deleted_column_clears_nothing(base: Base, tmp_path: Path, column: str) -> None:
    bring(base, edit_csv(export(base, "csv", tmp_path), lambda rows: None, without=column))
    assert concepts(base) == BY_ID


def test_sorted_rows_and_moved_columns_change_nothing(base: Base, tmp_path: Path) -> None:
    def sort(rows: Rows) -> None:
        rows.sort(key=lambda row: row["en"])
        rows[:] = [dict(reversed(row.items())) for row in rows]

    assert bring(base, edit_csv(export(base, "csv", tmp_path), sort)).changed == ()
    assert concepts(base) == BY_ID


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_table_that_a_spreadsheet_program_saved_in_its_way_is_joined_all_the_same(
    base: Base, tmp_path: Path, encoding: str
) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("green road", note="For streams."))
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    edit(base, GREENWAY, scope="Lakeside")
    report = bring(base, path)
    assert (report.changed, report.conflicts) == ((GREENWAY,), ())
    assert (concept(base, GREENWAY).note, concept(base, GREENWAY).scope) == ("For streams.", "Lakeside")


def test_what_was_changed_here_since_stays(base: Base, tmp_path: Path) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("green road", note="For streams."))
    edit(base, GREENWAY, scope="Lakeside", renderings=with_rendering(show_concept(base, GREENWAY), "parkway"))
    bring(base, path)
    after = concept(base, GREENWAY)
    assert (after.note, after.scope) == ("For streams.", "Lakeside")
    assert "parkway" in texts(after)


def conflicting(base: Base, folder: Path) -> Path:
    path = edit_csv(export(base, "csv", folder), set_cell("green road", note="For streams."))
    edit(base, GREENWAY, note="On dykes.")
    return path


@pytest.mark.parametrize(
    ("policy", "taken", "note"),
    [
        (Policy.KEEP, "here", "On dykes."),
        (Policy.REPLACE, "there", "For streams."),
        (Policy.ADD, "both", "On dykes.\nFor streams."),
    ],
)
def test_a_field_that_both_changed_is_a_conflict(
    base: Base, tmp_path: Path, policy: Policy, taken: str, note: str
) -> None:
    report = bring(base, conflicting(base, tmp_path), decide=policy)
    said = {"concept": GREENWAY, "field": "note", "here": "On dykes.", "there": "For streams."}
    assert report.conflicts == (Conflict(**said, taken=taken),)
    assert concept(base, GREENWAY).note == note


def test_a_rendering_taken_out_there_and_changed_here_is_a_conflict(base: Base, tmp_path: Path) -> None:
    path = edit_csv(export(base, "csv", tmp_path), remove_rows("green path"))
    before = concept(base, GREENWAY).renderings
    changed = tuple(replace(one, note="Old.") if one.text == "green path" else one for one in before)
    edit(base, GREENWAY, renderings=changed)
    kept = bring(base, path, dry_run=True)
    assert [(one.field, one.here, one.there, one.taken) for one in kept.conflicts] == [
        ("rendering 'green path'", "green path", "nothing", "here")
    ]
    bring(base, path, decide=Policy.REPLACE)
    assert "green path" not in texts(concept(base, GREENWAY))


def test_a_concept_taken_out_here_and_changed_there_is_a_conflict(base: Base, tmp_path: Path) -> None:
    bring(base, write_csv(tmp_path / "a.csv", "id,zh,en\ncchannel,渠长,channel chief\n"))
    path = edit_csv(export(base, "csv", tmp_path), set_cell("channel chief", note="New."))
    undo(base, who="tester")
    report = bring(base, path)
    assert [(one.concept, one.field, one.here) for one in report.conflicts] == [
        ("cchannel", "concept", "nothing")
    ]
    assert concepts(base) == BY_ID
    assert bring(base, path, decide=Policy.REPLACE).added == ("cchannel",)


def test_a_concept_taken_out_here_and_unchanged_there_stays_out(base: Base, tmp_path: Path) -> None:
    bring(base, write_csv(tmp_path / "a.csv", "id,zh,en\ncchannel,渠长,channel chief\n"))
    path = export(base, "csv", tmp_path)
    undo(base, who="tester")
    (dropped,) = bring(base, path).dropped
    assert "taken out of the base since the export" in dropped.why
    assert concepts(base) == BY_ID


def test_a_concept_that_was_merged_since_takes_in_what_the_file_changed(base: Base, tmp_path: Path) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("unmarked bamboo raft", rendering_note="Odd."))
    merge_concepts(base, RAFT, CHIEF, who="tester")
    report = bring(base, path)
    assert (report.changed, report.conflicts) == ((CHIEF,), ())
    assert [one.note for one in concept(base, CHIEF).renderings if one.text == "unmarked bamboo raft"] == [
        "Odd."
    ]


def test_concepts_that_the_file_does_not_have_stay_and_are_counted(base: Base, tmp_path: Path) -> None:
    def keep_one(rows: Rows) -> None:
        rows[:] = [row for row in rows if row["id"] == GREENWAY]

    report = bring(base, edit_csv(export(base, "csv", tmp_path), keep_one))
    assert (report.missing, report.there_before, concepts(base)) == (4, 5, BY_ID)


def test_what_could_not_be_read_is_not_missing(base: Base, tmp_path: Path) -> None:
    def spoil_two(rows: Rows) -> None:
        for row in rows:
            if row["id"] in (GREENWAY, RAFT):
                row["status"] = "forbiden"

    report = bring(base, edit_csv(export(base, "csv", tmp_path), spoil_two))
    assert (report.missing, concepts(base)) == (0, BY_ID)


def test_what_is_missing_because_its_row_was_dropped_is_not_taken_out(base: Base, tmp_path: Path) -> None:
    def spoil(rows: Rows) -> None:
        [row for row in rows if row["en"] == "greenway"][1].update(date="soon")

    report = bring(base, edit_csv(export(base, "csv", tmp_path), spoil))
    assert "date" in report.dropped[0].why
    assert (report.changed, concepts(base)) == ((), BY_ID)


def test_a_named_state_counts_before_that_of_the_file(base: Base, tmp_path: Path) -> None:
    first = take_snapshot(base, who="tester").id
    path = without_snapshot(export(base, "csv", tmp_path))
    edit(base, GREENWAY, note="On dykes.")
    report = bring(base, path, snapshot=first)
    assert (report.snapshot, report.changed, report.conflicts) == (first, (), ())


def test_a_named_state_that_nobody_knows_is_refused(base: Base, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="glossary snapshot --list"):
        bring(base, export(base, "csv", tmp_path), snapshot="saaaaaaaaaa")


def test_a_file_from_a_state_that_this_base_does_not_know_only_adds(
    base: Base, tmp_path: Path, empty_base: Path
) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("green road", note="For streams."))
    snapshot = read_file(path, "csv").snapshot
    with open_base(str(empty_base), write=True) as other:
        report = bring(other, path)
        assert (len(report.added), report.snapshot, report.unknown_snapshot) == (5, "", snapshot)


def test_an_export_of_a_base_as_it_was_built_is_joined(base: Base, tmp_path: Path) -> None:
    seeds = export(base, "toml", tmp_path)
    build_base(seeds, str(tmp_path / "built.db"))
    with open_base(str(tmp_path / "built.db"), write=False) as reader:
        path = edit_csv(export(reader, "csv", tmp_path), set_cell("green road", note="For streams."))
    with open_base(str(tmp_path / "built.db"), write=True) as built:
        edit(built, GREENWAY, scope="Lakeside")
        report = bring(built, path)
        assert (report.changed, report.conflicts) == ((GREENWAY,), ())


def test_the_base_as_text_is_joined_with_a_named_state(base: Base, tmp_path: Path) -> None:
    snapshot = take_snapshot(base, who="tester").id
    folder = export(base, "toml", tmp_path)
    edited_text(folder / "town-planning.toml", "Never for a row of street trees.", "Never for trees.")
    edit(base, GREENWAY, scope="Lakeside")
    report = bring(base, folder, snapshot=snapshot)
    assert (report.changed, report.conflicts) == ((GREENWAY,), ())
    assert (concept(base, GREENWAY).note, concept(base, GREENWAY).scope) == ("Never for trees.", "Lakeside")


def test_a_dry_run_shows_what_would_differ(base: Base, tmp_path: Path) -> None:
    path = edit_csv(export(base, "csv", tmp_path), set_cell("green road", note="For streams."))
    (preview,) = bring(base, path, dry_run=True).previews
    assert (preview.concept, preview.term, preview.is_new) == (GREENWAY, "绿道", False)
    assert list(map(str, preview.differences)) == ["note: Never for a row of street trees. → For streams."]
    assert concepts(base) == BY_ID


def test_a_rendering_written_by_hand_where_the_format_left_a_proposed_one_out(
    base: Base, tmp_path: Path
) -> None:
    section = '  <langSec xml:lang="en"><termSec><term>unmarked bamboo raft</term></termSec></langSec>'
    path = export(base, "tbx", tmp_path)
    entry = path.read_text(encoding="utf-8").index(f'id="{RAFT}"')
    text = path.read_text(encoding="utf-8")
    end = text.index("</conceptEntry>", entry)
    path.write_text(f"{text[:end]}{section}\n{text[end:]}", encoding="utf-8")
    bring(base, path)
    assert [(one.text, one.status) for one in concept(base, RAFT).renderings] == [
        ("unmarked bamboo raft", Status.ADMITTED)
    ]


def test_new_renderings_of_both_sides_are_both_there(base: Base, tmp_path: Path) -> None:
    def add(rows: Rows) -> None:
        rows.append(dict.fromkeys(rows[0], "") | {"id": GREENWAY, "zh": "绿道", "en": "linear park"})

    path = edit_csv(export(base, "csv", tmp_path), add)
    edit(base, GREENWAY, renderings=with_rendering(show_concept(base, GREENWAY), "parkway"))
    bring(base, path)
    assert Rendering(text="linear park") in concept(base, GREENWAY).renderings
    assert "parkway" in texts(concept(base, GREENWAY))
