"""From what a file says of a concept to a concept, telling whatever could not be kept."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from glossary.errors import InvalidInput
from glossary.formats.concepts import Addition, Dropped, Entry, Link, Said
from glossary.model import Concept, Definition, Relation, RelationKind, Rendering, Term
from glossary.model.concept import CONCEPT_ID

STAND_IN_ID = "caaaaaaa"


class Parts(Struct, kw_only=True):
    """What a file says of one concept, before it is known whether that makes one. ``id`` may be empty.

    ``name`` is what the file itself calls it; ``links`` are relations to what has no id of ours, by the
    file's name for it. ``is_bare``, ``bare`` and ``is_partial`` are those of its Entry.
    """

    where: str
    id: str = ""
    name: str = ""
    subject_field: str = ""
    scope: str = ""
    note: str = ""
    definitions: list[Definition] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    renderings: list[Rendering] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    links: list[tuple[RelationKind, str]] = field(default_factory=list)
    is_bare: bool = False
    bare: set[tuple[str, str]] = field(default_factory=set)
    is_partial: bool = False

    def relate(self, kind: RelationKind, target: str) -> None:
        """Take a relation to a concept by its id, or by what the file calls it."""
        if CONCEPT_ID.fullmatch(target):
            self.relations.append(Relation(kind=kind, concept=target))
        else:
            self.links.append((kind, target))

    def entry(self) -> Entry:
        """Return how the concept stands in the file."""
        return Entry(
            where=self.where, is_bare=self.is_bare, bare=frozenset(self.bare), is_partial=self.is_partial
        )


class NotedParts(Parts, kw_only=True):
    """The same of a file in which a concept may have several notes: ``notes``, one by one."""

    notes: list[str] = field(default_factory=list)


def settle_into(parts: Parts, dropped: list[Dropped]) -> Iterator[Said | Link | Dropped]:
    """Yield what was dropped on the way to ``parts``, then the concept that they make and where it leads.

    ``dropped`` holds what the reader met so far; it is empty afterwards.
    """
    before = len(dropped)
    concept = settle(parts, dropped)
    parts.is_partial |= len(dropped) > before
    yield from dropped
    dropped.clear()
    if concept:
        yield Said(concept=concept, entry=parts.entry())
        for kind, target in parts.links:
            yield Link(where=parts.where, source=parts.id or parts.name, kind=kind, target=target)


def settle(parts: Parts, dropped: list[Dropped]) -> Concept | Addition | None:
    """Return the concept, or the addition where there is no id; None, and why, where it is neither."""
    identity = parts.id or STAND_IN_ID
    try:
        concept = make_concept(parts, identity, dropped)
    except InvalidInput as error:
        why = str(error).replace(f"concept {identity}", "it")
        dropped.append(Dropped(where=parts.where, what=name_parts(parts), why=why))
        return None
    return concept if parts.id else Addition(where=parts.where, name=parts.name, **gather(parts))


def make_concept(parts: Parts, identity: str, dropped: list[Dropped]) -> Concept:
    """Return the concept, mended where it cannot stand as it is; raises InvalidInput where no mending helps.

    Most concepts of most files need none.
    """
    try:
        return Concept(id=identity, **gather(parts))
    except InvalidInput:
        drop_repeated_terms(parts, dropped)
        drop_dangling_names(parts, dropped)
        return Concept(id=identity, **gather(parts))


def gather(parts: Parts) -> dict[str, Any]:
    """Return the fields of ``parts`` that a concept and an addition share."""
    return {
        "subject_field": parts.subject_field,
        "scope": parts.scope,
        "note": parts.note,
        "definitions": tuple(parts.definitions),
        "terms": tuple(parts.terms),
        "renderings": tuple(parts.renderings),
        "relations": tuple(parts.relations),
    }


def name_parts(parts: Parts) -> str:
    """Return how to call a concept in a message: its id, else its first term."""
    if parts.id:
        return f"concept {parts.id}"
    return f"concept {parts.terms[0].text!r}" if parts.terms else "a concept"


def drop_repeated_terms(parts: Parts, dropped: list[Dropped]) -> None:
    """Keep the first of the terms that have the same language and text."""
    seen: set[tuple[str, str]] = set()

    def is_new(term: Term) -> bool:
        key = (term.language, term.text)
        if key in seen:
            why = "the concept has this term in this language already"
            dropped.append(Dropped(where=parts.where, what=f"{term.language} {term.text!r}", why=why))
            return False
        seen.add(key)
        return True

    parts.terms = [term for term in parts.terms if is_new(term)]
    parts.renderings = [rendering for rendering in parts.renderings if is_new(rendering)]


def drop_dangling_names(parts: Parts, dropped: list[Dropped]) -> None:
    """Clear ``instead`` and ``serves`` where they name what the concept does not have."""
    served = {term.text for term in parts.terms}
    texts = {rendering.text for rendering in parts.renderings}

    def mend(rendering: Rendering) -> Rendering:
        if rendering.instead and (rendering.instead not in texts - {rendering.text}):
            tell(rendering, f"instead {rendering.instead!r}", "is no other rendering of the concept")
            rendering = replace(rendering, instead="")
        if rendering.serves and rendering.serves not in served:
            tell(rendering, f"serves {rendering.serves!r}", "is no Chinese term of the concept")
            rendering = replace(rendering, serves="")
        return rendering

    def tell(rendering: Rendering, what: str, why: str) -> None:
        dropped.append(Dropped(where=parts.where, what=f"{rendering.text!r}: {what}", why=why))

    parts.renderings = [mend(rendering) for rendering in parts.renderings]
