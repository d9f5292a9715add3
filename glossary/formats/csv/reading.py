"""The curator's spreadsheet back as concepts, one at a time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from glossary.errors import InvalidInput
from glossary.files.tables import Row, TextTable
from glossary.formats.concepts import Dropped, FileHead, Piece, shorten
from glossary.formats.csv.body import LINE, Body
from glossary.formats.csv.columns import SAID_ONCE_COLUMNS, absent_fields, read_snapshot_column
from glossary.formats.csv.finding import lay_out
from glossary.formats.csv.grouping import count_scattered, group_rows
from glossary.formats.csv.guarding import unguard_row
from glossary.formats.csv.layout import Layout, Rows, tell_unread
from glossary.formats.csv.row import ConceptKey, RenderingKey, Statement, parse_statement
from glossary.formats.declaration import ImportOptions
from glossary.formats.settling import Parts, settle_into
from glossary.model import Evidence, Rendering, Term, Tier

SHORT_ROW = "it has fewer cells than the header, so nothing is cleared; is the file cut off?"
Said = dict[str, tuple[Any, str]]  # a field, what it is, and the line that says so


@dataclass(slots=True)
class Gathered:
    """What the rows of one concept, or of one rendering, say together."""

    said: Said = field(default_factory=dict)
    evidence: dict[Evidence, None] = field(default_factory=dict)
    renderings: dict[RenderingKey, "Gathered"] = field(default_factory=dict)
    where: str = ""


def read_csv(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what the table says; raises InvalidInput where a required column is missing."""
    return read_text_table(TextTable(source), options=options)


