"""Whatever a concept holds can be written in every format: hypothesis looks for one that cannot."""

import csv
import io
import json
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from format_samples import concept_lists, export
from hypothesis import given, settings
from lxml import etree

from glossary.formats.cells.rows import Layout, write_table
from glossary.formats.declaration import ExportOptions, Format
from glossary.formats.registry import FORMATS, find_format
from glossary.model import Concept

pytestmark = pytest.mark.slow

SOME = settings(max_examples=40, deadline=None)
COSTLY = settings(max_examples=8, deadline=None)
CHEAP = [known for known in FORMATS if known.is_text]
DEAR = [known for known in FORMATS if not known.is_text]


def name_of(known: Format) -> str:
    return known.name


def check_report(format_: Format, concepts: list[Concept]) -> None:
    with TemporaryDirectory() as folder:
        report = export(format_, concepts, Path(folder, "out"))
    known = {concept.id for concept in concepts}
    assert report.concepts <= len(concepts)
    assert {line.where for line in report.left_out} <= known


@pytest.mark.parametrize("format_", CHEAP, ids=name_of)
@SOME
@given(concepts=concept_lists())
def test_any_concept_can_be_written(format_: Format, concepts: list[Concept]) -> None:
    check_report(format_, concepts)


@pytest.mark.parametrize("format_", DEAR, ids=name_of)
@COSTLY
@given(concepts=concept_lists())
def test_any_concept_can_be_packed(format_: Format, concepts: list[Concept]) -> None:
    check_report(format_, concepts)


def written(name: str, concepts: list[Concept]) -> bytes:
    out = BytesIO()
    find_format(name).write(concepts, out, options=ExportOptions())
    return out.getvalue()


@SOME
@given(concepts=concept_lists())
def test_markup_is_always_well_formed(concepts: list[Concept]) -> None:
    for name in ("tbx", "tbx-dct", "tbx4", "tbx2", "tmx"):
        etree.fromstring(written(name, concepts))


@SOME
@given(concepts=concept_lists())
def test_json_and_po_are_always_read_by_others(concepts: list[Concept]) -> None:
    assert [one["id"] for one in json.loads(written("json", concepts))["concepts"]] == [
        concept.id for concept in concepts
    ]
    polib.pofile(written("po", concepts).decode())


@SOME
@given(concepts=concept_lists())
def test_a_machine_gets_each_source_once_and_two_cells_a_line(concepts: list[Concept]) -> None:
    rows = [line.split("\t") for line in written("deepl", concepts).decode().split("\n")[:-1]]
    assert {len(row) for row in rows} <= {2}
    assert len({row[0] for row in rows}) == len(rows)


@SOME
@given(concepts=concept_lists())
def test_omegat_gets_three_cells_a_line(concepts: list[Concept]) -> None:
    lines = written("omegat", concepts).decode().split("\n")[:-1]
    assert {line.count("\t") for line in lines} <= {2}


@SOME
@given(concepts=concept_lists())
def test_yomitan_rows_have_eight_cells(concepts: list[Concept]) -> None:
    with zipfile.ZipFile(BytesIO(written("yomitan", concepts))) as archive:
        banks = [json.loads(archive.read(name)) for name in archive.namelist() if name.startswith("term_")]
    assert {len(row) for bank in banks for row in bank} <= {8}


@SOME
@given(concepts=concept_lists())
def test_a_table_is_what_the_csv_module_writes(concepts: list[Concept]) -> None:
    rows = [[concept.id, concept.note, concept.scope, concept.head.text] for concept in concepts]
    ours, theirs = BytesIO(), io.StringIO(newline="")
    write_table(ours, rows, layout=Layout(program=""))
    csv.writer(theirs, lineterminator="\n").writerows(rows)
    assert ours.getvalue().decode() == theirs.getvalue()
