"""PowerPoint files as python-pptx writes them."""

import io

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.util import Inches

from glossary.documents import parse_document

TITLE_AND_BODY, BLANK = 1, 6
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
BOX = (0, 0, Inches(2), Inches(1))


def lines(slides: Slides) -> list[str]:
    out = io.BytesIO()
    slides.save(out)
    document = parse_document(out.getvalue(), ["a.pptx"])
    assert (document.kind, document.offsets) == ("pptx", "extracted")
    return document.text.splitlines()


def add_text(slides: Slides, text: str) -> None:
    slides.slides.add_slide(slides.slide_layouts[BLANK]).shapes.add_textbox(*BOX).text_frame.text = text


def test_titles_and_paragraphs_are_lines_slide_by_slide() -> None:
    slides = Presentation()
    for number in "一二":
        slide = slides.slides.add_slide(slides.slide_layouts[TITLE_AND_BODY])
        slide.shapes.title.text = f"第{number}讲"
        slide.placeholders[1].text = "网格员走访\n楼栋长召集"
    assert lines(slides) == ["第一讲", "网格员走访", "楼栋长召集", "第二讲", "网格员走访", "楼栋长召集"]


def test_slides_come_in_the_order_in_which_they_are_shown() -> None:
    slides = Presentation()
    for text in ("后", "先"):
        add_text(slides, text)
    ids = slides.slides._sldIdLst
    ids.insert(0, ids[1])
    assert lines(slides) == ["先", "后"]


def test_tables_and_groups_are_read() -> None:
    slides = Presentation()
    shapes = slides.slides.add_slide(slides.slide_layouts[BLANK]).shapes
    table = shapes.add_table(1, 2, *BOX).table
    table.cell(0, 0).text, table.cell(0, 1).text = "街道", "网格"
    shapes.add_group_shape().shapes.add_textbox(*BOX).text_frame.text = "组中文字"
    assert lines(slides) == ["街道", "网格", "组中文字"]


def test_notes_follow_their_slide() -> None:
    slides = Presentation()
    add_text(slides, "甲")
    slides.slides[0].notes_slide.notes_text_frame.text = "讲稿"
    add_text(slides, "乙")
    assert lines(slides) == ["甲", "讲稿", "乙"]


def test_hidden_slides_are_left_out() -> None:
    slides = Presentation()
    add_text(slides, "甲")
    add_text(slides, "乙")
    slides.slides[0]._element.set("show", "0")
    assert lines(slides) == ["乙"]


def test_numbers_dates_and_footers_are_left_out() -> None:
    slides = Presentation()
    add_text(slides, "甲")
    tree = slides.slides[0].shapes._spTree
    for kind in ("sldNum", "dt", "ftr"):
        box = slides.slides[0].shapes.add_textbox(*BOX)
        box.text_frame.text = "每页都有"
        box._element.nvSpPr.nvPr.append(
            parse_xml(
                f'<p:ph xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" type="{kind}"/>'
            )
        )
    assert len(tree) > 3
    assert lines(slides) == ["甲"]


def test_a_line_break_ends_a_line_and_a_field_is_left_out() -> None:
    slides = Presentation()
    add_text(slides, "甲\v乙")
    paragraph = slides.slides[0].shapes[0].text_frame.paragraphs[0]._p
    paragraph.append(parse_xml(f'<a:fld {A} id="{{1}}" type="slidenum"><a:t>7</a:t></a:fld>'))
    assert lines(slides) == ["甲", "乙"]
