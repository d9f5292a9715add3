"""What tables for programs and machine translators hold."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from format_samples import GRID_WORKER, PLATFORM, exported_bytes, one
from openpyxl import load_workbook

from glossary.errors import InvalidInput
from glossary.formats.cells.workbook import LONGEST_CELL_CHARS, write_workbook
from glossary.formats.csv.guarding import guard, keep_apostrophe, unguard
from glossary.formats.declaration import ExportOptions, ExportReport
from glossary.formats.machine.targets import Limits, refuse_oversize
from glossary.formats.registry import find_format, tell_format
from glossary.model import Concept, Term


def text(name: str, *concepts: Concept, **options: str) -> str:
    return exported_bytes(find_format(name), concepts, **options).decode()


def report(name: str, *concepts: Concept) -> ExportReport:
    return find_format(name).write(concepts, BytesIO(), options=ExportOptions())


def cells(name: str, *concepts: Concept, **options: str) -> list[list[object]]:
    sheet = load_workbook(BytesIO(exported_bytes(find_format(name), concepts, **options))).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("cell", ["=1+1", "+a", "-a", "@a", "\ta", "'=a", "''+a", "plain", "'quoted'", ""])
@pytest.mark.parametrize("write", [guard, keep_apostrophe])
def test_guarding_a_cell_is_undone_exactly(cell: str, write: Callable[[str], str]) -> None:
    assert unguard(write(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_guarded_cell_begins_with_an_apostrophe(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize(
    ("as_saved", "name"),
    [
        (lambda text: text.encode("utf-8-sig"), "csv-excel"),
        (lambda text: text.encode(), "csv"),
        (lambda text: text.encode("gb18030"), "csv"),
        (lambda text: text.replace(",", ";").encode(), "csv"),
        (lambda text: text.replace(",", ";").encode("utf-8-sig"), "csv-excel"),
        (lambda text: text.replace(",", "\t").encode("utf-16"), "tsv"),
    ],
    ids=["UTF-8", "without its mark", "GB18030", "semicolons", "semicolons and mark", "Unicode text"],
)
def test_a_table_for_excel_says_the_same_however_excel_saved_it(
    as_saved: Callable[[str], bytes], name: str
) -> None:
    concepts = [one("=网格", "=1+1", "-grid", "'=quoted", "a 'plain' one")]
    saved = as_saved(text("csv-excel", *concepts).removeprefix("\ufeff"))
    assert tell_format(saved).name == name
    assert list(find_format(name).read_whole(BytesIO(saved)).concepts) == concepts


def test_a_table_for_excel_that_was_saved_as_a_workbook_says_the_same() -> None:
    concepts = [one("=网格", "=1+1", "-grid", "'=quoted", "a 'plain' one")]
    header, *rows = csv.reader(StringIO(text("csv-excel", *concepts).removeprefix("\ufeff")))
    write_workbook(out := BytesIO(), rows, header=header, widths=())
    out.seek(0)
    assert list(find_format("xlsx").read_whole(out).concepts) == concepts


def test_excel_gets_no_formula_and_programs_get_the_text() -> None:
    formula = one("网格", "=HYPERLINK(1)")
    assert ",'=HYPERLINK(1)," in text("csv-excel", formula)
    assert ",=HYPERLINK(1)," in text("csv", formula)


def test_a_workbook_keeps_formulas_numbers_and_addresses_as_text_below_a_header_that_stays() -> None:
    book = load_workbook(
        BytesIO(exported_bytes(find_format("xlsx"), [one("网格", "=1+1", "007", "http://x")]))
    )
    sheet = book.active
    assert [sheet.cell(row, 3).value for row in (2, 3, 4)] == ["=1+1", "007", "http://x"]
    assert {sheet.cell(row, 3).data_type for row in (2, 3, 4)} == {"s"}
    assert sheet.freeze_panes == "A2"


def test_a_cell_that_no_sheet_can_hold_is_refused() -> None:
    with pytest.raises(InvalidInput, match="export csv"):
        write_workbook(BytesIO(), [["x" * (LONGEST_CELL_CHARS + 1)]], header=["a"])


def test_trados_gets_synonyms_in_one_cell() -> None:
    header, row = cells("trados", PLATFORM)
    assert header[:2] == ["zh-CN", "en"]
    assert row[0] == "社会管理信息化平台|社管平台|社會管理信息化平台"
    assert row[1] == "social management information platform|SMI platform"


def test_a_bar_in_a_term_would_cut_it_and_is_told() -> None:
    (line,) = report("trados", one("网格|员", "grid", "worker")).left_out
    assert line.what == "term '网格|员'"


def test_memoq_gets_languages_by_its_names() -> None:
    head = text("memoq", GRID_WORKER, target_lang="en-US").splitlines()[0]
    assert head.startswith("Chinese (PRC),English (United States),Definition,")


def test_a_machine_gets_one_target_a_source_and_the_short_english_for_the_short_form() -> None:
    assert text("deepl", PLATFORM).splitlines() == [
        "社会管理信息化平台\tsocial management information platform",
        "社管平台\tSMI platform",
        "社會管理信息化平台\tsocial management information platform",
    ]


def test_of_two_meanings_the_one_without_a_scope_is_enforced_and_the_other_told() -> None:
    dozen = one("打", "dozen", identity="caaaaaac", scope="counting")
    hit = one("打", "hit")
    assert text("deepl", dozen, hit) == "打\thit\n"
    (line,) = report("deepl", dozen, hit).left_out
    assert (line.where, line.what) == ("caaaaaac", "rendering 'dozen' for '打'")
    assert "'hit' of caaaaaab is written" in line.why


def test_what_must_not_be_written_is_never_enforced() -> None:
    assert "attendant" not in text("amazon", GRID_WORKER) + text("google", GRID_WORKER)
    assert any("forbidden" in line.why for line in report("amazon", GRID_WORKER).left_out)


def test_a_term_that_is_not_translated_stands_for_itself() -> None:
    standard = Concept(id="caaaaaab", terms=(Term(text="GB 18030", do_not_translate=True),))
    assert text("deepl", standard) == "GB 18030\tGB 18030\n"


@pytest.mark.parametrize("refused", ["a\tb", "a\nb", "a\u2028b", "界" * 400])
def test_a_text_that_deepl_refuses_is_left_out_and_told(refused: str) -> None:
    concept = one("网格", refused)
    assert text("deepl", concept) == ""
    (line,) = report("deepl", concept).left_out
    assert "DeepL refuses" in line.why


def test_a_glossary_that_is_too_large_is_refused_with_what_to_do() -> None:
    with pytest.raises(InvalidInput, match="export a part, as with `subject_field` or `document`"):
        refuse_oversize(b"x" * 11, Limits(program="DeepL", most_bytes=10))


def test_amazon_and_azure_get_the_codes_that_they_know() -> None:
    assert text("amazon", GRID_WORKER, target_lang="en-US").splitlines()[0] == "zh,en"
    assert cells("azure", GRID_WORKER, source_lang="zh-Hans")[0] == ["zh-Hans", "en"]


def test_a_set_of_equivalent_terms_has_part_of_speech_and_description() -> None:
    rows = text("google-set", PLATFORM).splitlines()
    assert rows[0] == "zh-CN,en,pos,description"
    assert rows[1].startswith("社会管理信息化平台,social management information platform,noun,")


def test_weblate_gets_what_may_be_offered_and_tells_homographs_apart() -> None:
    rows = text("weblate", GRID_WORKER, one("网格员", "warden", identity="caaaaaac")).splitlines()
    assert rows[0].startswith("source,target,context,")
    assert [row.split(",")[:3] for row in rows[1:]] == [
        ["网格员", "grid worker", "cgridman / grid worker"],
        ["网格员", "warden", "caaaaaac / warden"],
    ]
