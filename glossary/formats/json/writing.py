"""Concepts as one JSON object, written line by line."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.model import Concept
from glossary.model.plain import concept_as_json

FORMAT_NAME = "glossary"
VERSION = 1


def write_json(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the object with a concept a line, so that two files can be compared line by line."""
    tally = Tally()
    head = {"format": FORMAT_NAME, "version": VERSION, "snapshot": options.snapshot}
    out.write((json.dumps(head, ensure_ascii=False)[:-1] + ', "concepts": [').encode())
    for concept in concepts:
        start = ",\n" if tally.concepts else "\n"
        out.write((start + show_concept(concept, options=options)).encode())
        tally.count(len(concept.renderings))
    out.write(b"\n]}\n")
    return tally.report()


def show_concept(concept: Concept, *, options: ExportOptions) -> str:
    """Return a concept as a JSON object in one line, with its contexts where they were asked for."""
    text = concept_as_json(concept)
    quoted = [{"text": one.text, "source": one.source} for one in options.quoting(concept)]
    return f'{text[:-1]}, "contexts": {json.dumps(quoted, ensure_ascii=False)}}}' if quoted else text
