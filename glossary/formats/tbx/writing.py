"""Concepts as TBX entries, by string templates: one writer for all editions and styles."""

from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Quotation, Tally
from glossary.formats.languages import tag_from_file
from glossary.formats.markup import escape
from glossary.formats.tbx.dialect import Dialect
from glossary.formats.tbx.names import LANGUAGES_LABEL, SNAPSHOT_LABEL, XML_SPACE
from glossary.formats.tbx.references import keep_references
from glossary.formats.tbx.term_writing import Terms, show_notes
from glossary.model import SOURCE_LANGUAGE, TARGET_LANGUAGE, Concept, Rendering, Status


def write_entries(
    concepts: Iterable[Concept], out: BinaryIO, *, dialect: Dialect, options: ExportOptions
) -> ExportReport:
    """Write the entries; raises InvalidInput where a relation leads to a concept that is not among them."""
    tally = Tally()
    terms = Terms(dialect)
    with keep_references() as references:
        for concept in concepts:
            renderings = keep_decided(concept, tally)
            out.write(show_entry(concept, renderings, terms=terms, options=options).encode())
            references.note(concept)
            tally.count(len(renderings))
        references.refuse_lost()
    return tally.report()


def show_provenance(options: ExportOptions) -> str:
    """Return as paragraphs of the header what an import needs: the state of the base, unusual languages."""
    codes = (options.source_lang, options.target_lang)
    are_usual = tuple(map(tag_from_file, codes)) == (SOURCE_LANGUAGE, TARGET_LANGUAGE)
    said = {SNAPSHOT_LABEL: options.snapshot, LANGUAGES_LABEL: "" if are_usual else " ".join(codes)}
    return "".join(f"<p>{label}: {escape(text)}</p>" for label, text in said.items() if text)


def keep_decided(concept: Concept, tally: Tally) -> tuple[Rendering, ...]:
    """Return the renderings without the proposed ones, for which TBX has no status."""
    proposed = [one for one in concept.renderings if one.status is Status.PROPOSED]
    for rendering in proposed:
        tally.leave_out(concept, f"rendering {rendering.text!r}", "it is only proposed")
    if not proposed:
        return concept.renderings
    return tuple(one for one in concept.renderings if one.status is not Status.PROPOSED)


def show_entry(
    concept: Concept, renderings: tuple[Rendering, ...], *, terms: Terms, options: ExportOptions
) -> str:
    """Return one entry: what holds for the concept, then its terms by language."""
    codes = {SOURCE_LANGUAGE: options.source_lang, TARGET_LANGUAGE: options.target_lang}
    sections: dict[str, str] = {}
    contexts = show_contexts(options.quoting(concept), terms.dialect)
    for term in concept.terms:
        code = codes.get(term.language, term.language)
        sections[code] = sections.get(code, "") + terms.show_term(term, contexts)
        contexts = ""
    for rendering in renderings:
        code = codes.get(rendering.language, rendering.language)
        sections[code] = sections.get(code, "") + terms.show_rendering(rendering)
    names = terms.dialect.names
    shown = show_concept(concept, terms.dialect)
    for code, section in sections.items():
        shown += f'  <{names.language} xml:lang="{code}">\n{section}  </{names.language}>\n'
    return f'<{names.entry} id="{concept.id}">\n{shown}</{names.entry}>\n'


def show_concept(concept: Concept, dialect: Dialect) -> str:
    """Return what holds for the whole concept, a line each."""
    lines = ""
    if field := concept.subject_field.strip(XML_SPACE):
        lines = f"  {dialect.show('subjectField', escape(field))}\n"
    for definition in concept.definitions:
        language = f' xml:lang="{definition.language}"'
        lines += show_sourced("definition", definition.text, definition.source, language, dialect)
    for relation in concept.relations:
        target = f' target="{escape(relation.concept)}"'
        lines += f"  {dialect.show('crossReference', relation.kind, target)}\n"
    if concept.scope or concept.note:
        notes = show_notes({"scope": concept.scope, "note": concept.note})
        lines += "".join(f"  {note}\n" for note in notes)
    return lines


def show_sourced(category: str, text: str, source: str, attributes: str, dialect: Dialect) -> str:
    """Return a text with its source, in a group of their own."""
    shown = dialect.show(category, escape(text), attributes)
    known = source.strip(XML_SPACE)
    cited = dialect.show("source", escape(known)) if known else ""
    return f"  <descripGrp>{shown}{cited}</descripGrp>\n"


def show_contexts(quotations: Iterable[Quotation], dialect: Dialect) -> str:
    """Return the contexts of a concept, which stand at its first term."""
    return "".join([show_sourced("context", one.text, one.source, "", dialect) for one in quotations])
