"""Tables as other programs and other people write them."""

import zipfile
from io import BytesIO

import pytest
from format_samples import exported_bytes

from glossary.errors import InvalidInput
from glossary.formats.concepts import Addition, ImportedFile
from glossary.formats.csv import FORMAT as CSV
from glossary.formats.declaration import Format
from glossary.formats.registry import recognise
from glossary.formats.tsv import FORMAT as TSV
from glossary.model import Concept, Definition, Status, Term


def read(text: str, *, format_: Format = CSV) -> ImportedFile:
    return format_.read_whole(BytesIO(text.encode()))


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


def told(imported: ImportedFile) -> list[tuple[str, str]]:
    return [(line.where, line.what) for line in imported.dropped]


def terms(addition: Addition) -> list[tuple[str, str]]:
    return [(one.text, one.language) for one in addition.terms]


@pytest.mark.parametrize("header", ["id,zh,en", "ID,中文,English", "Id,Term,Translation (zh-CN)"])
def test_ids_of_another_program_are_told_once_and_every_row_is_read(header: str) -> None:
    row = "7,grid,网格" if "Term" in header else "7,网格,grid"
    imported = read(f"{header}\n{row}\n")
    assert terms(only(imported)) == [("网格", "zh-Hans")]
    assert told(imported) == [("line 1", f"column {header.split(',')[0]!r}")]


def test_what_memoq_writes_is_read_by_its_columns() -> None:
    text = (
        "Entry_ID;Entry_Subject;Entry_Note;Chinese_PRC_Def;Chinese_PRC;Term_Info;English_United_States_Def;"
        "English_United_States;Term_Info;English_United_States;Term_Info\n"
        "0;law;by a clerk;城市的一部分;网格;x;part of a town;grid;x;cell;x\n"
    )
    addition = only(read(text))
    assert terms(addition) == [("网格", "zh-Hans")]
    assert [one.text for one in addition.renderings] == ["grid", "cell"]
    assert [one.text for one in addition.definitions] == ["城市的一部分", "part of a town"]
    assert (addition.subject_field, addition.note) == ("law", "by a clerk")


def test_an_entry_of_memoq_without_a_synonym_is_one_rendering() -> None:
    text = "Chinese_PRC,English_United_States,English_United_States\n网格,grid,\n绿道,,greenway\n河长,,\n"
    found = [[one.text for one in addition.renderings] for addition in read(text).additions]
    assert found == [["grid"], ["greenway"], []]


@pytest.mark.parametrize(
    "header", ["zh-TW", "zh_Hant", "Chinese (Taiwan)", "繁體中文", "Traditional Chinese"]
)
def test_terms_under_a_header_of_traditional_chinese_are_so(header: str) -> None:
    addition = only(read(f"{header},en\n網格|格子,grid\n"))
    assert terms(addition) == [("網格", "zh-Hant"), ("格子", "zh-Hant")]


@pytest.mark.parametrize("header", ["zh-TW,en,zh-CN", "zh-Hant,English,zh", "Taiwan,english,China"])
def test_a_table_in_both_scripts_has_both_terms(header: str) -> None:
    imported = read(f"{header}\n函式庫,library,库\n演算法,algorithm,算法\n")
    found = [terms(one) for one in imported.additions]
    if "Taiwan" in header:
        assert [one[0] for one in found] == [("函式庫", "zh-Hant"), ("演算法", "zh-Hant")]
    else:
        assert found[0] == [("库", "zh-Hans"), ("函式庫", "zh-Hant")]


def test_traditional_spellings_may_stand_in_a_column_beside_both_sides() -> None:
    assert terms(only(read("简体,繁体,英文\n网格,網格,grid\n"))) == [("网格", "zh-Hans"), ("網格", "zh-Hant")]


def test_a_header_over_two_lines_is_read_by_the_lower_one() -> None:
    imported = read("词,,译\n简体,繁体,英文\n网格,網格,grid\n")
    assert terms(only(imported)) == [("网格", "zh-Hans"), ("網格", "zh-Hant")]
    assert told(imported) == [("line 1", "the title '词 译'")]


def test_what_memoq_says_of_plain_english_is_a_definition() -> None:
    imported = read("Chinese_PRC,Chinese_PRC_Def,English,English_Def\n网格,一块地,grid,a piece of land\n")
    assert [one.text for one in only(imported).definitions] == ["一块地", "a piece of land"]


def test_what_nobody_sees_is_no_part_of_a_term() -> None:
    addition = only(read("中文,英文\n\ufeff网\u200b格,a  grid\u00a0\n"))
    assert [one.text for one in (*addition.terms, *addition.renderings)] == ["网格", "a grid"]


def test_what_follows_a_pair_in_a_table_without_a_header_is_a_remark() -> None:
    imported = read("grid,网格,in towns,9\ncell,格子,,8\n")
    assert [one.renderings[0].note for one in imported.additions] == ["in towns", ""]
    assert told(imported) == [("column 4", "such as '9'")]


