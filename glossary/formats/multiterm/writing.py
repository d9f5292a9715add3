"""Concepts as MultiTerm entries: any field may be a description of the entry or of a term."""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from glossary.formats.cells.fields import TERM_FIELDS, show_fields, show_rendering
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.languages import code_in_file, is_source
from glossary.formats.markup import escape
from glossary.formats.multiterm.fields import (
    DEFINITION,
    ID,
    LANGUAGE,
    NOTE,
    RELATION,
    SCOPE,
    SOURCE,
    SUBJECT,
    show_kind,
)
from glossary.formats.tbx.term_writing import show_fact
from glossary.model import Concept, Rendering, Term

HEADER, FOOTER = '<?xml version="1.0" encoding="UTF-8"?>\n<mtf>\n', "</mtf>\n"


def write_multiterm(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write the entries, numbered from 1, as MultiTerm numbers its own."""
    tally = Tally()
    out.write(HEADER.encode())
    for number, concept in enumerate(concepts, start=1):
        out.write("\n".join([*show_entry(concept, number, options=options), ""]).encode())
        tally.count(len(concept.renderings))
    out.write(FOOTER.encode())
    return tally.report()


def show_entry(concept: Concept, number: int, *, options: ExportOptions) -> Iterator[str]:
    """Yield the lines of an entry: what holds for the concept, then its terms by language."""
    yield f"<conceptGrp><concept>{number}</concept>"
    about = {ID: concept.id, SUBJECT: concept.subject_field, SCOPE: concept.scope, NOTE: concept.note}
    yield from show_all(about)
    for one in concept.definitions:
        inner = "".join(show_all({LANGUAGE: one.language, SOURCE: one.source}))
        yield show(DEFINITION, one.text, inner)
    yield from (show(RELATION, f"{one.kind} {one.concept}") for one in concept.relations)
    sections: dict[str, list[str]] = {}
    for term in (*concept.terms, *concept.renderings):
        sections.setdefault(code_in_file(term.language, options=options), []).append(show_term(term))
    for code, terms in sections.items():
        name = "Chinese" if is_source(code) else "English"
        yield f'<languageGrp><language type="{name}" lang="{code.upper()}"/>'
        yield from terms
        yield "</languageGrp>"
    yield "</conceptGrp>"


def show_term(term: Term) -> str:
    """Return a term or a rendering with all that is said of it."""
    said = show_rendering(term) if isinstance(term, Rendering) else show_fields(term, TERM_FIELDS)
    facts = term.evidence if isinstance(term, Rendering) else ()
    fields = {name: text for name, text in said.items() if name != LANGUAGE}
    lines = [*show_all(fields), *(show(SOURCE, show_fact(fact, fact.url)) for fact in facts)]
    return f"<termGrp><term>{escape(term.text)}</term>{''.join(lines)}</termGrp>"


def show_all(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield a description for each field that says something."""
    return (show(name, text) for name, text in fields.items() if text.strip())


def show(field: str, text: str, inner: str = "") -> str:
    """Return one description, with those of itself within it."""
    shown = f'<descrip type="{show_kind(field)}">{escape(text)}</descrip>'
    return f"<descripGrp>{shown}{inner}</descripGrp>"
