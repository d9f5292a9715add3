"""A folder of TOML files back as concepts; whatever is not right in it is refused, by file and concept."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from glossary.errors import InvalidInput, UnknownName, UnreadableFile
from glossary.formats.concepts import ImportedFile
from glossary.formats.fields import (
    EVIDENCE_FIELDS,
    NAMED_FIELDS,
    RENDERING_FIELDS,
    TERM_FIELDS,
    YES_OR_NO_FIELDS,
)
from glossary.model import Concept, Definition, Evidence, Relation, RelationKind, Rendering, Term, parse_name

CONCEPT_TEXTS = ("id", "subject_field", "scope", "note")
CONCEPT_KEYS = (*CONCEPT_TEXTS, "definitions", "terms", "relations", "rendering")
NAMED: Mapping[str, type[StrEnum]] = {**NAMED_FIELDS, "kind": RelationKind}
Table = Mapping[str, Any]


def read_toml(source: Path) -> ImportedFile:
    """Return the concepts of a folder, or of one file; raises InvalidInput naming file and concept."""
    placed = [place for path in list_files(source) for place in read_file(path)]
    refuse_shared_ids(placed)
    refuse_lost_relations(placed)
    return ImportedFile(concepts=tuple(concept for _, concept in placed))


def list_files(source: Path) -> list[Path]:
    """Return the TOML files of a folder by name, or the one file."""
    if not source.exists():
        raise UnreadableFile(source, "there is no such file or folder")
    files = sorted(source.glob("*.toml")) if source.is_dir() else [source]
    if not files:
        raise InvalidInput(f"{source} has no .toml file; name the folder that holds the concepts")
    return files


def read_file(path: Path) -> Iterator[tuple[str, Concept]]:
    """Yield each concept of a file with the place to name in a message."""
    document = load_file(path)
    refuse_unknown_keys(document, ("concept",), path.name)
    for number, table in enumerate(require_tables(document, "concept", path.name), start=1):
        place = f"{path.name}, concept {number}{name_table(table)}"
        try:
            yield place, build_concept(table)
        except InvalidInput as error:
            raise InvalidInput(f"{place}: {error}") from None


def load_file(path: Path) -> Table:
    """Return a file's content; the message of invalid TOML has its line."""
    if not path.is_file():
        raise UnreadableFile(path, "it is no regular file")  # opening a named pipe would wait for ever
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(f"{path.name}: no valid TOML: {error}") from None
    except RecursionError:
        raise InvalidInput(f"{path.name}: its values are nested too deeply to be concepts") from None
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{path.name}: byte {error.start} is no UTF-8; save the file in UTF-8") from None
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "cannot be read") from None


def name_table(table: Table) -> str:
    """Return what a concept's table is called by whoever wrote it: its id and first term, as far as given."""
    terms = table.get("terms")
    first = terms[0] if isinstance(terms, list) and terms else {}
    names = [table.get("id"), first.get("text") if isinstance(first, dict) else None]
    said = ", ".join(name for name in names if isinstance(name, str))
    return f" ({said})" if said else ""


def build_concept(table: Table) -> Concept:
    """Return the concept that a table holds."""
    refuse_unknown_keys(table, CONCEPT_KEYS, "a concept")
    if "id" not in table:
        raise InvalidInput("it has no id; write id = with c and seven of a-z2-7, drawn at random")
    texts = read_fields(
        {name: table[name] for name in CONCEPT_TEXTS if name in table}, CONCEPT_TEXTS, "a concept"
    )
    return Concept(
        **texts,
        definitions=tuple(map(build_definition, require_tables(table, "definitions", "a concept"))),
        terms=tuple(map(build_term, require_tables(table, "terms", "a concept"))),
        renderings=tuple(map(build_rendering, require_tables(table, "rendering", "a concept"))),
        relations=tuple(map(build_relation, require_tables(table, "relations", "a concept"))),
    )


def build_definition(table: Table) -> Definition:
    """Return the definition that a table holds."""
    return Definition(
        **read_fields(table, ("language", "text", "source"), "a definition", needed=("language", "text"))
    )


def build_term(table: Table) -> Term:
    """Return the Chinese term that a table holds."""
    return Term(**read_fields(table, ("text", *TERM_FIELDS), "a term", needed=("text",)))


def build_relation(table: Table) -> Relation:
    """Return the relation that a table holds."""
    return Relation(**read_fields(table, ("kind", "concept"), "a relation", needed=("kind", "concept")))


def build_evidence(table: Table) -> Evidence:
    """Return the fact that a table holds."""
    return Evidence(**read_fields(table, EVIDENCE_FIELDS, "evidence"))


def build_rendering(table: Table) -> Rendering:
    """Return the rendering that a table holds, with its evidence."""
    names = ("text", *RENDERING_FIELDS)
    refuse_unknown_keys(table, (*names, "evidence"), "a rendering")
    plain = {name: value for name, value in table.items() if name != "evidence"}
    facts = require_tables(table, "evidence", "a rendering")
    fields = read_fields(plain, names, "a rendering", needed=("text", "status"))
    return Rendering(**fields, evidence=tuple(map(build_evidence, facts)))


def read_fields(
    table: Table, known: tuple[str, ...], what: str, *, needed: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return a table's fields as the values of the model; raises InvalidInput naming the key."""
    refuse_unknown_keys(table, known, what)
    for name in needed:
        if name not in table:
            raise InvalidInput(f"{what} has no {name}")
    return {name: read_field(name, value, what) for name, value in table.items()}


def read_field(name: str, value: object, what: str) -> object:
    """Return one field, of the type that it must have."""
    if name in YES_OR_NO_FIELDS:
        if not isinstance(value, bool):
            raise InvalidInput(f"{name} of {what} is {value!r}; write true or false")
        return value
    if not isinstance(value, str):
        raise InvalidInput(f"{name} of {what} is {value}; write it in quotation marks")
    return parse_name(NAMED[name], value, name.replace("_", " ")) if name in NAMED else value


def require_tables(table: Table, name: str, what: str) -> list[Table]:
    """Return the list of tables under ``name``, empty where there is none."""
    members = table.get(name, [])
    if not isinstance(members, list) or not all(isinstance(member, dict) for member in members):
        raise InvalidInput(f"{name} of {what} is no list of tables")
    return members


def refuse_unknown_keys(table: Table, known: tuple[str, ...], what: str) -> None:
    """Refuse a key that nobody would read."""
    for name in table:
        if name not in known:
            raise UnknownName(f"key of {what}", name, known)


def refuse_shared_ids(placed: list[tuple[str, Concept]]) -> None:
    """Refuse two concepts with one id."""
    seen: dict[str, str] = {}
    for place, concept in placed:
        if concept.id in seen:
            raise InvalidInput(f"{place}: its id is that of {seen[concept.id]}; give one of them a new id")
        seen[concept.id] = place


def refuse_lost_relations(placed: list[tuple[str, Concept]]) -> None:
    """Refuse a relation to a concept that is nowhere."""
    known = {concept.id for _, concept in placed}
    for place, concept in placed:
        for relation in concept.relations:
            if relation.concept not in known:
                raise InvalidInput(
                    f"{place}: {relation.kind} leads to {relation.concept}, which is no concept here"
                )
