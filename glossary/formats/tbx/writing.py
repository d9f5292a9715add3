"""Concepts as TBX entries, by string templates: one writer for both editions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from glossary.errors import InvalidInput
from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.fields import show_evidence
from glossary.formats.languages import code_in_file, tag_from_file
from glossary.formats.notation import write_details
from glossary.formats.tbx.names import (
    FORBIDDEN_REMARK,
    LANGUAGES_LABEL,
    PARTS_OF_SPEECH,
    PLAIN_ADDRESS,
    PROPOSED_REMARK,
    SNAPSHOT_LABEL,
    STATUS_VALUES,
    TYPE_VALUES,
    XML_SPACE,
    ElementNames,
    label_note,
)
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

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Return a text for an element or a quoted attribute; the model lets no character in that XML forbids."""
    return text.translate(ESCAPES)


def write_entries(
    concepts: Iterable[Concept], out: BinaryIO, *, names: ElementNames, options: ExportOptions
) -> ExportReport:
    """Write the entries; raises InvalidInput where a relation leads to a concept that is not among them."""
    tally = Tally()
    written: set[str] = set()
    wanted: dict[str, str] = {}
    for concept in concepts:
        renderings = keep_decided(concept, tally)
        out.write(show_entry(concept, renderings, names=names, options=options).encode())
        written.add(concept.id)
        wanted |= {relation.concept: concept.id for relation in concept.relations}
        tally.count(len(renderings))
    refuse_lost_relations(wanted, written)
    return tally.report()


def refuse_lost_relations(wanted: dict[str, str], written: set[str]) -> None:
    """Refuse a file whose references lead nowhere, since it would not be valid."""
    for target, concept in wanted.items():
        if target not in written:
            raise InvalidInput(
                f"concept {concept} is related to {target}, which is not exported; export both, or all"
            )


def show_provenance(options: ExportOptions) -> str:
    """Return as paragraphs of the header what an import needs: the state of the base, unusual languages."""
    codes = (options.source_lang, options.target_lang)
    are_usual = tuple(map(tag_from_file, codes)) == (SOURCE_LANGUAGE, TARGET_LANGUAGE)
    said = {SNAPSHOT_LABEL: options.snapshot, LANGUAGES_LABEL: "" if are_usual else " ".join(codes)}
    return "".join(f"<p>{label}: {escape(text)}</p>" for label, text in said.items() if text)


def keep_decided(concept: Concept, tally: Tally) -> list[Rendering]:
    """Return the renderings without the proposed ones, for which TBX has no status."""
    for rendering in concept.renderings:
        if rendering.status is Status.PROPOSED:
            tally.leave_out(concept, f"rendering {rendering.text!r}", "it is only proposed")
    return [rendering for rendering in concept.renderings if rendering.status is not Status.PROPOSED]


def show_entry(
    concept: Concept, renderings: list[Rendering], *, names: ElementNames, options: ExportOptions
) -> str:
    """Return one entry: what holds for the concept, then its terms by language."""
    by_language: dict[str, list[Term]] = {}
    for term in (*concept.terms, *renderings):
        by_language.setdefault(code_in_file(term.language, options=options), []).append(term)
    sections = (show_language(code, terms, names=names) for code, terms in by_language.items())
    parts = [f'<{names.entry} id="{concept.id}">', *concept_lines(concept), *sections, f"</{names.entry}>"]
    return "\n".join(parts) + "\n"


def concept_lines(concept: Concept) -> Iterator[str]:
    """Yield what holds for the whole concept."""
    if subject_field := concept.subject_field.strip(XML_SPACE):
        yield f'  <descrip type="subjectField">{escape(subject_field)}</descrip>'
    yield from map(show_definition, concept.definitions)
    yield from map(show_relation, concept.relations)
    yield from ("  " + note for note in show_notes({"scope": concept.scope, "note": concept.note}))


def show_definition(definition: Definition) -> str:
    """Return a definition with its source."""
    known = definition.source.strip(XML_SPACE)
    source = f'<admin type="source">{escape(known)}</admin>' if known else ""
    text = f'<descrip type="definition" xml:lang="{definition.language}">{escape(definition.text)}</descrip>'
    return f"  <descripGrp>{text}{source}</descripGrp>"


def show_relation(relation: Relation) -> str:
    """Return an arrow to another entry; its text is its kind."""
    return f'  <ref type="crossReference" target="{escape(relation.concept)}">{relation.kind}</ref>'


def show_notes(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield a note for each field that says something, labelled with its name."""
    for name, content in fields.items():
        if text := content.strip(XML_SPACE):
            yield f"<note>{escape(label_note(name, text))}</note>"


def show_language(code: str, terms: list[Term], *, names: ElementNames) -> str:
    """Return the section of one language."""
    sections = "\n".join(show_term(term, names=names) for term in terms)
    return f'  <{names.language} xml:lang="{code}">\n{sections}\n  </{names.language}>'


def show_term(term: Term, *, names: ElementNames) -> str:
    """Return the section of one term: the term, its term notes, then all else."""
    inner = [f"<term>{escape(term.text)}</term>", *term_notes(term), *notes_on(term)]
    if isinstance(term, Rendering):
        inner += (element for fact in term.evidence for element in evidence_elements(fact))
    lines = "\n".join("      " + element for element in inner)
    return f"    <{names.term}>\n{lines}\n    </{names.term}>"


def term_notes(term: Term) -> Iterator[str]:
    """Yield the term notes of TBX-Basic."""
    if term.part_of_speech in PARTS_OF_SPEECH:
        yield show_term_note("partOfSpeech", term.part_of_speech)
    if term.status in STATUS_VALUES:
        yield show_term_note("administrativeStatus", STATUS_VALUES[term.status])
    if term.term_type is not TermType.FULL_FORM:
        yield show_term_note("termType", TYPE_VALUES[term.term_type])


def show_term_note(kind: str, value: str) -> str:
    """Return one term note."""
    return f'<termNote type="{kind}">{value}</termNote>'


def notes_on(term: Term) -> Iterator[str]:
    """Yield as notes what TBX-Basic has no data category for."""
    said = {
        "forbidden": FORBIDDEN_REMARK if term.status is Status.FORBIDDEN else "",
        "proposed": PROPOSED_REMARK if term.status is Status.PROPOSED else "",
        "instead": term.instead if isinstance(term, Rendering) else "",
        "serves": term.serves if isinstance(term, Rendering) else "",
        "part_of_speech": "" if term.part_of_speech in PARTS_OF_SPEECH else term.part_of_speech,
        "reading": term.reading,
        "case_sensitive": "yes" if term.case_sensitive else "",
        "do_not_translate": "yes" if term.do_not_translate else "",
        "note": term.note,
    }
    return show_notes(said)


def evidence_elements(fact: Evidence) -> Iterator[str]:
    """Yield a fact as a source and, where its address is a plain one, as the reference that follows it."""
    shown = show_evidence(fact)
    address = shown.pop("url", "") if PLAIN_ADDRESS.fullmatch(fact.url) else ""
    yield f'<admin type="source">{escape(write_details(shown))}</admin>'
    if address:
        text = escape(fact.title or fact.publisher or address)
        yield f'<xref type="externalCrossReference" target="{escape(address)}">{text}</xref>'
