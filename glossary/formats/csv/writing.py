"""Concepts as rows of the curator's spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.cells.fields import TERM_FIELDS, show_fields
from glossary.formats.cells.notation import SEPARATOR, escape_part, write_details, write_item
from glossary.formats.cells.rows import Layout, write_table
from glossary.formats.csv.columns import (
    COLUMNS,
    EVIDENCE_COLUMNS,
    RARE_RENDERING_FIELDS,
    name_snapshot_column,
)
from glossary.formats.csv.guarding import keep_apostrophe
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.model import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Concept,
    Definition,
    Evidence,
    Relation,
    Rendering,
    Status,
    Term,
    TermType,
)

LAYOUT = Layout(program="", spell=keep_apostrophe)
BEFORE_HEAD = "before_head=yes"
NO_FACT = ("",) * len(EVIDENCE_COLUMNS)
NOTHING_OF_RENDERING = ("",) * 6
NOTHING_OF_CONCEPT = ("",) * 7
Cells = tuple[str, ...]


def write_csv(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one row a rendering and fact of evidence; the languages are the base's own tags."""
    tally = Tally()
    write_table(out, table_rows(concepts, tally, snapshot=options.snapshot), layout=LAYOUT)
    return tally.report()


def table_rows(concepts: Iterable[Concept], tally: Tally, *, snapshot: str) -> Iterator[Cells]:
    """Yield the header and then each concept's rows."""
    yield (*COLUMNS, name_snapshot_column(snapshot)) if snapshot else COLUMNS
    end = ("",) if snapshot else ()
    for concept in concepts:
        yield from concept_rows(concept, end)
        tally.count(len(concept.renderings))


def concept_rows(concept: Concept, end: Cells = ()) -> Iterator[Cells]:
    """Yield a concept's rows: what holds for the whole concept stands in its first one alone.

    What holds for a rendering stands in its first row, one fact of evidence in each.
    """
    first = concept.terms[0]
    head = first if first.status is Status.PREFERRED else concept.head
    of_concept = concept_cells(concept, head)
    for rendering in concept.renderings:
        status, instead, note, serves, term_type, language, details = rendering_cells(rendering)
        for fact in rendering.evidence or (None,):
            field, scope, definitions, remark, others, zh_details, relations = of_concept
            lead = (concept.id, head.text, rendering.text, status, instead)
            about = (note, field, scope, definitions, remark, others, serves, term_type, language)
            yield (*lead, *evidence_cells(fact), *about, zh_details, details, relations, *end)
            status, instead, note, serves, term_type, details = NOTHING_OF_RENDERING
            of_concept = NOTHING_OF_CONCEPT
    if not concept.renderings:
        field, scope, definitions, remark, others, zh_details, relations = of_concept
        about = ("", field, scope, definitions, remark, others, "", "", "")
        yield (concept.id, head.text, "", "", "", *NO_FACT, *about, zh_details, "", relations, *end)


def concept_cells(concept: Concept, head: Term) -> Cells:
    """Return what is said once of a concept.

    It is field, scope, definitions, note, other terms, what is said of the head, and relations.
    """
    return (
        concept.subject_field,
        concept.scope,
        "\n".join(map(definition_item, concept.definitions)) if concept.definitions else "",
        concept.note,
        other_terms_cell(concept, head) if len(concept.terms) > 1 else "",
        term_details(head),
        "\n".join(map(relation_item, concept.relations)) if concept.relations else "",
    )


def term_details(term: Term) -> str:
    """Return what is said of a Chinese term; of most it is the status or the type alone."""
    has_more = term.language != SOURCE_LANGUAGE or term.note or term.reading or term.part_of_speech
    if has_more or term.case_sensitive or term.do_not_translate:
        return write_details(show_fields(term, TERM_FIELDS))
    status = "" if term.status is Status.ADMITTED else f"status={term.status}"
    kind = "" if term.term_type is TermType.FULL_FORM else f"term_type={term.term_type}"
    return f"{status}{SEPARATOR}{kind}" if status and kind else status or kind


def definition_item(definition: Definition) -> str:
    """Return a definition in one line."""
    details = {"language": definition.language, "source": definition.source}
    return write_item(definition.text, {name: text for name, text in details.items() if text})


def relation_item(relation: Relation) -> str:
    """Return a relation in one line."""
    return f"{relation.kind} {relation.concept}"


def other_terms_cell(concept: Concept, head: Term) -> str:
    """Return the Chinese terms beside the head, one a line; those that stand before it say so."""
    position = concept.terms.index(head)
    lines = []
    for index, term in enumerate(concept.terms):
        if index != position:
            parts = (escape_part(term.text), term_details(term), BEFORE_HEAD if index < position else "")
            lines.append(SEPARATOR.join(filter(None, parts)))
    return "\n".join(lines)


def rendering_cells(rendering: Rendering) -> Cells:
    """Return what is said once of a rendering: the common fields in columns, the rare ones as details.

    They are status, instead, note, serves, term type, language and details.
    """
    is_marked = rendering.case_sensitive or rendering.do_not_translate
    is_rare = is_marked or rendering.part_of_speech or rendering.reading
    return (
        rendering.status,
        rendering.instead,
        rendering.note,
        rendering.serves,
        "" if rendering.term_type is TermType.FULL_FORM else rendering.term_type,
        "" if rendering.language == TARGET_LANGUAGE else rendering.language,
        write_details(show_fields(rendering, RARE_RENDERING_FIELDS)) if is_rare else "",
    )


def evidence_cells(fact: Evidence | None) -> Cells:
    """Return one fact, in the order of its columns; its tier is always said."""
    if fact is None:
        return NO_FACT
    basis = fact.basis or ""
    return fact.publisher, fact.title, fact.date, fact.url, fact.tier, basis, fact.mirror_of, fact.note
