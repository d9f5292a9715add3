"""Duplicates: why two concepts may be one that was entered twice."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from glossary.model import DISCOURAGED, Concept, KeyedConcept, KeyedTerm, KeyKind, Rendering, Term
from glossary.text.folding import fold, is_han, simplify

MIN_HOMOPHONE_CHARS = 2


class DuplicateKind(StrEnum):
    """What two concepts share, the surest sign first."""

    SPELLING = "spelling"
    SCRIPT = "script"
    WIDTH = "width"
    PUNCTUATION = "punctuation"
    HOMOPHONE = "homophone"
    RENDERING = "rendering"


SUREST_FIRST = tuple(DuplicateKind)
RELATION_EXPLAINS = (DuplicateKind.HOMOPHONE, DuplicateKind.RENDERING)
SHARED = {
    DuplicateKind.SPELLING: "are spelled the same, and no scope tells them apart",
    DuplicateKind.SCRIPT: "differ only in script",
    DuplicateKind.WIDTH: "differ only in width or case",
    DuplicateKind.PUNCTUATION: "differ only in punctuation",
    DuplicateKind.HOMOPHONE: "are pronounced the same",
    DuplicateKind.RENDERING: "share the English {rendering!r}",
}
MERGE = "merge them (`glossary concept merge {concept} {other}`)"
SCOPE = "give one a scope (`glossary concept edit {concept} --set scope=TEXT`)"
MERGE_OR_SCOPE = f"{MERGE} if they mean one thing, else {SCOPE}"
RELATE = "tie them with the relation `related` (`glossary concept edit {concept}`)"
REMEDY = dict.fromkeys(DuplicateKind, MERGE_OR_SCOPE) | {
    DuplicateKind.HOMOPHONE: f"{MERGE} if one is a misspelling, else {RELATE}",
    DuplicateKind.RENDERING: f"{MERGE} if they mean one thing, else tell them apart in English, or {RELATE}",
}


class Ground(StrEnum):
    """By what two concepts are held against each other."""

    SPELLED = "spelled"
    READ = "read"
    RENDERED = "rendered"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing by which a concept can be mistaken for another: ``key`` is equal where they are.

    ``term`` is the Chinese (of a rendering, the head), ``rendering`` the English where that is the ground.
    """

    ground: Ground
    key: str
    term: str
    concept: str
    scope: str
    rendering: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """Two concepts that may be one. ``rendering`` is the English that both have, where that is the kind."""

    kind: DuplicateKind
    term: str
    concept: str
    other_term: str
    other: str
    rendering: str = ""


def marks_of(keyed: KeyedConcept) -> tuple[Mark, ...]:
    """Return what a concept could be mistaken by, each once; a rendering that is not to be used is none."""
    concept = keyed.concept
    designations: tuple[Term, ...] = (*concept.terms, *concept.renderings)
    pairs = zip(designations, keyed.keyed, strict=True)
    return tuple(dict.fromkeys(mark for term, keys in pairs for mark in _marks(concept, term, keys)))


def _marks(concept: Concept, term: Term, keys: KeyedTerm) -> Iterator[Mark]:
    if not isinstance(term, Rendering):
        yield Mark(Ground.SPELLED, keys.folded, term.text, concept.id, concept.scope)
        if reading := _usual_reading(term, keys):
            yield Mark(Ground.READ, reading, term.text, concept.id, concept.scope)
    elif term.status not in DISCOURAGED:
        head = concept.head.text
        yield Mark(Ground.RENDERED, keys.folded, head, concept.id, concept.scope, term.text)


def _usual_reading(term: Term, keys: KeyedTerm) -> str:
    """Return the first toned key, which is the usual reading."""
    toned = (key.key for key in keys.keys if key.kind is KeyKind.TONED)
    return next(toned, "") if is_told_by_ear(term.text) else ""


def is_told_by_ear(text: str) -> bool:
    """Whether a text of the same sound may be the same term; one character has too many homophones."""
    return sum(map(is_han, text)) >= MIN_HOMOPHONE_CHARS


def find_collisions(
    marks: Iterable[Mark], others: Iterable[Mark], *, related: Container[str]
) -> tuple[Duplicate, ...]:
    """Return why the concept of ``marks`` may be one of those of ``others``: the surest sign for each.

    The surest come first. Concepts with different scopes are told apart already. Those that are ``related``
    (their ids) are known to be two, whatever they sound like and however they are rendered.
    """
    standing: dict[tuple[Ground, str], list[Mark]] = {}
    for other in others:
        standing.setdefault((other.ground, other.key), []).append(other)
    found: dict[str, Duplicate] = {}
    for mark in marks:
        for other in standing.get((mark.ground, mark.key), ()):
            duplicate = compare_marks(mark, other)
            if duplicate and not (other.concept in related and duplicate.kind in RELATION_EXPLAINS):
                found[other.concept] = min(found.get(other.concept, duplicate), duplicate, key=_doubt)
    return tuple(sorted(found.values(), key=_doubt))


def compare_marks(mark: Mark, other: Mark) -> Duplicate | None:
    """Return why two marks of the same ground and key speak of one concept, or nothing where they do not."""
    if mark.concept == other.concept or mark.scope != other.scope:
        return None
    kind = _kind_of(mark, other)
    if kind is None:
        return None
    return Duplicate(
        kind=kind,
        term=mark.term,
        concept=mark.concept,
        other_term=other.term,
        other=other.concept,
        rendering=mark.rendering,
    )


def describe_duplicate(duplicate: Duplicate) -> str:
    """Return one sentence for the user: what two concepts share, and what to do about it."""
    remedy = REMEDY[duplicate.kind].format(concept=duplicate.concept, other=duplicate.other)
    return f"{describe_collision(duplicate)}: {remedy}"


def describe_collision(duplicate: Duplicate) -> str:
    """Return what two concepts share, as half a sentence."""
    shared = SHARED[duplicate.kind].format(rendering=duplicate.rendering)
    one, other = duplicate.concept, duplicate.other
    return f"{duplicate.term} ({one}) and {duplicate.other_term} ({other}) {shared}"


def _kind_of(mark: Mark, other: Mark) -> DuplicateKind | None:
    if mark.ground is Ground.RENDERED:
        return DuplicateKind.RENDERING
    if mark.ground is Ground.SPELLED:
        return _difference(mark.term, other.term)
    spelled_apart = _characters(mark.term) != _characters(other.term)
    return DuplicateKind.HOMOPHONE if spelled_apart else None


def _difference(text: str, other: str) -> DuplicateKind:
    """Return wherein two texts differ that share a folded key."""
    if text == other:
        return DuplicateKind.SPELLING
    if simplify(text) == simplify(other):
        return DuplicateKind.SCRIPT
    return DuplicateKind.WIDTH if fold(text) == fold(other) else DuplicateKind.PUNCTUATION


def _characters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _doubt(duplicate: Duplicate) -> int:
    return SUREST_FIRST.index(duplicate.kind)
