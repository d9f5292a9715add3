"""Known terms in running text: which concepts of the base a text names, and where."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from glossary.documents.repair import find_markup, repair_text
from glossary.model import BEST_FIRST, CleanText, Concept, NamedConcept, Status
from glossary.recognition.automaton import Automaton, build_automaton
from glossary.recognition.entries import Entry, exact_form
from glossary.recognition.finding import Occurrence, find_terms
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.store.recognition import concepts_named, stream_terms


@dataclass(frozen=True, slots=True)
class Match:
    """A known term in a text.

    ``start`` and ``end`` are code points of the text as it was given, ``text`` is what stands there. ``key``
    is the folded key, ``term`` how the base writes the term. ``concepts`` are the ids of those that it names:
    several for homographs, in the order of scope and id. ``status`` is the best that the term has.
    """

    start: int
    end: int
    text: str
    key: str
    term: str
    concepts: tuple[str, ...]
    status: Status


class Lexicon:
    """The known terms of a base as one transaction sees them: what stands in a text, and what it names."""

    def __init__(self, connection: Connection, automaton: Automaton) -> None:
        self._connection = connection
        self._automaton = automaton
        self._named: dict[str, list[NamedConcept]] = {}

    def find(self, text: str, *, nested: bool = False, kind: str = "text") -> list[Match]:
        """Return the known terms of a text, leftmost first, the longest at each place.

        ``nested`` adds those inside others, which follow the one that they stand in. Bracketed readings
        inside a term, as in 网格(wǎng gé)员, are read over; so is the markup of a text of ``kind`` markdown.
        """
        mended = repair_text(text, find_markup(text, kind))
        found = find_terms(mended.text, self._automaton, nested=nested)
        self._learn([one.key for one in found])
        return [self._match(text, mended, one) for one in found]

    def concepts(self, ids: Sequence[str]) -> dict[str, Concept]:
        """Return the concepts of these ids, whole, by id."""
        return {one.id: one for one in concept_rows.find_concepts(self._connection, [*dict.fromkeys(ids)])}

    def known_keys(self, keys: Sequence[str]) -> set[str]:
        """Return those of the folded keys that are Chinese terms of the base."""
        return {*concepts_named(self._connection, [*dict.fromkeys(keys)])}

    def _learn(self, keys: Sequence[str]) -> None:
        unknown = [key for key in dict.fromkeys(keys) if key not in self._named]
        if unknown:
            self._named.update(concepts_named(self._connection, unknown))

    def _match(self, text: str, mended: CleanText, found: Occurrence) -> Match:
        span = mended.extracted_span(found.start, found.end)
        written = text[span.start : span.end]
        named = _meant(self._named[found.key], mended.text[found.start : found.end])
        return Match(
            start=span.start,
            end=span.end,
            text=written,
            key=found.key,
            term=named[0].text,
            concepts=tuple(dict.fromkeys(one.concept for one in named)),
            status=min((one.status for one in named), key=BEST_FIRST.index),
        )


def _meant(named: Sequence[NamedConcept], written: str) -> list[NamedConcept]:
    """Return what a spelling names: a term whose case matters is meant in its own case alone."""
    form = exact_form(written)
    return [one for one in named if not one.case_sensitive or exact_form(one.text) == form]


@contextmanager
def open_lexicon(base: Base) -> Iterator[Lexicon]:
    """Give the known terms of the base as it is now, to look for them in texts, while the block lasts."""
    with base.reading() as connection:
        yield read_lexicon(connection)


def read_lexicon(connection: Connection) -> Lexicon:
    """Return the known terms as a transaction sees them."""
    return Lexicon(connection, build_automaton(_entries(connection)))


def _entries(connection: Connection) -> Iterator[Entry]:
    return (Entry(key, text, exact) for key, text, exact in stream_terms(connection))
