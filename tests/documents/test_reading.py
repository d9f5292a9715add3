import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from somebody_else import nobody, open_folder

from glossary.documents import parse_document, read_document, read_documents
from glossary.errors import InvalidInput, UnreadableFile
from glossary.model import Document, Unread

SHARDS = [
    *(b"---\n", b"title: x\n", b"<html>", b"<body>", b"<p>", b"<table><tr><td>", b"<!--", b"-->", b"</p>"),
    *(b"<", "网格员上门。".encode(), "网格员".encode("gb18030"), "网".encode("utf-16-le"), b"\0", b"\xff"),
    *(b"\n", b"&#xd800;", b"<title>", b"<meta charset=gbk>", b"<script>", b"<a href=", b"\xed\xa0\x80"),
]
TEXT = "网格员每天走访居民，把矛盾纠纷和安全隐患记在手机里。\n"


def documents(*paths: Path) -> list[Document]:
    return [one for one in read_documents(paths) if isinstance(one, Document)]


def unread(*paths: Path) -> dict[str, str]:
    return {Path(one.path).name: one.reason for one in read_documents(paths) if isinstance(one, Unread)}


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert documents(path) == [
        Document(
            id=sha256(TEXT.encode()).hexdigest(), paths=(str(path),), text=TEXT, kind="text", encoding="utf-8"
        )
    ]


def test_line_breaks_stay_as_they_are(tmp_path: Path) -> None:
    assert documents(write(tmp_path / "a.txt", "一\r\n二\r三\n"))[0].text == "一\r\n二\r三\n"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert documents(write(tmp_path / "a.txt", "\ufeff一"))[0].text == "一"


def test_equal_bytes_under_two_names_are_one_document(tmp_path: Path) -> None:
    first, other, copy = (
        write(tmp_path / name, text)
        for name, text in (("a.txt", TEXT), ("b.txt", TEXT[::-1]), ("c.txt", TEXT))
    )
    assert [one.paths for one in documents(tmp_path)] == [(str(first), str(copy)), (str(other),)]


def test_one_unreadable_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"\x00\x01\x02" * 99)
    write(tmp_path / "b.txt", TEXT)
    assert len(documents(tmp_path)) == 1
    assert unread(tmp_path) == {"a.txt": "binary data, not text"}


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", "\u3000\u200b\n".encode()])
def test_a_file_without_text_is_reported_as_empty(tmp_path: Path, content: bytes) -> None:
    assert unread(write(tmp_path / "a.txt", content)) == {"a.txt": "empty: there is no text in it"}


def test_every_empty_file_is_reported_by_name(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "")
    write(tmp_path / "b.txt", "")
    assert list(unread(tmp_path)) == ["a.txt", "b.txt"]


def test_a_file_that_vanishes_after_the_listing_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    gone = write(tmp_path / "b.txt", TEXT + TEXT)
    reading = iter(read_documents([tmp_path]))
    next(reading)
    gone.unlink()
    assert list(reading) == [Unread(path=str(gone), reason="vanished before it was read")]


def test_a_copy_is_read_where_the_first_of_equal_files_vanished(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    gone, copy = (write(tmp_path / name, TEXT + TEXT) for name in ("b.txt", "c.txt"))
    reading = iter(read_documents([tmp_path]))
    next(reading)
    gone.unlink()
    vanished, document = reading
    assert isinstance(vanished, Unread)
    assert isinstance(document, Document)
    assert document.paths == (str(copy),)


def test_a_file_that_may_not_be_read_is_reported() -> None:
    with open_folder() as folder:
        write(folder / "a.txt", TEXT).chmod(0)
        with nobody():
            assert unread(folder) == {"a.txt": "no permission to read it"}


def test_a_folder_with_nothing_readable_yields_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert documents(tmp_path) == []


def test_broken_bytes_are_counted_as_a_repair(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path / "a.txt", (TEXT * 9).encode() + b"\xff"))
    assert document.repairs == {"lost-bytes": 1}


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"gone\.txt: vanished"):
        read_document(tmp_path / "gone.txt")


def test_a_file_beyond_the_limit_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.documents.reading.MAX_FILE_BYTES", 10)
    assert "split it" in unread(write(tmp_path / "a.txt", TEXT))["a.txt"]


FRONT = '---\nsample: true\ntitle: "楼栋议事"\npublisher: 青岚日报\ndate: 2022-5-6\n---\n'


def test_front_matter_says_where_a_text_comes_from(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path / "a.txt", FRONT + TEXT))
    assert (document.title, document.publisher, document.date) == ("楼栋议事", "青岚日报", "2022-05-06")
    assert document.sample


def test_front_matter_stays_in_the_text_so_that_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    assert documents(write(tmp_path / "a.md", FRONT + TEXT))[0].text == FRONT + TEXT


def test_front_matter_may_have_the_line_ends_of_windows(tmp_path: Path) -> None:
    assert documents(write(tmp_path / "a.txt", (FRONT + TEXT).replace("\n", "\r\n")))[0].title == "楼栋议事"


def test_front_matter_above_a_page_is_read_and_taken_off(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path / "a.html", f"{FRONT}<html><body><p>{TEXT}</p></body></html>"))
    assert (document.kind, document.title, document.sample) == ("html", "楼栋议事", True)
    assert "sample" not in document.text


@pytest.mark.parametrize(
    "opening", ["---\n网格员走访\n---\n", "---\n\n---\n", "----\ntitle: x\n---\n", "---\ntitle: x\n"]
)
def test_a_rule_above_ordinary_lines_is_no_front_matter(tmp_path: Path, opening: str) -> None:
    assert documents(write(tmp_path / "a.txt", opening + TEXT))[0].title != "x"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", TEXT, "text"),
        ("a.md", TEXT, "markdown"),
        ("a.txt", "# 标题\n\n见[这里](https://example.org)。\n", "markdown"),
        ("a.txt", "# 标题\n\n正文。\n", "text"),
        ("a.txt", f"<!DOCTYPE html>\n<html><body><p>{TEXT}</p></body></html>", "html"),
        ("a.txt", f"<!-- 注 -->\n<html><body><p>{TEXT}</p></body></html>", "html"),
        ("a.html", f"<div>{TEXT}</div>", "html"),
        ("a.html", TEXT, "text"),
        ("a.txt", f"<%@ include %>\n{TEXT}", "text"),
        ("a", TEXT, "text"),
    ],
)
def test_the_kind_is_told_by_content_first_then_by_name(
    tmp_path: Path, name: str, text: str, kind: str
) -> None:
    assert documents(write(tmp_path / name, text))[0].kind == kind


@pytest.mark.slow
@given(
    st.binary(max_size=120) | st.lists(st.sampled_from(SHARDS), max_size=12).map(b"".join),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_any_bytes_are_a_document_or_a_reason(data: bytes, name: str) -> None:
    with suppress(InvalidInput):
        parse_document(data, [name]).text.encode("utf-8")


def test_xml_that_is_no_page_is_reported(tmp_path: Path) -> None:
    assert "XML" in unread(write(tmp_path / "a.xml", '<?xml version="1.0"?><a>文</a>'))["a.xml"]


def test_documents_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = [write(tmp_path / name, TEXT + name) for name in ("a.txt", "b.txt", "c.txt")]
    assert [one.paths for one in documents(tmp_path)] == [(str(file),) for file in files]
