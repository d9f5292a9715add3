"""The exact longest matches of a stretch where the plain search does not suffice.

That is where a match does not count (SkyNet is no skynet, or its concept was deleted), which makes room for a
shorter or a later one, and where the base was changed since the large search was made.
"""

from collections.abc import Callable, Iterator

from glossary.recognition.automaton import Automaton, Layer, Match

Refuses = Callable[[Match], bool]


class _Walk:
    """What a layer finds from any place of a text on, as if the search began there; places only grow."""

    def __init__(self, layer: Layer, text: str, first_number: int) -> None:
        self._layer = layer
        self._text = text
        self._first_number = first_number
        self._found = layer.find(text)
        self._next = 0

    def first_from(self, at: int) -> Match | None:
        """Return the leftmost match from a place on, the longest one there."""
        while self._next < len(self._found) and self._found[self._next][0] < at:
            self._next += 1
        hidden = self._first_hidden(at)
        return hidden or (
            self._numbered(self._found[self._next], 0) if self._next < len(self._found) else None
        )

    def _first_hidden(self, at: int) -> Match | None:
        """Return the first match that begins inside the one before the place, which passed over it."""
        end = self._found[self._next - 1][1] if self._next else 0
        if end <= at:
            return None
        found = self._layer.find(self._text[at : end + self._layer.longest])
        return self._numbered(found[0], at) if found and at + found[0][0] < end else None

    def longest_at(self, start: int, end: int) -> Match | None:
        """Return the longest match that begins at ``start`` and ends at ``end`` or before."""
        found = self._layer.find_first(self._text[start:end])
        return self._numbered(found, start) if found else None

    def _numbered(self, match: Match, at: int) -> Match:
        return at + match[0], at + match[1], self._first_number + match[2]


def settle(text: str, automaton: Automaton, refuses: Refuses) -> Iterator[Match]:
    """Yield the leftmost-longest matches of a spelled text, of all layers, that are not refused."""
    walks = [_Walk(layer, text, first) for layer, first in automaton.layers]
    at = 0
    while found := [one for walk in walks if (one := _first_allowed(walk, at, refuses))]:
        best = min(found, key=lambda one: (one[0], -one[1]))
        yield best
        at = best[1]


def _first_allowed(walk: _Walk, at: int, refuses: Refuses) -> Match | None:
    while found := walk.first_from(at):
        start = found[0]
        allowed = next((one for one in _at_start(walk, found) if not refuses(one)), None)
        if allowed:
            return allowed
        at = start + 1
    return None


def _at_start(walk: _Walk, longest: Match) -> Iterator[Match]:
    """Yield the match and all shorter ones at its start, the longest first."""
    found: Match | None = longest
    while found:
        yield found
        found = walk.longest_at(found[0], found[1] - 1)


def find_inside(spelled: str, automaton: Automaton) -> list[Match]:
    """Return all matches in a spelled term, itself left out: by their start, the longest first."""
    walks = [_Walk(layer, spelled, first) for layer, first in automaton.layers]
    return [
        one
        for start in range(len(spelled))
        for one in sorted(_all_at(walks, start, len(spelled)), key=lambda one: -one[1])
        if one[:2] != (0, len(spelled))
    ]


def _all_at(walks: list[_Walk], start: int, end: int) -> Iterator[Match]:
    for walk in walks:
        longest = walk.longest_at(start, end)
        if longest:
            yield from _at_start(walk, longest)