def read_text_table(table: TextTable, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a table in text says, whether or not its cells were guarded from being run."""
    return read_table(lambda: map(unguard_row, table.rows()), options=options)


def read_table(rows: Rows, *, options: ImportOptions, place: str = LINE) -> Iterator[Piece]:
    """Yield what a table says whose rows are read twice: once to see which concepts are scattered over it.

    ``place`` is what a row is called before its number.
    """
    layout = lay_out(rows, options=options)
    yield make_head(layout)
    if not options.columns:
        yield from tell_unread(layout, place)
    is_ours = not (layout.is_guessed or options.columns) or not layout.is_foreign
    body = Body(rows, layout, place, foreign=not is_ours)
    scattered = count_scattered(key for key, _ in body.keyed())
    dropped: list[Dropped] = []
    for key, group in group_rows(body.keyed(), scattered):
        if parts := read_concept(key, group, body, dropped):
            yield from settle_into(parts, dropped)
        yield from dropped
        dropped.clear()


def make_head(layout: Layout) -> FileHead:
    """Return what a table says of itself: its columns, and the state of the base that a header cell names."""
    present = frozenset(layout.columns)
    headers = layout.header.cells if layout.header else ()
    return FileHead(
        absent=absent_fields(present),
        snapshot=next(filter(None, map(read_snapshot_column, headers)), ""),
        columns=layout.shown(),
        is_guessed=layout.is_guessed,
    )


def read_concept(key: ConceptKey, rows: Iterable[Row], body: Body, dropped: list[Dropped]) -> Parts | None:
    """Return what the rows of one concept say together, None where no row can be used."""
    statements, is_partial, bad_row = parse_rows(key, rows, body, dropped)
    if bad_row:
        drop_orphans(statements, bad_row, dropped)
        return None
    concept = gather_concept(statements, dropped)
    return make_parts(key, concept, is_partial=is_partial) if concept else None


def parse_rows(
    key: ConceptKey, rows: Iterable[Row], body: Body, dropped: list[Dropped]
) -> tuple[list[Statement], bool, str]:
    """Return what the good rows state, whether some are bad, and the first bad one with a fact said once."""
    statements: list[Statement] = []
    is_partial, spoiling = False, ""
    for row in rows:
        where = body.where(row)
        cells = body.cells(row, dropped)
        try:
            statement = parse_statement(cells, where)
        except InvalidInput as error:
            is_partial = True
            if not SAID_ONCE_COLUMNS.isdisjoint(cells):
                spoiling = spoiling or where
            why, id = str(error), cells.get("id", "")
            what = "the row" if any(key) else f"the row {remind(row)!r}"
            dropped.append(Dropped(where=where, what=what, why=why, concept=id))
        else:
            statements.append(statement)
            if body.is_cut_off(row):
                is_partial = True
                dropped.append(Dropped(where=where, what="the end of the row", why=SHORT_ROW))
            tell_missing_tier(cells, statement, dropped)
    return statements, is_partial, spoiling


def remind(row: Row) -> str:
    """Return so much of a row without id and term that its author knows which one is meant."""
    return shorten(" | ".join(filter(None, map(str.strip, row.cells))))


def tell_missing_tier(cells: Mapping[str, str], statement: Statement, dropped: list[Dropped]) -> None:
    """Say that a named publisher without a tier counts as no evidence."""
    if statement.evidence and statement.evidence.publisher and "tier" not in cells:
        why = f"it is empty: read as composed, which is no evidence; write one of {', '.join(Tier)}"
        dropped.append(Dropped(where=statement.where, what="tier", why=why))


def drop_orphans(statements: Iterable[Statement], bad_row: str, dropped: list[Dropped]) -> None:
    """Drop the good rows of a concept that lost a fact which a table says once.

    The status of a rendering or a term stands in one row. Where that row was dropped (``forbiden``), the
    other rows must not bring the default in its stead, which would count as an edit.
    """
    why = f"{bad_row} of the same concept was dropped; mend that row and import again"
    dropped.extend(
        Dropped(where=statement.where, what="the row", why=why, concept=statement.id)
        for statement in statements
    )


def gather_concept(statements: Iterable[Statement], dropped: list[Dropped]) -> Gathered | None:
    """Return what is said of one concept, None where nothing is."""
    concept: Gathered | None = None
    for statement in statements:
        is_new = concept is None
        concept = concept or Gathered(where=statement.where)
        if not (gather_statement(concept, statement, dropped) or is_new):
            why = "it says nothing that the rows above it do not say"
            dropped.append(Dropped(where=statement.where, what="the row", why=why))
    return concept


def gather_statement(concept: Gathered, statement: Statement, dropped: list[Dropped]) -> bool:
    """Add what a row states to its concept; return whether any of it was not known."""
    named = {"zh": statement.zh} if statement.zh else {}
    told = gather_said(concept.said, named | dict(statement.concept), statement, dropped)
    if not statement.en:
        return told
    is_new = statement.key not in concept.renderings
    rendering = concept.renderings.setdefault(statement.key, Gathered(where=statement.where))
    told_more = gather_said(rendering.said, statement.rendering, statement, dropped)
    return gather_evidence(rendering, statement.evidence) or is_new or told or told_more


def gather_said(said: Said, fields: Mapping[str, Any], statement: Statement, dropped: list[Dropped]) -> bool:
    """Add fields to those said before, the first word standing; return whether any was not known."""
    told = False
    for name, content in fields.items():
        known, where = said.setdefault(name, (content, statement.where))
        if known != content:
            why = f"{where} says otherwise, and is kept"
            dropped.append(Dropped(where=statement.where, what=f"{name} {str(content)!r}", why=why))
        told = told or where == statement.where or known != content
    return told


def gather_evidence(rendering: Gathered, fact: Evidence | None) -> bool:
    """Add a fact to a rendering; return whether it was not known."""
    if fact is None or fact in rendering.evidence:
        return False
    rendering.evidence[fact] = None
    return True


def make_parts(key: ConceptKey, concept: Gathered, *, is_partial: bool) -> Parts:
    """Return a concept's parts; rows that hold what is said once may have gone with a rendering."""
    said = {name: content for name, (content, _) in concept.said.items()}
    return Parts(
        where=concept.where,
        id=key[0] if len(key) == 1 else "",
        subject_field=said.get("subject_field", ""),
        scope=said.get("scope", ""),
        note=said.get("note", ""),
        definitions=list(said.get("definitions", ())),
        terms=make_terms(said),
        renderings=[make_rendering(name, rendering) for name, rendering in concept.renderings.items()],
        relations=list(said.get("relations", ())),
        is_bare=said.keys() <= {"zh"},
        bare={(key[1], key[2]) for key, rendering in concept.renderings.items() if not rendering.said},
        is_partial=is_partial,
    )


def make_terms(said: Mapping[str, Any]) -> list[Term]:
    """Return the Chinese terms: those before the head, the head, those after it."""
    others = said.get("other_zh", ())
    head = [Term(text=said["zh"], **said.get("zh_details", {}))] if "zh" in said else []
    return (
        [term for before, term in others if before] + head + [term for before, term in others if not before]
    )


def make_rendering(key: RenderingKey, rendering: Gathered) -> Rendering:
    """Return a rendering with its evidence."""
    fields = {name: content for name, (content, _) in rendering.said.items()}
    _, language, text = key
    return Rendering(text=text, language=language, evidence=tuple(rendering.evidence), **fields)
