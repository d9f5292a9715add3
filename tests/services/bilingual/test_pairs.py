"""Reading bilingual input of every kind as pairs."""

import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

from glossary.errors import GlossaryError
from glossary.services.bilingual.pairs import read_pairs

TMX = (
    '<?xml version="1.0" encoding="{0}"?><tmx version="1.4"><header srclang="en"/><body>'
    '<tu tuid="a"><tuv xml:lang="en"><seg>grid worker</seg></tuv>'
    '<tuv xml:lang="zh"><seg>网格员</seg></tuv></tu></body></tmx>'
)
XLIFF_2 = (
    '<xliff version="2.0" srcLang="zh-CN" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
    '<file id="f"><unit id="a"><segment><source>网格员</source><target>grid worker</target></segment></unit>'
    "</file></xliff>"
)
XLIFF_1 = (
    '<xliff version="1.2"><file source-language="en" target-language="zh"><body>'
    '<trans-unit id="a"><source>grid worker</source><target>网格员</target></trans-unit>'
    "</body></file></xliff>"
)
PO = 'msgid ""\nmsgstr "Language: zh_CN\\n"\n\nmsgid "grid worker"\nmsgstr "网格员"\n'
CHINESE = "网格员每天走访居民。\n\n综治中心受理诉求。\n"
ENGLISH = "Grid workers visit residents daily.\n\nThe center takes requests.\n"


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def read(*paths: Path) -> list[tuple[int, str, str]]:
    return [(one.number, one.source, one.target) for one in read_pairs(paths)]


@pytest.mark.parametrize(
    "text",
    [TMX.format("utf-8"), XLIFF_1, XLIFF_2, PO, "zh,en\n网格员,grid worker\n", "grid worker\t网格员\n"],
    ids=["tmx", "xliff1", "xliff2", "po", "csv", "tsv"],
)
def test_the_kind_is_told_by_content(tmp_path: Path, text: str) -> None:
    assert read(write(tmp_path, "file", text)) == [(1, "网格员", "grid worker")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    tmx = write(tmp_path, "a.tmx", TMX.format(encoding.removesuffix("-sig")), encoding)
    table = write(tmp_path, "a.csv", "zh,en\n网格员,grid worker\n", encoding)
    assert read(tmx, table) == [(1, "网格员", "grid worker")] * 2


def test_a_word_file_with_a_bilingual_table_is_read_by_rows(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("对照表")
    cells = word.add_table(2, 2)._cells
    for cell, text in zip(cells, ["中文", "英文", "网格员", "grid worker"], strict=True):
        cell.text = text
    word.save(str(tmp_path / "a.docx"))
    (pair,) = read_pairs([tmp_path / "a.docx"])
    assert (pair.number, pair.where, pair.source, pair.target) == (1, "row 2", "网格员", "grid worker")


def test_a_workbook_is_read_by_rows(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["B2"], workbook.active["D2"] = "中文", "英文"
    workbook.active["A3"], workbook.active["B3"], workbook.active["D3"] = 1, "网格员", "grid worker"
    workbook.save(tmp_path / "a.xlsx")
    (pair,) = read_pairs([tmp_path / "a.xlsx"])
    assert (pair.number, pair.where, pair.source, pair.target) == (1, "row 3", "网格员", "grid worker")


def test_two_texts_are_read_line_by_line_in_either_order(tmp_path: Path) -> None:
    paths = write(tmp_path, "zh.txt", CHINESE, "gb18030"), write(tmp_path, "en.txt", ENGLISH)
    expected = [
        (1, "网格员每天走访居民。", "Grid workers visit residents daily."),
        (3, "综治中心受理诉求。", "The center takes requests."),
    ]
    assert read(*paths) == read(*paths[::-1]) == expected


def test_texts_of_different_length_are_refused_with_the_place_where_they_part(tmp_path: Path) -> None:
    lines = [
        f"第{n}条规定由{n * 37}个街道办事处负责实施" + "并定期检查" * (n % 4) + "。" for n in range(1, 12)
    ]
    there = [
        f"Article {n}: {n * 37} subdistrict offices do it" + ", inspecting often" * (n % 4)
        for n in range(1, 12)
    ]
    del there[5]
    paths = write(tmp_path, "zh.txt", "\n".join(lines)), write(tmp_path, "en.txt", "\n".join(there))
    with pytest.raises(
        GlossaryError, match=r"11 lines .* has 10; .* at line 6 of .*zh.txt \(第6条.*no partner"
    ):
        read(*paths)


def test_swapped_tags_are_noted_with_the_file(tmp_path: Path) -> None:
    notes: list[str] = []
    path = write(
        tmp_path,
        "a.tmx",
        TMX.format("utf-8").replace('lang="en"', 'lang="x"').replace('"zh"', '"en"').replace('"x"', '"zh"'),
    )
    assert [pair.source for pair in read_pairs([path], note=notes.append)] == ["网格员"]
    assert len(notes) == 1
    assert notes[0].startswith(f"{path}: its language tags are wrong")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tmx><body><tu>", "no well-formed XML"),
        (
            "<xliff version='1.2'><file source-language='zh' target-language='en'><body><trans-unit id='1'>"
            "<source>网格员</source></trans-unit></body></file></xliff>",
            "its English side is empty",
        ),
        ("网格员每天走访。\n", "it holds one text"),
        ("", "empty"),
        ("a,b\nc,d\n", "it holds one text"),
    ],
)
def test_bad_input_is_told_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, "bad", text)
    with pytest.raises(GlossaryError, match=said) as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_two_texts_of_one_language_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"neither .* is English"):
        read(write(tmp_path, "a.txt", CHINESE), write(tmp_path, "b.txt", CHINESE))


