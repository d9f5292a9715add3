"""Word files as python-docx writes them, with what it has no words for put in as XML."""

import io
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from glossary.documents import parse_document
from glossary.errors import InvalidInput
from glossary.model import Document

W = nsdecls("w")


def read(word: WordDocument) -> Document:
    out = io.BytesIO()
    word.save(out)
    return parse_document(out.getvalue(), ["a.docx"])


def read_paragraph(inner: str) -> list[str]:
    """The lines of a document whose only paragraph holds this WordprocessingML."""
    word = docx.Document()
    word.element.body.insert(0, parse_xml(f"<w:p {W}>{inner}</w:p>"))
    return read(word).text.splitlines()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_paragraphs_headings_and_cells_are_lines_in_their_order() -> None:
    word = docx.Document()
    word.add_heading("楼栋议事规则", 1)
    word.add_paragraph("网格员").add_run("每天走访。")
    table = word.add_table(2, 2)
    for cell, text in zip(table._cells, ["街道", "网格", "东湖", "十二"], strict=True):
        cell.text = text
    word.add_paragraph("附则")
    document = read(word)
    assert document.text.splitlines() == [
        "楼栋议事规则",
        "网格员每天走访。",
        "街道",
        "网格",
        "东湖",
        "十二",
        "附则",
    ]
    assert (document.kind, document.offsets) == ("docx", "extracted")


def test_headers_and_footers_are_left_out() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "页眉"
    word.sections[0].footer.paragraphs[0].text = "页脚"
    word.add_paragraph("正文")
    assert read(word).text == "正文"


def test_insertions_are_kept_and_deletions_left_out() -> None:
    assert read_paragraph(
        run("网")
        + f'<w:ins w:id="1" w:author="a">{run("格")}</w:ins>'
        + '<w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
        + f'<w:moveFrom w:id="3" w:author="a">{run("搬走")}</w:moveFrom>'
        + f'<w:moveTo w:id="4" w:author="a">{run("员")}</w:moveTo>'
    ) == ["网格员"]


def test_a_deleted_row_is_left_out() -> None:
    word = docx.Document()
    row = f"<w:tr>{{}}<w:tc><w:p>{run('{}')}</w:p></w:tc></w:tr>"
    deleted = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>'
    rows = row.format("", "留") + row.format(deleted, "删")
    word.element.body.insert(0, parse_xml(f"<w:tbl {W}><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"))
    assert read(word).text == "留"


def test_hidden_text_is_left_out() -> None:
    shown = run("看得见", '<w:vanish w:val="0"/>')
    assert read_paragraph(shown + run("看不见", "<w:vanish/>")) == ["看得见"]


def test_text_in_a_hidden_style_is_left_out() -> None:
    word = docx.Document()
    word.styles.add_style("暗", 1).font.hidden = True
    word.add_paragraph("看不见", style="暗")
    word.add_paragraph("看得见")
    assert read(word).text == "看得见"


def test_a_table_of_contents_is_left_out() -> None:
    word = docx.Document()
    word.styles.add_style("toc 1", 1)
    word.add_paragraph("第一章 总则\t1", style="toc 1")
    word.add_paragraph("第一章 总则")
    assert read(word).text == "第一章 总则"


def test_a_text_box_is_read_once_though_it_is_there_for_old_programs_too() -> None:
    box = f"<w:txbxContent><w:p>{run('框中文字')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_paragraph(run("正") + both + run("文")) == ["框中文字", "正文"]


def test_pinyin_above_characters_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('wǎng')}</w:rt><w:rubyBase>{run('网')}</w:rubyBase></w:ruby></w:r>"
    assert read_paragraph(ruby + run("格员")) == ["网格员"]


def test_field_codes_are_left_out_and_their_results_kept() -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    assert read_paragraph(code + run("见第三条")) == ["见第三条"]


def test_placeholders_that_wait_for_text_are_left_out() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    waiting = control.format("<w:showingPlcHdr/>", run("单击此处输入文字"))
    assert read_paragraph(waiting + control.format("", run("已填"))) == ["已填"]


def test_breaks_in_a_paragraph_end_a_line_and_tabs_do_not() -> None:
    assert read_paragraph(
        run("甲") + "<w:r><w:br/></w:r>" + run("乙") + "<w:r><w:tab/></w:r>" + run("丙")
    ) == [
        "甲",
        "乙\t丙",
    ]


def test_footnotes_follow_the_text() -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    word = docx.Document()
    word.add_paragraph("正文")
    notes = f'<w:footnotes {W}><w:footnote w:id="1"><w:p>{run("注释")}</w:p></w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert read(word).text.splitlines() == ["正文", "注释"]


def test_the_properties_say_title_and_date() -> None:
    word = docx.Document()
    word.core_properties.title = "楼栋议事规则"
    word.core_properties.created = datetime(2022, 5, 6, tzinfo=UTC)
    word.add_paragraph("正文如下，网格员每天走访居民，登记信息。")
    document = read(word)
    assert (document.title, document.date) == ("楼栋议事规则", "2022-05-06")


def test_what_the_text_says_of_itself_goes_before_the_properties() -> None:
    word = docx.Document()
    word.core_properties.title = "Word 文档"
    word.core_properties.created = datetime(2019, 12, 23, tzinfo=UTC)
    for line in (
        "楼栋议事破解难题",
        "来源：青岚日报 2022-05-06",
        "网格员每天走访居民，登记信息，小事当天就办。",
    ):
        word.add_paragraph(line)
    document = read(word)
    assert (document.title, document.publisher, document.date) == (
        "楼栋议事破解难题",
        "青岚日报",
        "2022-05-06",
    )


def test_the_day_of_a_library_s_template_is_no_date() -> None:
    word = docx.Document()
    word.add_paragraph("网格员每天走访居民，登记信息，小事当天就办。")
    assert read(word).date == ""


def test_front_matter_in_a_document_is_believed() -> None:
    word = docx.Document()
    for line in ("---", "title: 议事", "sample: true", "---", "网格员每天走访。"):
        word.add_paragraph(line)
    document = read(word)
    assert (document.title, document.sample) == ("议事", True)


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(InvalidInput, match="empty"):
        read(docx.Document())
