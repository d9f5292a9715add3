"""The curator's spreadsheet: what a person may do to it, and what is said of what cannot be kept."""

from io import BytesIO

import pytest
from format_samples import CASES, GRID_WORKER, PLATFORM, exported_bytes

from glossary.errors import InvalidInput
from glossary.formats.concepts import Addition, Dropped, ImportedFile
from glossary.formats.csv import FORMAT
from glossary.model import Basis, Definition, Evidence, Rendering, Status, Term, TermType, Tier


def read(text: str | bytes) -> ImportedFile:
    return FORMAT.read_whole(BytesIO(text if isinstance(text, bytes) else text.encode()))


def lines(text: bytes) -> list[str]:
    return text.decode().splitlines()


def dropped_at(imported: ImportedFile) -> list[tuple[str, str]]:
    return [(line.where, line.what) for line in imported.dropped]


def test_a_rendering_with_three_facts_takes_three_rows() -> None:
    table = lines(exported_bytes(FORMAT, [PLATFORM]))

    assert sum("social management information platform,preferred" in line for line in table) == 1
    assert (
        sum("c7k2m4qa,社会管理信息化平台,social management information platform" in line for line in table)
        == 3
    )


def test_a_concept_without_rendering_takes_one_row() -> None:
    table = lines(exported_bytes(FORMAT, CASES["no rendering"]))

    assert table[1].startswith("caaaaaab,综治中心,,")
    assert len(table) == 2


def test_a_cell_that_looks_like_a_formula_is_written_as_it_is() -> None:
    table = lines(exported_bytes(FORMAT, CASES["a formula and a comment mark"]))

    assert table[1].startswith("caaaaaab,=网格,=1+1,")


def test_a_row_of_chinese_and_english_alone_is_an_addition() -> None:
    imported = read("id,zh,en\n,网格员,grid worker\n")

    assert imported.concepts == ()
    assert imported.additions == (
        Addition(where="line 2", terms=(Term(text="网格员"),), renderings=(Rendering(text="grid worker"),)),
    )


def test_additions_of_one_term_stand_together() -> None:
    imported = read("zh,en\n网格员,grid worker\n综治中心,\n网格员,grid officer\n")

    assert sorted(len(addition.renderings) for addition in imported.additions) == [0, 2]


def test_additions_of_one_term_in_two_scopes_stand_apart() -> None:
    imported = read("zh,en,scope\n一号工程,No. 1 project,Hainan\n一号工程,Project One,Nanning\n")

    assert [addition.scope for addition in imported.additions] == ["Hainan", "Nanning"]


def test_an_addition_becomes_a_concept_under_an_id() -> None:
    addition = read("zh,en\n网格员,grid worker\n").additions[0]

    assert addition.concept_with("c7k2m4qa").head.text == "网格员"


def test_rows_of_one_concept_need_not_be_neighbours() -> None:
    imported = read(
        "id,zh,en,publisher,tier\n"
        "cgridman,网格员,grid worker,Xinhua,media\n"
        "c7k2m4qa,社管平台,platform,,\n"
        "cgridman,网格员,grid officer,,\n"
        "cgridman,网格员,grid worker,CGTN,media\n"
    )

    platform, grid_worker = imported.concepts  # each where its last row stands
    worker, officer = grid_worker.renderings
    assert (platform.id, grid_worker.id) == ("c7k2m4qa", "cgridman")
    assert [fact.publisher for fact in worker.evidence] == ["Xinhua", "CGTN"]
    assert officer.text == "grid officer"
    assert imported.dropped == ()


def test_a_table_longer_than_what_is_read_at_a_time_is_whole() -> None:
    texts = [f"网格{number}号" for number in range(1_000)]
    imported = read("zh,en\n" + "".join(f"{text},grid {n}\n" for n, text in enumerate(texts)))

    assert [one.terms[0].text for one in imported.additions] == texts
    assert imported.dropped == ()