def test_the_languages_that_deepl_writes_in_each_row_are_no_header() -> None:
    imported = read("网格,grid,zh,en\n格子,cell,zh,en\n")
    assert [one.renderings[0].text for one in imported.additions] == ["grid", "cell"]
    assert told(imported) == []


def test_a_language_that_is_not_ours_in_each_row_is_told() -> None:
    assert told(read("网格,grid,zh,de\n格子,cell,zh,de\n")) == [("column 4", "such as 'de'")]


def test_nothing_is_told_of_a_column_in_which_nothing_stands() -> None:
    assert told(read("中文术语,英文译法,备注\n网格,grid\n")) == []


def test_a_table_of_four_bytes_a_character_is_read() -> None:
    imported = CSV.read_whole(BytesIO("中文,English\n网格,grid\n".encode("utf-32")))
    assert only(imported).renderings[0].text == "grid"


def test_a_row_that_cannot_be_used_is_told_in_its_own_words() -> None:
    assert told(read("grid,网格\n## Colours,\n")) == [("line 2", "the row '## Colours'")]


def test_a_mark_for_forbidden_terms_is_heeded() -> None:
    text = "term,zh_CN,forbidden,casesensitive\ngrid,网格,no,yes\ncell,格子,yes,no\n"
    grid, cell = (one.renderings[0] for one in read(text).additions)
    assert (grid.status, grid.case_sensitive) == (Status.ADMITTED, True)
    assert (cell.status, cell.case_sensitive) == (Status.FORBIDDEN, False)


def test_quotation_marks_between_tabs_may_quote_nothing() -> None:
    imported = read('English\tChinese\n"grid" theory\t“格”论\n"a ""b"""\t甲\n', format_=TSV)
    assert [one.renderings[0].text for one in imported.additions] == ['"grid" theory', 'a "b"']


def test_a_quotation_mark_that_never_closes_is_told_all_the_same() -> None:
    assert len(read('English\tChinese\ngrid 5"\t网格\n"a"\t甲\n', format_=TSV).additions) == 2


LEARNED = "爱\tài\tto love\n杯子\tbēizi\tcup\n北京\tBěijīng\tBeijing\n"


@pytest.mark.parametrize("text", [LEARNED, LEARNED.replace("ài", "ai4").replace("bēizi", "bei1 zi5")])
def test_pinyin_is_how_a_term_is_read_and_no_english(text: str) -> None:
    format_ = recognise(text.encode())
    assert format_ is TSV
    first, second, _ = read(text, format_=TSV).additions
    assert [one.text for one in first.renderings] == ["to love"]
    assert second.terms[0].reading in ("bēizi", "bei1 zi5")
    assert [one.text for one in second.renderings] == ["cup"]


def test_names_of_places_are_english_though_they_are_pinyin_without_tones() -> None:
    additions = read("海口,Haikou\n三亚,Sanya\n").additions
    assert [one.renderings[0].text for one in additions] == ["Haikou", "Sanya"]


def test_notes_of_anki_say_which_columns_are_no_fields() -> None:
    orders = "#separator:tab\n#html:false\n#guid column:1\n#notetype column:2\n#deck column:3\n"
    note = "{}\tBasic\tWords\t{}\t{}\n"
    text = orders + note.format("kY2", "网格", "grid") + note.format("kY3", "绿道", "greenway")
    assert recognise(text.encode()) is TSV
    imported = read(text, format_=TSV)
    assert [(one.terms[0].text, one.renderings[0].text) for one in imported.additions] == [
        ("网格", "grid"),
        ("绿道", "greenway"),
    ]


MEMORY = "%20261122~120000\t%User ID,TR\t%TU=00000001\t%ZH-CN\t%Wordfast TM v.5.51w9/00\t%EN-01\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_memory_of_wordfast_is_no_glossary_and_may_be_saved_as_tmx(encoding: str) -> None:
    data = (MEMORY + "20261122~120001\tTR\t0\tZH-CN\t网格\tEN-01\tgrid\n").encode(encoding)
    format_ = recognise(data)
    assert format_ is not None
    with pytest.raises(InvalidInput, match="translation memory of Wordfast; save it as TMX"):
        format_.read_whole(BytesIO(data))


def test_a_document_of_word_is_no_workbook() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    format_ = recognise(out.getvalue())
    assert format_ is not None
    with pytest.raises(InvalidInput, match="a document of Word, and no workbook"):
        format_.read_whole(BytesIO(out.getvalue()))


def test_a_quotation_mark_on_a_line_of_its_own_in_a_cell_is_none_that_quotes_nothing() -> None:
    first, second = Definition(text="0", language="zh"), Definition(text='"', language="zh")
    ours = Concept(id="caaaaaab", terms=(Term(text="网格"),), definitions=(first, second))
    data = exported_bytes(TSV, [ours])
    assert TSV.read_whole(BytesIO(data)).concepts == (ours,)
