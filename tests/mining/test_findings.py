"""What one document says by itself: declarations, marks, parallel clauses, persons."""

from glossary.mining.findings import Findings, study
from glossary.text.masking import mask

from .conftest import make_sources

HARBOUR = (
    "渔民陈志远说，渔港综合管理平台（简称渔管平台）上线。\n推广“智慧海堤”，做到“小事不出港、大事不出县”。"
)
DYKE = "海堤巡护员（又称守堤人）每天巡查。"


def studied(*texts: str) -> list[Findings]:
    return study([mask(source.clean) for source in make_sources(*texts)])


def test_a_document_is_read_for_all_that_marks_terms() -> None:
    (found,) = studied(HARBOUR)
    assert [pair.name for pair in found.declarations] == ["渔管平台"]
    assert "智慧海堤" in {mark.key for mark in found.marks}
    assert [one.clauses for one in found.parallels] == [("小事不出港", "大事不出县")]
    assert found.persons == ("陈志远",)


def test_both_names_of_a_declaration_are_marked() -> None:
    (found,) = studied("渔港综合管理平台（简称渔管平台）")
    assert found.marked_keys >= {"渔港综合管理平台", "渔管平台"}


def test_each_text_has_its_own_findings_with_places_in_itself() -> None:
    first, second = studied(DYKE, HARBOUR)
    assert (first.parallels, [pair.name for pair in first.declarations]) == ((), ["守堤人"])
    (slogan,) = second.parallels
    assert HARBOUR[slogan.start : slogan.end] == "小事不出港、大事不出县"


def test_what_stands_beside_a_text_changes_nothing_that_is_found_in_it() -> None:
    (alone,) = studied(HARBOUR)
    assert studied(DYKE, HARBOUR, DYKE)[1] == studied(HARBOUR, HARBOUR)[0] == alone


def test_a_text_of_line_ends_alone_says_nothing() -> None:
    assert study(["\n\n\n"]) == [Findings()]


def test_no_texts_have_no_findings() -> None:
    assert study([]) == []


def test_marks_come_in_one_order() -> None:
    (found,) = studied("推广“智慧海堤”、“数字渔港”和《潮汐预警条例》。")
    assert list(found.marks) == sorted(found.marks)
