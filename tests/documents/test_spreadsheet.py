"""Excel files as openpyxl writes them, and what other programs write."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from glossary.documents import parse_document
from glossary.documents.spreadsheet import read_spreadsheet
from glossary.errors import InvalidInput
from glossary.files.archive import Archive

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def lines(book: Workbook) -> list[str]:
    out = io.BytesIO()
    book.save(out)
    document = parse_document(out.getvalue(), ["a.xlsx"])
    assert (document.kind, document.offsets) == ("xlsx", "extracted")
    return document.text.splitlines()


def relations(*targets: tuple[str, str]) -> str:
    arrows = (
        f'<Relationship Id="r{at}" Type="{TYPES}/{purpose}" Target="{target}"/>'
        for at, (purpose, target) in enumerate(targets)
    )
    return f"<Relationships>{''.join(arrows)}</Relationships>"


def pack(sheet: str, strings: str = "") -> bytes:
    """A workbook of one sheet, written by hand."""
    sheets = f'<sheets xmlns:r="{TYPES}"><sheet name="s" r:id="r0"/></sheets>'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "/xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook {MAIN}>{sheets}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/1.xml": f"<worksheet {MAIN}><sheetData><row>{sheet}</row></sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
    }
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def test_cells_with_text_are_lines_row_by_row_and_sheet_by_sheet() -> None:
    book = Workbook()
    book.active.append(["街道", "网格"])
    book.active.append(["东湖", "西山"])
    book.create_sheet("二").append(["第二张"])
    assert lines(book) == ["街道", "网格", "东湖", "西山", "第二张"]


def test_numbers_dates_truth_values_and_formulae_are_left_out() -> None:
    book = Workbook()
    book.active.append(["文字", 12, 3.5, date(2022, 5, 6), True, "=A1&A1"])
    assert lines(book) == ["文字"]


def test_a_cell_of_several_lines_is_several_lines() -> None:
    book = Workbook()
    book.active.append(["甲\n乙"])
    assert lines(book) == ["甲", "乙"]


def test_hidden_sheets_are_left_out() -> None:
    book = Workbook()
    book.active.append(["看得见"])
    hidden = book.create_sheet("暗")
    hidden.append(["看不见"])
    hidden.sheet_state = "veryHidden"
    assert lines(book) == ["看得见"]


def test_the_result_of_a_formula_is_read_where_it_is_text() -> None:
    data = pack('<c t="str"><f>A1</f><v>结果</v></c><c><f>1+1</f><v>2</v></c>')
    assert read_spreadsheet(Archive(data)).text == "结果"


def test_texts_in_the_cell_and_in_several_runs_are_read_without_their_readings() -> None:
    cells = '<c t="inlineStr"><is><t>单元格</t></is></c><c t="s"><v>0</v></c><c t="s"><v>9</v></c>'
    strings = "<si><r><t>网</t></r><r><t>格</t></r><rPh><t>グリッド</t></rPh></si>"
    assert read_spreadsheet(Archive(pack(cells, strings))).text.splitlines() == ["单元格", "网格"]


def test_a_sheet_that_breaks_off_is_damaged() -> None:
    with pytest.raises(InvalidInput, match="no well-formed XML"):
        read_spreadsheet(Archive(pack("<c>")))
