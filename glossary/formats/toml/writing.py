"""Concepts as a folder of TOML files, one a subject field, made to be read and diffed in git."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from glossary.errors import InvalidInput
from glossary.formats.cells.fields import EVIDENCE_FIELDS, RENDERING_FIELDS, TERM_FIELDS, telling_fields
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.folder import replace_all, writing_into
from glossary.formats.toml.decisions import FILE_NAME, TABLE, show_decisions
from glossary.formats.toml.values import show_line, show_list, show_value
from glossary.model import Concept, Definition, Evidence, Relation, Rendering, Term

GENERAL = "general"
LONGEST_SLUG_CHARS = 60
NOT_IN_SLUG = re.compile(r"[^\w]+")


def write_toml(
    concepts: Iterable[Concept],
    out: Path,
    *,
    options: ExportOptions,
) -> ExportReport:
    """Write the folder ``out``, which is made where it is missing; its other concept files are taken away.

    The base's own language tags stand there, whatever codes are asked for.
    """
    tally = Tally()
    files: dict[str, list[Concept]] = {}
    for concept in concepts:
        files.setdefault(slug(concept.subject_field) + ".toml", []).append(concept)
        tally.count(len(concept.renderings))
    texts = {name: show_file(members) for name, members in sorted(files.items())}
    if decisions := show_decisions(options.decisions):
        texts[FILE_NAME] = decisions
    replace_files(out, texts or {f"{GENERAL}.toml": ""})
    return tally.report()


def slug(subject_field: str) -> str:
    """Return a subject field as the name of a file: ``Law & order`` is ``law-order``."""
    words = NOT_IN_SLUG.sub("-", subject_field.lower().replace("_", " "))
    return words.strip("-")[:LONGEST_SLUG_CHARS].strip("-") or GENERAL


def replace_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Make ``texts`` the concept files of ``folder``; nothing is replaced before all is written."""
    with writing_into(folder):
        outdated = find_outdated(folder, texts)
        replace_all(folder, {name: text.encode() for name, text in texts.items()})
        for path in outdated:
            path.unlink()


def find_outdated(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Return the concept files that this export does not write; refuses a folder of other TOML files."""
    others = [path for path in sorted(folder.glob("*.toml")) if path.name not in texts]
    for path in others:
        if not holds_concepts(path):
            raise InvalidInput(f"{path} holds no concepts; write to another folder, or move it away")
    return others


def holds_concepts(path: Path) -> bool:
    """Return whether a file is one of this format's, and nothing else."""
    try:
        return set(tomllib.loads(path.read_text(encoding="utf-8"))) <= {"concept", TABLE}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False


def show_file(concepts: Iterable[Concept]) -> str:
    """Return the text of one file: concepts by head, then by id, an empty line between any two tables."""
    ordered = sorted(concepts, key=lambda concept: (concept.head.text, concept.id))
    return "\n".join(table for concept in ordered for table in concept_tables(concept))


def concept_tables(concept: Concept) -> Iterator[str]:
    """Yield the table of a concept and those of its renderings."""
    yield "[[concept]]\n" + "".join(concept_lines(concept))
    for rendering in concept.renderings:
        yield "[[concept.rendering]]\n" + "".join(rendering_lines(rendering))


def concept_lines(concept: Concept) -> Iterator[str]:
    """Yield the lines of a concept, without those that would say nothing."""
    yield show_line("id", concept.id)
    for name in ("subject_field", "scope", "note"):
        if text := getattr(concept, name):
            yield show_line(name, text)
    yield show_list("definitions", map(definition_fields, concept.definitions))
    yield show_list("terms", map(term_fields, concept.terms))
    yield show_list("relations", map(relation_fields, concept.relations))
    if concept.redirects:
        yield f"redirects = [{', '.join(map(show_value, concept.redirects))}]\n"


def rendering_lines(rendering: Rendering) -> Iterator[str]:
    """Yield the lines of a rendering; its status is always said."""
    telling = telling_fields(rendering, RENDERING_FIELDS)
    yield show_line("text", rendering.text)
    for name in RENDERING_FIELDS:
        if name in telling or name == "status":
            yield show_line(name, getattr(rendering, name))
    yield show_list("evidence", map(evidence_fields, rendering.evidence))


def definition_fields(definition: Definition) -> dict[str, Any]:
    """Return what a definition says."""
    source = {"source": definition.source} if definition.source else {}
    return {"language": definition.language, "text": definition.text} | source


def term_fields(term: Term) -> dict[str, Any]:
    """Return what a Chinese term says."""
    return {"text": term.text} | telling_fields(term, TERM_FIELDS)


def relation_fields(relation: Relation) -> dict[str, Any]:
    """Return what a relation says."""
    return {"kind": relation.kind, "concept": relation.concept}


def evidence_fields(fact: Evidence) -> dict[str, Any]:
    """Return what a fact says; its tier is always said."""
    telling = telling_fields(fact, EVIDENCE_FIELDS)
    return {name: getattr(fact, name) for name in EVIDENCE_FIELDS if name in telling or name == "tier"}
