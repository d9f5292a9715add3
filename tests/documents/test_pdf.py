"""PDF files as reportlab writes them."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from glossary.documents import parse_document
from glossary.documents.contents import read_content
from glossary.errors import InvalidInput
from glossary.model import Document, Unread

FONT, SIZE, LEADING, LEFT, TOP = "STSong-Light", 12, 20, 72, 760
LONG = "网格员每天走访居民，把矛盾纠纷和安全隐患记在手机里，社区的事情就有人管了，居民有话也愿意同网格员说。"
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, title: str = "", encrypt: StandardEncryption | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    canvas.setTitle(title)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, header: str = "", footer: str = "") -> Draw:
    def draw(canvas: Canvas) -> None:
        if header:
            canvas.drawString(200, 815, header)
        for number, text in enumerate(texts):
            canvas.drawString(LEFT, TOP - number * LEADING, text)
        if footer:
            canvas.drawString(280, 30, footer)

    return draw


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)


def broken(paragraph: str, *, indent: str = "　　", width: int = 37) -> list[str]:
    """A paragraph as lines of a page, its first one indented by two characters."""
    text = indent + paragraph
    return [text[at : at + width] for at in range(0, len(text), width)]


def read(data: bytes) -> Document:
    return parse_document(data, ["a.txt"])


def test_a_pdf_is_told_by_its_content_whatever_its_name() -> None:
    document = read(pdf(lines("网格员")))
    assert (document.text, document.kind, document.offsets) == ("网格员", "pdf", "extracted")


def test_lines_broken_inside_a_paragraph_are_joined_without_a_blank() -> None:
    assert read(pdf(lines(*broken(LONG * 2), *broken(LONG * 3)))).text.splitlines() == [LONG * 2, LONG * 3]


def test_a_paragraph_that_fills_its_last_line_ends_where_the_next_is_indented() -> None:
    full = (LONG * 3)[: 37 * 3 - 2]
    assert read(pdf(lines(*broken(full), *broken(LONG * 2)))).text.splitlines() == [full, LONG * 2]


def test_short_lines_stay_lines() -> None:
    assert read(pdf(lines("街道", "东湖街道", "网格"))).text.splitlines() == ["街道", "东湖街道", "网格"]


def test_an_item_of_a_list_that_the_reader_runs_into_the_next_is_a_line() -> None:
    def slide(canvas: Canvas) -> None:
        for number, text in enumerate(("要点一", "要点二")):
            base = 375 - 45 * number
            canvas.setFont(FONT, 21)
            canvas.drawString(43, base + 5, "•")
            canvas.setFont(FONT, 32)
            canvas.drawString(70, base, text)

    assert read(pdf(slide)).text.replace(" ", "").splitlines() == ["•要点一", "•要点二"]


def test_a_blank_that_only_justifies_a_line_is_none() -> None:
    def spaced(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "第")
        canvas.drawString(LEFT + 15, TOP, "1")
        canvas.drawString(LEFT + 25, TOP, "章　")
        canvas.drawString(LEFT + 80, TOP, "总则")

    assert read(pdf(spaced)).text.replace("　", " ").split() == ["第1章", "总则"]


def test_marks_that_are_drawn_after_the_rest_of_a_line_stand_where_they_are_seen() -> None:
    def marked(canvas: Canvas) -> None:
        for text, at in (("推行", 0), ("网格吹哨", 3), ("制度。", 8), ("“", 2), ("”", 7)):
            canvas.drawString(LEFT + at * SIZE, TOP, text)

    assert read(pdf(marked)).text == "推行“网格吹哨”制度。"


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    first, *rest = broken(LONG * 3)
    pages = (lines("第一章 总则", *broken(LONG), first), lines(*rest, *broken(LONG)))
    assert read(pdf(*pages)).text.splitlines() == ["第一章 总则", LONG, LONG * 3, LONG]


def test_page_numbers_and_running_headers_are_left_out() -> None:
    pages = [
        lines(f"第{number}讲 议事", header="青岚市议事手册", footer=f"- {number} -") for number in range(1, 5)
    ]
    assert read(pdf(*pages)).text.splitlines() == [f"第{number}讲 议事" for number in range(1, 5)]


def test_headers_of_left_and_right_pages_are_left_out() -> None:
    pages = [
        lines(f"讲{letter}", header=("青岚市", "议事手册")[number % 2], footer=f"第 {number} 页 共 8 页")
        for number, letter in enumerate("甲乙丙丁戊己庚辛", 1)
    ]
    assert read(pdf(*pages)).text.splitlines() == [f"讲{letter}" for letter in "甲乙丙丁戊己庚辛"]


def test_a_sentence_that_stands_on_every_page_is_no_header() -> None:
    pages = [lines("小事不出楼，大事不出社区。", f"讲{letter}") for letter in "甲乙丙"]
    assert read(pdf(*pages)).text.count("小事不出楼") == 3


def test_english_lines_are_joined_with_a_blank() -> None:
    text = "Grid workers visit every household twice a month and write down what the neighbours say about"
    found = read(pdf(lines(text, text, "safety."))).text
    assert found == f"{text} {text} safety."


def test_radicals_and_ligatures_become_the_characters_that_were_meant() -> None:
    document = read(pdf(lines("社会⼯作者⻅证民⽣")))
    assert document.text == "社会工作者见证民生"
    assert document.repairs == {"compatibility-character": 3}


def test_the_properties_say_title_and_date() -> None:
    document = read(pdf(lines(LONG), title="Microsoft Word - 关于楼栋议事的通知.docx"))
    assert document.title == "关于楼栋议事的通知"
    assert len(document.date) == len("2022-05-06")


def test_a_page_that_is_shown_turned_is_read_in_its_lines() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.setFont(FONT, SIZE)
        for number, text in enumerate(broken(LONG * 2)):
            canvas.drawString(LEFT, 500 - number * LEADING, text)

    assert read(pdf(turned)).text == LONG * 2


def test_a_scanned_pdf_says_so() -> None:
    with pytest.raises(InvalidInput, match=r"a scanned PDF.*OCR"):
        read(pdf(picture, picture))


def test_the_mark_that_a_scanning_program_leaves_on_every_page_is_no_text() -> None:
    def scanned(canvas: Canvas) -> None:
        picture(canvas)
        canvas.drawString(400, 20, "扫描王 创建")

    with pytest.raises(InvalidInput, match="a scanned PDF"):
        read(pdf(scanned, scanned))


def test_a_pdf_whose_fonts_are_of_no_known_characters_says_so() -> None:
    with pytest.raises(InvalidInput, match="which characters they draw; run OCR"):
        read(pdf(lines("\ue000\ue001\ue002\ue003甲")))


def test_a_pdf_of_empty_pages_has_no_text() -> None:
    with pytest.raises(InvalidInput, match="a PDF without text"):
        read(pdf(lambda canvas: None))


def test_scanned_pages_in_a_pdf_are_reported_and_the_others_read() -> None:
    document, unread = read_content(pdf(lines("网格员"), picture, picture), ["a.pdf"])
    assert isinstance(document, Document)
    assert document.text == "网格员"
    assert unread == Unread(
        path="a.pdf", reason="2 of its 3 pages are pictures without text; run OCR to read them too"
    )


def test_a_damaged_page_is_reported_and_the_others_read() -> None:
    data = pdf(lines("第一页"), lines("第二页"))
    document, unread = read_content(data.replace(b"/Type /Page\n", b"/Type /Pag\n\n", 1), ["a.pdf"])
    assert isinstance(document, Document)
    assert document.text == "第二页"
    assert unread == Unread(
        path="a.pdf", reason="1 of its 2 pages are damaged; save it as a new PDF to read them too"
    )


def test_a_cover_without_text_is_not_worth_a_word() -> None:
    assert len(read_content(pdf(picture, lines("网格员")), ["a.pdf"])) == 1


def test_one_picture_amid_the_pages_of_a_short_document_is_told() -> None:
    _, unread = read_content(pdf(lines("网格员"), picture, lines("社区")), ["a.pdf"])
    assert isinstance(unread, Unread)


def test_a_pdf_with_a_password_says_so() -> None:
    with pytest.raises(InvalidInput, match="a PDF with a password"):
        read(pdf(lines("网格员"), encrypt=StandardEncryption("secret")))


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read(pdf(lines("网格员"), encrypt=StandardEncryption("", ownerPassword="secret"))).text == "网格员"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0\xff" * 300, pdf(lines("甲"))[:200]])
def test_a_damaged_pdf_says_so(data: bytes) -> None:
    with pytest.raises(InvalidInput, match=r"a damaged PDF|a PDF without text"):
        read(data)


def test_the_rows_of_a_table_that_fill_the_page_stay_rows() -> None:
    def table(canvas: Canvas) -> None:
        for row in range(4):
            for column, text in enumerate(("渔港避风锚地改造", "渔业农业农村局", "渔港指挥中心值班")):
                canvas.drawString(LEFT + column * 170, TOP - row * LEADING, text)

    assert read(pdf(table)).text.count("\n") == 3
