import subprocess
import sys
from pathlib import Path

import pytest

from glossary.documents import parse_document
from glossary.documents.kinds import DocumentKind, tell_by_bytes, tell_kind
from glossary.documents.walking import may_be_document
from glossary.errors import InvalidInput

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
TMX = '<?xml version="1.0" encoding="{}"?>\n<!-- 记忆库 -->\n<tmx version="1.4"><header/></tmx>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_xml_is_told_by_its_root_in_any_encoding(encoding: str) -> None:
    assert tell_by_bytes(TMX.format(encoding).encode(encoding)) is DocumentKind.TMX


def test_a_root_may_have_a_prefix() -> None:
    assert tell_by_bytes(b'\n<x:xliff xmlns:x="urn">') is DocumentKind.XLIFF


def test_a_pdf_may_have_something_before_its_mark() -> None:
    assert tell_by_bytes(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\n%%EOF\n") is DocumentKind.PDF


@pytest.mark.parametrize(
    "data", [b"", "网格员".encode(), b"<html><tmx>", b"<!DOCTYPE html><p>&lt;tmx>", b"A %PDF- is no PDF."]
)
def test_other_text_is_not_told_by_its_bytes(data: bytes) -> None:
    assert tell_by_bytes(data) is None


@pytest.mark.parametrize(
    ("data", "what_to_do"),
    [
        (OLE, r"old Office file.*save it as \.docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "with a password; save it without one"),
        (b"{\\rtf1 abc}", r"an RTF file.*save it as \.docx"),
        (b"Rar!\x1a\x07", r"a packed file.*\.zip"),
        (b"<?xml version='1.0'?><a/>", "XML, which is not read"),
    ],
)
def test_files_of_other_kinds_are_refused_with_what_to_do(data: bytes, what_to_do: str) -> None:
    with pytest.raises(InvalidInput, match=what_to_do):
        parse_document(data, ["a.txt"])


@pytest.mark.parametrize(
    "ending", "docx pptx xlsx pdf html md txt epub xliff xlf sdlxliff tmx po zip".split()
)
def test_files_of_every_kind_are_found_in_folders(ending: str) -> None:
    assert may_be_document(Path(f"a.{ending}"))


@pytest.mark.parametrize("ending", "tbx csv json toml utf8".split())
def test_glossaries_and_data_are_not(ending: str) -> None:
    assert not may_be_document(Path(f"a.{ending}"))


@pytest.mark.slow
def test_a_text_is_read_without_the_libraries_of_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("网格员每天走访居民。", encoding="utf-8")
    libraries = ["lxml", "zipfile", "pypdfium2", "polib", "trafilatura"]
    code = (
        "import sys; from glossary.documents import read_documents;"
        f"list(read_documents(sys.argv[1:])); print([one for one in {libraries} if one in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mail_is_refused_with_what_to_do(end: str) -> None:
    mail = ["From: a@example.com", "Subject: =?utf-8?B?", " 5qW85qCL?=", "MIME-Version: 1.0", "", "5qW85qCL"]
    with pytest.raises(InvalidInput, match="save it as"):
        tell_kind(end.join(mail), "mail.eml")


def test_a_text_that_speaks_of_mails_is_text() -> None:
    assert tell_kind("来源：青岚日报\n邮件的开头写着\nMIME-Version: 1.0\n", "mail.txt") == "text"
