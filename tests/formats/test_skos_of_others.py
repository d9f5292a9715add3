"""Thesauri as other programs write them: N-Triples, RDF/XML, Turtle with the words of SPARQL."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from glossary.errors import InvalidInput
from glossary.formats.concepts import ImportedFile
from glossary.formats.registry import find_format, recognise

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LINES = f"""<http://example.org/lock> <{RDF}type> <{SKOS}Concept> .
<http://example.org/lock> <{SKOS}prefLabel> "\\u8239\\u95F8"@zh .
<http://example.org/lock> <{SKOS}prefLabel> "ship lock"@en .
"""
SPARQL = f'PREFIX s: <{SKOS}>\n<lock> a s:Concept ; s:prefLabel "船闸"@zh , "ship lock"@en .\n'
LABELS = '<s:prefLabel xml:lang="zh">船闸</s:prefLabel><s:prefLabel xml:lang="en">ship lock</s:prefLabel>'


def rdf_xml(inside: str = LABELS, *, doctype: str = "") -> str:
    concept = f'<s:Concept rdf:about="http://example.org/lock">{inside}</s:Concept>'
    return f'<?xml version="1.0"?>{doctype}<rdf:RDF xmlns:rdf="{RDF}" xmlns:s="{SKOS}">{concept}</rdf:RDF>'


def read(text: str, *, encoding: str = "utf-8") -> ImportedFile:
    return find_format("skos").read_whole(BytesIO(text.encode(encoding)))


@pytest.mark.parametrize("text", [LINES, SPARQL, rdf_xml()], ids=["n-triples", "sparql", "rdf-xml"])
def test_a_thesaurus_is_told_and_read_however_it_is_written(text: str) -> None:
    known = recognise(text.encode())
    assert known is not None
    assert known.name == "skos"
    (addition,) = read(text).additions
    assert [one.text for one in (*addition.terms, *addition.renderings)] == ["船闸", "ship lock"]


@pytest.mark.slow
def test_odd_addresses_and_dates_are_not_complained_of(tmp_path: Path) -> None:
    date = f'"2020-13-45"^^<{XSD}date>'
    path = tmp_path / "list.nt"
    path.write_text(f"{LINES}<http://example.org/{{lock}}> <{SKOS}note> {date} .\n", encoding="utf-8")
    read_it = "import sys; from glossary.formats.registry import find_format as find; "
    read_it += "print(len(find('skos').read_whole(open(sys.argv[1], 'rb')).additions))"
    command = [sys.executable, "-c", read_it, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_relative_address_says_nothing_of_this_machine() -> None:
    assert [addition.name for addition in read(SPARQL).additions] == ["file:///lock"]


def test_rdf_xml_may_be_in_utf_16() -> None:
    text = rdf_xml().replace('"1.0"', '"1.0" encoding="UTF-16"')
    assert len(read(text, encoding="utf-16").additions) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (rdf_xml("&x;", doctype='<!DOCTYPE rdf:RDF [<!ENTITY x "y">]>'), "declares the entity 'x'"),
        (rdf_xml(doctype='<!DOCTYPE rdf:RDF SYSTEM "http://example.org/x.dtd">'), "may have no DOCTYPE"),
        (rdf_xml("<s:note>" * 5_000), "line 1: .*no well-formed XML"),
        (rdf_xml("<s:note>"), "line 1: .*no well-formed XML"),
        (rdf_xml('<rdf:li rdf:ID="1 2"/>'), "no RDF/XML: "),
        (rdf_xml("<s:no\ufeffte/>"), "no RDF/XML: "),
    ],
    ids=["entity", "dtd", "nesting", "truncated", "wrong name", "mark in a name"],
)
def test_rdf_xml_that_is_broken_or_means_harm_is_refused(text: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        read(text)
