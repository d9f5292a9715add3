"""The obvious ways to write the same fields: lxml's xmlfile, and the csv module over rows in memory."""

import csv
import io
import time
from collections.abc import Iterable
from typing import Any, BinaryIO

from lxml import etree

from benchmarks.formats.concepts import Clock
from glossary.formats.csv.writing import concept_rows
from glossary.formats.tbx.names import STATUS_VALUES, TYPE_VALUES
from glossary.model import Concept, Evidence, Rendering, Term, TermType

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMESPACE = "urn:iso:std:iso:30042:ed-2"
ROWS_A_TIME = 1_000


def write_by_lxml(concepts: Iterable[Concept], out: BinaryIO) -> None:
    """Write the fields of TBX element by element, each entry as a small tree."""
    root = {"type": "TBX-Basic", "style": "dca", "xmlns": NAMESPACE}
    with (
        etree.xmlfile(out, encoding="utf-8") as file,
        file.element("tbx", root),
        file.element("text"),
        file.element("body"),
    ):
        for concept in concepts:
            file.write(make_entry(concept))


def make_entry(concept: Concept) -> Any:
    entry = etree.Element("conceptEntry", id=concept.id)
    etree.SubElement(entry, "descrip", type="subjectField").text = concept.subject_field
    for definition in concept.definitions:
        group = etree.SubElement(entry, "descripGrp")
        attributes = {"type": "definition", XML_LANG: definition.language}
        etree.SubElement(group, "descrip", attributes).text = definition.text
    for code, terms in (("zh-CN", concept.terms), ("en", concept.renderings)):
        section = etree.SubElement(entry, "langSec", {XML_LANG: code})
        for term in terms:
            add_term(section, term)
    return entry


def add_term(section: Any, term: Term) -> None:
    inner = etree.SubElement(section, "termSec")
    etree.SubElement(inner, "term").text = term.text
    etree.SubElement(inner, "termNote", type="administrativeStatus").text = STATUS_VALUES[term.status]
    if term.term_type is not TermType.FULL_FORM:
        etree.SubElement(inner, "termNote", type="termType").text = TYPE_VALUES[term.term_type]
    for fact in term.evidence if isinstance(term, Rendering) else ():
        add_fact(inner, fact)


def add_fact(inner: Any, fact: Evidence) -> None:
    said = f"publisher={fact.publisher} | title={fact.title} | date={fact.date} | tier={fact.tier}"
    etree.SubElement(inner, "admin", type="source").text = said
    etree.SubElement(inner, "xref", type="externalCrossReference", target=fact.url).text = fact.title


def write_by_csv(concepts: Iterable[Concept], out: BinaryIO) -> float:
    """Write the rows of the curator's table, which are made beforehand; return the seconds of writing."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    seconds = 0.0
    rows: list[tuple[str, ...]] = []
    for concept in concepts:
        rows.extend(concept_rows(concept))
        if len(rows) >= ROWS_A_TIME:
            seconds += _write(writer, rows)
            rows = []
    seconds += _write(writer, rows)
    text.detach()
    return seconds


def _write(writer: Any, rows: list[tuple[str, ...]]) -> float:
    started = time.process_time()
    writer.writerows(rows)
    return time.process_time() - started


def time_lxml(concepts: Iterable[Concept], out: BinaryIO) -> float:
    """Return the seconds that lxml takes."""
    clock = Clock()
    write_by_lxml(clock.passing(concepts), out)
    return clock.seconds
