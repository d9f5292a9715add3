"""SKOS (W3C, 2009) in Turtle: concepts with labels by language."""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from glossary.formats.declaration import ExportOptions, ExportReport, Tally
from glossary.formats.languages import code_in_file
from glossary.formats.pairs.offering import cite, sort_by_status
from glossary.model import DISCOURAGED, Concept, RelationKind, Status, Term

NAMESPACE = "urn:glossary:"
HEADER = f"""@prefix dct: <http://purl.org/dc/terms/> .
@prefix g: <{NAMESPACE}> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

g:glossary a skos:ConceptScheme ;
    g:source-lang "{{source_lang}}" ;
    g:target-lang "{{target_lang}}" .
"""
RELATIONS: Mapping[RelationKind, str] = {
    RelationKind.BROADER: "skos:broader",
    RelationKind.NARROWER: "skos:narrower",
    RelationKind.RELATED: "skos:related",
    RelationKind.HAS_MEMBER: "g:has-member",
    RelationKind.SHORT_FORM_OF: "g:short-form-of",
}
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"})
Statement = tuple[str, str]


def write_skos(concepts: Iterable[Concept], out: BinaryIO, *, options: ExportOptions) -> ExportReport:
    """Write one resource a concept, under an id made from the concept's."""
    tally = Tally()
    header = HEADER.format(source_lang=options.source_lang, target_lang=options.target_lang)
    out.write(header.encode())
    for concept in concepts:
        kept = keep_decided(concept, tally)
        lines = [f"    {name} {value}" for name, value in statements(concept, kept, options)]
        out.write(("\ng:" + concept.id + " a skos:Concept ;\n" + " ;\n".join(lines) + " .\n").encode())
        tally.count(len(kept) - len(concept.terms))
    return tally.report()


def keep_decided(concept: Concept, tally: Tally) -> list[Term]:
    """Return terms and renderings without those that are only proposed: no label says so."""
    kept: list[Term] = list(concept.terms)
    for rendering in concept.renderings:
        if rendering.status is Status.PROPOSED:
            tally.leave_out(concept, f"rendering {rendering.text!r}", "it is only proposed")
        else:
            kept.append(rendering)
    return kept


def statements(concept: Concept, terms: list[Term], options: ExportOptions) -> Iterator[Statement]:
    """Yield what is said of a concept."""
    yield "skos:inScheme", "g:glossary"
    yield from labels(concept, terms, options)
    if concept.subject_field:
        yield "dct:subject", literal(concept.subject_field)
    for definition in concept.definitions:
        yield "skos:definition", literal(definition.text, definition.language)
        if definition.source:
            yield "dct:source", literal(definition.source)
    if concept.scope:
        yield "skos:scopeNote", literal(concept.scope)
    if concept.note:
        yield "skos:note", literal(concept.note)
    for quotation in options.quoting(concept):
        yield "skos:example", literal(f"{quotation.text} ({quotation.source})")
    for fact in dict.fromkeys(fact for one in concept.renderings for fact in one.evidence):
        yield "dct:source", literal(cite(fact) if not fact.title else f"{cite(fact)}: {fact.title}")
    for relation in concept.relations:
        yield RELATIONS[relation.kind], f"g:{relation.concept}"


def labels(concept: Concept, terms: list[Term], options: ExportOptions) -> Iterator[Statement]:
    """Yield the labels: the best of each language is the preferred one, since SKOS allows one a language.

    Deprecated and forbidden terms are hidden: programs find a concept by them and show another.
    """
    preferred: set[str] = set()
    written: set[str] = set()
    heads = [concept.head, *(term for term in terms if term is not concept.head)]
    for term in sort_by_status(heads):
        text = literal(term.text, code_in_file(term.language, options=options))
        if text in written:
            continue
        written.add(text)
        if term.status in DISCOURAGED:
            yield "skos:hiddenLabel", text
        elif term.language in preferred:
            yield "skos:altLabel", text
        else:
            preferred.add(term.language)
            yield "skos:prefLabel", text


def literal(text: str, language: str = "") -> str:
    """Return a literal of Turtle."""
    return f'"{text.translate(ESCAPES)}"' + (f"@{language}" if language else "")
