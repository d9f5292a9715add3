"""A folder of TOML files back as concepts; whatever is not right in it is refused, by file and concept."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.errors import InvalidInput, UnreadableFile
from glossary.formats.cells.fields import EVIDENCE_FIELDS, RENDERING_FIELDS, TERM_FIELDS
from glossary.formats.concepts import Dropped, Entry, FileHead, Piece, Said
from glossary.formats.declaration import ImportOptions
from glossary.formats.toml.decisions import TABLE, build_decision
from glossary.formats.toml.values import Table, read_fields, refuse_unknown_keys, require_tables
from glossary.model import Concept, DecidedKey, Definition, Evidence, Relation, Rendering, Term

CONCEPT_TEXTS = ("id", "subject_field", "scope", "note")
BELOW = "only the files of the folder itself are read; move it up, or import its folder too"
CONCEPT_KEYS = (*CONCEPT_TEXTS, "definitions", "terms", "relations", "redirects", "rendering")


def read_toml(source: Path, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield what a folder, or one file, holds; raises InvalidInput naming file and concept.

    All of it is read before the first concept: a relation may lead to the last file.
    """
    documents = [(path.name, load_file(path)) for path in list_files(source)]
    placed = [place for name, document in documents for place in read_concepts(name, document)]
    decided = [place for name, document in documents for place in read_decisions(name, document)]
    refuse_shared_ids(placed)
    refuse_lost_relations(placed)
    refuse_odd_decisions(decided, placed)
    leads = {old: concept.id for _, concept in placed for old in concept.redirects}
    yield FileHead()
    yield from (Dropped(where=name, what="the file", why=BELOW) for name in list_files_below(source))
    for place, concept in placed:
        yield Said(concept=concept.led(leads), entry=Entry(where=place))
    yield from (one.led(leads) for _, one in decided)


def list_files(source: Path) -> list[Path]:
    """Return the TOML files of a folder by name, or the one file."""
    if not source.exists():
        raise UnreadableFile(source, "there is no such file or folder")
    files = sorted(source.glob("*.toml")) if source.is_dir() else [source]
    if not files:
        raise InvalidInput(f"{source} has no .toml file; name the folder that holds the concepts")
    return files


def list_files_below(source: Path) -> list[str]:
    """Return the names of TOML files in folders of the folder, which are not read."""
    return sorted(path.relative_to(source).as_posix() for path in source.glob("*/**/*.toml"))


def read_concepts(name: str, document: Table) -> Iterator[tuple[str, Concept]]:
    """Yield each concept of a file with the place to name in a message."""
    refuse_unknown_keys(document, ("concept", TABLE), name)
    for number, table in enumerate(require_tables(document, "concept", name), start=1):
        place = f"{name}, concept {number}{name_table(table)}"
        with naming(place):
            yield place, build_concept(table)


def read_decisions(name: str, document: Table) -> Iterator[tuple[str, DecidedKey]]:
    """Yield each decision of a file with the place to name in a message."""
    for number, table in enumerate(require_tables(document, TABLE, name), start=1):
        place = f"{name}, decision {number}"
        with naming(place):
            yield place, build_decision(table)


@contextmanager
def naming(place: str) -> Iterator[None]:
    """Put the place before the message of whatever is wrong there."""
    try:
        yield
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
        redirects=read_redirects(table),
    )


def read_redirects(table: Table) -> tuple[str, ...]:
    """Return the old ids that lead to the concept."""
    ids = table.get("redirects", [])
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        raise InvalidInput('redirects of a concept is no list of ids; write redirects = ["c…"]')
    return tuple(ids)


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


def refuse_shared_ids(placed: list[tuple[str, Concept]]) -> None:
    """Refuse two concepts with one id, be it their own or an old one that leads to them."""
    seen: dict[str, str] = {}
    for place, concept in placed:
        for id in (concept.id, *concept.redirects):
            if id in seen:
                raise InvalidInput(f"{place}: the id {id} is that of {seen[id]}; give one of them a new id")
            seen[id] = place


def find_ids(placed: list[tuple[str, Concept]]) -> set[str]:
    """Return every id that leads to a concept, old ones too."""
    return {id for _, concept in placed for id in (concept.id, *concept.redirects)}


def refuse_lost_relations(placed: list[tuple[str, Concept]]) -> None:
    """Refuse a relation to a concept that is nowhere."""
    known = find_ids(placed)
    for place, concept in placed:
        for relation in concept.relations:
            if relation.concept not in known:
                raise InvalidInput(
                    f"{place}: {relation.kind} leads to {relation.concept}, which is no concept here"
                )


def refuse_odd_decisions(decided: list[tuple[str, DecidedKey]], placed: list[tuple[str, Concept]]) -> None:
    """Refuse two decisions on one term, and one that led to a concept that is nowhere."""
    known = find_ids(placed)
    seen: dict[str, str] = {}
    for place, one in decided:
        if one.key in seen:
            raise InvalidInput(f"{place}: {one.key} is decided in {seen[one.key]} already; take one out")
        if one.decision.concept and one.decision.concept not in known:
            raise InvalidInput(f"{place}: it led to {one.decision.concept}, which is no concept here")
        seen[one.key] = place
