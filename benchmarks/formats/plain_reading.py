"""The obvious ways to read the same fields: lxml's iterparse, and the csv module."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
Element = Any
Fields = tuple[Any, ...]


def read_by_iterparse(path: Path) -> Iterator[Fields]:
    """Yield of each entry every field that stands in it, as texts; each is freed before the next.

    Publisher, title, date and tier of a fact stand in one text, and are fields all the same: it is cut up.
    """
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
    for _, entry in etree.iterparse(str(path), tag=f"{NAMESPACE}conceptEntry", **options):
        yield read_entry(entry)
        entry.clear()
        while entry.getprevious() is not None:
            del entry.getparent()[0]


def read_entry(entry: Element) -> Fields:
    subject_field, definitions, notes, relations, languages = None, [], [], [], []
    for child in entry:
        name = child.tag
        if name == f"{NAMESPACE}langSec":
            languages.append((child.get(LANGUAGE), [read_term(section) for section in child]))
        elif name == f"{NAMESPACE}descrip":
            subject_field = child.text
        elif name == f"{NAMESPACE}descripGrp":
            definitions.append([(one.get("type"), one.get(LANGUAGE), one.text) for one in child])
        elif name == f"{NAMESPACE}note":
            notes.append(child.text)
        elif name == f"{NAMESPACE}ref":
            relations.append((child.get("target"), child.text))
    return entry.get("id"), subject_field, definitions, notes, relations, languages


def read_term(section: Element) -> Fields:
    evidence: list[object] = []
    text, term_notes, notes = None, {}, []
    for child in section:
        name = child.tag
        if name == f"{NAMESPACE}term":
            text = child.text
        elif name == f"{NAMESPACE}termNote":
            term_notes[child.get("type")] = child.text
        elif name == f"{NAMESPACE}note":
            notes.append(child.text)
        elif name == f"{NAMESPACE}admin":
            evidence.append(dict(part.split("=", 1) for part in child.text.split(" | ")))
        elif name == f"{NAMESPACE}xref":
            evidence.append((child.get("target"), child.text))
    return text, term_notes, notes, evidence


def read_by_csv(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by their columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
