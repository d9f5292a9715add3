"""Concepts as rows of the curator's spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.files.tables import write_rows
from glossary.formats.csv.columns import COLUMNS, EVIDENCE_FIELD_OF, name_snapshot_column
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.fields import TERM_FIELDS, show_evidence, show_fields, show_rendering
from glossary.formats.notation import write_details, write_item
from glossary.model import TARGET_LANGUAGE, Concept, Definition, Evidence, Relation, Rendering

COLUMN_OF_RENDERING_FIELD = {
    "status": "status",
    "instead": "instead",
    "serves": "serves",
    "term_type": "term_type",
    "note": "rendering_note",
}
Cells = dict[str, str]


def write_csv(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a rendering and fact of evidence; the languages are the base's own tags."""
    tally = Tally()
    write_rows(out, table_rows(concepts, tally, snapshot=options.snapshot))
    return tally.report()


def table_rows(concepts: Iterable[Concept], tally: Tally, *, snapshot: str) -> Iterator[list[str]]:
    """Yield the header and then each concept's rows."""
    columns = (*COLUMNS, name_snapshot_column(snapshot)) if snapshot else COLUMNS
    yield list(columns)
    for concept in concepts:
        for cells in concept_rows(concept):
            yield [cells.get(name, "") for name in columns]
        tally.count(len(concept.renderings))


def concept_rows(concept: Concept) -> Iterator[Cells]:
    """Yield a concept's rows: what holds for the whole concept stands in its first one alone."""
    key = {"id": concept.id, "zh": concept.head.text}
    pending = concept_cells(concept)
    for rendering in concept.renderings:
        for cells in rendering_rows(rendering):
            yield key | cells | pending
            pending = {}
    if not concept.renderings:
        yield key | pending


def rendering_rows(rendering: Rendering) -> Iterator[Cells]:
    """Yield a rendering's rows, one a fact: what holds for the rendering stands in its first one alone."""
    language = "" if rendering.language == TARGET_LANGUAGE else rendering.language
    key = {"en": rendering.text, "language": language}
    pending = rendering_cells(rendering)
    for fact in rendering.evidence:
        yield key | evidence_cells(fact) | pending
        pending = {}
    if not rendering.evidence:
        yield key | pending


def concept_cells(concept: Concept) -> Cells:
    """Return what is said once of a concept."""
    return {
        "subject_field": concept.subject_field,
        "scope": concept.scope,
        "note": concept.note,
        "definitions": "\n".join(map(definition_item, concept.definitions)),
        "other_zh": other_terms_cell(concept),
        "zh_details": write_details(show_fields(concept.head, TERM_FIELDS)),
        "relations": "\n".join(map(relation_item, concept.relations)),
    }


def definition_item(definition: Definition) -> str:
    """Return a definition in one line."""
    details = {"language": definition.language, "source": definition.source}
    return write_item(definition.text, {name: text for name, text in details.items() if text})


def relation_item(relation: Relation) -> str:
    """Return a relation in one line."""
    return f"{relation.kind} {relation.concept}"


def other_terms_cell(concept: Concept) -> str:
    """Return the Chinese terms beside the head, one a line; those that stand before it say so."""
    position = concept.terms.index(concept.head)
    return "\n".join(
        write_item(
            term.text, show_fields(term, TERM_FIELDS) | ({"before_head": "yes"} if index < position else {})
        )
        for index, term in enumerate(concept.terms)
        if index != position
    )


def rendering_cells(rendering: Rendering) -> Cells:
    """Return what is said once of a rendering: the common fields in columns, the rare ones as details."""
    shown = show_rendering(rendering)
    shown.pop("language", None)
    details = {name: text for name, text in shown.items() if name not in COLUMN_OF_RENDERING_FIELD}
    cells = {column: shown.get(name, "") for name, column in COLUMN_OF_RENDERING_FIELD.items()}
    return cells | {"en_details": write_details(details)}


def evidence_cells(fact: Evidence) -> Cells:
    """Return one fact."""
    shown = show_evidence(fact)
    return {column: shown.get(name, "") for column, name in EVIDENCE_FIELD_OF.items()}
