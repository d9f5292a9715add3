import io
import pickle
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import docx
import pytest

from glossary.documents import contents, parse_document, read_documents
from glossary.documents.contents import read_content
from glossary.documents.reading import group_copies, join_copies, read_file
from glossary.errors import InvalidInput
from glossary.files import archive as archive_module
from glossary.model import Document, Unread

TEXT = "网格员每天走访居民，把矛盾纠纷和安全隐患记在手机里。\n"


def pack(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def word(text: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def paths(found: list[Document | Unread]) -> list[tuple[str, ...]]:
    return [one.paths for one in found if isinstance(one, Document)]


def reasons(found: list[Document | Unread]) -> dict[str, str]:
    return {one.path: one.reason for one in found if isinstance(one, Unread)}


def read(data: bytes) -> list[Document | Unread]:
    return read_content(data, ["a.zip"])


def test_every_file_is_a_document_named_after_the_archive() -> None:
    found = read(pack(**{"b/二.txt": TEXT, "a.docx": word("楼栋议事")}))
    assert paths(found) == [("a.zip/a.docx",), ("a.zip/b/二.txt",)]
    assert [one.kind for one in found if isinstance(one, Document)] == ["docx", "text"]


def test_an_archive_in_an_archive_is_read() -> None:
    assert paths(read(pack(**{"in.zip": pack(**{"deep.zip": pack(**{"a.txt": TEXT})})}))) == [
        ("a.zip/in.zip/deep.zip/a.txt",)
    ]


def test_archives_too_deep_are_reported_and_the_rest_read() -> None:
    data = pack(**{"a.txt": TEXT})
    for _ in range(contents.MAX_DEPTH):
        data = pack(**{"in.zip": data, "b.txt": TEXT + "二"})
    found = read(data)
    assert "a.zip" + "/in.zip" * contents.MAX_DEPTH in reasons(found)
    assert len(paths(found)) == 1


def test_a_damaged_member_is_reported_by_name_and_the_rest_is_read() -> None:
    found = read(pack(**{"a.docx": word("甲")[:-99], "b.pdf": b"%PDF-1.4 broken", "c.txt": TEXT}))
    assert paths(found) == [("a.zip/c.txt",)]
    assert list(reasons(found)) == ["a.zip/a.docx", "a.zip/b.pdf"]


def test_hidden_files_are_passed_over() -> None:
    found = read(pack(**{"__MACOSX/._a.txt": b"x", ".git/config": b"x", "a/.b.txt": b"x", "c.txt": TEXT}))
    assert (paths(found), reasons(found)) == ([("a.zip/c.txt",)], {})


def test_data_and_code_are_reported() -> None:
    assert "not a document by its name" in reasons(read(pack(**{"a.json": "{}"})))["a.zip/a.json"]


def test_a_name_that_leads_out_is_reported() -> None:
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr(ZipInfo("../../a.txt"), TEXT)
    assert "leads out" in reasons(read(out.getvalue()))["a.zip/../../a.txt"]


def test_a_name_that_cannot_be_printed_is_made_so() -> None:
    assert paths(read(pack(**{"a\x1b[2J.txt": TEXT}))) == [("a.zip/a\ufffd[2J.txt",)]


def test_the_same_bytes_twice_are_one_document() -> None:
    inner = pack(**{"c.txt": TEXT})
    assert paths(read(pack(**{"a.txt": TEXT, "b.txt": TEXT, "in.zip": inner}))) == [
        ("a.zip/a.txt", "a.zip/b.txt", "a.zip/in.zip/c.txt")
    ]


def test_a_file_and_its_copy_in_an_archive_are_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(pack(**{"in.txt": TEXT, "other.txt": TEXT + "二"}))
    found = list(read_documents([tmp_path]))
    assert paths(found) == [
        (str(tmp_path / "a.txt"), f"{tmp_path}/b.zip/in.txt"),
        (f"{tmp_path}/b.zip/other.txt",),
    ]


def test_an_archive_and_its_copy_are_read_once_with_all_names() -> None:
    assert paths(read_content(pack(**{"a.txt": TEXT}), ["x.zip", "y.zip"])) == [
        ("x.zip/a.txt", "y.zip/a.txt")
    ]


def test_the_name_of_an_archive_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(pack(**{"a.txt": TEXT}))
    assert paths(read_file([path])) == [(f"{path}/a.txt",)]


def test_an_archive_with_a_password_says_so_once() -> None:
    data = bytearray(pack(**{"a.txt": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read(bytes(data)) == [
        Unread(path="a.zip", reason="a zip archive with a password; unpack it and name its folder")
    ]


@pytest.mark.parametrize("data", [pack(), pack(**{".hidden": "x"})])
def test_an_empty_archive_is_reported(data: bytes) -> None:
    assert reasons(read(data)) == {"a.zip": "empty: there is no file in the archive"}


def test_a_damaged_archive_is_reported() -> None:
    assert "damaged" in reasons(read(pack(**{"a.txt": TEXT})[:-9]))["a.zip"]


def test_archives_in_archives_share_what_may_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = pack(**{"a.txt": TEXT})
    monkeypatch.setattr(
        archive_module.Allowance.__init__, "__defaults__", (2 * len(inner) + len(TEXT.encode()) + 10,)
    )
    found = read(pack(**{"1.zip": inner, "2.zip": pack(**{"a.txt": TEXT + "二"})}))
    assert paths(found) == [("a.zip/1.zip/a.txt",)]
    assert "room" in reasons(found)["a.zip/2.zip/a.txt"]


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        (
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"},
            "an OpenDocument file",
        ),
        ({"Index/Document.iwa": "x"}, "Pages, Numbers or Keynote"),
        (
            {"[Content_Types].xml": "<Types/>", "visio/document.xml": "<a/>"},
            "not of Word, Excel or PowerPoint",
        ),
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}, "a damaged Office file"),
    ],
)
def test_packages_of_other_kinds_are_named(members: dict[str, str], reason: str) -> None:
    assert reason in reasons(read(pack(**members)))["a.zip"]


def test_an_archive_is_no_single_document() -> None:
    with pytest.raises(InvalidInput, match=r"an archive of files|a zip archive of files"):
        parse_document(pack(**{"a.txt": TEXT}), ["a.zip"])


def test_files_are_grouped_by_their_bytes_and_read_in_turn(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    for file, text in zip(files, (TEXT, "二", TEXT), strict=True):
        file.write_text(text, encoding="utf-8")
    groups = group_copies(files)
    assert groups == [(files[0], files[2]), (files[1],)]
    files[0].unlink()
    gone, document = read_file(groups[0])
    assert gone == Unread(path=str(files[0]), reason="vanished before it was read")
    assert isinstance(document, Document)
    assert document.paths == (str(files[2]),)


def test_what_is_read_can_be_sent_between_processes(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(pack(**{"a.txt": TEXT, "b.pdf": b"%PDF-"}))
    found = read_file(pickle.loads(pickle.dumps((tmp_path / "a.zip",))))
    assert pickle.loads(pickle.dumps(found)) == found


def test_copies_read_apart_are_joined() -> None:
    one, other = (read_content(pack(**{"a.txt": TEXT}), [name]) for name in ("x.zip", "y.zip"))
    assert paths(join_copies([*one, *other])) == [("x.zip/a.txt", "y.zip/a.txt")]
