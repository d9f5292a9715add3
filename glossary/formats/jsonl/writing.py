"""Concepts as JSON, one a line, with every field by the name that it has everywhere."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.json.writing import show_concept
from glossary.model import Concept


def write_jsonl(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one concept a line."""
    tally = Tally()
    for concept in concepts:
        out.write((show_concept(concept, options=options) + "\n").encode())
        tally.count(len(concept.renderings))
    return tally.report()
