"""What one document says by itself: declarations, marks, parallel clauses, persons."""

from glossary.mining.findings import Findings, study
from glossary.text.folding import fold

from .conftest import make_source


def studied(text: str) -> Findings:
    return study(fold(text), make_source(text).clean.kept)


def test_a_document_is_read_for_all_that_marks_terms() -> None:
    found = studied(
        "渔民陈志远说，渔港综合管理平台（简称渔管平台）做到“小事不出港、大事不出县”，推广“智慧海堤”。"
    )
    assert [pair.name for pair in found.declarations] == ["渔管平台"]
    assert "智慧海堤" in {mark.key for mark in found.marks}
    assert [one.clauses for one in found.parallels] == [("小事不出港", "大事不出县")]
    assert found.persons == ("陈志远",)


def test_both_names_of_a_declaration_are_marked() -> None:
    assert studied("渔港综合管理平台（简称渔管平台）").marked_keys >= {"渔港综合管理平台", "渔管平台"}


def test_what_lies_outside_the_kept_lines_says_nothing() -> None:
    assert study("渔港综合管理平台(简称渔管平台)和“智慧海堤”", ()) == Findings()


def test_the_same_text_gives_the_same_in_the_same_order() -> None:
    text = "推广“智慧海堤”、“数字渔港”和《潮汐预警条例》。"
    assert studied(text) == studied(text)
    assert list(studied(text).marks) == sorted(studied(text).marks)
