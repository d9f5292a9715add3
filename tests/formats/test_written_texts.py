"""What files for dictionaries, readers, segmenters, memories and language models hold."""

import json
import re
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import jieba
import polib
import pytest
from format_samples import CASES, GRID_WORKER, PLATFORM, export, exported_bytes, one
from lxml import etree

from glossary.formats.declaration import ExportOptions, Quotation
from glossary.formats.registry import find_format
from glossary.model import Concept, Rendering, Status, Term

ALL = [concept for case in CASES.values() for concept in case]
QUOTED = Quotation("网格员上门。", "海南日报, 2024")


def text(name: str, *concepts: Concept, **options: object) -> str:
    out = BytesIO()
    find_format(name).write(concepts, out, options=ExportOptions(**options))
    return out.getvalue().decode()


def quote(concept: Concept) -> list[Quotation]:
    return [QUOTED] if concept.id == GRID_WORKER.id else []


@pytest.mark.parametrize("name", ["html", "json", "jsonl", "markdown", "skos", "tbx", "tbx2", "tmx"])
def test_contexts_stand_where_they_were_asked_for_with_their_source(name: str) -> None:
    shown = text(name, GRID_WORKER, one("打", "hit"), quoting=quote)
    assert (shown.count("网格员上门。"), shown.count("海南日报, 2024")) == (1, 1)
    assert "网格员上门。" not in text(name, GRID_WORKER)


def test_the_formats_that_quote_say_so() -> None:
    quoting = {name for name in ("html", "tmx", "tbx") if "quoting" in find_format(name).options}
    assert quoting == {"html", "tmx", "tbx"}


def members(*concepts: Concept, **options: object) -> dict[str, object]:
    data = exported_bytes(find_format("yomitan"), concepts, **options)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def test_yomitan_gets_the_languages_without_country_and_rows_of_eight() -> None:
    found = members(*ALL, source_lang="zh-CN", target_lang="en-US")
    assert found["index.json"]["sourceLanguage"] == "zh"
    assert found["index.json"]["targetLanguage"] == "en"
    assert found["index.json"]["format"] == 3
    assert {len(row) for row in found["term_bank_1.json"]} == {8}
    assert {len(row) for row in found["tag_bank_1.json"]} == {5}


def test_yomitan_finds_a_term_in_both_scripts_as_one_entry() -> None:
    rows = members(GRID_WORKER)["term_bank_1.json"]
    assert [(row[0], row[1], row[6]) for row in rows] == [
        ("网格员", "wǎng gé yuán", 1),
        ("網格員", "wǎng gé yuán", 1),
    ]
    assert rows[0][5][0] == "grid worker"
    assert "✗ grid attendant [forbidden: write grid worker]" in rows[0][5]


def test_yomitan_knows_each_tag_that_a_row_has() -> None:
    found = members(*ALL)
    known = {row[0] for row in found["tag_bank_1.json"]}
    assert {tag for row in found["term_bank_1.json"] for tag in row[2].split()} <= known


def test_stardict_counts_and_sorts_what_it_holds(tmp_path: Path) -> None:
    export(find_format("stardict"), [one("b", "x"), one("B", "y", identity="caaaaaac"), *ALL[:1]], tmp_path)
    facts = dict(re.findall(r"^(\w+)=(.*)$", (tmp_path / "glossary.ifo").read_text("utf-8"), re.MULTILINE))
    index = (tmp_path / "glossary.idx").read_bytes()
    words = [word.decode() for word in re.findall(rb"([^\0]+)\0.{8}", index, re.DOTALL)]
    assert words == ["B", "b", "网格员"]
    assert (int(facts["wordcount"]), int(facts["idxfilesize"])) == (3, len(index))
    _, size = struct.unpack(">II", index[2:10])
    assert (tmp_path / "glossary.dict").read_bytes()[:size].decode().endswith("y [admitted]")


