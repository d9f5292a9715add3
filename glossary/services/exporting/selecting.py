"""Which concepts of the base go into a file, and what of them: those asked for, closed, with contexts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from glossary.formats.concepts import Dropped
from glossary.formats.declaration import ExportOptions, ExportReport, Format
from glossary.formats.selection import Selection, close_relations, select
from glossary.model import Concept
from glossary.model.checks import ISO_DATE_CHARS
from glossary.services.clock import now_utc
from glossary.services.exporting.quoting import Quotations
from glossary.store import concepts as concept_rows
from glossary.store.database import Connection

CODES = ("source_lang", "target_lang")
USUAL = ExportOptions()


def write_selected(
    connection: Connection,
    format: Format,
    out: Any,
    *,
    options: ExportOptions,
    selection: Selection,
    named: Sequence[str] | None,
) -> ExportReport:
    """Write the concepts that are selected, as far as the format can carry them."""
    options = options if options.date else replace(options, date=now_utc()[:ISO_DATE_CHARS])
    told: list[Dropped] = []
    chosen = Counted(select_concepts(connection, selection, named, told))
    concepts: Iterable[Concept] = chosen
    if format.is_closed and not selection.is_everything:
        ids = frozenset(concept.id for concept in select_concepts(connection, selection, named, []))
        concepts = close_all(chosen, ids, told)
    if (limit := count_contexts(format, selection)) and "quoting" in format.options:
        quotations = Quotations(connection, limit=limit)
        concepts = quotations.passing(concepts)
        options = replace(options, quoting=quotations.of)
    report = format.write(concepts, out, options=options)
    return replace(
        report,
        left_out=(*report.left_out, *told),
        not_selected=concept_rows.count_concepts(connection) - chosen.count,
        unheeded=find_unheeded(format, options, selection),
        loses=format.loses,
    )


def count_contexts(format: Format, selection: Selection) -> int:
    """Return how many contexts of a concept are wanted, as many as is usual where nobody says."""
    return format.usual_contexts if selection.contexts is None else selection.contexts


def find_unheeded(format: Format, options: ExportOptions, selection: Selection) -> tuple[str, ...]:
    """Return the options that somebody asked for and that the format has no place for."""
    codes = [name for name in CODES if getattr(options, name) != getattr(USUAL, name)]
    contexts = ["contexts"] if selection.contexts and "quoting" not in format.options else []
    return (*(name for name in codes if name not in format.options), *contexts)


def select_concepts(
    connection: Connection, selection: Selection, named: Sequence[str] | None, told: list[Dropped]
) -> Iterator[Concept]:
    """Yield what is asked for, of the concepts that are ``named`` in their order, else of all by id."""
    if named is None:
        return select(concept_rows.iterate_concepts(connection), selection, told)
    return select(concept_rows.find_concepts(connection, named), selection, told)


class Counted:
    """Concepts that are counted as they pass."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = concepts
        self.count = 0

    def __iter__(self) -> Iterator[Concept]:
        for concept in self._concepts:
            self.count += 1
            yield concept


def close_all(concepts: Iterable[Concept], ids: frozenset[str], told: list[Dropped]) -> Iterator[Concept]:
    """Yield the concepts without relations that would lead out of the file; what is left out is told."""
    for concept in concepts:
        closed = close_relations(concept, ids)
        for relation in concept.relations if closed is not concept else ():
            if relation.concept not in ids:
                what = f"relation {relation.kind} {relation.concept}"
                told.append(Dropped(where=concept.id, what=what, why="that concept is not in the file"))
        yield closed
