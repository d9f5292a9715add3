"""One row of the curator's spreadsheet as the facts that it states."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from glossary.errors import InvalidInput
from glossary.files.spreadsheet_dates import undo_spreadsheet_date
from glossary.files.tables import Row
from glossary.formats.cells.fields import RENDERING_FIELDS, TERM_FIELDS, parse_fields
from glossary.formats.cells.notation import read_details, read_item, read_lines
from glossary.formats.concepts import Dropped
from glossary.formats.csv.columns import CONCEPT_COLUMNS, EVIDENCE_FIELD_OF
from glossary.formats.languages import guess_language
from glossary.model import (
    TARGET_LANGUAGE,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Term,
    parse_name,
)
from glossary.model.checks import require_language, require_writable
from glossary.model.concept import CONCEPT_ID

TRIMMED_COLUMNS = frozenset(
    {"id", "zh", "en", "language", "status", "instead", "serves", "term_type", "date", "tier", "basis"}
)
Cells = Mapping[str, str]
FILLERS = frozenset(".\u2026\u22ef")
LOST = frozenset("?\uff1f\ufffd")
KEY_COLUMNS = ("id", "zh", "subject_field", "scope")
ConceptKey = tuple[str, ...]
RenderingKey = tuple[ConceptKey, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one row states: fields of its concept, fields of its rendering, one fact of evidence."""

    where: str
    key: RenderingKey
    id: str
    zh: str
    en: str
    language: str
    concept: Mapping[str, Any]
    rendering: Mapping[str, Any]
    evidence: Evidence | None


def trim_cells(cells: Cells) -> dict[str, str]:
    """Return the filled cells, without the blanks around names and terms; one of blanks alone is empty."""
    return {
        name: text.strip() if name in TRIMMED_COLUMNS else text
        for name, text in cells.items()
        if text and not text.isspace()
    }


def name_cells(row: Row, columns: Sequence[str], where: str, dropped: list[Dropped]) -> dict[str, str]:
    """Return the filled cells of a row by column; cells beyond the header are dropped."""
    beyond = [cell for cell in row.cells[len(columns) :] if cell]
    if beyond:
        why = "the row has more cells than the header"
        dropped.append(Dropped(where=where, what=f"cell {beyond[0]!r}", why=why))
    return trim_cells({name: cell for name, cell in zip(columns, row.cells, strict=False) if name})


def concept_key(cells: Cells) -> ConceptKey:
    """Return what tells the concept of a row from others: its id, else its term, field and scope."""
    if cells.get("id"):
        return (cells["id"],)
    return tuple(cells.get(name, "") for name in ("zh", "subject_field", "scope"))


def rendering_key(cells: Cells) -> RenderingKey:
    """Return what tells the rendering of a row from others."""
    return concept_key(cells), cells.get("language", TARGET_LANGUAGE), cells.get("en", "")


def parse_statement(cells: Cells, where: str) -> Statement:
    """Return what the trimmed ``cells`` state; raises InvalidInput for a value that cannot be."""
    require_writable("a cell", *cells.values())
    check_key(cells)
    check_designations(cells)
    key = rendering_key(cells)
    return Statement(
        where=where,
        key=key,
        id=cells.get("id", ""),
        zh=cells.get("zh", ""),
        en=key[2],
        language=key[1],
        concept=parse_concept_cells(cells),
        rendering=parse_rendering_cells(cells),
        evidence=parse_evidence_cells(cells),
    )


def check_key(cells: Cells) -> None:
    """Refuse a row of which it cannot be told what it speaks of."""
    if "id" not in cells and "zh" not in cells:
        raise InvalidInput("there is neither an id nor a Chinese term; write one of them")
    if "id" in cells and not CONCEPT_ID.fullmatch(cells["id"]):
        raise InvalidInput(f"{cells['id']!r} is no concept id; leave the cell empty for a new concept")
    require_language(cells.get("language", TARGET_LANGUAGE))


def check_designations(cells: Cells) -> None:
    """Refuse a term or rendering of question marks alone, which a lost encoding leaves behind."""
    for name in ("zh", "en"):
        if name in cells and FILLERS.issuperset(cells[name]):
            raise InvalidInput(f"{cells[name]!r} stands for a term that is not there; leave the cell empty")
        if len(cells.get(name, "")) > 1 and LOST.issuperset(cells[name]):
            raise InvalidInput(f"{cells[name]!r} is what lost characters leave; save the table in UTF-8")


def parse_concept_cells(cells: Cells) -> dict[str, Any]:
    """Return what a row says of its concept, only what it does say."""
    parsers = {
        "definitions": parse_definitions,
        "other_zh": parse_other_terms,
        "zh_details": parse_term_details,
        "relations": parse_relations,
    }
    return {name: parsers.get(name, str)(cells[name]) for name in CONCEPT_COLUMNS if name in cells}


def parse_definitions(cell: str) -> tuple[Definition, ...]:
    """Return the definitions of a cell; without a language it is told by the script."""
    return tuple(parse_definition(line) for line in read_lines(cell))


def parse_definition(line: str) -> Definition:
    """Return one definition."""
    text, details = read_item(line)
    known = parse_fields(details, ("language", "source"), "definition")
    return Definition(**{"text": text, "language": guess_language(text)} | known)


def parse_other_terms(cell: str) -> tuple[tuple[bool, Term], ...]:
    """Return the Chinese terms of a cell, each with whether it stands before the head."""
    return tuple(parse_other_term(line) for line in read_lines(cell))


def parse_other_term(line: str) -> tuple[bool, Term]:
    """Return one Chinese term and whether it stands before the head."""
    text, details = read_item(line)
    before = details.pop("before_head", "") == "yes"
    return before, Term(text=text, **parse_fields(details, TERM_FIELDS, "term"))


def parse_term_details(cell: str) -> dict[str, Any]:
    """Return the fields of the head."""
    return parse_fields(read_details(cell), TERM_FIELDS, "term")


def parse_relations(cell: str) -> tuple[Relation, ...]:
    """Return the relations of a cell, one a line: the kind, a blank, the other concept's id."""
    return tuple(parse_relation(line) for line in read_lines(cell))


def parse_relation(line: str) -> Relation:
    """Return one relation."""
    kind, _, concept = line.partition(" ")
    if not CONCEPT_ID.fullmatch(concept.strip()):
        raise InvalidInput(f"the relation {line!r} names no concept; write a kind, a blank and an id")
    return Relation(kind=parse_name(RelationKind, kind, "kind of relation"), concept=concept.strip())


def parse_rendering_cells(cells: Cells) -> dict[str, Any]:
    """Return what a row says of its rendering."""
    said = {name: cells[name] for name in ("status", "instead", "serves", "term_type") if name in cells}
    if "rendering_note" in cells:
        said["note"] = cells["rendering_note"]
    known = [
        name for name in RENDERING_FIELDS if name != "language"
    ]  # it has a column, being part of the key
    fields = parse_fields(read_details(cells.get("en_details", "")) | said, known, "rendering")
    if fields and "en" not in cells:
        raise InvalidInput(f"{', '.join(fields)} without English; write en in every row of a rendering")
    return fields


def parse_evidence_cells(cells: Cells) -> Evidence | None:
    """Return the fact that a row states, or None."""
    said = {name: cells[column] for column, name in EVIDENCE_FIELD_OF.items() if column in cells}
    if not said:
        return None
    if "en" not in cells:
        raise InvalidInput("evidence without English; write en in every row of a rendering")
    if "date" in said:
        said["date"] = undo_spreadsheet_date(said["date"])
    return Evidence(**parse_fields(said, said, "evidence"))
