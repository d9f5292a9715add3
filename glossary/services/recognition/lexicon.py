"""Known terms in running text: which concepts of the base a text names, and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.documents.repair import find_markup, repair_text
from glossary.model import BEST_FIRST, CleanText, Concept, NamedConcept, Status
from glossary.recognition.automaton import build_automaton
from glossary.recognition.entries import Entry, exact_form
from glossary.recognition.finding import Occurrence, find_terms
from glossary.services.lookup.homographs import order_named
from glossary.services.progress import Progress, no_progress
from glossary.services.recognition.automata import Shelf
from glossary.store import concepts as concept_rows
from glossary.store.database import Base, Connection
from glossary.store.recognition import concepts_named, terms_of_keys

MOST_KEYS_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Match:
    """A known term in a text.

    ``start`` and ``end`` are code points of the text as it was given, ``text`` is what stands there. ``key``
    is the folded key, ``term`` how the base writes the term. ``concepts`` are the ids of those that it names:
    several for homographs, the one first that fits the text best. ``status`` is the best that the term has.
    """

    start: int
    end: int
    text: str
    key: str
    term: str
    concepts: tuple[str, ...]
    status: Status


class Lexicon:
    """The known terms of a base: what stands in a text, and what it names.

    Every answer is that of the base as it is then, whoever has written to it meanwhile, and nobody who wants
    to write has to wait for more than one answer. A program that runs on keeps its own ``shelf``.
    """

    def __init__(self, base: Base, shelf: Shelf | None = None, *, progress: Progress = no_progress) -> None:
        self._base = base
        self._shelf = shelf or Shelf()
        self._progress = progress
        self._state: tuple[object, ...] = ()
        self._automaton = build_automaton(())
        self._named: dict[str, list[NamedConcept]] = {}

    @property
    def state(self) -> tuple[object, ...]:
        """What differs as soon as the last answer was that of a changed base."""
        return self._state

    def find(self, text: str, *, nested: bool = False, kind: str = "text") -> list[Match]:
        """Return the known terms of a text, leftmost first, the longest at each place.

        ``nested`` adds those inside others, which follow the one that they stand in. Bracketed readings
        inside a term, as in 网格(wǎng gé)员, are read over; so is the markup of a text of ``kind`` markdown.
        """
        mended = repair_text(text, find_markup(text, kind))
        with self._base.reading() as connection:
            self._renew(connection)
            found = self._find(connection, mended.text, nested=nested)
            likeliest = self._order_homographs(connection, found, mended.text)
        return [self._match(text, mended, one, likeliest) for one in found]

    def concepts(self, ids: Sequence[str]) -> dict[str, Concept]:
        """Return the concepts of these ids, whole, by id, without those that are not there any more."""
        if not ids:
            return {}
        with self._base.reading() as connection:
            return {one.id: one for one in concept_rows.find_concepts(connection, [*dict.fromkeys(ids)])}

    def known_keys(self, keys: Sequence[str]) -> set[str]:
        """Return those of the folded keys that are Chinese terms of the base."""
        with self._base.reading() as connection:
            return {*concepts_named(connection, [*dict.fromkeys(keys)])}

    def _renew(self, connection: Connection) -> None:
        """Take note of what was written since the last answer."""
        state = self._base.state_of(connection)
        if state != self._state:
            self._automaton = self._shelf.automaton(self._base, connection, progress=self._progress)
            self._named = {}
            self._state = state

    def _find(self, connection: Connection, text: str, *, nested: bool) -> list[Occurrence]:
        found = find_terms(text, self._automaton, nested=nested)
        self._learn(connection, [one.key for one in found])
        while stale := {one.key for one in found if not self._meant(one, text)}:
            # Deleted, or written otherwise, since the large automaton was made: what it hides comes up.
            fresh = (Entry(*row) for row in terms_of_keys(connection, sorted(stale)))
            self._automaton = self._automaton.overlaid(fresh, stale)
            found = find_terms(text, self._automaton, nested=nested)
            self._learn(connection, [one.key for one in found])
        return found

    def _learn(self, connection: Connection, keys: Sequence[str]) -> None:
        if len(self._named) > MOST_KEYS_KNOWN:
            self._named = {}
        unknown = [key for key in dict.fromkeys(keys) if key not in self._named]
        if unknown:
            self._named |= {key: [] for key in unknown} | concepts_named(connection, unknown)

    def _order_homographs(
        self, connection: Connection, found: Sequence[Occurrence], text: str
    ) -> dict[str, list[NamedConcept]]:
        """Return what those of the keys name that name several concepts, the likeliest in this text first."""
        named = {one.key: self._named[one.key] for one in found}
        several = {key: some for key, some in named.items() if len({one.concept for one in some}) > 1}
        return order_named(connection, several, text) if several else {}

    def _meant(self, found: Occurrence, text: str) -> list[NamedConcept]:
        """Return what is named there: a term whose case matters is meant in its own case alone."""
        named = self._named[found.key]
        if not any(one.case_sensitive for one in named):
            return named
        form = exact_form(text[found.start : found.end])
        return [one for one in named if not one.case_sensitive or exact_form(one.text) == form]

    def _match(
        self, text: str, mended: CleanText, found: Occurrence, likeliest: Mapping[str, list[NamedConcept]]
    ) -> Match:
        span = mended.extracted_span(found.start, found.end)
        meant = self._meant(found, mended.text)
        named = [one for one in likeliest.get(found.key, meant) if one in meant]
        return Match(
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            key=found.key,
            term=named[0].text,
            concepts=tuple(dict.fromkeys(one.concept for one in named)),
            status=min((one.status for one in named), key=BEST_FIRST.index),
        )
