"""The glossary module of XLIFF allows no entry that says nothing."""

from lxml import etree
from msgspec.structs import replace
from small_base import CONCEPTS

from glossary.model import Concept, Status
from glossary.report.annotation import Mark, MarkedText, Naming, Sense
from glossary.report.annotation_xliff import write_xliff

GREENWAY = CONCEPTS[0]
MARK = "{urn:oasis:names:tc:xliff:document:2.0}mrk"
GLOSSARY = "{urn:oasis:names:tc:xliff:glossary:2.0}"


def written(concept: Concept) -> etree._Element:
    naming = Naming("绿道", Status.PREFERRED, (Sense(concept, concept.renderings),))
    marks = [Mark(start, start + 2, "绿道", naming) for start in (0, 3)]
    text = "".join(write_xliff([MarkedText("绿道、绿道", marks)], original="a.txt"))
    return etree.fromstring(text.encode())


def said(root: etree._Element) -> list[list[str]]:
    return [
        [child.tag.removeprefix(GLOSSARY) for child in entry] for entry in root.iter(f"{GLOSSARY}glossEntry")
    ]


def test_a_term_has_one_entry_that_leads_to_its_first_place() -> None:
    root = written(GREENWAY)
    assert said(root) == [["term", "translation", "definition"]]
    assert [mark.get("ref") for mark in root.iter(MARK)] == ["#gls=g1", "#gls=g1"]
    assert [entry.get("ref") for entry in root.iter(f"{GLOSSARY}glossEntry")] == ["#m1"]


def test_where_there_is_no_rendering_the_definition_is_told() -> None:
    assert said(written(replace(GREENWAY, renderings=()))) == [["term", "definition"]]


def test_a_term_of_which_nothing_is_told_is_marked_alone() -> None:
    root = written(replace(GREENWAY, renderings=(), definitions=()))
    assert said(root) == []
    assert [(mark.get("type"), mark.get("ref")) for mark in root.iter(MARK)] == [("term", None)] * 2