def test_a_repeated_row_is_dropped_with_its_line() -> None:
    imported = read("id,zh,en,tier,publisher\n" + "cgridman,网格员,grid worker,media,Xinhua\n" * 2)

    assert dropped_at(imported) == [("line 3", "the row")]
    assert len(imported.concepts[0].renderings[0].evidence) == 1


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("status", "recommended", "there is no status 'recommended'"),
        ("tier", "gossip", "there is no tier 'gossip'"),
        ("date", "last year", "'last year' is no date"),
        ("date", "2023-02-30", "the calendar has no such day"),
        ("url", "javascript:alert(1)", "is no web address"),
        ("language", "english!", "'english!' is no language tag"),
        ("relations", "has-member 12", "names no concept"),
        ("other_zh", "社管平台 | kind=short", "there is no term detail 'kind'"),
        ("definitions", "text | source", "is no detail"),
        ("note", "a\x00b", "control character"),
    ],
)
def test_a_row_with_a_bad_value_is_dropped_and_the_rest_is_read(column: str, value: str, reason: str) -> None:
    imported = read(f"id,zh,en,{column}\ncgridman,网格员,grid worker,{value}\nc7k2m4qa,社管平台,platform,\n")

    assert [concept.id for concept in imported.concepts] == ["c7k2m4qa"]
    assert [(line.where, line.what) for line in imported.dropped] == [("line 2", "the row")]
    assert reason in imported.dropped[0].why


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("12,网格员,grid worker", "'12' is no concept id; leave the cell empty"),
        (",,grid worker", "neither an id nor a Chinese term"),
    ],
)
def test_a_row_that_names_no_concept_is_dropped(row: str, reason: str) -> None:
    imported = read(f"id,zh,en\nc7k2m4qa,绿道,greenway\n{row}\n")

    assert ([one.id for one in imported.concepts], imported.additions) == (["c7k2m4qa"], ())
    assert reason in imported.dropped[0].why


def test_a_bad_status_does_not_let_the_renderings_other_rows_in_as_admitted() -> None:
    imported = read(
        "id,zh,en,status,publisher,tier\n"
        "cgridman,网格员,grid attendant,forbiden,Xinhua,media\n"
        "cgridman,网格员,grid attendant,,CGTN,media\n"
    )

    assert imported.concepts == ()
    assert [line.where for line in imported.dropped] == ["line 2", "line 3"]


@pytest.mark.parametrize("bad", ["recommended,2020", "preferred,2/3/2020", "preferred,Jan-26"])
def test_a_row_dropped_with_what_its_concept_says_once_takes_the_concepts_other_rows_along(bad: str) -> None:
    imported = read(
        "id,zh,en,status,date,zh_details,publisher,tier\n"
        "cgridman,网格员,grid worker,preferred,2020,,Xinhua,media\n"
        f"cgridman,网格员,grid officer,{bad},status=preferred,Xinhua,media\n"
        "c7k2m4qa,社管平台,platform,preferred,2020,,Xinhua,media\n"
    )

    assert [concept.id for concept in imported.concepts] == ["c7k2m4qa"]
    assert dropped_at(imported) == [("line 3", "the row"), ("line 2", "the row")]
    assert imported.dropped[1].why.startswith("line 3 of the same concept was dropped; mend that row")


def test_statuses_types_and_tiers_may_be_in_any_case() -> None:
    imported = read(
        "zh,en,status,term_type,publisher,tier,basis\n"
        "网格员,grid worker,Preferred,Short-Form,Xinhua,MEDIA,Bilingual\n"
    )

    (rendering,) = imported.additions[0].renderings
    assert (rendering.status, rendering.term_type) == (Status.PREFERRED, TermType.SHORT_FORM)
    assert rendering.evidence == (Evidence(publisher="Xinhua", tier=Tier.MEDIA, basis=Basis.BILINGUAL),)
    assert imported.dropped == ()


def test_a_bad_date_costs_its_own_row_alone() -> None:
    imported = read(
        "id,zh,en,status,publisher,tier,date\n"
        "cgridman,网格员,grid worker,preferred,Xinhua,media,2020\n"
        "cgridman,网格员,grid worker,,CGTN,media,yesterday\n"
    )

    assert [fact.publisher for fact in imported.concepts[0].renderings[0].evidence] == ["Xinhua"]
    assert [line.where for line in imported.dropped] == ["line 3"]


def test_two_rows_that_disagree_leave_the_first_word_standing() -> None:
    imported = read("id,zh,en,note\ncgridman,网格员,grid worker,one\ncgridman,网格员,grid officer,two\n")

    assert imported.concepts[0].note == "one"
    assert imported.dropped == (
        Dropped(where="line 3", what="note 'two'", why="line 2 says otherwise, and is kept"),
    )


