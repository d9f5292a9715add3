"""Texts with the known terms that stand in them, passage by passage, and what to write for each."""

from collections.abc import Iterable, Iterator

from glossary.lookup.ranking import order_renderings
from glossary.model import Concept
from glossary.report.annotation import Mark, MarkedText, Naming, Sense
from glossary.report.annotation_json import Payload, Tally, describe_marks
from glossary.services.recognition.automata import Shelf
from glossary.services.recognition.lexicon import Lexicon, Match
from glossary.store.database import Base
from glossary.text.folding import folded_key

MOST_NAMINGS = 20_000
"""So many terms are kept in mind with all that is known of them, however many a long text holds."""

Named = tuple[str, tuple[str, ...]]


class Annotator:
    """Marks the known terms of texts, and remembers what each of them names."""

    def __init__(self, lexicon: Lexicon, *, nested: bool = False) -> None:
        self._lexicon = lexicon
        self._nested = nested
        self._namings: dict[Named, Naming] = {}
        self._state: tuple[object, ...] = ()

    def annotate(self, texts: Iterable[str], *, kind: str = "text") -> Iterator[MarkedText]:
        """Yield the passages of one document with their marks; offsets count from the start of the first.

        ``kind`` is that of the document, whose markup is read over.
        """
        start = utf16_start = 0
        for text in texts:
            matches = self._lexicon.find(text, nested=self._nested, kind=kind)
            self._learn(matches)
            marked = MarkedText(text, [*self._mark(matches, start)], start=start, utf16_start=utf16_start)
            yield marked
            start, utf16_start = marked.end, marked.utf16(marked.end)

    def _mark(self, matches: Iterable[Match], start: int) -> Iterator[Mark]:
        outer_end = 0
        for one in matches:
            naming, nested = self._namings[_named(one)], one.end <= outer_end
            yield Mark(start + one.start, start + one.end, one.text, naming, nested=nested)
            outer_end = max(outer_end, one.end)

    def _learn(self, matches: Iterable[Match]) -> None:
        if len(self._namings) > MOST_NAMINGS or self._state != self._lexicon.state:
            self._namings.clear()
            self._state = self._lexicon.state
        unknown = {_named(one): one for one in matches if _named(one) not in self._namings}
        concepts = self._lexicon.concepts([id for one in unknown.values() for id in one.concepts])
        self._namings |= {named: _name(one, concepts) for named, one in unknown.items()}


def annotate_text(base: Base, text: str, *, nested: bool, shelf: Shelf) -> Payload:
    """Return the known terms of a text, with how much of it they cover, as JSON has it."""
    tally = Tally()
    passages = tally.counting(Annotator(Lexicon(base, shelf), nested=nested).annotate([text]))
    matches = [match for passage in passages for match in describe_marks(passage)]
    return {"matches": matches, "coverage": tally.describe()}


def _named(match: Match) -> Named:
    return match.term, match.concepts


def _name(match: Match, concepts: dict[str, Concept]) -> Naming:
    senses = (_make_sense(concepts[id], match.key) for id in match.concepts if id in concepts)
    return Naming(match.term, match.status, tuple(senses))


def _make_sense(concept: Concept, key: str) -> Sense:
    term = next((one for one in concept.terms if folded_key(one.text) == key), concept.head)
    return Sense(concept, tuple(order_renderings(concept, term)))
