"""Whatever becomes of a file's bytes, reading it ends in documents and reasons."""

import io
from functools import cache
from zipfile import ZipFile

import docx
import openpyxl
import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from glossary.documents.contents import read_content

TMX = '<tmx><header/><body><tu><tuv xml:lang="zh"><seg>网<ph>x</ph>格</seg></tuv></tu></body></tmx>'
XLIFF = (
    '<xliff><file target-language="zh"><trans-unit><target>网<g>格</g></target></trans-unit></file></xliff>'
)
PO = 'msgid ""\nmsgstr "Language: zh\\n"\n\n#, c-format\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "网"\n'
KINDS = ("docx", "pptx", "xlsx", "pdf", "zip", "tmx", "xliff", "po")


@cache
def sample(kind: str) -> bytes:
    text = {"tmx": TMX, "xliff": XLIFF, "po": PO}.get(kind)
    return text.encode() if text else _write(kind)


def _write(kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "docx":
        word = docx.Document()
        word.add_paragraph("网格员")
        word.save(out)
    elif kind == "pptx":
        slides = pptx.Presentation()
        slides.slides.add_slide(slides.slide_layouts[0]).shapes.title.text = "网格员"
        slides.save(out)
    elif kind == "xlsx":
        book = openpyxl.Workbook()
        book.active.append(["网格员"])
        book.save(out)
    elif kind == "pdf":
        canvas = Canvas(out)
        canvas.drawString(72, 700, "grid worker")
        canvas.save()
    else:
        with ZipFile(out, "w") as file:
            file.writestr("a.docx", sample("docx"))
            file.writestr("b.po", sample("po"))
    return out.getvalue()


def unpacked(kind: str, place: int, change: bytes) -> bytes:
    """A package of this kind in which one part is changed, and packed soundly."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(sample(kind))) as source, ZipFile(out, "w") as target:
        names = source.namelist()
        for name in names:
            data = source.read(name)
            target.writestr(name, changed(data, place, change) if name == names[place % len(names)] else data)
    return out.getvalue()


def changed(data: bytes, place: int, change: bytes) -> bytes:
    at = place % (len(data) + 1)
    return data[:at] + change + data[at + len(change) + place % 7 :]


@pytest.mark.slow
@settings(max_examples=150)
@given(st.sampled_from(KINDS), st.integers(0, 100_000), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_explained(kind: str, place: int, change: bytes) -> None:
    assert read_content(changed(sample(kind), place, change), ["a"])


@pytest.mark.slow
@settings(max_examples=150)
@given(
    st.sampled_from(["docx", "pptx", "xlsx"]),
    st.integers(0, 100_000),
    st.binary(max_size=8) | st.sampled_from([b"<a>", b"</", b'="', b"<!DOCTYPE a>", b"&b;", b"x:"]),
)
def test_a_package_with_a_damaged_part_is_read_or_explained(kind: str, place: int, change: bytes) -> None:
    assert read_content(unpacked(kind, place, change), ["a"])