def test_instead_of_a_rendering_that_is_not_there_is_dropped_alone() -> None:
    imported = read("id,zh,en,status,instead\ncgridman,网格员,grid man,deprecated,grid worker\n")

    assert imported.concepts[0].renderings == (Rendering(text="grid man", status=Status.DEPRECATED),)
    assert "no other rendering" in imported.dropped[0].why


def test_a_missing_required_column_is_named_with_those_that_exist() -> None:
    with pytest.raises(InvalidInput, match=r"no column en; its first line names: id, zh, definition"):
        read("id,zh,definition\n,网格员,grid worker\n")


def test_an_empty_file_has_no_columns() -> None:
    with pytest.raises(InvalidInput, match="no column zh and no column en; its first line names: none"):
        read("")


def test_the_language_of_a_rendering_is_said_in_its_column_alone() -> None:
    imported = read("zh,en,language,en_details\n网格员,grid worker,en-GB,\n综治,centre,,language=en-GB\n")

    assert imported.additions[0].renderings[0].language == "en-GB"
    assert "there is no rendering detail 'language'" in imported.dropped[0].why


def test_an_unknown_column_is_dropped_by_name() -> None:
    imported = read("zh,en,Owner\n网格员,grid worker,Li\n")

    assert dropped_at(imported) == [("line 1", "column 'Owner'")]
    assert len(imported.additions) == 1


def test_a_cell_beyond_the_header_is_dropped() -> None:
    assert dropped_at(read("zh,en\n网格员,grid worker,more\n")) == [("line 2", "cell 'more'")]


@pytest.mark.parametrize("header", ["zh", "zh-CN", "zh-Hans", "ZH", " zh "])
def test_the_chinese_column_may_be_named_by_its_code(header: str) -> None:
    assert read(f"{header},en-US\n网格员,grid worker\n").additions[0].terms[0].text == "网格员"


def test_columns_that_are_absent_are_told_so_that_an_import_leaves_their_fields() -> None:
    absent = read("id,zh,en,status,note\ncgridman,网格员,grid worker,,\n").absent

    assert {"definitions", "evidence.url", "rendering.note"} <= set(absent)
    assert not {"note", "rendering.status"} & set(absent)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_what_a_spreadsheet_saves_is_read(encoding: str) -> None:
    assert read("zh,en\n网格员,grid worker\n".encode(encoding)).additions[0].terms[0].text == "网格员"


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_a_table_may_have_other_delimiters(delimiter: str) -> None:
    assert len(read(f"zh{delimiter}en\n网格员{delimiter}grid worker\n").additions) == 1


def test_line_breaks_of_windows_are_read() -> None:
    imported = read('zh,en,note\r\n网格员,grid worker,"one\r\ntwo"\r\n')

    assert imported.additions[0].note == "one\ntwo"


def test_a_line_number_counts_the_lines_of_the_file_not_the_rows() -> None:
    imported = read('id,zh,en,note\n,网格员,a,"one\ntwo"\n,,b,\n')

    assert imported.dropped[0].where == "line 4"


def test_a_quotation_mark_that_never_closes_is_refused_by_line() -> None:
    with pytest.raises(InvalidInput, match="line 3: a quotation mark opens here and never closes"):
        read('zh,en\n网格员,grid worker\n综治,"centre\n平台,platform\n')


def test_bytes_in_no_known_encoding_are_refused_by_line() -> None:
    with pytest.raises(InvalidInput, match="line 2: the bytes are neither UTF-8"):
        read(b"zh,en\n\xff\xff\xff,x\n")


def test_a_date_that_a_spreadsheet_respelled_is_understood() -> None:
    imported = read("zh,en,date,publisher,tier\n网格员,grid worker,2020/11/2,Xinhua,media\n")

    assert imported.additions[0].renderings[0].evidence[0].date == "2020-11-02"


def test_a_publisher_without_a_tier_is_kept_and_said_to_prove_nothing() -> None:
    imported = read("zh,en,publisher\n网格员,grid worker,Xinhua\n")

    assert imported.additions[0].renderings[0].evidence == (Evidence(publisher="Xinhua", tier=Tier.COMPOSED),)
    assert "read as composed" in imported.dropped[0].why


