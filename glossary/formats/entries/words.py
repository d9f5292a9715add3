"""Concepts as entries of a dictionary that people read: words, reading, and lines of text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from glossary.formats.pairs.offering import cite, flatten, serving, sort_by_status
from glossary.model import (
    DISCOURAGED,
    SOURCE_LANGUAGE,
    Concept,
    Rendering,
    Status,
    Term,
)

if TYPE_CHECKING:
    from opencc import OpenCC

TO_TRADITIONAL = "s2t"
UNSAID = "Ids, relations, parts of speech, and the titles and addresses of sources."
"""What an entry has no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEntry:
    """One Chinese word of a concept with how it is read and what is said of it, a line each."""

    word: str
    reading: str
    lines: tuple[str, ...]


def word_entries(concept: Concept) -> Iterator[WordEntry]:
    """Yield an entry for each Chinese term, and for its traditional spelling where that is another one."""
    for term in concept.terms:
        lines = tuple(entry_lines(concept, term))
        for spelling in spellings(term):
            yield WordEntry(word=spelling, reading=read_aloud(term), lines=lines)


def spellings(term: Term) -> list[str]:
    """Return a term as it is written in its own script, then in the traditional one."""
    if term.language != SOURCE_LANGUAGE:
        return [term.text]
    return list(dict.fromkeys([term.text, _traditional().convert(term.text)]))


@cache
def _traditional() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(TO_TRADITIONAL)


def read_aloud(term: Term) -> str:
    """Return the pinyin of a term: its own where it has one."""
    from glossary.text.readings import reading_of

    return term.reading or reading_of(term.text)


def entry_lines(concept: Concept, term: Term) -> Iterator[str]:
    """Yield what to write for a term, best first, then what it means."""
    for rendering in sort_by_status(serving(term, concept.renderings)):
        yield show_rendering(rendering)
    if term.do_not_translate:
        yield "Not to be translated."
    yield from meaning_lines(concept)


def meaning_lines(concept: Concept) -> Iterator[str]:
    """Yield what holds for the whole concept."""
    for definition in concept.definitions:
        yield flatten(f"{definition.text} ({definition.source})" if definition.source else definition.text)
    for name, text in (
        ("Field", concept.subject_field),
        ("Scope", concept.scope),
        ("Note", concept.note),
    ):
        if text:
            yield flatten(f"{name}: {text}")


def show_rendering(rendering: Rendering) -> str:
    """Return a rendering with its status, what to write in its place, and who used it."""
    instead = f": write {rendering.instead}" if rendering.instead else ""
    status = "" if rendering.status is Status.PREFERRED else f" [{rendering.status}{instead}]"
    cited = "; ".join(map(cite, rendering.evidence))
    mark = "✗ " if rendering.status in DISCOURAGED else ""
    note = f". {rendering.note}" if rendering.note else ""
    return flatten(f"{mark}{rendering.text}{status}" + (f" ({cited})" if cited else "") + note)


def known_renderings(concept: Concept) -> Iterable[str]:
    """Return the renderings by which a reader may look a concept up: those that are in good use."""
    return (one.text for one in concept.renderings if one.status not in (*DISCOURAGED, Status.PROPOSED))
