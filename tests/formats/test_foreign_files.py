"""Files of other programs: pairs in, whatever side Chinese stands on, and all that was dropped by place."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from format_samples import GRID_WORKER, PLATFORM, export, exported_bytes, one
from msgspec.structs import replace
from openpyxl import Workbook

from glossary.errors import InvalidInput
from glossary.formats.cedict import recognise_cedict
from glossary.formats.cedict.reading import read_cedict, toned
from glossary.formats.concepts import Addition, ImportedFile, gather
from glossary.formats.declaration import NOT_TOLD, ImportOptions, Reader
from glossary.formats.deepl.reading import read_deepl, read_deepl_csv
from glossary.formats.json.reading import read_json
from glossary.formats.jsonl.reading import read_jsonl
from glossary.formats.omegat.reading import read_omegat
from glossary.formats.po.reading import read_po
from glossary.formats.registry import find_format, tell_format
from glossary.formats.skos.reading import read_skos
from glossary.formats.tmx.reading import read_tmx
from glossary.formats.tsv.reading import read_tsv
from glossary.formats.utx.reading import read_utx
from glossary.formats.wordfast import read_wordfast
from glossary.formats.xlsx.reading import read_xlsx
from glossary.model import Rendering, Status


def read(reader: Reader, content: str | bytes, *, options: ImportOptions = NOT_TOLD) -> ImportedFile:
    data = content if isinstance(content, bytes) else content.encode()
    return gather(reader(BytesIO(data), options=options))


def pairs(imported: ImportedFile) -> list[tuple[str, ...]]:
    return [(one.terms[0].text, *(r.text for r in one.renderings)) for one in imported.additions]


def only(imported: ImportedFile) -> Addition:
    (addition,) = imported.additions
    return addition


def told(imported: ImportedFile) -> Iterator[tuple[str, str]]:
    return ((line.where, line.what) for line in imported.dropped)


UTX = """#UTX 1.11; zh-CN/en-US; 2026
#src\ttgt\tsrc:pos
网格员\tgrid worker\tnoun
绿道\tgreenway
"""


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (read_omegat, "# a remark\n网格员\tgrid worker\tin Hainan\n绿道\tgreenway\n"),
        (read_omegat, "grid worker\t网格员\ngreenway\t绿道\t\n"),
        (read_deepl, "网格员\tgrid worker\r\n绿道\tgreenway\r\n"),
        (read_deepl, 'grid worker\t网格员\n"greenway"\t绿道\n'.replace('"', "")),
        (read_deepl_csv, "\ufeff网格员,grid worker,zh,en\n绿道,greenway\n"),
        (
            read_utx,
            UTX,
        ),
    ],
)
def test_pairs_are_read_whichever_side_chinese_stands_on(reader: Reader, text: str) -> None:
    assert pairs(read(reader, text)) == [("网格员", "grid worker"), ("绿道", "greenway")]


def test_lines_with_one_term_are_one_concept() -> None:
    assert pairs(read(read_omegat, "网格员\tgrid worker\n网格员\tgrid officer\n")) == [
        ("网格员", "grid worker", "grid officer")
    ]


def test_a_text_that_stands_for_itself_is_a_pair() -> None:
    assert pairs(read(read_omegat, "网格员\tgrid worker\nGUI\tGUI\tas it is\n")) == [
        ("网格员", "grid worker"),
        ("GUI", "GUI"),
    ]


@pytest.mark.parametrize("line", ["网格员", "网格员\t绿道", "eins\ttwo", "他负责网格。\tHe minds it."])
def test_a_line_that_is_no_pair_of_terms_is_dropped_by_line(line: str) -> None:
    imported = read(read_omegat, f"绿道\tgreenway\n{line}\n")
    assert pairs(imported) == [("绿道", "greenway")]
    assert [where for where, _ in told(imported)] == ["line 2"]


def test_a_short_call_is_a_term_and_a_longer_one_a_sentence() -> None:
    imported = read(read_omegat, "投掷！\tRoll!\n您确定要离开这个页面吗？\tAre you sure?\n")
    assert pairs(imported) == [("投掷！", "Roll!")]
    assert [where for where, _ in told(imported)] == ["line 2"]


def test_a_pair_that_omegat_takes_for_a_remark_is_told_and_other_remarks_are_not() -> None:
    imported = read(read_omegat, "# 2026\tours\n#网格员\tgrid worker\n绿道\tgreenway\n")
    assert pairs(imported) == [("绿道", "greenway")]
    assert list(told(imported)) == [("line 2", "#网格员 = grid worker")]


def test_wordfast_has_no_remarks() -> None:
    imported = read(read_wordfast, "#网格员\tgrid worker\tin Hainan\r\n")
    assert pairs(imported) == [("#网格员", "grid worker")]
    assert only(imported).renderings[0].note == "in Hainan"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("网格员\tgrid worker\tx\r\n", "wordfast"),
        ("网格员\tgrid worker\tx\n", "omegat"),
        ("# a remark\r\n网格员\tgrid worker\tx\r\n", "omegat"),
        ("网格员\tgrid worker\r\n", "deepl"),
        ("网格员\tgrid worker\tx\n" * 9 + "API\tinterface\nGUI\n", "omegat"),
        ("网格员\tgrid worker\n" * 9 + "绿道\n", "deepl"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_pairs_with_comments_are_wordfasts_where_lines_end_as_on_windows(
    text: str, name: str, encoding: str
) -> None:
    assert tell_format(text.encode(encoding)).name == name


def test_a_quotation_mark_of_omegat_is_a_character() -> None:
    assert pairs(read(read_omegat, '“网格”员\t"grid" worker\n')) == [("“网格”员", '"grid" worker')]


def test_the_status_in_a_comment_of_ours_is_read() -> None:
    rendering = only(read(read_omegat, "网格员\tgrid worker\tpreferred | in Hainan\n")).renderings[0]
    assert (rendering.status, rendering.note) == (Status.PREFERRED, "in Hainan")


def test_the_languages_of_a_utx_header_decide() -> None:
    text = "#UTX 1.11; en-US/zh-TW; 2026\n#src\ttgt\tterm status\tx:y\ngrid worker\t網格員\tforbidden\n"
    imported = read(read_utx, text)
    addition = only(imported)
    assert (addition.terms[0].language, addition.renderings[0].language) == ("zh-Hant", "en-US")
    assert addition.renderings[0].status is Status.FORBIDDEN
    assert list(told(imported)) == [("line 2", "column 'x:y'")]


def test_a_hyphen_in_utx_says_nothing_and_a_comment_on_the_target_is_a_note() -> None:
    text = "#UTX 1.11; zh-CN/en\n#src\ttgt\tterm status\ttgt:comment\n网格\tgrid\t-\tin towns\n"
    imported = read(read_utx, text)
    assert only(imported).renderings == (Rendering(text="grid", note="in towns"),)
    assert list(told(imported)) == []


def test_utx_may_name_the_languages_in_its_columns() -> None:
    columns = "#src:zh-CN\ttgt:ja\ttgt:en-US\tterm status"
    imported = read(read_utx, f"#UTX 1.20\n#glossary id: water\n{columns}\n网格\t格子\tgrid\tapproved\n")
    (rendering,) = only(imported).renderings
    assert (rendering.text, rendering.language, rendering.status) == ("grid", "en-US", Status.PREFERRED)
    assert list(told(imported)) == [("line 3", "column 'tgt:ja'")]


def test_a_property_of_utx_may_name_the_languages() -> None:
    assert (
        only(read(read_utx, "#UTX 1.20; lang: en/zh-TW\n#src\ttgt\ngrid\t網格\n")).terms[0].language
        == "zh-Hant"
    )


@pytest.mark.parametrize("columns", ["src\tpos", "src:ja\ttgt:en"])
def test_utx_without_a_column_of_either_side_is_refused(columns: str) -> None:
    with pytest.raises(InvalidInput, match="line 2: its columns have no"):
        read(read_utx, f"#UTX 1.20\n#{columns}\n网格\tgrid\n")


def test_an_entry_that_waits_for_its_translation_is_told_as_such() -> None:
    imported = read(read_po, PO.format(language="zh_CN", source="grid", target=""))
    assert [(line.what, line.why) for line in imported.dropped] == [("grid", "it is not translated")]


def test_utx_of_another_pair_of_languages_drops_every_row() -> None:
    imported = read(read_utx, "#UTX 1.11; ja/en; 2026\n#src\ttgt\n格子\tgrid\n")
    assert (imported.additions, len(imported.dropped)) == ((), 1)


CEDICT = """# CC-CEDICT
網格 网格 [wang3 ge2] /grid; mesh/(computing) raster/CL:個|个[ge4]/
銀行 银行 [yin2 hang2] /bank/
還 还 [huan2] /to return; to give back/
呂 吕 [lu:3] /tone of a pitch pipe/
no entry
"""


def test_a_dictionary_gives_both_scripts_and_the_readings_that_correct_ours() -> None:
    grid, bank, give_back, pipe = read(read_cedict, CEDICT).additions
    assert [(term.language, term.text) for term in grid.terms] == [("zh-Hans", "网格"), ("zh-Hant", "網格")]
    assert [(one.text, one.note) for one in grid.renderings] == [
        ("grid", ""),
        ("mesh", ""),
        ("raster", "computing"),
    ]
    assert [one.terms[0].reading for one in (grid, bank, give_back, pipe)] == ["", "", "huán", ""]


def test_a_reading_with_capitals_or_signs_corrects_nothing() -> None:
    lines = "X光 X光 [X guang1] /X-ray/\nODR ODR [O D R] /ODR/\n九+X 九+X [jiu3 + X] /nine plus X/\n"
    lines += "12345热线 12345热线 [1 2 3 4 5 re4 xian4] /12345 hotline/\n"
    assert {addition.terms[0].reading for addition in read(read_cedict, lines).additions} == {""}


def test_what_is_no_rendering_in_a_dictionary_is_told() -> None:
    assert list(told(read(read_cedict, CEDICT))) == [("line 2", "CL:個|个[ge4]"), ("line 6", "no entry")]


def test_a_dictionary_is_told_by_its_first_entry() -> None:
    assert recognise_cedict(CEDICT.encode())
    assert recognise_cedict("網格 网格 [wang3 ge2] /grid/\n".encode())
    assert not recognise_cedict(b"zh,en\n")


@pytest.mark.parametrize(
    ("numbered", "marked"), [("wang3 ge2 yuan2", "wǎng gé yuán"), ("lu:4", "lǜ"), ("Bei3jing1", "běi jīng")]
)
def test_tones_are_marks(numbered: str, marked: str) -> None:
    assert toned(numbered) == marked


TMX = """<tmx version="1.4"><header srclang="{srclang}"/><body>{units}</body></tmx>"""
UNIT = (
    '<tu tuid="7"><tuv xml:lang="{one}"><seg>{a}</seg></tuv><tuv xml:lang="{other}"><seg>{b}</seg></tuv></tu>'
)


@pytest.mark.parametrize(("one", "other"), [("zh-CN", "en-US"), ("zh", "en"), ("zh_Hans", "ENG")])
def test_a_memory_is_read_by_its_language_attributes(one: str, other: str) -> None:
    there = UNIT.format(one=one, a="网格员", other=other, b="grid worker")
    back = UNIT.format(one=other, a="greenway", other=one, b="绿道")
    imported = read(read_tmx, TMX.format(srclang=one, units=there + back))
    assert pairs(imported) == [("网格员", "grid worker"), ("绿道", "greenway")]


def test_both_scripts_of_a_unit_are_one_concept() -> None:
    languages = ("zh-CN", "网格员"), ("zh-TW", "網格員"), ("en-US", "grid worker"), ("en-GB", "grid officer")
    texts = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in languages)
    unit = f'<tmx version="1.4"><header srclang="zh-CN"/><body><tu>{texts}</tu></body></tmx>'
    addition = only(read(read_tmx, unit))
    assert [(one.text, one.language) for one in addition.terms] == [
        ("网格员", "zh-Hans"),
        ("網格員", "zh-Hant"),
    ]
    assert [one.text for one in addition.renderings] == ["grid worker", "grid officer"]


def test_a_unit_in_other_languages_is_dropped_by_its_id() -> None:
    units = UNIT.format(one="de", a="Raster", other="en", b="grid")
    imported = read(read_tmx, TMX.format(srclang="de", units=units))
    assert list(told(imported)) == [("unit 7", "Raster = grid")]


PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"

msgid "{source}"
msgstr "{target}"
"""


