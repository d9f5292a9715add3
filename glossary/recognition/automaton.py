"""Known terms to look for in texts: those of a base when it was read, and what was changed since."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import numpy

from glossary.recognition.arrays import Flags
from glossary.recognition.blocks import choose_stops
from glossary.recognition.entries import Entry, make_patterns
from glossary.recognition.search import Search, build_search


class Layer:
    """Spelled patterns with one search for all of them; it does not change once it is made.

    ``keys`` are those of the patterns, by number; ``forms`` are the only spellings that count, for the
    patterns that have such; ``stops`` are characters that no pattern holds.
    """

    def __init__(
        self, keys: list[str], forms: Mapping[int, frozenset[str]], *, stops: str, search: Search
    ) -> None:
        self.keys = keys
        self.forms = dict(forms)
        self.stops = stops
        self.search = search


def build_layer(entries: Iterable[Entry]) -> Layer:
    """Return a layer with a search for known terms."""
    patterns = make_patterns(entries)
    spelled = [pattern.spelled for pattern in patterns]
    return Layer(
        [pattern.key for pattern in patterns],
        {number: one.forms for number, one in enumerate(patterns) if one.forms},
        stops=choose_stops(spelled),
        search=build_search(spelled),
    )


class Automaton:
    """Known terms to look for: a layer that took long to make and, over it, what was changed since.

    A key in ``outdated`` is not found in the layer below; numbers of the upper layer follow those below.
    """

    def __init__(
        self, main: Layer, entries: Iterable[Entry] = (), outdated: Collection[str] = frozenset()
    ) -> None:
        self.main = main
        self._entries = tuple(entries)
        self._outdated = frozenset(outdated)
        self.newer = build_layer(self._entries)

    @property
    def stops(self) -> str:
        """Where a text may be cut: characters that no term holds."""
        return "".join(stop for stop in self.main.stops if stop in self.newer.stops)

    @property
    def searches(self) -> tuple[tuple[Search, int], ...]:
        """The searches of both layers, each with the number of its first pattern."""
        below, above = (self.main.search, 0), (self.newer.search, len(self.main.keys))
        return (below, above) if self.newer.keys else (below,)

    @cached_property
    def keys(self) -> list[str]:
        """The key of each pattern, by number."""
        return self.main.keys + self.newer.keys if self.newer.keys else self.main.keys

    @cached_property
    def forms(self) -> dict[int, frozenset[str]]:
        """The only spellings that count, of patterns that have such; none for those that are outdated."""
        first = len(self.main.keys)
        gone = (number for number, key in enumerate(self.main.keys) if key in self._outdated)
        above = {first + number: forms for number, forms in self.newer.forms.items()}
        return self.main.forms | (dict.fromkeys(gone, frozenset()) if self._outdated else {}) | above

    @cached_property
    def is_doubtful(self) -> Flags:
        """Whether a match of each pattern, by number, needs a second look: at ``forms``."""
        flags = numpy.zeros(len(self.keys), dtype=numpy.bool_)
        flags[list(self.forms)] = True
        return flags

    def overlaid(self, entries: Iterable[Entry], outdated: Collection[str]) -> "Automaton":
        """Return an automaton that knows ``entries`` in place of all that has the ``outdated`` keys."""
        staying = (one for one in self._entries if one.key not in outdated)
        return Automaton(self.main, (*staying, *entries), self._outdated.union(outdated))


def build_automaton(entries: Iterable[Entry]) -> Automaton:
    """Return an automaton for known terms; it takes about 0.2 s for 50,000."""
    return Automaton(build_layer(entries))