def test_three_texts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="two files at a time"):
        read(*(write(tmp_path, name, CHINESE) for name in "abc"))


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such file"):
        read(tmp_path / "none.tmx")
    with pytest.raises(GlossaryError, match="a folder"):
        read(tmp_path)


def test_a_table_named_csv_without_both_languages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no two of its columns"):
        read(write(tmp_path, "a.csv", "甲,乙\n丙,丁\n"))


def numbered(count: int) -> tuple[list[str], list[str]]:
    chinese = [f"第{n}条规定由{n * 37}个街道办事处负责实施。" for n in range(1, count + 1)]
    english = [f"Article {n}: {n * 37} subdistrict offices carry it out." for n in range(1, count + 1)]
    return chinese, english


def test_texts_of_one_length_that_are_shifted_are_noticed(tmp_path: Path) -> None:
    chinese, english = numbered(12)
    del chinese[3], english[9]
    paths = write(tmp_path, "zh.txt", "\n".join(chinese)), write(tmp_path, "en.txt", "\n".join(english))
    notes: list[str] = []
    assert len(list(read_pairs(paths, note=notes.append))) == 11
    assert len(notes) == 1
    assert "seem to part at line 4 of" in notes[0]


def test_nothing_is_noted_of_texts_that_run_together(tmp_path: Path) -> None:
    chinese, english = numbered(12)
    english[5] = "Yes."
    paths = write(tmp_path, "zh.txt", "\n".join(chinese)), write(tmp_path, "en.txt", "\n".join(english))
    notes: list[str] = []
    assert len(list(read_pairs(paths, note=notes.append))) == 12
    assert notes == []


STATUS = Path("/proc/self/status")
LARGE_BYTES = 20_000_000
MOST_MEGABYTES = 80
"""Two thirds of them are Python, lxml and numpy."""
READ_ALL = """
import re, sys
import subprocess
import sys
from pathlib import Path
from glossary.services.bilingual.pairs import read_pairs
print(sum(1 for _ in read_pairs([Path(sys.argv[1])])))
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.slow
def test_a_large_translation_memory_is_read_in_little_memory(tmp_path: Path) -> None:
    if not STATUS.exists():
        pytest.skip("no /proc/self/status, which tells the most memory that a process had")
    head, unit = TMX.format("utf-8").split("<tu ", 1)
    unit = "<tu " + unit.removesuffix("</body></tmx>")
    times = LARGE_BYTES // len(unit.encode())
    path = write(
        tmp_path,
        "large.tmx",
        head + "".join(unit.replace('"a"', f'"{n}"', 1) for n in range(times)) + "</body></tmx>",
    )
    ran = subprocess.run([sys.executable, "-c", READ_ALL, path], capture_output=True, text=True, check=True)
    pairs, megabytes = map(int, ran.stdout.split())
    assert pairs == times
    assert megabytes < MOST_MEGABYTES
