"""Files out: whole, in the place of the old file, and saying which state of the base they are."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.declaration import ExportOptions
from glossary.formats.registry import FORMATS, find_format
from glossary.services.exporting.files import export_to_path, export_to_stream
from glossary.services.history.snapshots import list_snapshots
from glossary.services.importing.reading import read_file
from glossary.store.database import Base, open_base

from ..records import edit, identify_base
from ..spreadsheets import export

READABLE = [format.name for format in FORMATS if format.read]
CARRIERS = [format.name for format in FORMATS if format.carries_snapshot and format.read]
GREENWAY = "cgreenwa"


def written(folder: Path) -> list[str]:
    """What lies in the folder beside the base, if that is a file."""
    return sorted(path.name for path in folder.iterdir() if path.name != "small.db")


def test_an_export_to_a_stream_is_the_export_to_a_file(base: Base, tmp_path: Path) -> None:
    stream = io.BytesIO()
    report = export_to_stream(base, find_format("csv"), stream, options=ExportOptions())
    assert stream.getvalue() == export(base, "csv", tmp_path).read_bytes()
    assert (report.concepts, report.renderings) == (5, 7)


def test_a_folder_format_needs_a_folder(base: Base) -> None:
    with pytest.raises(InvalidInput, match="toml is a folder of files; name the folder with `output`"):
        export_to_stream(base, find_format("toml"), io.BytesIO(), options=ExportOptions())


def test_an_export_takes_the_place_of_an_old_file(base: Base, tmp_path: Path) -> None:
    (tmp_path / "exported.csv").write_text("old")
    export(base, "csv", tmp_path)
    assert (tmp_path / "exported.csv").read_text(encoding="utf-8").startswith("id,zh,en")
    assert written(tmp_path) == ["exported.csv"]


def test_an_export_through_a_link_leaves_the_link(base: Base, tmp_path: Path) -> None:
    (tmp_path / "real.csv").touch()
    (tmp_path / "exported.csv").symlink_to("real.csv")
    assert export(base, "csv", tmp_path).is_symlink()
    assert (tmp_path / "real.csv").stat().st_size


@pytest.mark.parametrize("name", [name for name in READABLE if name != "toml"])
def test_what_is_no_regular_file_is_written_and_not_replaced(base: Base, name: str) -> None:
    export_to_path(base, find_format(name), Path(os.devnull), options=ExportOptions())
    assert not Path(os.devnull).is_file()


def test_an_export_that_fails_leaves_the_old_file(base: Base, tmp_path: Path) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise InvalidInput("stop")

    (tmp_path / "out.csv").write_text("old")
    with pytest.raises(InvalidInput):
        export_to_path(
            base, replace(find_format("csv"), write=stumble), tmp_path / "out.csv", options=ExportOptions()
        )
    assert (tmp_path / "out.csv").read_text() == "old"
    assert written(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("place", ["absent/out.csv", ".", "x" * 300])
def test_an_output_that_cannot_be_written_is_named(base: Base, tmp_path: Path, place: str) -> None:
    with pytest.raises(UnreadableFile, match=r"cannot be written|is a folder; name a file"):
        export_to_path(base, find_format("csv"), tmp_path / place, options=ExportOptions())
    assert written(tmp_path) == []


@pytest.mark.parametrize("name", ["toml", "stardict"])
def test_a_file_in_the_place_of_a_folder_stays_and_is_named(base: Base, tmp_path: Path, name: str) -> None:
    (tmp_path / "terms").write_text("old")
    with pytest.raises(UnreadableFile, match="is a file, and this format is a folder"):
        export_to_path(base, find_format(name), tmp_path / "terms", options=ExportOptions())
    assert (tmp_path / "terms").read_text() == "old"


@pytest.mark.parametrize("name", CARRIERS)
def test_an_export_names_the_state_of_the_base_which_remembers_it(
    base: Base, tmp_path: Path, name: str
) -> None:
    snapshot = identify_base(base)
    assert read_file(export(base, name, tmp_path), name).snapshot == snapshot
    assert [(one.id, one.who) for one in list_snapshots(base)] == [(snapshot, "export")]


def test_an_export_changes_no_content(base: Base, tmp_path: Path) -> None:
    before = identify_base(base)
    export(base, "csv", tmp_path)
    assert identify_base(base) == before


def test_exports_of_one_state_are_one_snapshot(base: Base, tmp_path: Path) -> None:
    for name in CARRIERS:
        export(base, name, tmp_path)
    edit(base, GREENWAY, note="In parks.")
    export(base, "csv", tmp_path)
    assert len(list_snapshots(base)) == 2


def test_the_base_as_text_names_no_state_so_that_it_can_be_compared(base: Base, tmp_path: Path) -> None:
    export(base, "toml", tmp_path)
    assert list_snapshots(base) == []


def test_a_base_that_can_only_be_read_names_the_state_that_somebody_wrote_down(
    base: Base, tmp_path: Path
) -> None:
    with open_base(base.place.address, write=False) as reader:
        assert read_file(export(reader, "csv", tmp_path), "csv").snapshot == ""
        export(base, "csv", tmp_path)
        assert read_file(export(reader, "csv", tmp_path), "csv").snapshot == identify_base(base)


def test_while_somebody_writes_an_export_goes_out_without_a_name(base: Base, tmp_path: Path) -> None:
    with open_base(base.place.address, write=True, busy_timeout_seconds=0) as other, other.writing():
        assert read_file(export(base, "csv", tmp_path), "csv").snapshot == ""
