"""What every format of the registry must do; a new one inherits all of it."""

import errno
import os
import zipfile
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from format_samples import (
    CASES,
    GRID_WORKER,
    LABELS_ALONE,
    LEFT_OF,
    PLATFORM,
    WITHOUT_IDS,
    export,
    import_back,
    one,
)
from msgspec.structs import replace

from glossary.formats.concepts import Addition
from glossary.formats.declaration import ExportOptions, Format
from glossary.formats.registry import FORMATS
from glossary.model import Concept

READABLE = [known for known in FORMATS if known.read is not None]
IDENTIFIED = [known for known in READABLE if known.name not in WITHOUT_IDS | LABELS_ALONE]
GATHERED = set(
    "xlsx trados deepl deepl-csv google google-set amazon azure yomitan anki html markdown".split()
)
"""Formats that are sorted, packed, or measured before their first byte is written."""
STREAMED = [known for known in FORMATS if not (known.is_folder or known.name in GATHERED)]
SLOW = {"anki"}
WRITTEN = [
    pytest.param(known, id=known.name, marks=[pytest.mark.slow] if known.name in SLOW else [])
    for known in FORMATS
]
WRITTEN_OFTEN = [
    pytest.param(known, id=known.name, marks=[] if known.is_text else [pytest.mark.slow]) for known in FORMATS
]
WITHOUT_ENGLISH = {"jieba-dict"}
RARE = [one("𠮷野家", "𠮷x"), one("e\u0301网格", "cafe\u0301", identity="caaaaaac")]


def name_of(known: Format) -> str:
    return known.name


def contents(place: Path) -> dict[str, bytes]:
    """What a file, each member of an archive, or each file of a folder holds, by name."""
    if place.is_dir():
        return {path.name: path.read_bytes() for path in sorted(place.iterdir())}
    if zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return {"": place.read_bytes()}


@pytest.mark.parametrize("format_", IDENTIFIED, ids=name_of)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_import_of_an_export_is_what_was_exported(
    format_: Format, case: list[Concept], tmp_path: Path
) -> None:
    export(format_, case, tmp_path / "out")

    imported = import_back(format_, tmp_path / "out")

    assert list(imported.concepts) == LEFT_OF.get(format_.name, list)(case)
    assert imported.additions == ()
    assert imported.dropped == ()


@pytest.mark.parametrize("format_", READABLE, ids=name_of)
def test_an_empty_base_is_read_back_empty(format_: Format, tmp_path: Path) -> None:
    report = export(format_, [], tmp_path / "out")

    assert (report.concepts, report.renderings, report.left_out) == (0, 0, ())
    assert import_back(format_, tmp_path / "out").concepts == ()


@pytest.mark.parametrize("format_", WRITTEN_OFTEN)
def test_every_case_can_be_written_and_each_loss_has_its_place_and_reason(
    format_: Format, tmp_path: Path
) -> None:
    for number, case in enumerate([[], *CASES.values()]):
        report = export(format_, case, tmp_path / str(number))

        assert report.concepts <= len(case)
        assert all(line.where and line.what and line.why for line in report.left_out)


@pytest.mark.parametrize("format_", WRITTEN)
def test_a_file_has_no_mark_unless_excel_needs_one(format_: Format, tmp_path: Path) -> None:
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "out")

    marked = [name for name, data in contents(tmp_path / "out").items() if data.startswith(BOM_UTF8)]
    assert marked == ([""] if format_.name == "csv-excel" else [])


@pytest.mark.parametrize("format_", [known for known in FORMATS if "bom" in known.options], ids=name_of)
def test_a_mark_is_written_where_it_is_asked_for(format_: Format, tmp_path: Path) -> None:
    export(format_, [PLATFORM], tmp_path / "out", bom=True)

    assert (tmp_path / "out").read_bytes().startswith(BOM_UTF8)


@pytest.mark.parametrize("format_", WRITTEN)
def test_rare_characters_stand_in_the_file_as_they_are(format_: Format, tmp_path: Path) -> None:
    export(format_, RARE, tmp_path / "out")

    held = b"".join(contents(tmp_path / "out").values()).decode(errors="replace")
    wanted = {"𠮷野家", "e\u0301网格"} | (set() if format_.name in WITHOUT_ENGLISH else {"cafe\u0301", "𠮷x"})
    assert {text for text in wanted if text not in held} == set()


@pytest.mark.parametrize("format_", WRITTEN)
def test_the_same_concepts_give_the_same_bytes(format_: Format, tmp_path: Path) -> None:
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "one")
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("format_", WRITTEN)
def test_each_rendering_is_written_or_said_to_be_left_out(format_: Format, tmp_path: Path) -> None:
    report = export(format_, [PLATFORM, GRID_WORKER], tmp_path / "out")

    left_out = [line for line in report.left_out if line.what.startswith("rendering")]
    assert report.concepts == 2
    assert report.renderings + len(left_out) == (0 if format_.name in WITHOUT_ENGLISH else 6)


@pytest.mark.parametrize("format_", [known for known in READABLE if known.name in WITHOUT_IDS], ids=name_of)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_file_without_ids_gives_back_pairs_of_the_export_and_no_others(
    format_: Format, case: list[Concept], tmp_path: Path
) -> None:
    export(format_, case, tmp_path / "out")

    imported = import_back(format_, tmp_path / "out")

    read = {pair for addition in imported.additions for pair in pairs_of(addition)}
    assert imported.concepts == ()
    assert read <= {pair for concept in case for pair in pairs_of(concept)}


@pytest.mark.parametrize("format_", [known for known in READABLE if known.name in WITHOUT_IDS], ids=name_of)
def test_a_file_without_ids_gives_back_a_pair(format_: Format, tmp_path: Path) -> None:
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "out")

    *_, last = import_back(format_, tmp_path / "out").additions

    assert pairs_of(last) == {("网格员", "grid worker")}


def pairs_of(concept: Concept | Addition) -> set[tuple[str, str]]:
    """Return its pairs as every format writes them: no tabs, no slashes, what stays stands for itself."""
    return {
        (term.text, " ".join(text.replace("∕", "/").split()))
        for term in concept.terms
        for text in ([term.text] if term.do_not_translate else [one.text for one in concept.renderings])
    }


def watch(concepts: list[Concept], stream: BytesIO, sizes: list[int]) -> Iterator[Concept]:
    for concept in concepts:
        sizes.append(len(stream.getvalue()))
        yield concept


@pytest.mark.parametrize("format_", STREAMED, ids=name_of)
def test_concepts_are_written_as_they_come(format_: Format) -> None:
    stream, sizes = BytesIO(), []
    concepts = [replace(PLATFORM, relations=())] * 100

    format_.write(watch(concepts, stream, sizes), stream, options=ExportOptions())

    assert sizes[-1] > len(stream.getvalue()) / 2


class FullDisk(BytesIO):
    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("format_", [one for one in WRITTEN if not one.values[0].is_folder])
def test_a_full_disk_is_told_as_what_it_is(format_: Format) -> None:
    with pytest.raises(OSError, match="No space left"):
        format_.write([PLATFORM, GRID_WORKER], FullDisk(), options=ExportOptions())