def test_jieba_keeps_the_terms_of_its_dictionary_whole(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text(text("jieba-dict", *ALL), encoding="utf-8")
    cutter = jieba.Tokenizer()
    cutter.FREQ, cutter.total, cutter.initialized = {"x": 1}, 1, True
    cutter.load_userdict(str(tmp_path / "words.txt"))
    assert {"网格员", "網格員", "社管平台", "𠮷野家"} <= set(cutter.FREQ)


def test_a_term_that_jieba_would_misread_is_told() -> None:
    standard = one("GB 18030")
    report = find_format("jieba-dict").write([standard], BytesIO(), options=ExportOptions())
    assert [line.what for line in report.left_out] == ["term 'GB 18030'"]


def test_a_prompt_marks_what_must_not_be_written() -> None:
    line = text("prompt", GRID_WORKER).splitlines()[-1]
    assert line == (
        "- 网格员 → “grid worker” [preferred]; “grid officer” [proposed]; "
        "NOT “grid attendant” [forbidden, write “grid worker”]"
    )


def test_a_line_break_in_a_term_opens_no_line_of_a_prompt() -> None:
    assert len(text("prompt", one("网格\n- 忽略", "grid")).splitlines()) == 6


@pytest.mark.parametrize("name", ["html", "tmx", "tbx", "tbx-dct"])
def test_markup_in_a_term_is_text(name: str) -> None:
    assert "grid & <b>worker</b>" not in text(name, *CASES["markup"])
    assert "grid &amp; &lt;b&gt;worker&lt;/b&gt;" in text(name, *CASES["markup"])


def test_markup_of_markdown_is_escaped() -> None:
    assert r"\*网格\*" in text("markdown", one("*网格*", "[grid](x)"))
    assert r"\[grid\](x)" in text("markdown", one("*网格*", "[grid](x)"))


def test_a_printed_glossary_cites_each_source_once_by_number() -> None:
    again = Concept(
        id="caaaaaab",
        terms=(Term(text="社管"),),
        renderings=(
            Rendering(text="x", status=Status.PREFERRED, evidence=PLATFORM.renderings[0].evidence[:1]),
        ),
    )
    shown = text("html", PLATFORM, again)
    assert shown.count('<a href="#source-1">1</a>') == 2
    assert shown.count('<li id="source-1">') == 1
    assert "https://example.org/a?b=1&amp;c=2" in shown


def test_entries_stand_by_pinyin_under_their_letters() -> None:
    shown = text("markdown", one("网格"), one("矮", identity="caaaaaac"), one("安", identity="caaaaaad"))
    assert [line for line in shown.splitlines() if line.startswith(("## ", "**"))] == [
        "## A",
        "**矮** ǎi",
        "**安** ān",
        "## W",
        "**网格** wǎng gé",
    ]


def test_po_is_read_by_polib_with_each_pair_and_its_status() -> None:
    entries = polib.pofile(text("po", PLATFORM, GRID_WORKER, *CASES["comma, quote and tab"]))
    assert ("网格员", "grid worker") in [(entry.msgid, entry.msgstr) for entry in entries]
    assert ('网格,"员"', "grid\tworker") in [(entry.msgid, entry.msgstr) for entry in entries]
    assert len({(entry.msgctxt, entry.msgid) for entry in entries}) == len(entries)


def test_a_memory_has_a_unit_a_pair_in_its_own_language() -> None:
    root = etree.fromstring(text("tmx", PLATFORM).encode())
    assert [unit.get("tuid") for unit in root.iter("tu")] == [f"c7k2m4qa-{number}" for number in range(1, 5)]
    assert {unit.get("srclang") for unit in root.iter("tu")} == {"zh-CN", "zh-Hant"}
    assert root.find("header").get("srclang") == "zh-CN"


def test_utx_begins_with_its_header_and_ends_lines_as_it_must() -> None:
    lines = text("utx", GRID_WORKER, date="2026-11-22", target_lang="en-US").split("\r\n")
    assert lines[0].startswith("#UTX-S 1.00; zh-CN/en-US; 2026-11-22; ")
    assert lines[1].startswith("#src\ttgt\tsrc:pos")
    assert lines[2].startswith("网格员\tgrid worker\tnoun\t")


def test_skos_has_one_preferred_label_a_language_and_hides_what_nobody_should_write() -> None:
    shown = text("skos", GRID_WORKER, PLATFORM)
    assert 'skos:prefLabel "grid worker"@en' in shown
    assert 'skos:hiddenLabel "grid attendant"@en' in shown
    assert 'skos:altLabel "社管平台"@zh-CN' in shown
    assert "g:has-member g:cgridman" in shown
    assert shown.count("skos:prefLabel") == 5


def test_tbx_in_dct_style_names_each_category_by_its_element() -> None:
    shown = text("tbx-dct", PLATFORM, GRID_WORKER)
    assert 'style="dct"' in shown
    assert "<min:subjectField>grid-based management</min:subjectField>" in shown
    assert '<basic:definition xml:lang="zh">' in shown
    assert "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>" in shown
    assert "descrip type=" not in shown


def test_tbx_of_2025_has_the_status_under_its_new_name() -> None:
    shown = text("tbx4", GRID_WORKER)
    assert '<termNote type="usageStatus">preferred</termNote>' in shown
    assert "admn-sts" not in shown
