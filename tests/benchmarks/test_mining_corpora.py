"""A corpus comes apart into its documents, and so many megabytes of them are written out."""

import lzma
from itertools import islice
from pathlib import Path

from benchmarks.mining.corpora import read_corpus, split_documents, take, write_material
from benchmarks.mining.generated import generate_documents

WORDS = ["网格", "平台", "社区", "管理", "的", "和"]


def test_a_document_begins_at_a_heading_after_a_blank_line() -> None:
    laws = "# 甲条例\n第一条\n\n附则\n# 不在空行后\n\n# 乙条例\n第一条\n"
    assert split_documents(laws) == ["# 甲条例\n第一条\n\n附则\n# 不在空行后", "# 乙条例\n第一条"]


def test_blank_lines_part_documents_without_headings() -> None:
    assert split_documents("各位代表:\n第一年\n\n\n各位代表:\n第二年\n") == [
        "各位代表:\n第一年",
        "各位代表:\n第二年",
    ]


def test_a_text_without_matter_has_no_documents() -> None:
    assert split_documents("\n \n") == []


def test_a_packed_file_of_a_folder_holds_many_documents_and_a_plain_one_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress("甲\n\n乙".encode()))
    (tmp_path / "b.txt").write_text("丙\n\n丁", encoding="utf-8")
    assert read_corpus(tmp_path) == ["甲", "乙", "丙\n\n丁"]


def test_a_file_named_outright_holds_many_documents(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text("丙\n\n丁", encoding="utf-8")
    assert read_corpus(path) == ["丙", "丁"]


def test_what_describes_a_corpus_and_what_is_not_plain_text_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    (tmp_path / "table.bin").write_bytes(b"\x00\xff")
    assert read_corpus(tmp_path) == []


def test_an_absent_corpus_has_no_documents(tmp_path: Path) -> None:
    assert read_corpus(tmp_path / "absent") == []


def test_documents_are_taken_whole_until_the_size_is_reached() -> None:
    assert list(take(["一二", "三四", "五六"], 7)) == ["一二".encode(), "三四".encode()]


def test_a_material_is_a_folder_of_documents_in_order(tmp_path: Path) -> None:
    material = write_material(tmp_path, ["一二", "三四", "五六"], 7)
    assert (material.documents, material.size, material.is_short) == (2, 12, False)
    assert read_corpus(tmp_path) == ["一二", "三四"]


def test_a_material_says_that_the_corpus_ended_before_the_size(tmp_path: Path) -> None:
    assert write_material(tmp_path, ["一二"], 100).is_short


def test_generated_text_is_the_same_on_each_run() -> None:
    assert [*islice(generate_documents(WORDS), 2)] == [*islice(generate_documents(WORDS), 2)]


def test_generated_documents_differ_from_each_other() -> None:
    assert len({*islice(generate_documents(WORDS), 5)}) == 5


def test_strings_of_words_come_back_in_generated_text() -> None:
    text = "".join(islice(generate_documents([chr(0x4E00 + number) for number in range(300)]), 5))
    trigrams = [text[at : at + 3] for at in range(len(text) - 2)]
    assert len({*trigrams}) < len(trigrams) * 2 / 3