@pytest.mark.parametrize(
    ("language", "source", "target"), [("en", "网格员", "grid worker"), ("zh_CN", "grid worker", "网格员")]
)
def test_a_po_file_is_read_in_either_direction(language: str, source: str, target: str) -> None:
    text = PO.format(language=language, source=source, target=target)
    assert pairs(read(read_po, text)) == [("网格员", "grid worker")]


def workbook(*rows: list[Any], title: str = "Terms", others: dict[str, list[Any]] | None = None) -> bytes:
    book, out = Workbook(), BytesIO()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, row in (others or {}).items():
        book.create_sheet(name).append(row)
    book.save(out)
    return out.getvalue()


def merged(place: str, *rows: list[Any]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.active.merge_cells(place)
    book.save(out)
    return out.getvalue()


def test_a_term_that_was_merged_over_several_rows_is_the_term_of_each() -> None:
    rows = [["中文", "英文"], ["网格员", "grid worker"], [None, "grid officer"], ["绿道", "greenway"]]
    imported = read(read_xlsx, merged("A2:A3", *rows))
    assert pairs(imported) == [("网格员", "grid worker", "grid officer"), ("绿道", "greenway")]
    assert imported.dropped == ()


def test_a_cell_that_was_merged_with_its_neighbour_is_not_repeated() -> None:
    imported = read(read_xlsx, merged("A2:B2", ["中文", "英文"], ["网格员", None], [None, "greenway"]))
    assert pairs(imported) == [("网格员",)]


def test_a_formula_that_nobody_worked_out_is_told_with_its_cell() -> None:
    imported = read(read_xlsx, workbook(["中文", "英文"], ["网格员", '=LOWER("GRID")']))
    assert pairs(imported) == [("网格员",)]
    assert list(told(imported)) == [("sheet 'Terms', cell B2", '=LOWER("GRID")')]


def test_a_workbook_is_read_by_its_headers() -> None:
    imported = read(
        read_xlsx, workbook(["中文", "英文", "备注"], ["网格员", "grid worker", "x"], ["绿道", None, None])
    )
    assert pairs(imported) == [("网格员", "grid worker"), ("绿道",)]


def test_the_columns_of_a_workbook_may_be_told() -> None:
    data = workbook(["网格员", "old", "grid worker"])
    imported = read(read_xlsx, data, options=ImportOptions(columns=("zh", "", "en")))
    assert pairs(imported) == [("网格员", "grid worker")]


def test_a_cell_that_is_wrong_is_told_by_sheet_and_row() -> None:
    imported = read(read_xlsx, workbook(["zh", "en", "status"], ["网格员", "grid worker", "prefered"]))
    assert [line.where for line in imported.dropped] == ["sheet 'Terms', row 2"]


def test_the_first_sheet_with_terms_is_read_and_one_that_explains_the_list_is_told() -> None:
    book, out = Workbook(), BytesIO()
    book.active.append(["How to read this list"])
    terms = book.create_sheet("Terms")
    for row in (["中文", "英文"], ["网格员", "grid worker"]):
        terms.append(row)
    book.save(out)
    imported = read(read_xlsx, out.getvalue())
    assert pairs(imported) == [("网格员", "grid worker")]
    assert list(told(imported)) == [("sheet 'Sheet'", "the sheet")]


def test_another_sheet_is_told() -> None:
    data = workbook(["zh", "en"], ["网格员", "grid worker"], others={"Old": ["x"]})
    assert list(told(read(read_xlsx, data))) == [("sheet 'Old'", "the sheet")]


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no sheet with rows"):
        read(read_xlsx, workbook())


def test_a_table_between_tabs_is_read() -> None:
    assert pairs(read(read_tsv, "zh\ten\n网格员\tgrid, worker\n")) == [("网格员", "grid, worker")]


def test_json_is_read_as_an_object_or_a_list() -> None:
    pair = '{"zh": "网格员", "en": ["grid worker", "grid officer"]}'
    for text in (
        f"[{pair}]",
        f'{{"concepts": [\n{pair}\n]}}',
        f'{{"snapshot": "", "concepts": [{pair}], "x": 1}}',
    ):
        assert pairs(read(read_json, text)) == [("网格员", "grid worker", "grid officer")]


def test_json_without_an_id_is_an_addition() -> None:
    table = '{"terms": [{"text": "网格员"}], "renderings": [{"text": "grid worker", "status": "preferred"}]}'
    assert only(read(read_json, f"[{table}]")).renderings[0].status is Status.PREFERRED


def test_a_bad_concept_of_json_is_dropped_by_line() -> None:
    imported = read(read_json, '[{"zh": "网格员"},\n{"zh": 7},\n3, {"id": "x", "terms": [{"text": "绿"}]}]')
    assert [where for where, _ in told(imported)] == [
        "line 2, concept 2",
        "line 3, concept 3",
        "line 3, concept 4",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no JSON"),
        ("{}", "it has no 'concepts'"),
        ('[{"zh": "网格员"}', "line 1: no JSON: there is 'the end' in place of"),
        ('[\n{"zh": }]', "line 2: no JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[1" + "0" * 5_000 + "]", "a number that is too long"),
        ("[] []", "there is more after the end"),
    ],
)
def test_json_that_is_broken_is_refused_by_line(text: str, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        read(read_json, text)


def test_json_lines_are_read_one_by_one() -> None:
    imported = read(read_jsonl, '{"zh": "网格员", "en": "grid worker"}\n{broken\n\n{"zh": "绿道"}\n')
    assert pairs(imported) == [("网格员", "grid worker"), ("绿道",)]
    assert [where for where, _ in told(imported)] == ["line 2"]


TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <http://example.org/> .
@prefix own: <urn:glossary:> .
own:caaaaaab a skos:Concept ; skos:prefLabel "网格员"@zh-CN , "grid worker"@en-US , "Rasterkraft"@de ;
  skos:altLabel "grid officer"@en ; skos:hiddenLabel "grid attendant"@en ; skos:definition "管网格的人"@zh ;
  skos:broader own:caaaaaac , ex:worker ; skos:example "one" .
"""


def test_a_thesaurus_is_read_by_the_languages_of_its_labels() -> None:
    (concept,) = (imported := read(read_skos, TURTLE)).concepts
    assert {(one.text, one.language, one.status) for one in concept.renderings} == {
        ("grid worker", "en-US", Status.PREFERRED),
        ("grid officer", "en", Status.ADMITTED),
        ("grid attendant", "en", Status.DEPRECATED),
    }
    assert (concept.head.text, concept.definitions[0].language) == ("网格员", "zh")
    assert [relation.concept for relation in concept.relations] == ["caaaaaac"]
    assert {what for _, what in told(imported)} == {
        "prefLabel 'Rasterkraft'",
        "example 'one'",
    }
    assert [(link.source, link.target) for link in imported.links] == [
        ("caaaaaab", "http://example.org/worker")
    ]


def test_an_address_from_elsewhere_is_no_id_of_ours_though_it_ends_like_one() -> None:
    imported = read(read_skos, TURTLE.replace("own:caaaaaab", "ex:children"))
    assert [addition.name for addition in imported.additions] == ["http://example.org/children"]


@pytest.mark.parametrize("text", ["@prefix", "ex:a ex:b .", "[" * 5_000, "\x00", "<a> <b> ("])
def test_turtle_that_is_broken_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read(read_skos, text)


def test_a_thesaurus_of_ours_gives_back_ids_terms_definitions_and_relations() -> None:
    data = exported_bytes(find_format("skos"), [PLATFORM, GRID_WORKER])
    platform, worker = sorted(read(read_skos, data).concepts, key=lambda concept: concept.id)
    assert (platform.id, worker.id) == (PLATFORM.id, GRID_WORKER.id)
    assert {(one.language, one.text) for one in platform.terms} == {
        (t.language, t.text) for t in PLATFORM.terms
    }
    assert {one.text for one in worker.renderings} == {"grid worker", "grid attendant"}
    assert {one.text for one in platform.definitions} == {one.text for one in PLATFORM.definitions}
    assert platform.relations == PLATFORM.relations


def test_a_table_for_excel_gives_back_what_it_guarded() -> None:
    data = exported_bytes(find_format("csv-excel"), [one("=网格", "=1+1", "'=x", "@grid")])
    (concept,) = find_format("csv-excel").read_whole(BytesIO(data)).concepts
    assert [concept.head.text, *(r.text for r in concept.renderings)] == ["=网格", "=1+1", "'=x", "@grid"]


@pytest.mark.parametrize("name", ["memoq", "weblate", "wordfast", "google", "amazon", "trados", "azure"])
def test_what_other_tools_are_given_is_told_and_read(name: str, tmp_path: Path) -> None:
    written = find_format(name)
    path = tmp_path / f"out{written.extensions[0]}"
    export(written, [GRID_WORKER], path)
    found = tell_format(path)
    with path.open("rb") as source:
        assert ("网格员", "grid worker") in [pair[:2] for pair in pairs(found.read_whole(source))]


@pytest.mark.parametrize("name", ["omegat", "wordfast", "utx"])
def test_the_comments_of_ours_are_put_back_where_they_came_from(name: str) -> None:
    concept = replace(one("网格员", "grid worker", note="Not a policeman."), subject_field="grids", scope="X")
    data = exported_bytes(find_format(name), [concept])
    addition = only(find_format(name).read_whole(BytesIO(data)))
    assert (addition.subject_field, addition.scope, addition.note) == ("grids", "X", "Not a policeman.")
    assert (addition.renderings[0].note, addition.renderings[0].part_of_speech) == ("", "")


def test_a_bar_in_a_part_of_a_comment_stays_in_it() -> None:
    text = "网格员\tgrid worker\tpreferred | note: one | two | wording: three\n"
    addition = only(read(read_omegat, text))
    assert (addition.note, addition.renderings[0].note) == ("one | two", "three")


def test_that_sources_in_comments_are_not_read_is_told_once() -> None:
    text = "网格员\tgrid worker\tpreferred | used by: Xinhua\n绿道\tgreenway\tpreferred | used by: Xinhua\n"
    assert list(told(read(read_omegat, text))) == [("line 1", "used by: Xinhua")]
