"""What a file says: its concepts one by one, and whatever of it could not be kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from glossary.model import Concept, DecidedKey, Definition, Relation, RelationKind, Rendering, Term

LONGEST_REMINDER_CHARS = 60
NO_PLACE_HERE = "the base has no place for it here"
ID_IS_TAKEN = "another entry of the file has this id already; give one of them an id of its own, or none"


def shorten(text: str) -> str:
    """Return so much of a text as somebody needs to know it again."""
    return text if len(text) <= LONGEST_REMINDER_CHARS else text[:LONGEST_REMINDER_CHARS] + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """One thing that is not in the result: where it stood (line, element, concept), what it was, why.

    ``concept`` is the id of the concept that it is of, where the file says one.
    """

    where: str
    what: str
    why: str
    concept: str = field(default="", compare=False)


class Addition(Struct, frozen=True, kw_only=True, gc=False):
    """A concept without an id of ours: the base gives it one, or finds the concept that it belongs to.

    ``name`` is what the file itself calls it, so that relations can lead to it.
    """

    where: str
    name: str = ""
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


class Entry(Struct, frozen=True, kw_only=True, gc=False):
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
class TableColumn:
    """A column of a table: what its header says, empty without one, and as what it is read, empty if not."""

    header: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHead:
    """What a file says of itself before its first concept.

    ``absent`` names the fields that the file has no place for, such as ``rendering.note``: an import leaves
    them as they are in the base. ``snapshot`` is the state of the base that the file was exported from,
    ``source_lang`` and ``target_lang`` are the codes that it was exported with, where they are known.
    ``columns`` says of a table what each cell of its rows is read as, and ``is_guessed`` whether that is no
    more than likely.
    """

    absent: tuple[str, ...] = ()
    snapshot: str = ""
    source_lang: str = ""
    target_lang: str = ""
    columns: tuple[TableColumn, ...] = ()
    is_guessed: bool = False


class Said(Struct, frozen=True, kw_only=True, gc=False):
    """One concept of a file, or one addition to the base, and how it stands in the file."""

    concept: Concept | Addition
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation of which one end has no id of ours; each end is an id, or what the file itself calls it."""

    where: str
    source: str
    kind: RelationKind
    target: str


Piece = FileHead | Said | Link | Dropped | DecidedKey
"""What a reader yields, as it goes: the head first, then concepts and what was dropped on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """All that a file says, held at once; the first fields are those of its FileHead.

    ``entries`` say how concepts stand in the file, by id; ``decisions`` are those about candidates, ``links``
    the relations of concepts without an id.
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
    links: tuple[Link, ...] = ()


def gather(pieces: Iterable[Piece]) -> ImportedFile:
    """Return all that a reader yields; the second of two entries with one id is dropped.

    Readers do not look for those, since they would have to remember every id: a file may have a million.
    """
    every = list(pieces)
    concepts: dict[str, Concept] = {}
    entries: dict[str, Entry] = {}
    dropped: list[Dropped] = []
    for piece in every:
        match piece:
            case Said(concept=Concept(id=id) as concept, entry=entry) if id not in concepts:
                concepts[id], entries[id] = concept, entry
            case Said(concept=Concept(id=id), entry=entry):
                dropped.append(Dropped(where=entry.where, what=f"concept {id}", why=ID_IS_TAKEN))
            case Dropped():
                dropped.append(piece)
    head = next((one for one in every if isinstance(one, FileHead)), FileHead())
    said = [one.concept for one in every if isinstance(one, Said)]
    return ImportedFile(
        concepts=tuple(concepts.values()),
        additions=tuple(one for one in said if isinstance(one, Addition)),
        dropped=tuple(dropped),
        absent=head.absent,
        snapshot=head.snapshot,
        source_lang=head.source_lang,
        target_lang=head.target_lang,
        entries=entries,
        decisions=tuple(one for one in every if isinstance(one, DecidedKey)),
        links=tuple(one for one in every if isinstance(one, Link)),
    )
