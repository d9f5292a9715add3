"""What is asked for of a base, in the files that come out."""

import json
from pathlib import Path

import pytest

from glossary.errors import InvalidInput
from glossary.formats.declaration import ExportOptions, ExportReport
from glossary.formats.registry import find_format
from glossary.formats.selection import Selection
from glossary.model import Status
from glossary.services.exporting.files import export_to_path
from glossary.services.importing.reading import read_file
from glossary.store.database import Base

from ..spreadsheets import export


def exported(base: Base, name: str, place: Path, **asked: object) -> ExportReport:
    return export_to_path(
        base, find_format(name), place, options=ExportOptions(), selection=Selection(**asked)
    )


def ids(place: Path) -> list[str]:
    return [json.loads(line)["id"] for line in place.read_text(encoding="utf-8").splitlines()]


def test_a_subject_field_is_exported_alone_and_the_others_are_counted(base: Base, tmp_path: Path) -> None:
    report = exported(base, "jsonl", tmp_path / "out", subject_fields=("Water",))
    assert (ids(tmp_path / "out"), report.not_selected) == (["cchiefsy", "craftboa"], 3)


@pytest.mark.parametrize(
    ("name", "unheeded"),
    [
        ("omegat", ("source_lang", "contexts")),
        ("memoq", ("contexts",)),
        ("tbx", ()),
        ("json", ("source_lang",)),
    ],
)
def test_options_that_a_format_has_no_place_for_are_told(
    base: Base, tmp_path: Path, name: str, unheeded: tuple[str, ...]
) -> None:
    options = ExportOptions(source_lang="zh-Hans")
    asked = Selection(contexts=1)
    report = export_to_path(base, find_format(name), tmp_path / "out", options=options, selection=asked)
    assert report.unheeded == unheeded


def test_what_a_text_names_is_exported_in_the_order_in_which_it_does(base: Base, tmp_path: Path) -> None:
    exported(base, "jsonl", tmp_path / "out", passage="落实河长制，建设绿道。")
    assert ids(tmp_path / "out") == ["cchiefsy", "cgreenwa"]


def test_a_text_in_traditional_script_names_the_same(base: Base, tmp_path: Path) -> None:
    exported(base, "jsonl", tmp_path / "out", passage="落實河湖長制。")
    assert ids(tmp_path / "out") == ["cchiefsy"]


def test_a_text_that_names_nothing_gives_an_empty_file(base: Base, tmp_path: Path) -> None:
    report = exported(base, "prompt", tmp_path / "out", passage="")
    assert (report.concepts, report.not_selected) == (0, 5)


def test_a_prompt_says_of_a_passage_what_to_write_and_what_never(base: Base, tmp_path: Path) -> None:
    exported(base, "prompt", tmp_path / "out", passage="绿道")
    (line,) = [one for one in (tmp_path / "out").read_text("utf-8").splitlines() if one.startswith("- ")]
    assert line.startswith("- 绿道 / 綠色步道 → “greenway” [preferred]; ")
    assert "NOT “green road” [forbidden, write “greenway”]" in line


def test_a_part_of_whole_concepts_names_the_state_of_the_base(base: Base, tmp_path: Path) -> None:
    assert exported(base, "csv", tmp_path / "out", subject_fields=("water",)).snapshot


@pytest.mark.parametrize("asked", [{"statuses": (Status.PREFERRED,)}, {"one_rendering": True}])
def test_concepts_that_were_cut_name_no_state_so_that_nothing_is_taken_for_taken_out(
    base: Base, tmp_path: Path, asked: dict[str, object]
) -> None:
    assert exported(base, "csv", tmp_path / "out", **asked).snapshot == ""


def test_a_relation_that_leads_out_of_a_part_is_left_out_of_tbx_and_told(base: Base, tmp_path: Path) -> None:
    report = exported(base, "tbx", tmp_path / "out.tbx", subject_fields=("town planning",))
    (line,) = [one for one in report.left_out if one.what.startswith("relation")]
    assert (line.where, line.what) == ("cgreenwa", "relation related cchiefsy")
    assert report.snapshot == ""
    assert read_file(tmp_path / "out.tbx", "tbx").concepts[0].relations == ()


def test_the_base_as_text_is_never_a_part(base: Base, tmp_path: Path) -> None:
    export(base, "toml", tmp_path)
    with pytest.raises(InvalidInput, match="toml is the whole base, never a part of it"):
        exported(base, "toml", tmp_path / "exported.toml", subject_fields=("water",))


def test_a_mark_is_refused_where_a_program_would_stumble_over_it(base: Base, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="deepl leaves no choice about the byte order mark"):
        export_to_path(base, find_format("deepl"), tmp_path / "x", options=ExportOptions(bom=True))
    assert list(tmp_path.glob("x*")) == []


@pytest.mark.parametrize("codes", [{"source_lang": "en"}, {"target_lang": "zh-CN"}])
def test_codes_of_the_other_side_are_refused(base: Base, tmp_path: Path, codes: dict[str, str]) -> None:
    with pytest.raises(InvalidInput, match="`source_lang` is the code to write for Chinese"):
        export_to_path(base, find_format("tbx"), tmp_path / "x", options=ExportOptions(**codes))


def test_the_report_tells_what_a_rendering_lost_and_what_the_format_never_carries(
    base: Base, tmp_path: Path
) -> None:
    report = exported(base, "csv", tmp_path / "out", statuses=(Status.FORBIDDEN,))
    assert [line.what for line in report.left_out] == ["'green road': instead 'greenway'"]
    assert report.loses == find_format("csv").loses
