"""Tables from elsewhere: which column is what is told, or guessed from headers and content."""

from io import BytesIO

import pytest

from glossary.errors import InvalidInput, UnknownName
from glossary.formats.concepts import Addition, ImportedFile
from glossary.formats.csv import FORMAT
from glossary.formats.declaration import ImportOptions
from glossary.formats.registry import tell_format
from glossary.model import Status


def read(text: str, *columns: str) -> ImportedFile:
    return FORMAT.read_whole(BytesIO(text.encode()), options=ImportOptions(columns=columns))


def names(text: str) -> list[str]:
    pieces = FORMAT.read(BytesIO(text.encode()), options=ImportOptions())
    return [column.name for column in next(iter(pieces)).columns]


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("zh-CN,en-US", ["zh", "en"]),
        ("zh_hans,en", ["zh", "en"]),
        ("Chinese (PRC),English (United States),Definition", ["zh", "en", "definitions"]),
        ("中文,英文,备注", ["zh", "en", "note"]),
        ("zh,en,备注", ["zh", "en", "note"]),
        ("zh-CN,en-US,Definition,Subject", ["zh", "en", "definitions", "subject_field"]),
        ("英文术语,中文术语,领域,拼音", ["en", "zh", "subject_field", "reading"]),
        ("Simplified Chinese,English,POS,Comments", ["zh", "en", "part_of_speech", "note"]),
    ],
)
def test_headers_in_english_and_chinese_are_known(header: str, known: list[str]) -> None:
    row = ",".join("网格员" if name == "zh" else "grid worker" for name in known)
    assert names(f"{header}\n{row}\n") == known


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ("source,target\n网格员,grid worker\n", ["zh", "en"]),
        ("source,target\ngrid worker,网格员\n", ["en", "zh"]),
        ("术语,译文\n网格员,grid worker\n", ["zh", "en"]),
        ("1,grid worker,网格员\n2,greenway,绿道\n", ["", "en", "zh"]),
        ("网格员\tgrid worker\thttps://example.org\n", ["zh", "en", ""]),
        ("Nr,Term,中文\n1,grid worker,网格员\n", ["", "en", "zh"]),
    ],
)
def test_content_tells_what_headers_do_not(table: str, known: list[str]) -> None:
    assert names(table) == known


def test_a_table_without_a_header_loses_no_row() -> None:
    imported = read("网格员,grid worker\n绿道,greenway\n")
    assert [one.terms[0].text for one in imported.additions] == ["网格员", "绿道"]


@pytest.mark.parametrize("header", ["序号,中文名称,英文译名,备注", ",zh,en,note"])
def test_a_title_above_the_header_is_told_and_is_no_term(header: str) -> None:
    imported = read(f",城市术语表 2024,,\n\n{header}\n1,网格员,grid worker,in speech\n")
    assert (only(imported).terms[0].text, only(imported).note) == ("网格员", "in speech")
    assert ("line 1", "the title '城市术语表 2024'") in [(one.where, one.what) for one in imported.dropped]


def test_a_term_without_english_is_no_title() -> None:
    imported = read("网格员,\n绿道,greenway\n河长,river chief\n")
    assert [one.terms[0].text for one in imported.additions] == ["网格员", "绿道", "河长"]


def test_a_guess_is_said_to_be_one_and_our_own_columns_are_none() -> None:
    def is_guessed(text: str) -> bool:
        return next(iter(FORMAT.read(BytesIO(text.encode()), options=ImportOptions()))).is_guessed

    assert is_guessed("中文,英文\n网格员,grid worker\n")
    assert not is_guessed("zh,en\n网格员,grid worker\n")


def test_columns_that_are_told_count_more_than_the_header() -> None:
    imported = read("中文,英文,旧译\n网格员,grid worker,grid attendant\n", "zh", "", "en")
    assert [one.text for one in only(imported).renderings] == ["grid attendant"]


def test_columns_may_be_told_of_a_table_without_a_header() -> None:
    imported = read("网格员,grid worker,in Hainan\n", "zh", "en", "note")
    assert only(imported).note == "in Hainan"


def test_an_unknown_column_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UnknownName, match="there is no column 'term'; known: basis, "):
        read("a,b\n", "zh", "term")


def test_a_column_told_twice_is_refused() -> None:
    with pytest.raises(InvalidInput, match="named twice in zh,en,note,note"):
        read("a,b,c,d\n", "zh", "en", "note", "note")


def test_a_table_in_one_language_is_refused_with_what_to_do() -> None:
    with pytest.raises(InvalidInput, match=r"no column en; .* `columns` zh,en,note names the columns"):
        read("术语,备注\n网格员,人\n")


def test_several_terms_in_a_cell_are_terms_of_their_own() -> None:
    addition = only(read("中文,英文\n网格员|网格管理员,grid worker|grid officer\n"))
    assert [term.text for term in addition.terms] == ["网格员", "网格管理员"]
    assert [one.text for one in addition.renderings] == ["grid worker", "grid officer"]


def test_a_reading_a_word_class_and_a_definition_are_kept() -> None:
    table = "中文,英文,拼音,词性,定义\n网格员,grid worker,wǎng gé yuán,noun,a | b = c\n"
    addition = only(read(table))
    assert (addition.terms[0].reading, addition.renderings[0].part_of_speech) == ("wǎng gé yuán", "noun")
    assert addition.definitions[0].text == "a | b = c"


@pytest.mark.parametrize(("word", "status"), [("Approved", Status.PREFERRED), ("禁用", Status.FORBIDDEN)])
def test_a_status_in_other_words_is_understood(word: str, status: Status) -> None:
    assert only(read(f"中文,英文,状态\n网格员,grid worker,{word}\n")).renderings[0].status is status


def test_a_column_that_is_not_read_is_told() -> None:
    (line,) = read("中文,英文,Owner\n网格员,grid worker,me\n").dropped
    assert (line.where, line.what) == ("line 1", "column 'Owner'")


def test_a_day_as_excel_counts_it_is_a_date() -> None:
    addition = only(read("zh,en,publisher,tier,date\n网格员,grid worker,Xinhua,media,44137\n"))
    assert addition.renderings[0].evidence[0].date == "2020-11-02"


def test_a_table_of_many_pieces_is_read_whole() -> None:
    rows = "".join(f"术语{number},term {number},{'x' * 200}\n" for number in range(2_000))
    imported = read(f"zh,en,note\n{rows}")
    assert len(imported.additions) == 2_000
    assert imported.dropped == ()


def test_a_line_without_an_end_is_refused() -> None:
    with pytest.raises(InvalidInput, match="line 2: it has more than 4,000,000 characters"):
        read("zh,en\n" + "x" * 5_000_000)


@pytest.mark.parametrize("header", ["术语,译文,备注", "source,target", "term,translation"])
def test_a_table_that_names_two_sides_is_told_by_content(header: str) -> None:
    assert tell_format(f"{header}\n网格员,grid worker\n".encode()) is FORMAT
