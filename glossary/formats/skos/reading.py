"""SKOS back as concepts, in Turtle, N-Triples and RDF/XML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from glossary.errors import InvalidInput
from glossary.formats.concepts import NO_PLACE_HERE, Dropped, FileHead, Piece
from glossary.formats.declaration import ImportOptions
from glossary.formats.languages import guess_language, is_source, is_target, tag_from_file
from glossary.formats.settling import Parts, settle_into
from glossary.formats.skos.graphs import parse_graph
from glossary.formats.skos.writing import NAMESPACE
from glossary.model import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Definition,
    RelationKind,
    Rendering,
    Status,
    Term,
)
from glossary.model.concept import CONCEPT_ID

if TYPE_CHECKING:
    from rdflib import Graph

MOST_BYTES = 1 << 26
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABELS: Mapping[str, Status] = {
    SKOS + "prefLabel": Status.PREFERRED,
    SKOS + "altLabel": Status.ADMITTED,
    SKOS + "hiddenLabel": Status.DEPRECATED,
}
SCHEME = NAMESPACE + "glossary"
RELATIONS: Mapping[str, RelationKind] = {
    SKOS + "broader": RelationKind.BROADER,
    SKOS + "narrower": RelationKind.NARROWER,
    SKOS + "related": RelationKind.RELATED,
    NAMESPACE + "has-member": RelationKind.HAS_MEMBER,
    NAMESPACE + "short-form-of": RelationKind.SHORT_FORM_OF,
}
UNSAID = frozenset({TYPE, SKOS + "inScheme", SKOS + "topConceptOf"})
"""What says nothing of a meaning."""
FOREIGN = "the base holds Chinese and English"
UNSAYABLE = tuple(
    f"{kind}.{name}"
    for kind in ("term", "rendering")
    for name in ("part_of_speech", "term_type", "reading", "case_sensitive", "do_not_translate", "note")
)
"""What no label of SKOS can say of a term."""


@dataclass(frozen=True, slots=True)
class Value:
    """The end of an arrow of the graph: a text with its language, or the address of a thing."""

    text: str
    language: str


def read_skos(source: BinaryIO, *, options: ImportOptions) -> Iterator[Piece]:
    """Yield the concepts of a thesaurus; all of it is held, since RDF may say anything anywhere."""
    data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InvalidInput("a thesaurus of more than 64 MiB; cut it, or convert it to TBX")
    graph = parse_graph(data)
    head = read_head(graph)
    yield head
    own_tags = {head.source_lang.lower(): SOURCE_LANGUAGE, head.target_lang.lower(): TARGET_LANGUAGE}
    for name, said in list_concepts(graph, own_tags):
        dropped: list[Dropped] = []
        parts = Parts(where=name, id=own_id(name), name=name)
        for kind, value in said:
            take(kind, value, parts, dropped)
        yield from settle_into(parts, dropped)


def read_head(graph: "Graph") -> FileHead:
    """Return what a thesaurus of ours says of itself: the codes that it was exported with."""
    from rdflib import URIRef

    codes = [graph.value(URIRef(SCHEME), URIRef(NAMESPACE + name)) for name in ("source-lang", "target-lang")]
    source, target = (str(code or "") for code in codes)
    return FileHead(absent=UNSAYABLE, source_lang=source, target_lang=target)


def list_concepts(
    graph: "Graph", own_tags: Mapping[str, str]
) -> Iterator[tuple[str, list[tuple[str, Value]]]]:
    """Yield each concept of a graph by its address, with what is said of it."""
    from rdflib import URIRef

    for subject in graph.subjects(URIRef(TYPE), URIRef(SKOS + "Concept"), unique=True):
        said = graph.predicate_objects(subject)
        yield str(subject), [(str(kind), as_value(end, own_tags)) for kind, end in said]


def as_value(end: Any, own_tags: Mapping[str, str]) -> Value:
    """Return the end of an arrow; what is no text has no language, and codes of an export are tags again."""
    code = str(getattr(end, "language", None) or "")
    return Value(str(end), own_tags.get(code.lower(), code) if code else "")


def own_id(address: str) -> str:
    """Return the id in an address of ours, or nothing: elsewhere ``children`` is a name like any other."""
    id = address.removeprefix(NAMESPACE)
    return id if CONCEPT_ID.fullmatch(id) else ""


def take(kind: str, value: Value, parts: Parts, dropped: list[Dropped]) -> None:
    """Take one statement, or tell why not."""
    try:
        why = take_statement(kind, value, parts)
    except InvalidInput as error:
        why = str(error)
    if why:
        what = f"{kind.replace('#', '/').rpartition('/')[2]} {value.text[:40]!r}"
        dropped.append(Dropped(where=parts.where, what=what, why=why))


def take_statement(kind: str, value: Value, parts: Parts) -> str:
    """Take one statement; return why it is dropped, or nothing."""
    if kind in LABELS:
        return take_label(LABELS[kind], value, parts)
    if kind in RELATIONS:
        parts.relate(RELATIONS[kind], own_id(value.text) or value.text)
    elif kind == SKOS + "definition":
        language = value.language or guess_language(value.text)
        parts.definitions.append(Definition(text=value.text.strip(), language=language))
    elif kind == DCT + "subject" and not parts.subject_field:
        parts.subject_field = value.text
    elif kind == SKOS + "scopeNote" and not parts.scope:
        parts.scope = value.text
    elif kind == SKOS + "note":
        parts.note = "\n".join(filter(None, [parts.note, value.text]))
    else:
        return "" if kind in UNSAID else NO_PLACE_HERE
    return ""


def take_label(status: Status, value: Value, parts: Parts) -> str:
    """Take a label as a term or a rendering, by its language; without one by what it is written in."""
    code = value.language or guess_language(value.text)
    if is_source(code):
        parts.terms.append(Term(text=value.text.strip(), language=tag_from_file(code), status=status))
    elif is_target(code):
        parts.renderings.append(
            Rendering(text=value.text.strip(), language=tag_from_file(code), status=status)
        )
    else:
        return f"its language is {code!r}; {FOREIGN}"
    return ""


def recognise_skos(head: bytes) -> bool:
    """Return whether a file has prefixes of Turtle and speaks of SKOS, or names what SKOS defines."""
    return (b"@prefix" in head.lower() and b"skos" in head) or SKOS.encode() in head
