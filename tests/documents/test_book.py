import io
from zipfile import ZipFile

import pytest

from glossary.documents import parse_document
from glossary.documents.contents import read_content
from glossary.errors import InvalidInput
from glossary.model import Document, Unread

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
METADATA = (
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>议事手册</dc:title><dc:title>副题</dc:title>'
    "<dc:publisher>青岚出版社</dc:publisher><dc:date>2022-05-06T08:00:00Z</dc:date></metadata>"
)
PACKAGE = (
    f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0">{METADATA}<manifest>'
    '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="1" href="text/%E4%B8%80.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="2" href="text/2.html" media-type="application/xhtml+xml"/>'
    '<item id="p" href="cover.jpg" media-type="image/jpeg"/></manifest>'
    '<spine><itemref idref="p"/><itemref idref="n"/><itemref idref="2"/><itemref idref="1"/></spine>'
    "</package>"
)


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'


PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": page("目录"),
    "OEBPS/text/一.xhtml": page("第二章", "居民议事。"),
    "OEBPS/text/2.html": page("第一章", "网格员<b>每天</b>走访。"),
}


def pack(**changes: str | bytes | None) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as file:
        for name, text in {**PARTS, **changes}.items():
            if text is not None:
                file.writestr(name, text)
    return out.getvalue()


def test_chapters_come_in_the_order_of_the_spine_without_the_table_of_contents() -> None:
    document = parse_document(pack(), ["a.epub"])
    assert document.text.splitlines() == ["第一章", "网格员每天走访。", "第二章", "居民议事。"]
    assert (document.kind, document.offsets) == ("epub", "extracted")


def test_the_package_says_title_publisher_and_date() -> None:
    document = parse_document(pack(), ["a.epub"])
    assert (document.title, document.publisher, document.date) == ("议事手册", "青岚出版社", "2022-05-06")


def test_a_chapter_is_read_whole_not_as_a_web_page() -> None:
    document = parse_document(pack(**{"OEBPS/text/2.html": page("相关推荐", "首页", "版权所有")}), ["a.epub"])
    assert document.text.splitlines()[:3] == ["相关推荐", "首页", "版权所有"]


def test_pinyin_above_characters_is_left_out() -> None:
    text = "<ruby>网<rp>(</rp><rt>wǎng</rt><rp>)</rp></ruby>格员"
    assert parse_document(pack(**{"OEBPS/text/2.html": page(text)}), ["a.epub"]).text.startswith("网格员\n")


def test_a_book_is_told_by_its_container_where_the_mimetype_is_missing() -> None:
    assert parse_document(pack(mimetype=None), ["a.epub"]).kind == "epub"


def test_a_chapter_in_an_old_encoding_is_decoded() -> None:
    chapter = page("网格员每天走访居民，社区的事情有人管。").encode("gb18030")
    assert "网格员每天走访" in parse_document(pack(**{"OEBPS/text/2.html": chapter}), ["a.epub"]).text


def test_a_chapter_that_is_missing_is_reported_and_the_rest_read() -> None:
    document, unread = read_content(pack(**{"OEBPS/text/2.html": None}), ["a.epub"])
    assert isinstance(document, Document)
    assert document.text.splitlines() == ["第二章", "居民议事。"]
    assert unread == Unread(
        path="a.epub", reason="OEBPS/text/2.html: it is damaged: there is no OEBPS/text/2.html in it"
    )


def test_a_locked_book_is_refused() -> None:
    reference = "<CipherReference URI='OEBPS/text/{}'/>"
    locked = f"<encryption>{reference.format('2.html')}{reference.format('%E4%B8%80.xhtml')}</encryption>"
    with pytest.raises(InvalidInput, match="digital rights management"):
        parse_document(pack(**{"META-INF/encryption.xml": locked}), ["a.epub"])


@pytest.mark.parametrize("package", [None, "<package>"])
def test_a_damaged_book_is_refused(package: str | None) -> None:
    with pytest.raises(InvalidInput):
        parse_document(pack(**{"OEBPS/book.opf": package}), ["a.epub"])