def test_a_definition_typed_without_its_language_is_told_by_its_script() -> None:
    imported = read('zh,en,definitions\n网格员,grid worker,"管网格的人\nwho minds a grid | source=Xinhua"\n')

    assert imported.additions[0].definitions == (
        Definition(text="管网格的人", language="zh"),
        Definition(text="who minds a grid", language="en", source="Xinhua"),
    )


def test_other_chinese_terms_may_be_typed_one_a_line() -> None:
    imported = read('zh,en,other_zh\n社会管理信息化平台,platform,"社管平台 | term_type=short-form\n平台"\n')

    assert [term.text for term in imported.additions[0].terms] == ["社会管理信息化平台", "社管平台", "平台"]


def test_the_state_of_the_base_stands_in_the_header_alone_and_survives_a_spreadsheet() -> None:
    data = exported_bytes(FORMAT, [GRID_WORKER], snapshot="sabcdefghij")
    header, *rows = data.decode().splitlines()
    assert header.endswith(",snapshot sabcdefghij")
    assert all(row.endswith(",") for row in rows)
    shouted = data.decode().replace("snapshot sabcdefghij", "Snapshot SABCDEFGHIJ").encode("utf-16")
    read = FORMAT.read_whole(BytesIO(shouted))
    assert (read.snapshot, read.dropped) == ("sabcdefghij", ())


def test_a_row_that_says_nothing_but_its_evidence_is_marked_so() -> None:
    table = "id,zh,en,status,note,publisher,tier\ncgridman,网格员,grid worker,,,Xinhua,media\n"
    (entry,) = FORMAT.read_whole(BytesIO(table.encode())).entries.values()
    assert (entry.where, entry.is_bare, entry.bare) == ("line 2", True, {("en", "grid worker")})


def read_text(text: str, encoding: str = "utf-8") -> ImportedFile:
    return FORMAT.read_whole(BytesIO(text.encode(encoding)))


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16", "utf-8-sig"])
def test_a_table_is_read_in_the_encoding_that_makes_everyday_chinese_of_it(encoding: str) -> None:
    table = "zh,en,note\n網格員,grid worker,負責一個網格的工作人員\n綜治中心,center,社會管理\n"
    texts = [addition.terms[0].text for addition in read_text(table, encoding).additions]
    assert texts == ["網格員", "綜治中心"]


@pytest.mark.parametrize("row", ["??,grid worker", "网格员,???"])
def test_a_row_whose_characters_were_lost_is_dropped(row: str) -> None:
    found = read_text(f"zh,en\n{row}\n")
    assert (found.additions, [one.where for one in found.dropped]) == ((), ["line 2"])
    assert "save the table in UTF-8" in found.dropped[0].why


def test_a_row_that_is_cut_off_is_told() -> None:
    (dropped,) = read_text("zh,en,status,note\n网格员,grid worker\n").dropped
    assert (dropped.where, dropped.what) == ("line 2", "the end of the row")


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("06/30/2024", "2024-06-30"),
        ("30/6/2024", "2024-06-30"),
        ("30.06.2024", "2024-06-30"),
        ("6/6/2024", "2024-06-06"),
    ],
)
def test_a_date_with_its_year_last_is_read_where_day_and_month_can_be_told(cell: str, date: str) -> None:
    imported = read(f"zh,en,date,publisher,tier\n网格员,grid worker,{cell},Xinhua,media\n")

    assert imported.additions[0].renderings[0].evidence[0].date == date


@pytest.mark.parametrize("cell", ["05/06/2024", "13/13/2024", "06/32/2024"])
def test_a_date_that_could_be_two_days_or_none_is_dropped_with_its_row(cell: str) -> None:
    imported = read(f"id,zh,en,date,publisher,tier\ncgridman,网格员,grid worker,{cell},Xinhua,media\n")

    (dropped,) = imported.dropped
    assert (imported.concepts, dropped.concept) == ((), "cgridman")
    assert "is no date" in dropped.why


def test_a_cell_of_blanks_alone_is_empty() -> None:
    imported = read("zh,en,scope,note\n网格员,grid worker, ,\u3000\n")

    assert (imported.additions[0].scope, imported.additions[0].note) == ("", "")


@pytest.mark.parametrize("cells", ["…,grid worker", "......,grid worker", "网格员,……"])
def test_dots_in_the_place_of_a_term_are_none(cells: str) -> None:
    imported = read(f"zh,en\n{cells}\n")

    assert imported.additions == ()
    assert "stands for a term that is not there" in imported.dropped[0].why
