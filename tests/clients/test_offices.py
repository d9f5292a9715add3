"""LibreOffice, pandoc and Chromium: tables and pages as people open them."""

import csv
from pathlib import Path

import pytest

from glossary.formats.concepts import ImportedFile
from glossary.formats.registry import tell_format

from .conftest import require, run
from .samples import CONCEPTS, export

SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
"""Commas, quotation marks, UTF-8; cells as they are shown."""
AS_UTF_8 = "--infilter=CSV:44,34,76"
"""What a person confirms in the dialogue that opens CSV."""


def save_by_libreoffice(source: Path, folder: Path, kind: str) -> Path:
    """The file that LibreOffice makes of a table."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    asked = [AS_UTF_8] if source.suffix == ".csv" else []
    target = ["--convert-to", kind, "--outdir", folder / "saved"]
    run(require("soffice"), profile, "--headless", *asked, *target, source)
    (saved,) = (folder / "saved").iterdir()
    return saved


def through_libreoffice(source: Path, folder: Path) -> list[list[str]]:
    """What LibreOffice shows of a table, cell by cell."""
    shown = save_by_libreoffice(source, folder, SHOWN)
    with shown.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize(
    ("name", "ending"), [("xlsx", "xlsx"), ("csv-excel", "csv"), ("trados", "xlsx"), ("azure", "xlsx")]
)
def test_libreoffice_shows_chinese_and_runs_no_formula(name: str, ending: str, tmp_path: Path) -> None:
    rows = through_libreoffice(export(name, tmp_path / f"terms.{ending}"), tmp_path)
    cells = {cell for row in rows for cell in row}
    written = '=Yoshinoya, "the" house'
    assert any("网格员" in cell for cell in cells)
    assert "𠮷野家" in cells
    assert written in cells or f"'{written}" in cells


def test_libreoffice_shows_the_chinese_of_the_plain_table(tmp_path: Path) -> None:
    rows = through_libreoffice(export("csv", tmp_path / "terms.csv"), tmp_path)
    assert {"网格员", "𠮷野家", "打"} <= {cell for row in rows for cell in row}


def test_a_table_that_libreoffice_made_a_workbook_and_a_table_again_says_what_we_wrote(
    tmp_path: Path,
) -> None:
    workbook = save_by_libreoffice(export("csv-excel", tmp_path / "terms.csv"), tmp_path, "xlsx")
    assert {one.id: one for one in read(workbook).concepts} == {one.id: one for one in CONCEPTS}
    (folder := tmp_path / "again").mkdir()
    table = save_by_libreoffice(workbook, folder, SHOWN)
    assert {one.id: one for one in read(table).concepts} == {one.id: one for one in CONCEPTS}


def read(path: Path) -> ImportedFile:
    with path.open("rb") as source:
        return tell_format(path).read_whole(source)


def test_a_workbook_that_libreoffice_saved_says_what_we_wrote(tmp_path: Path) -> None:
    saved = save_by_libreoffice(export("xlsx", tmp_path / "terms.xlsx"), tmp_path, "xlsx")
    with saved.open("rb") as source:
        imported = tell_format(saved).read_whole(source)
    assert imported.dropped == ()
    assert {one.id: one for one in imported.concepts} == {one.id: one for one in CONCEPTS}


def test_pandoc_reads_the_glossary_to_print(tmp_path: Path) -> None:
    for name, kind in (("html", "html"), ("markdown", "commonmark_x")):
        text = run(require("pandoc"), "-f", f"{kind}-smart", "-t", "plain", export(name, tmp_path / name))
        assert "网格员" in text
        assert "grid worker" in text
        assert "Xinhua" in text
        assert '=Yoshinoya, "the" house' in text


def test_chromium_prints_the_glossary(tmp_path: Path) -> None:
    page = export("html", tmp_path / "glossary.html")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    run(require("chromium"), *flags, f"--print-to-pdf={tmp_path / 'out.pdf'}", page.as_uri())
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "网格员" in text
    assert "grid worker" in text
