"""What every format of the registry must do; a new one inherits all of it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from format_samples import CASES, GRID_WORKER, LEFT_OF, PLATFORM, WITHOUT_IDS, export, import_back

from glossary.formats.concepts import Addition
from glossary.formats.declaration import ExportOptions, Format
from glossary.formats.registry import FORMATS
from glossary.model import Concept

READABLE = [known for known in FORMATS if known.read is not None]
IDENTIFIED = [known for known in READABLE if known.name not in WITHOUT_IDS]
STREAMED = [known for known in FORMATS if not known.is_folder]


def name_of(known: Format) -> str:
    return known.name


def all_text(place: Path) -> str:
    paths = sorted(place.iterdir()) if place.is_dir() else [place]
    return "".join(path.read_bytes().decode() for path in paths)


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


@pytest.mark.parametrize("format_", FORMATS, ids=name_of)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_file_is_utf_8_without_a_mark(format_: Format, case: list[Concept], tmp_path: Path) -> None:
    export(format_, case, tmp_path / "out")

    assert not all_text(tmp_path / "out").startswith("\ufeff")


@pytest.mark.parametrize("format_", FORMATS, ids=name_of)
def test_the_same_concepts_give_the_same_bytes(format_: Format, tmp_path: Path) -> None:
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "one")
    export(format_, [PLATFORM, GRID_WORKER], tmp_path / "two")

    assert all_text(tmp_path / "one") == all_text(tmp_path / "two")


@pytest.mark.parametrize("format_", FORMATS, ids=name_of)
def test_each_rendering_is_written_or_said_to_be_left_out(format_: Format, tmp_path: Path) -> None:
    report = export(format_, [PLATFORM, GRID_WORKER], tmp_path / "out")

    left_out = [line for line in report.left_out if line.what.startswith("rendering")]
    assert report.concepts == 2
    assert report.renderings + len(left_out) == 6
    assert all(line.where and line.why for line in report.left_out)


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
    """Return its pairs as every format writes them: no tabs, no slashes."""
    return {
        (term.text, " ".join(rendering.text.replace("∕", "/").split()))
        for term in concept.terms
        for rendering in concept.renderings
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
