"""From what a file says of a concept to a concept, telling whatever could not be kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from glossary.errors import InvalidInput
from glossary.model import Concept, DecidedKey, Definition, Relation, Rendering, Term

STAND_IN_ID = "caaaaaaa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """One thing that is not in the result: where it stood (line, element, concept), what it was, why."""

    where: str
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A concept without an id of ours: the base gives it one, or finds the concept that it belongs to."""

    where: str
    subject_field: str = ""
    scope: str = ""
    note: str = ""
    definitions: tuple[Definition, ...] = ()
    terms: tuple[Term, ...]
    renderings: tuple[Rendering, ...] = ()
    relations: tuple[Relation, ...] = ()

    def concept_with(self, identity: str) -> Concept:
        """Return the concept that this becomes under the id ``identity``."""
        return Concept(
            id=identity,
            subject_field=self.subject_field,
            scope=self.scope,
            note=self.note,
            definitions=self.definitions,
            terms=self.terms,
            renderings=self.renderings,
            relations=self.relations,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a concept stands in a file, so that nobody takes for taken out what could not be said or read.

    ``is_bare`` is whether the file names the concept but says nothing that holds for all of it; ``bare`` are
    its renderings (language, text) of which the file says nothing but evidence; ``is_partial`` is whether
    something of the entry was dropped.
    """

    where: str = ""
    is_bare: bool = False
    bare: frozenset[tuple[str, str]] = frozenset()
    is_partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What a file says.

    ``absent`` names the fields that the file has no place for, such as ``rendering.note``: an import leaves
    them as they are in the base. ``snapshot`` is the state of the base that the file was exported from,
    ``source_lang`` and ``target_lang`` are the codes that it was exported with, where they are known.
    ``entries`` say how concepts stand in the file, by id; ``decisions`` are those about candidates.
    """

    concepts: tuple[Concept, ...] = ()
    additions: tuple[Addition, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    absent: tuple[str, ...] = ()
    snapshot: str = ""
    source_lang: str = ""
    target_lang: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    decisions: tuple[DecidedKey, ...] = ()


@dataclass(slots=True, kw_only=True)
class Parts:
    """What a file says of one concept, before it is known whether that makes one. ``id`` may be empty.

    ``is_bare``, ``bare`` and ``is_partial`` are those of its Entry.
    """

    where: str
    id: str = ""
    subject_field: str = ""
    scope: str = ""
    note: str = ""
    definitions: list[Definition] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    renderings: list[Rendering] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    is_bare: bool = False
    bare: set[tuple[str, str]] = field(default_factory=set)
    is_partial: bool = False

    def entry(self) -> Entry:
        """Return how the concept stands in the file."""
        return Entry(
            where=self.where, is_bare=self.is_bare, bare=frozenset(self.bare), is_partial=self.is_partial
        )


def settle_all(
    everything: Iterable[Parts], dropped: list[Dropped], *, absent: tuple[str, ...] = ()
) -> ImportedFile:
    """Return the file that ``everything`` makes; what could not be kept is told after ``dropped``."""
    told = list(dropped)
    settled: list[Concept | Addition | None] = []
    entries: dict[str, Entry] = {}
    for parts in everything:
        before = len(told)
        settled.append(settle(parts, told))
        parts.is_partial |= len(told) > before
        if parts.id:
            entries[parts.id] = parts.entry()
    return ImportedFile(
        concepts=tuple(concept for concept in settled if isinstance(concept, Concept)),
        additions=tuple(addition for addition in settled if isinstance(addition, Addition)),
        dropped=tuple(told),
        absent=absent,
        entries=entries,
    )


def settle(parts: Parts, dropped: list[Dropped]) -> Concept | Addition | None:
    """Return the concept, or the addition where there is no id; None, and why, where it is neither."""
    drop_repeated_terms(parts, dropped)
    drop_dangling_names(parts, dropped)
    addition = gather(parts)
    identity = parts.id or STAND_IN_ID
    try:
        concept = addition.concept_with(identity)
    except InvalidInput as error:
        why = str(error).replace(f"concept {identity}", "it")
        dropped.append(Dropped(where=parts.where, what=name_parts(parts), why=why))
        return None
    return concept if parts.id else addition


def gather(parts: Parts) -> Addition:
    """Return ``parts`` as they are, frozen."""
    return Addition(
        where=parts.where,
        subject_field=parts.subject_field,
        scope=parts.scope,
        note=parts.note,
        definitions=tuple(parts.definitions),
        terms=tuple(parts.terms),
        renderings=tuple(parts.renderings),
        relations=tuple(parts.relations),
    )


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
