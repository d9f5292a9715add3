"""Concepts as JSON, one a line, with every field by the name that it has everywhere."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.model import Concept
from glossary.model.plain import concept_as_json


def write_jsonl(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one concept a line."""
    tally = Tally()
    for concept in concepts:
        out.write((show_concept(concept, options=options) + "\n").encode())
        tally.count(len(concept.renderings))
    return tally.report()


def show_concept(concept: Concept, *, options: ExportOptions) -> str:
    """Return a concept as a JSON object in one line, with its contexts where they were asked for."""
    text = concept_as_json(concept)
    quoted = [{"text": one.text, "source": one.source} for one in options.quoting(concept)]
    return f'{text[:-1]}, "contexts": {json.dumps(quoted, ensure_ascii=False)}}}' if quoted else text
