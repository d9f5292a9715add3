"""Archives that mean harm: bombs, names that lead out, members that are not what they promise."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from glossary.errors import InvalidInput
from glossary.formats.registry import find_format
from hostile.good_files import good_file

XLSX = find_format("xlsx")
SHEET = "xl/worksheets/sheet1.xml"
BOMB_BYTES = 20 << 20


def repacked(changes: dict[str, bytes]) -> bytes:
    """A good workbook in which some members are others, or new."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(good_file(XLSX))) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in changes:
                target.writestr(name, source.read(name))
        for name, data in changes.items():
            target.writestr(name, data)
    return out.getvalue()


def read(data: bytes) -> object:
    return XLSX.read_whole(io.BytesIO(data))


def test_a_bomb_is_refused() -> None:
    with pytest.raises(InvalidInput, match="as only a zip bomb does"):
        read(repacked({SHEET: b"<worksheet>" + b" " * BOMB_BYTES}))


def test_names_that_lead_out_are_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    monkeypatch.chdir(folder)
    read(repacked({"../evil.txt": b"evil", "/evil.txt": b"evil", "xl/../../evil.xml": b"<a/>"}))
    assert [*tmp_path.rglob("evil*")] == []


def test_a_member_that_is_missing_is_named() -> None:
    with pytest.raises(InvalidInput, match="main part is missing"):
        read(repacked({"_rels/.rels": b"<Relationships/>"}))


def test_an_entity_in_a_sheet_is_refused() -> None:
    with pytest.raises(InvalidInput, match="the entity 'x'"):
        read(repacked({SHEET: b'<!DOCTYPE a [<!ENTITY x "y">]><worksheet>&x;</worksheet>'}))


def rows(*cells: str) -> bytes:
    head = '<c r="A1" t="inlineStr"><is><t>zh</t></is></c><c r="B1" t="inlineStr"><is><t>en</t></is></c>'
    return (
        f"<worksheet><sheetData><row>{head}</row><row>{''.join(cells)}</row></sheetData></worksheet>".encode()
    )


def test_what_looks_like_a_formula_stays_text() -> None:
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    data = repacked({SHEET: rows(cell.format("A2", "=cmd()"), cell.format("B2", "=HYPERLINK()"))})
    (addition,) = XLSX.read_whole(io.BytesIO(data)).additions
    assert (addition.terms[0].text, addition.renderings[0].text) == ("=cmd()", "=HYPERLINK()")


def test_a_formula_is_not_worked_out_and_its_fault_is_told_by_cell() -> None:
    cells = (
        '<c r="A2" t="str"><f>"网"&amp;"格"</f><v>网格</v></c>',
        '<c r="B2" t="e"><f>cmd|\'/c calc\'!A0</f><v>#REF!</v></c>',
    )
    imported = XLSX.read_whole(io.BytesIO(repacked({SHEET: rows(*cells)})))
    assert [one.terms[0].text for one in imported.additions] == ["网格"]
    assert ["cell B2" in line.where for line in imported.dropped] == [True]


def test_a_cell_far_out_is_refused() -> None:
    with pytest.raises(InvalidInput, match="more than 16,384 cells"):
        read(repacked({SHEET: rows('<c r="ZZZ2" t="str"><v>x</v></c>')}))
