"""A text with its known terms as the JSON of the contract, match by match."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from glossary.model import DISCOURAGED, Rendering
from glossary.report.annotation import Mark, MarkedText, Naming

Payload = dict[str, Any]


class Tally:
    """Counts what is marked while a text goes by: the ``coverage`` of the contract."""

    def __init__(self) -> None:
        self._terms: dict[str, Naming] = {}
        self._counts = {"characters": 0, "covered_characters": 0, "matches": 0}

    def counting(self, passages: Iterable[MarkedText]) -> Iterator[MarkedText]:
        """Yield the passages, each of them counted."""
        for passage in passages:
            self.add(passage)
            yield passage

    def add(self, marked: MarkedText) -> None:
        """Count one passage; nested terms are counted with the one that they stand in."""
        outer = [mark for mark in marked.marks if not mark.nested]
        self._counts["characters"] += len(marked.text)
        self._counts["covered_characters"] += sum(mark.end - mark.start for mark in outer)
        self._counts["matches"] += len(outer)
        self._terms.update((mark.naming.term, mark.naming) for mark in outer)

    @property
    def characters(self) -> int:
        """How long the text is so far."""
        return self._counts["characters"]

    @property
    def matches(self) -> int:
        """How many terms were marked so far."""
        return self._counts["matches"]

    def describe(self) -> Payload:
        """Return the counts; ``terms`` are distinct, the others count those among them."""
        namings = self._terms.values()
        return {
            **self._counts,
            "terms": len(namings),
            "without_preferred": sum(not one.has_preferred for one in namings),
            "gaps": sum(one.is_gap for one in namings),
            "discouraged": sum(one.status in DISCOURAGED for one in namings),
        }


def describe_marks(marked: MarkedText) -> Iterable[Payload]:
    """Yield the matches of a passage; ``start`` and ``end`` are code points, ``utf16`` is for browsers."""
    describe = cache(describe_naming)
    return (_describe_mark(marked, mark, describe(mark.naming)) for mark in marked.marks)


def _describe_mark(marked: MarkedText, mark: Mark, naming: Payload) -> Payload:
    return {
        "start": mark.start,
        "end": mark.end,
        "utf16": {"start": marked.utf16(mark.start), "end": marked.utf16(mark.end)},
        "text": mark.text,
        "nested": mark.nested,
        **naming,
    }


def describe_naming(naming: Naming) -> Payload:
    """Return what a term names: the first concept is the likeliest, and its renderings come first."""
    return {
        "concepts": [sense.concept.id for sense in naming.senses],
        "term": naming.term,
        "status": naming.status.value,
        "gap": naming.is_gap,
        "renderings": [
            _describe_rendering(sense.concept.id, one) for sense in naming.senses for one in sense.renderings
        ],
    }


def _describe_rendering(concept: str, rendering: Rendering) -> Payload:
    return {
        "id": rendering.id_within(concept),
        "concept": concept,
        "text": rendering.text,
        "status": rendering.status.value,
        "instead": rendering.instead or None,
        "term_type": rendering.term_type.value,
        "attested": rendering.is_attested,
    }
